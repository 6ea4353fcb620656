import { formula } from '../catalogue/define';
import { balance, float_value } from '../catalogue/params';
import { EASTMONEY_MARGIN, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const BALANCE_TO_FLOAT = formula({
  id: 'BALANCE_TO_FLOAT',
  params: [balance, float_value],
  compute: ({ balance, float_value }) => balance.over(float_value),
});

const MONITORING: Source = {
  title: {
    en: 'SSE, Detailed Rules for Margin Trading and Securities Lending: pause of financed purchases at 25%, resumption below 20%',
    zh: '《上海证券交易所融资融券交易实施细则》：融资监控指标达到25%暂停、降至20%以下恢复融资买入',
  },
};

export const words: Words<typeof BALANCE_TO_FLOAT> = {
  family: 'indicator',
  title: { en: 'Balance to float', zh: '余额占流通市值' },
  doc: {
    en: 'Balance as a share of the value of the tradable float.',
    zh: '余额占流通市值的比例。',
  },
  returns: 'ratio',
  formula: { en: 'share = balance ÷ value of the float', zh: '余额占流通市值 = 余额 ÷ 流通市值' },
  params: { balance: { en: 'Financing, lending or margin balance, in 元', zh: '融资、融券或融资融券余额，元' } },
  errors: [{ code: '#DIV/0!', when: { en: 'The float has no value.', zh: '流通市值为 0。' } }],
  remarks: [
    {
      en: 'Vendors print it as a percentage (RZYEZB 2.616 is 0.02616 here), some over the free float; say which float is meant.',
      zh: '数据商以百分数给出（RZYEZB 2.616 即此处 0.02616），也有以自由流通市值为分母的，请注明口径。',
    },
    {
      en: 'The exchange’s monitoring indicator (融资监控指标: financed purchases may be paused at 25% and resumed below 20%) takes the smaller of the financing balance and the value held in credit accounts for its numerator, so this share bounds it from above.',
      zh: '交易所的融资监控指标（达到25%可暂停融资买入，降至20%以下可恢复）以融资余额与信用账户持有市值两者中较小者为分子，故本比例是其上限。',
    },
  ],
  sources: [EASTMONEY_MARGIN, MONITORING],
  examples: [
    {
      title: { en: '166.5亿 of 1.6万亿', zh: '166.5 亿，流通市值 1.6 万亿' },
      args: { balance: '166.5亿', float_value: '1.6万亿' },
      result: 0.01040625,
    },
    {
      title: { en: 'A balance below 0', zh: '余额为负' },
      args: { balance: -1, float_value: 100 },
      result: '#NUM!',
    },
    {
      title: { en: 'The float has no value', zh: '流通市值为 0' },
      args: { balance: 1, float_value: 0 },
      result: '#DIV/0!',
    },
  ],
  related: ['BALANCE_TO_TURNOVER', 'MARGIN_BALANCE'],
  search: [
    '余额占流通市值',
    '融资监控指标',
    '集中度',
    'RZYEZB',
    'MARGIN_BALANCE_RATIO',
    '融资余额占比',
    'balance to float',
  ],
};
