import { DAILY_601989 } from '../functions/catalogue/sources';
import { sse601989 } from './figures/sse-601989';
import { AMOUNT, DAY, DIFFERENCE } from './styles';
import { afterFirst, type Column, FIRST_ROW, HEADER_ROW, tableSheet } from './table-sheet';
import type { Content, Template } from './template';

type Day = (typeof sse601989)[number];

const amount = { number: AMOUNT };
const difference = { number: '#,##0;-#,##0;0', ...DIFFERENCE };

/** One formula that spills from the second day on. */
const once =
  (formula: (first: number, last: number) => Content): Column<Day>['cell'] =>
  (_, { own, first, last }) =>
    own === first + 1 ? formula(own, last) : null;

const columns: readonly Column<Day>[] = [
  { header: { en: 'Date\n日期', zh: '日期' }, width: 14, format: DAY, cell: ({ date }) => date },
  {
    header: { en: 'Financing balance\n融资余额', zh: '融资余额(元)' },
    width: 18,
    format: amount,
    cell: ({ balance }) => balance,
  },
  {
    header: { en: 'Purchases\n融资买入额', zh: '融资买入额(元)' },
    width: 17,
    format: amount,
    cell: ({ purchases }) => purchases,
  },
  {
    header: { en: 'Repayments\n融资偿还额', zh: '融资偿还额(元)' },
    width: 17,
    format: amount,
    cell: ({ repayments }) => repayments,
  },
  {
    header: { en: 'Net purchase\n融资净买入', zh: '融资净买入(元)' },
    width: 17,
    format: amount,
    kind: 'computed',
    cell: (_, { own }) => `=RZRQ.FINANCING_NET_PURCHASE(C${own},D${own})`,
  },
  {
    header: { en: 'Expected balance', zh: '应有余额(元)' },
    width: 18,
    format: amount,
    kind: 'computed',
    cell: afterFirst((_, { own, prior }) => `=RZRQ.FINANCING_BALANCE_ROLL(B${prior},C${own},D${own})`),
  },
  {
    header: { en: 'Break\nexpected − published', zh: '差异\n应有 − 公布' },
    width: 18,
    format: difference,
    kind: 'computed',
    cell: afterFirst((_, { own, prior }) => `=RZRQ.FINANCING_BALANCE_BREAK(B${prior},C${own},D${own},B${own})`),
  },
  {
    header: { en: 'Series from one cell', zh: '序列（一格溢出）' },
    width: 18,
    format: amount,
    kind: 'computed',
    cell: once((first, last) => `=RZRQ.FINANCING_BALANCE_SERIES(B${first - 1},C${first}:C${last},D${first}:D${last})`),
  },
  {
    header: { en: 'Quantity on loan\n融券余量', zh: '融券余量(股)' },
    width: 16,
    format: amount,
    cell: ({ lentQty }) => lentQty,
  },
  { header: { en: 'Sold\n融券卖出量', zh: '融券卖出量(股)' }, width: 16, format: amount, cell: ({ sold }) => sold },
  {
    header: { en: 'Returned\n融券偿还量', zh: '融券偿还量(股)' },
    width: 16,
    format: amount,
    cell: ({ returned }) => returned,
  },
  {
    header: { en: 'Break\nexpected − published', zh: '差异\n应有 − 公布' },
    width: 18,
    format: difference,
    kind: 'computed',
    cell: afterFirst((_, { own, prior }) => `=RZRQ.LENDING_QTY_BREAK(I${prior},J${own},K${own},I${own})`),
  },
];

export const dailyBalances: Template = {
  id: 'daily-balances',
  title: { en: 'Daily balances', zh: '每日余额表' },
  description: {
    en: 'Ten days of one security: balances rolled forward, their breaks against the published figures, and the whole series from one cell.',
    zh: '一只证券十个交易日：逐日推算余额、与公布值的差异，以及一格算出的整段序列。',
  },
  sources: [DAILY_601989],
  build: (language) => ({
    sheets: [
      tableSheet(
        {
          name: { en: 'Daily balances', zh: '每日余额表' },
          title: {
            en: 'China Shipbuilding Industry 中国重工 601989: daily balances',
            zh: '中国重工 601989：每日余额表',
          },
          note: {
            en: 'SSE, April 2015, in 元 and shares (tushare documentation). Green columns are formulas; put your own figures over the blue ones.',
            zh: '上交所，2015 年 4 月，单位元、股（见 tushare 文档）。绿色列为公式；可用自己的数据覆盖蓝色列。',
          },
          columns,
          rows: sse601989,
          chart: {
            kind: 'line',
            title: { en: 'Financing balance, published', zh: '融资余额（公布）' },
            data: { row: HEADER_ROW, column: 0, rows: sse601989.length + 1, columns: 2 },
            at: { row: FIRST_ROW + sse601989.length + 1, column: 0, rows: 16, columns: 6 },
          },
        },
        language,
      ),
    ],
  }),
};
