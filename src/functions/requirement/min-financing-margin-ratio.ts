import { financingRatios } from '../../rules/margin-ratios';
import { type Exchange, figureOf } from '../../rules/rule';
import { procedure } from '../catalogue/define';
import { as_of, choose, exchange, open_date, optionalDate } from '../catalogue/params';
import type { Words } from '../catalogue/words-of';
import { minimumRatio } from './minimum-ratio';
import { CONTRACTS, ruleRows, ruleSources } from './rule-words';

const ratio = /*#__PURE__*/ minimumRatio(financingRatios);
const lookUp = <D>({
  open_date,
  exchange,
  as_of,
}: {
  readonly open_date: D;
  readonly exchange: Exchange;
  readonly as_of: D | null;
}) => ratio({ open_date, exchange, investor: 'general', as_of });

export const MIN_FINANCING_MARGIN_RATIO = procedure({
  id: 'MIN_FINANCING_MARGIN_RATIO',
  params: [open_date, choose(exchange, 'SSE'), optionalDate(as_of)],
  lookUp,
  run: (args) => figureOf(lookUp(args)),
});

export const words: Words<typeof MIN_FINANCING_MARGIN_RATIO> = {
  family: 'requirement',
  title: { en: 'Minimum financing margin ratio', zh: '最低融资保证金比例' },
  doc: {
    en: 'Lowest financing margin ratio the exchange allowed a contract opened on that day; sources in help.',
    zh: '交易所对该日开仓的融资合约规定的最低保证金比例；来源见帮助。',
  },
  returns: 'ratio',
  formula: {
    en: 'the last row of the table below in force on as_of that binds a contract opened on open_date',
    zh: '下表中截至基准日已生效、且适用于该开仓日合约的最近一行',
  },
  params: {
    as_of: { en: 'Day on which the contract is judged; the opening day if omitted', zh: '判断的日期，省略则为开仓日' },
  },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'The contract was opened before the first rule of the exchange.',
        zh: '开仓日早于该交易所的首条规定。',
      },
    },
    {
      code: '#VALUE!',
      when: {
        en: 'The exchange is not known, or as_of lies before open_date.',
        zh: '交易所无法识别，或基准日早于开仓日。',
      },
    },
  ],
  remarks: [
    {
      en: 'A row binds the contracts opened from its day on, whenever they are judged. The row of 2023-09-11 also lets brokers lower the ratio of a contract that was open: it then is the lower of both.',
      zh: '每行约束该日及以后开仓的合约，与何日判断无关。2023-09-11 一行还允许券商下调存量合约的比例，存量合约取两者中较低者。',
    },
    {
      en: 'Brokers may ask for more. A day after the last row is answered by the last row.',
      zh: '券商可要求更高的比例。晚于最后一行的日期按最后一行回答。',
    },
  ],
  rules: /*#__PURE__*/ ruleRows(financingRatios, CONTRACTS),
  sources: /*#__PURE__*/ ruleSources(financingRatios),
  examples: [
    {
      title: { en: 'Opened in the week after the rise of January 2026', zh: '2026年1月上调后开仓' },
      args: { open_date: '2026-01-20' },
      result: 1,
    },
    {
      title: { en: 'Opened before it, judged after it: the old ratio stays', zh: '上调前开仓，上调后判断：仍按原比例' },
      args: { open_date: '2026-01-16', exchange: 'SZSE', as_of: '2026-03-02' },
      result: 0.8,
    },
    {
      title: {
        en: 'Opened in 2022, judged after the cut of 2023: the lower ratio',
        zh: '2022年开仓，2023年下调后判断：取较低者',
      },
      args: { open_date: 20220704, exchange: '深交所', as_of: 20230911 },
      result: 0.8,
    },
    {
      title: {
        en: 'Opened in 2015 at 50% and rolled over since: no later row raises it',
        zh: '2015年按50%开仓并展期至今：其后各行均不上调',
      },
      args: { open_date: '2015-06-01', exchange: 'SSE', as_of: '2024-01-02' },
      result: 0.5,
    },
    {
      title: { en: 'BSE before margin trading began there', zh: '北交所业务启动之前' },
      args: { open_date: '2022-12-30', exchange: 'BSE' },
      result: '#N/A',
    },
  ],
  related: ['MIN_LENDING_MARGIN_RATIO', 'BROKER_MARGIN_RATIO', 'MARGIN_CAPACITY'],
  search: ['融资保证金比例下限', '逆周期调节', 'initial margin'],
};
