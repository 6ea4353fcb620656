import { formula } from '../catalogue/define';
import { price, purchases, sold, turnover } from '../catalogue/params';
import { type Source, ZHIDAO_601628 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const MARGIN_TRADE_SHARE = formula({
  id: 'MARGIN_TRADE_SHARE',
  params: [purchases, sold, { ...price, domain: { ...price.domain, zeroIsMissingBeside: 'sold' } }, turnover],
  compute: ({ purchases, sold, price, turnover }) => purchases.plus(sold.times(price)).over(turnover),
});

const PRESS_2011: Source = {
  title: {
    en: 'Press report of 2011-09-06: purchases of 5.6 billion and short sales of 0.519 billion are 6.119 billion of margin trades',
    zh: '2011-09-06 报道：融资买入56亿元与融券卖出5.19亿元，两融交易额合计61.19亿元',
  },
  date: '2011-09-06',
};

const PRESS_2026: Source = {
  title: {
    en: 'Press report of 2026-01-26: margin trades of 311.407 billion, 9.48% of A-share turnover',
    zh: '2026-01-26 报道：两融交易额3114.07亿元，占A股成交额9.48%',
  },
  date: '2026-01-26',
};

export const words: Words<typeof MARGIN_TRADE_SHARE> = {
  family: 'indicator',
  title: { en: 'Margin trades in turnover', zh: '两融交易占比' },
  doc: {
    en: 'Share of the turnover that was bought with financing or sold short.',
    zh: '两融交易占比：融资买入额与融券卖出额之和占成交额的比例。',
  },
  returns: 'ratio',
  formula: {
    en: 'share = (purchases + sold × price) ÷ turnover',
    zh: '两融交易占比 = (融资买入额 + 融券卖出量 × 价格) ÷ 成交额',
  },
  params: { price: { en: 'Mean or closing price of the day, in 元', zh: '当日均价或收盘价，元' } },
  errors: [{ code: '#DIV/0!', when: { en: 'There was no turnover.', zh: '没有成交额。' } }],
  remarks: [
    {
      en: 'Exchanges publish the quantity sold short, not its amount; the day’s mean price comes closer than its close.',
      zh: '交易所公布融券卖出量而非卖出额；用当日均价比收盘价更接近实际。',
    },
  ],
  sources: [PRESS_2011, PRESS_2026],
  examples: [
    {
      title: {
        en: 'Purchases of 15,832,600 元 and 306,600 shares sold at 14.5',
        zh: '融资买入 1583.26 万元，融券卖出 30.66 万股，价格 14.5',
      },
      args: { purchases: '1583.26万元', sold: '30.66万股', price: 14.5, turnover: '2亿' },
      result: 0.1013915,
      source: ZHIDAO_601628,
      note: {
        en: 'Purchases and quantity are those of China Life on 2014-01-15; price and turnover are assumed.',
        zh: '买入额与卖出量取自中国人寿 2014-01-15；价格与成交额为假设。',
      },
    },
    {
      title: { en: 'The price is not known', zh: '价格缺失' },
      args: { purchases: 15832600, sold: 306600, price: null, turnover: 200000000 },
      result: '#N/A',
    },
    {
      title: { en: 'No turnover', zh: '没有成交' },
      args: { purchases: 0, sold: 0, price: 14.5, turnover: 0 },
      result: '#DIV/0!',
    },
  ],
  related: ['PURCHASES_TO_TURNOVER', 'BALANCE_TO_TURNOVER'],
  search: ['两融交易占比', '杠杆交易占比', '融资融券交易占A股成交额', 'margin trading share'],
};
