// 中国重工 (601989), ten trading days of April 2015 as the Shanghai Stock Exchange published them for each security.
// Taken from the worked example of `ts.sh_margin_details` in the Tushare documentation (waditu/tushare, docs/reference.rst).
import { sse601989 as DAYS } from '../../templates/figures/sse-601989';
import { AMOUNT, type ColumnOfSample, type Content, DATE, DIFFERENCE, FIRST_ROW, type Sample } from './sheet';

type Day = (typeof DAYS)[number];

const COLUMNS: ColumnOfSample[] = [
  { header: { zh: '日期', en: 'Date\n日期' }, width: 92, format: DATE },
  { header: { zh: '融资余额\n(元)', en: 'Financing balance\n融资余额 (元)' }, width: 124, format: AMOUNT },
  { header: { zh: '融资买入额\n(元)', en: 'Purchases\n融资买入额 (元)' }, width: 120, format: AMOUNT },
  { header: { zh: '融资偿还额\n(元)', en: 'Repayments\n融资偿还额 (元)' }, width: 120, format: AMOUNT },
  { header: { zh: '你来算\n从 E6 开始', en: 'Your turn\nstart in E6' }, width: 118, format: AMOUNT, kind: 'free' },
  {
    header: { zh: '应有余额\n逐行推算', en: 'Expected balance\nrow by row' },
    width: 124,
    format: AMOUNT,
    kind: 'computed',
  },
  {
    header: { zh: '差异\n应有 − 公布', en: 'Break\nexpected − published' },
    width: 148,
    format: DIFFERENCE,
    kind: 'computed',
  },
  {
    header: { zh: '应有余额\n一格溢出', en: 'Expected balance\nspilled from one cell' },
    width: 150,
    format: AMOUNT,
    kind: 'computed',
  },
  { header: { zh: '融券余量\n(股)', en: 'Quantity on loan\n融券余量 (股)' }, width: 124, format: AMOUNT },
  { header: { zh: '融券卖出量\n(股)', en: 'Sold\n融券卖出量 (股)' }, width: 136, format: AMOUNT },
  { header: { zh: '融券偿还量\n(股)', en: 'Returned\n融券偿还量 (股)' }, width: 136, format: AMOUNT },
  {
    header: { zh: '应有余量\n逐行推算', en: 'Expected quantity\nrow by row' },
    width: 132,
    format: AMOUNT,
    kind: 'computed',
  },
  {
    header: { zh: '差异\n应有 − 公布', en: 'Break\nexpected − published' },
    width: 148,
    format: DIFFERENCE,
    kind: 'computed',
  },
];

const SECOND_ROW = FIRST_ROW + 1;
const LAST_ROW = FIRST_ROW + DAYS.length - 1;

// The first day has no day before it, so nothing is expected of it.
const row = ({ date, balance, purchases, repayments, lentQty, sold, returned }: Day, index: number): Content[] => {
  const own = FIRST_ROW + index;
  const prior = own - 1;
  const expected = (formula: string) => (index === 0 ? null : formula);
  return [
    date,
    balance,
    purchases,
    repayments,
    null,
    expected(`=RZRQ.FINANCING_BALANCE_ROLL(B${prior},C${own},D${own})`),
    expected(`=RZRQ.FINANCING_BALANCE_BREAK(B${prior},C${own},D${own},B${own})`),
    own === SECOND_ROW
      ? `=RZRQ.FINANCING_BALANCE_SERIES(B${FIRST_ROW},C${SECOND_ROW}:C${LAST_ROW},D${SECOND_ROW}:D${LAST_ROW})`
      : null,
    lentQty,
    sold,
    returned,
    expected(`=RZRQ.LENDING_QTY_ROLL(I${prior},J${own},K${own})`),
    expected(`=RZRQ.LENDING_QTY_BREAK(I${prior},J${own},K${own},I${own})`),
  ];
};

const daysBroken = (column: string) => {
  const breaks = `${column}${SECOND_ROW}:${column}${LAST_ROW}`;
  return `(COUNTIF(${breaks},">0")+COUNTIF(${breaks},"<0"))`;
};

export const sse601989: Sample = {
  id: 'sse-601989',
  name: { zh: '中国重工 601989', en: 'SSE 601989' },
  title: {
    zh: '中国重工 601989：公布的余额与应有的余额',
    en: 'China Shipbuilding Industry 中国重工 601989: published balances against expected ones',
  },
  source: {
    zh: '上海证券交易所融资融券交易明细，2015-04-03 至 2015-04-17。来源：Tushare 文档 sh_margin_details。绿色列由公式算出。',
    en: 'Shanghai Stock Exchange, detail by security, 2015-04-03 to 2015-04-17. Source: Tushare documentation, sh_margin_details. Green columns are formulas.',
  },
  welcome: {
    zh: '先试试：在 E6 输入 =RZRQ.FINANCING_BALANCE_ROLL(B5,C6,D6)，回车后向下填充到 E14。',
    en: 'Try first: in E6 type =RZRQ.FINANCING_BALANCE_ROLL(B5,C6,D6), press Enter, then fill down to E14.',
  },
  columns: COLUMNS,
  rows: DAYS.map(row),
  notes: [
    {
      zh: 'F 列 RZRQ.FINANCING_BALANCE_ROLL，G 列 RZRQ.FINANCING_BALANCE_BREAK，H 列 RZRQ.FINANCING_BALANCE_SERIES。',
      en: 'F: RZRQ.FINANCING_BALANCE_ROLL. G: RZRQ.FINANCING_BALANCE_BREAK. H: RZRQ.FINANCING_BALANCE_SERIES.',
    },
    {
      zh: `="九个交易日中，融资余额有 "&${daysBroken('G')}&" 天对不上，融券余量有 "&${daysBroken('M')}&" 天对不上。"`,
      en: `="Of nine days, the financing balance breaks on "&${daysBroken('G')}&" and the quantity on loan on "&${daysBroken('M')}&"."`,
    },
    {
      zh: '应有余额 = 前一日公布余额 + 融资买入额 − 融资偿还额；一格溢出的一列从首日余额起连续推算，所以差异会累积。',
      en: 'Expected = published balance of the day before + purchases − repayments. The spilled column runs on from the first day, so its breaks add up.',
    },
  ],
  frozenColumns: 1,
};
