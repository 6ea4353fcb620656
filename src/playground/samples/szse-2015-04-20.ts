// Ten securities of the Shenzhen Stock Exchange on 2015-04-20, as published for each security.
// Taken from the worked example of `ts.sz_margin_details` in the Tushare documentation (waditu/tushare, docs/reference.rst).
import { szse20150420 as SECURITIES } from '../../templates/figures/szse-2015-04-20';
import { AMOUNT, DIFFERENCE, FIRST_ROW, type Sample, TEXT } from './sheet';

const LAST_ROW = FIRST_ROW + SECURITIES.length - 1;
const all = (column: string) => `${column}${FIRST_ROW}:${column}${LAST_ROW}`;

/** One spilling formula per column, in its first row. */
const spilled = (index: number, formula: string) => (index === 0 ? formula : '');

export const szse20150420: Sample = {
  id: 'szse-2015-04-20',
  name: { zh: '深交所 2015-04-20', en: 'SZSE 2015-04-20' },
  title: {
    zh: '深圳证券交易所 2015-04-20：一个公式算完一列',
    en: 'Shenzhen Stock Exchange 2015-04-20: one formula fills a column',
  },
  source: {
    zh: '深圳证券交易所融资融券交易明细，单位元、股。来源：Tushare 文档 sz_margin_details。绿色列由公式算出。',
    en: 'Shenzhen Stock Exchange, detail by security, in 元 and shares. Source: Tushare documentation, sz_margin_details. Green columns are formulas.',
  },
  welcome: {
    zh: `先试试：在 F5 输入 =RZRQ.MARGIN_BALANCE(${all('C')},${all('D')})，回车后整列自动算出。`,
    en: `Try first: in F5 type =RZRQ.MARGIN_BALANCE(${all('C')},${all('D')}) and press Enter; the whole column fills.`,
  },
  columns: [
    { header: { zh: '证券代码', en: 'Code\n证券代码' }, width: 76, format: TEXT },
    { header: { zh: '证券简称', en: 'Name\n证券简称' }, width: 88, format: TEXT },
    { header: { zh: '融资余额\n(元)', en: 'Financing balance\n融资余额 (元)' }, width: 124, format: AMOUNT },
    { header: { zh: '融券余额\n(元)', en: 'Lending balance\n融券余额 (元)' }, width: 118, format: AMOUNT },
    { header: { zh: '融资融券余额\n(元)', en: 'Margin balance\n融资融券余额 (元)' }, width: 136, format: AMOUNT },
    { header: { zh: '你来算\n在 F5 输入', en: 'Your turn\nin F5' }, width: 118, format: AMOUNT, kind: 'free' },
    { header: { zh: '应有余额\n(元)', en: 'Expected balance\n(元)' }, width: 120, format: AMOUNT, kind: 'computed' },
    {
      header: { zh: '差异\n应有 − 公布', en: 'Break\nexpected − published' },
      width: 148,
      format: DIFFERENCE,
      kind: 'computed',
    },
    { header: { zh: '融资买入额\n(元)', en: 'Purchases\n融资买入额 (元)' }, width: 122, format: AMOUNT },
    { header: { zh: '融券卖出量\n(股)', en: 'Sold\n融券卖出量 (股)' }, width: 136, format: AMOUNT },
    { header: { zh: '融券余量\n(股)', en: 'Quantity on loan\n融券余量 (股)' }, width: 124, format: AMOUNT },
    {
      header: { zh: '收盘价\n由公布数反推', en: 'Close, implied\nby the published row' },
      width: 148,
      format: '0.00',
      kind: 'computed',
    },
    {
      header: { zh: '融券余量 × 收盘价\n(元)', en: 'Quantity on loan\n× close (元)' },
      width: 140,
      format: '#,##0.00',
      kind: 'computed',
    },
    {
      header: { zh: '差异\n与公布融券余额', en: 'Break against the\nlending balance' },
      width: 132,
      format: '[Red]+0.00;[Red]-0.00;0',
      kind: 'computed',
    },
  ],
  rows: SECURITIES.map(({ code, name, purchases, financing, sold, lentQty, lending, margin }, index) => {
    const own = FIRST_ROW + index;
    return [
      code,
      name,
      financing,
      lending,
      margin,
      null,
      spilled(index, `=RZRQ.MARGIN_BALANCE(${all('C')},${all('D')})`),
      `=RZRQ.MARGIN_BALANCE_BREAK(C${own},D${own},E${own})`,
      purchases,
      sold,
      lentQty,
      `=ROUND(D${own}/K${own},2)`,
      spilled(index, `=RZRQ.LENDING_BALANCE(${all('K')},${all('L')})`),
      `=RZRQ.LENDING_BALANCE_BREAK(K${own},L${own},D${own})`,
    ];
  }),
  notes: [
    {
      zh: '融资余额 + 融券余额 = 融资融券余额，十只证券全部相符。',
      en: 'Financing balance + lending balance = margin balance holds for all ten securities.',
    },
    {
      zh: '融券余额 = 融券余量 × 收盘价；各证券公司分别取整后汇总，公布数可能相差一两元。',
      en: 'Lending balance = quantity on loan × close; brokers round one by one, so the published figure may be off by 1 or 2 元.',
    },
  ],
  frozenColumns: 2,
};
