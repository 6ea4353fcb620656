import { Fault } from '../../cells/fault';
import { procedure } from '../catalogue/define';
import { end, start } from '../catalogue/params';
import { INTEREST_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const INTEREST_DAYS = procedure({
  id: 'INTEREST_DAYS',
  params: [start, end],
  run: ({ start, end }) => (end < start ? new Fault('end_before_start') : Math.max(1, end - start)),
  closed: ({ start, end }, { of, when, error }) =>
    when(end, '<', start, error('#VALUE!'), when(end, '=', start, of(1), end.minus(start))),
});

export const words: Words<typeof INTEREST_DAYS> = {
  family: 'cost',
  title: { en: 'Days of interest', zh: '计息天数' },
  doc: {
    en: 'Days that bear interest: calendar days, the first counts, the last does not, at least one.',
    zh: '计息天数：自然日，算头不算尾，至少一天。',
  },
  returns: 'days',
  formula: { en: 'days of interest = max(1, end − start)', zh: '计息天数 = max(1, 结束日 − 起始日)' },
  errors: [{ code: '#VALUE!', when: { en: 'The end lies before the start.', zh: '结束日早于起始日。' } }],
  remarks: [
    {
      en: 'Brokers differ on when a contract starts to bear interest (the trade or the day the money is used) and ends; the contract decides.',
      zh: '各券商对起息日（成交日或实际占用日）和止息日的约定不尽相同，以合同为准。',
    },
  ],
  sources: [INTEREST_ANSWERS],
  examples: [
    {
      title: { en: 'Over a month end', zh: '跨月' },
      args: { start: '2024-01-31', end: '2024-02-10' },
      result: 10,
    },
    {
      title: { en: 'Repaid on the same day: one day', zh: '当日归还：计一天' },
      args: { start: '2024-02-29', end: '20240229' },
      result: 1,
    },
    {
      title: { en: 'The end lies before the start', zh: '结束日早于起始日' },
      args: { start: '2024-03-01', end: '2024-02-29' },
      result: '#VALUE!',
    },
    {
      title: { en: 'Not repaid yet: no end', zh: '尚未归还：缺结束日' },
      args: { start: '2024-03-01', end: null },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_INTEREST', 'LENDING_FEE', 'CONTRACT_DUE_DATE'],
  search: ['计息天数', '算头不算尾', '自然日', '占用天数', 'day count', 'accrual days'],
};
