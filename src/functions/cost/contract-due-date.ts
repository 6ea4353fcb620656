import { dayOf, serialOf } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { procedure } from '../catalogue/define';
import { months, open_date, optional } from '../catalogue/params';
import { CONTRACT_TERM } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

const LAST_DATE_OF_EXCEL = serialOf(9999, 12, 31);

export const CONTRACT_DUE_DATE = procedure({
  id: 'CONTRACT_DUE_DATE',
  params: [open_date, optional(months, 6)],
  run({ open_date, months }) {
    if (!months.isInteger())
      return new Fault('not_allowed', {
        param: 'months',
        text: months.toString(),
        allowed: { en: '0, 1, 2, 3, …', zh: '0、1、2、3……' },
      });
    const { year, month, day } = dayOf(open_date);
    const dueMonth = month + months.toNumber();
    const due = Math.min(serialOf(year, dueMonth, day), serialOf(year, dueMonth + 1, 0));
    return due <= LAST_DATE_OF_EXCEL ? due : new Fault('too_large');
  },
  closed: ({ open_date, months }, { monthsLater }) => monthsLater(open_date, months),
});

export const words: Words<typeof CONTRACT_DUE_DATE> = {
  family: 'cost',
  title: { en: 'Due date of a contract', zh: '合约到期日' },
  doc: {
    en: 'Day on which a contract falls due: the same day some months later, or the end of that month.',
    zh: '合约到期日：若干个月后的同一日，该月没有这一天则为月末。',
  },
  returns: 'date',
  formula: {
    en: 'due date = the same day, months later; the last day of the month if there is none',
    zh: '到期日 = 开仓日 + 期限（月）的同日；无同日则为该月最后一天',
  },
  errors: [{ code: '#NUM!', when: { en: 'The months are not a whole number.', zh: '月数不是整数。' } }],
  remarks: [
    {
      en: 'A contract runs at most six months and can be rolled over before it ends, each time for at most six months: use the due date as the new open date. Before July 2015 it had to be closed after six months.',
      zh: '合约期限最长六个月，到期前可申请展期，每次不超过六个月：以到期日作为新的开仓日即可。2015 年 7 月以前满六个月必须了结。',
    },
    {
      en: 'The day is not moved when the exchange is closed; the contract says whether it then falls due earlier or later. Format the cell as a date.',
      zh: '遇休市日不顺延也不提前，以合同约定为准。请将单元格设为日期格式。',
    },
  ],
  sources: [CONTRACT_TERM],
  examples: [
    {
      title: { en: 'Six months: 2024-07-15', zh: '六个月：2024-07-15' },
      args: { open_date: '2024-01-15' },
      result: 45488,
    },
    {
      title: { en: 'No 31 February: 2024-02-29', zh: '二月没有 31 日：2024-02-29' },
      args: { open_date: '2023-08-31', months: 6 },
      result: 45351,
    },
    {
      title: { en: 'Half a month is no term', zh: '月数须为整数' },
      args: { open_date: '2024-01-15', months: 0.5 },
      result: '#NUM!',
    },
    {
      title: { en: 'Not a date', zh: '不是日期' },
      args: { open_date: '待定' },
      result: '#VALUE!',
    },
  ],
  related: ['INTEREST_DAYS', 'FINANCING_INTEREST', 'LENDING_FEE'],
  search: ['到期日', '展期', '六个月', '合约期限', 'EDATE', 'roll-over', 'maturity'],
};
