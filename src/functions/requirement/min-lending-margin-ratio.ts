import { lendingRatios } from '../../rules/margin-ratios';
import { figureOf } from '../../rules/rule';
import { procedure } from '../catalogue/define';
import { as_of, choose, exchange, investor, open_date, optionalDate } from '../catalogue/params';
import type { Words } from '../catalogue/words-of';
import { minimumRatio } from './minimum-ratio';
import { CONTRACTS, ruleRows, ruleSources } from './rule-words';

const lookUp = /*#__PURE__*/ minimumRatio(lendingRatios);

export const MIN_LENDING_MARGIN_RATIO = procedure({
  id: 'MIN_LENDING_MARGIN_RATIO',
  params: [open_date, choose(exchange, 'SSE'), choose(investor, 'general'), optionalDate(as_of)],
  lookUp,
  run: (args) => figureOf(lookUp(args)),
});

const INVESTORS = {
  general: { en: 'investors other than private funds', zh: '私募以外的投资者' },
  private_fund: { en: 'private funds', zh: '私募证券投资基金' },
} as const;

export const words: Words<typeof MIN_LENDING_MARGIN_RATIO> = {
  family: 'requirement',
  title: { en: 'Minimum lending margin ratio', zh: '最低融券保证金比例' },
  doc: {
    en: 'Lowest lending margin ratio the exchange allowed a contract opened on that day; sources in help.',
    zh: '交易所对该日开仓的融券合约规定的最低保证金比例；来源见帮助。',
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
        en: 'The exchange or the investor is not known, or as_of lies before open_date.',
        zh: '交易所或投资者类别无法识别，或基准日早于开仓日。',
      },
    },
  ],
  remarks: [
    {
      en: 'A row for contracts opened from its day binds those, whenever they are judged.',
      zh: '“其后新开的合约”一行只约束该日及以后开仓的合约，与何日判断无关。',
    },
    {
      en: 'Brokers may ask for more. A day after the last row is answered by the last row.',
      zh: '券商可要求更高的比例。晚于最后一行的日期按最后一行回答。',
    },
  ],
  rules: /*#__PURE__*/ ruleRows(lendingRatios, CONTRACTS, ({ investors }, figure) => ({
    en: investors.length === 1 ? `${figure.en} for ${INVESTORS[investors[0]!].en}` : figure.en,
    zh: investors.length === 1 ? `${INVESTORS[investors[0]!].zh} ${figure.zh}` : figure.zh,
  })),
  sources: /*#__PURE__*/ ruleSources(lendingRatios),
  examples: [
    { title: { en: 'Opened on 2024-07-22', zh: '2024-07-22 开仓' }, args: { open_date: '2024-07-22' }, result: 1 },
    {
      title: { en: 'The same for a private fund', zh: '同日，私募' },
      args: { open_date: '2024-07-22', exchange: 'SSE', investor: '私募' },
      result: 1.2,
    },
    {
      title: {
        en: 'Opened before October 2023 and judged later: the old ratio stays',
        zh: '2023年10月前开仓、其后判断：仍按原比例',
      },
      args: { open_date: '2023-10-27', exchange: 'SZSE', investor: 'private_fund', as_of: '2023-12-29' },
      result: 0.5,
    },
    {
      title: { en: 'An exchange that is not known', zh: '无法识别的交易所' },
      args: { open_date: '2024-07-22', exchange: '港交所' },
      result: '#VALUE!',
    },
  ],
  related: ['MIN_FINANCING_MARGIN_RATIO', 'BROKER_MARGIN_RATIO', 'MARGIN_CAPACITY'],
  search: ['融券保证金比例下限', '私募', '逆周期调节'],
};
