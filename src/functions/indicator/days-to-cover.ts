import { formula } from '../catalogue/define';
import { qty, volumes } from '../catalogue/params';
import { MARKET_USAGE } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const DAYS_TO_COVER = formula({
  id: 'DAYS_TO_COVER',
  params: [qty, volumes],
  compute: ({ qty, volumes }, { sum, count }) => qty.times(count(volumes)).over(sum(volumes)),
});

export const words: Words<typeof DAYS_TO_COVER> = {
  family: 'indicator',
  title: { en: 'Days to cover', zh: '回补天数' },
  doc: {
    en: 'Days of mean trading volume it would take to buy back the quantity on loan.',
    zh: '回补天数：按日均成交量买回全部融券余量所需的天数。',
  },
  returns: 'days',
  formula: {
    en: 'days to cover = quantity on loan ÷ mean of the daily volumes',
    zh: '回补天数 = 融券余量 ÷ 日均成交量',
  },
  params: { qty: { en: 'Quantity on loan, in shares', zh: '融券余量，股' } },
  errors: [{ code: '#DIV/0!', when: { en: 'Nothing was traded.', zh: '没有成交量。' } }],
  remarks: [
    {
      en: 'Vendors give volumes in 手 of 100 shares; bring both to shares first.',
      zh: '数据商的成交量常以手（100 股）计，请先统一为股。',
    },
  ],
  sources: [MARKET_USAGE],
  examples: [
    {
      title: { en: '2,070,747 shares, three days of volume', zh: '融券余量 2,070,747 股，三日成交量' },
      args: { qty: 2070747, volumes: ['6亿', '7.5亿', '6.75亿'] },
      result: 0.0030677733333333334,
      note: {
        en: 'The quantity is that of China Shipbuilding Industry on 2015-04-17; the volumes are assumed.',
        zh: '余量为中国重工 2015-04-17 的数据；成交量为假设。',
      },
    },
    {
      title: { en: 'Suspended days without volume are left out', zh: '停牌日没有成交量，不计入均值' },
      args: { qty: 300, volumes: [100, null, 200] },
      result: 2,
    },
    {
      title: { en: 'No volume', zh: '没有成交量' },
      args: { qty: 300, volumes: [0] },
      result: '#DIV/0!',
    },
  ],
  related: ['LENDING_QTY_ROLL', 'LENDING_NET_SOLD', 'BALANCE_TO_TURNOVER'],
  search: ['回补天数', '空头回补', '融券余量占成交量', 'days to cover', 'short interest ratio'],
};
