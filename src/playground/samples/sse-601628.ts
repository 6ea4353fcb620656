// 中国人寿 (601628) on 2014-01-15, in 万元 and 万股, as a data vendor (维赛特财经) printed the Shanghai Stock Exchange's row.
import { serialOf } from '../../cells/date';
import { DATE, FIRST_ROW, type Sample } from './sheet';

const WAN = '#,##0.00';
const YUAN = '#,##0';
const DIFFERENCE = '[Red]+#,##0.00;[Red]-#,##0.00;0';

export const sse601628: Sample = {
  id: 'sse-601628',
  name: { zh: '中国人寿 601628', en: 'SSE 601628' },
  title: {
    zh: '中国人寿 601628：两个余额相加',
    en: 'China Life 中国人寿 601628: two balances add up',
  },
  source: {
    zh: '上海证券交易所，2014-01-15，单位万元、万股。来源：维赛特财经。绿色列由公式算出。',
    en: 'Shanghai Stock Exchange, 2014-01-15, in 万元 (10,000 元) and 万股 (10,000 shares). Source: 维赛特财经. Green columns are formulas.',
  },
  welcome: {
    zh: '先试试：在 A8 输入 =RZRQ.MARGIN_BALANCE(B5,D5)，回车后应得 98735.47。',
    en: 'Try first: in A8 type =RZRQ.MARGIN_BALANCE(B5,D5) and press Enter; the answer is 98735.47.',
  },
  columns: [
    { header: { zh: '交易日期', en: 'Date\n交易日期' }, width: 96, format: DATE },
    { header: { zh: '融资余额\n(万元)', en: 'Financing balance\n融资余额 (万元)' }, width: 124, format: WAN },
    { header: { zh: '融资买入额\n(万元)', en: 'Purchases\n融资买入额 (万元)' }, width: 124, format: WAN },
    { header: { zh: '融券余额\n(万元)', en: 'Lending balance\n融券余额 (万元)' }, width: 124, format: WAN },
    { header: { zh: '融券卖出量\n(万股)', en: 'Sold\n融券卖出量 (万股)' }, width: 124, format: WAN },
    { header: { zh: '融资融券余额\n(万元)', en: 'Margin balance\n融资融券余额 (万元)' }, width: 132, format: WAN },
    { header: { zh: '应有余额\n(万元)', en: 'Expected balance\n(万元)' }, width: 124, format: WAN, kind: 'computed' },
    {
      header: { zh: '差异\n应有 − 公布', en: 'Break\nexpected − published' },
      width: 148,
      format: DIFFERENCE,
      kind: 'computed',
    },
    { header: { zh: '应有余额\n(元)', en: 'Expected balance\n(元)' }, width: 132, format: YUAN, kind: 'computed' },
  ],
  rows: [
    [
      serialOf(2014, 1, 15),
      97753.18,
      1583.26,
      982.29,
      30.66,
      98735.47,
      `=RZRQ.MARGIN_BALANCE(B${FIRST_ROW},D${FIRST_ROW})`,
      `=RZRQ.MARGIN_BALANCE_BREAK(B${FIRST_ROW},D${FIRST_ROW},F${FIRST_ROW})`,
      `=RZRQ.MARGIN_BALANCE(B${FIRST_ROW}&"万元",D${FIRST_ROW}&"万元")`,
    ],
  ],
  notes: [
    {
      zh: '文字里的单位也读得懂：97753.18万元 按 977,531,800 元计算（见最后一列）。',
      en: 'A unit inside the text is understood: 97753.18万元 counts as 977,531,800 元 (last column).',
    },
  ],
  frozenColumns: 0,
};
