import type { Language } from '../language';
import { GUSHIBA_ANSWERS, SSE_SUMMARY_2015 } from '../functions/catalogue/sources';
import { sseMarket201504 } from './figures/sse-market-2015-04';
import { AMOUNT, DAY, FILLS, RATIO, RISE_AND_FALL } from './styles';
import { afterFirst, type Column, FIRST_ROW, HEADER_ROW, tableSheet } from './table-sheet';
import type { Content, Template } from './template';

type Day = (typeof sseMarket201504)[number];

const amount = { number: AMOUNT };
const change = { number: '#,##0;-#,##0;0', ...RISE_AND_FALL };

const columns: readonly Column<Day>[] = [
  { header: { en: 'Date\n日期', zh: '日期' }, width: 38, format: DAY, cell: ({ date }) => date },
  {
    header: { en: 'Financing balance\n融资余额', zh: '融资余额(元)' },
    width: 22,
    format: amount,
    cell: ({ financing }) => financing,
  },
  {
    header: { en: 'Purchases\n融资买入额', zh: '融资买入额(元)' },
    width: 20,
    format: amount,
    cell: ({ purchases }) => purchases,
  },
  {
    header: { en: 'Lending balance\n融券余额', zh: '融券余额(元)' },
    width: 18,
    format: amount,
    cell: ({ lending }) => lending,
  },
  {
    header: { en: 'Quantity on loan\n融券余量', zh: '融券余量(股)' },
    width: 16,
    format: amount,
    cell: ({ lentQty }) => lentQty,
  },
  {
    header: { en: 'Repayments, implied\n推算融资偿还额', zh: '推算融资偿还额(元)' },
    width: 20,
    format: amount,
    kind: 'computed',
    cell: afterFirst((_, { own, prior }) => `=RZRQ.FINANCING_REPAYMENT_IMPLIED(B${prior},C${own},B${own})`),
  },
  {
    header: { en: 'Net purchase\n融资净买入', zh: '融资净买入(元)' },
    width: 19,
    format: change,
    kind: 'computed',
    cell: afterFirst((_, { own }) => `=RZRQ.FINANCING_NET_PURCHASE(C${own},F${own})`),
  },
  {
    header: { en: 'Purchases ÷ repayments\n买偿比', zh: '买偿比' },
    width: 16,
    format: { number: '0.000' },
    kind: 'computed',
    cell: afterFirst((_, { own }) => `=RZRQ.PURCHASE_REPAYMENT_RATIO(C${own},F${own})`),
  },
  {
    header: { en: 'Repayment rate\n偿还率', zh: '偿还率' },
    width: 16,
    format: { number: RATIO },
    kind: 'computed',
    cell: afterFirst((_, { own, prior }) => `=RZRQ.REPAYMENT_RATE(F${own},B${prior})`),
  },
  {
    header: { en: 'Long-short ratio\n多空比', zh: '多空比' },
    width: 16,
    format: { number: '0.00' },
    kind: 'computed',
    cell: (_, { own }) => `=RZRQ.LONG_SHORT_RATIO(B${own},D${own})`,
  },
];

interface Line {
  readonly label: { readonly en: string; readonly zh: string };
  readonly cells: (
    rows: { readonly first: number; readonly last: number; readonly own: number },
    language: Language,
  ) => readonly Content[];
  readonly number?: string;
  readonly computed: number;
}

const line = (label: Line['label'], cells: Line['cells'], number?: string): Line => ({
  label,
  cells,
  computed: 1,
  ...(number === undefined ? {} : { number }),
});

const WEEK = ['22亿', '38亿', '21亿', '13亿', '24亿'];

/** Rows of the week's example count from its turnovers. */
const lines: readonly Line[] = [
  line(
    { en: 'Rising (+) or falling (−) days', zh: '融资余额连续增减天数' },
    ({ first, last }) => [`=RZRQ.BALANCE_STREAK(B${first}:B${last})`],
    '+0;-0;0',
  ),
  line(
    { en: 'Trend a day', zh: '融资余额趋势（每日）' },
    ({ first, last }) => [`=RZRQ.BALANCE_TREND(B${first}:B${last},10)`],
    RATIO,
  ),
  line({ en: 'Bias of the market', zh: '市场倾向' }, ({ first, last }, language) => [
    `=RZRQ.MARKET_BIAS(B${first}:B${last},E${first}:E${last},10,"${language}")`,
  ]),
  { label: { en: 'A week: turnover of five days', zh: '一周示例：五日成交额' }, cells: () => WEEK, computed: 0 },
  {
    label: { en: 'Balance; purchases; repayments', zh: '融资余额；融资买入额；融资偿还额' },
    cells: () => ['6.6亿', '3.8亿', '4.1亿'],
    computed: 0,
  },
  line(
    { en: 'Balance to turnover (text: 25%)', zh: '余额占日均成交额（原文：25%）' },
    ({ own }) => [`=RZRQ.BALANCE_TO_TURNOVER(B${own - 1},B${own - 2}:F${own - 2})`],
    RATIO,
  ),
  line(
    { en: 'Purchases to turnover (text: 14%)', zh: '周买入占日均成交额（原文：14%）' },
    ({ own }) => [`=RZRQ.PURCHASES_TO_TURNOVER(C${own - 2},B${own - 3}:F${own - 3},"average")`],
    RATIO,
  ),
  line({ en: 'At the 10% line?', zh: '是否达到 10%' }, ({ own }, language) => [
    `=RZRQ.THRESHOLD_SIGNAL(B${own - 1},10%,"${language}")`,
  ]),
  line(
    { en: 'Net purchase of the week', zh: '一周融资净买入' },
    ({ own }) => [`=RZRQ.FINANCING_NET_PURCHASE(C${own - 4},D${own - 4})`],
    AMOUNT,
  ),
];

const BELOW = FIRST_ROW + sseMarket201504.length + 1;

export const marketIndicators: Template = {
  id: 'market-indicators',
  title: { en: 'Long and short indicators', zh: '多空指标' },
  description: {
    en: 'Ten days of the whole market: net purchases, ratios, streak, trend and bias, with the rules of thumb for a week of one stock.',
    zh: '全市场十个交易日：净买入、买偿比、偿还率、多空比、连续天数、趋势与倾向，另附一只股票一周的经验线示例。',
  },
  sources: [SSE_SUMMARY_2015, GUSHIBA_ANSWERS],
  build: (language) => ({
    sheets: [
      tableSheet(
        {
          name: { en: 'Indicators', zh: '多空指标' },
          title: { en: 'Shanghai market: long and short indicators', zh: '沪市多空指标' },
          note: {
            en: 'SSE totals, April 2015, in 元 and shares (tushare documentation). The week below is from answers on Gushiba; the text rounds loosely.',
            zh: '上交所，2015 年 4 月汇总，单位元、股（见 tushare 文档）。下方一周示例取自股识吧的解答；原文取数较粗。',
          },
          columns,
          rows: sseMarket201504,
          below: ({ first, last }) =>
            lines.map(({ label, cells }, index) => [
              label[language],
              ...cells({ first, last, own: BELOW + index + 1 }, language),
            ]),
          belowFormats: lines.flatMap(({ number, computed }, index) => {
            const at = { row: BELOW + index, column: 1, rows: 1, columns: computed || WEEK.length };
            return [
              {
                at,
                format: {
                  fill: computed ? FILLS.computed : FILLS.published,
                  align: 'right' as const,
                  ...(number === undefined ? {} : { number }),
                },
              },
            ];
          }),
          chart: {
            kind: 'line',
            title: { en: 'Financing balance', zh: '融资余额' },
            data: { row: HEADER_ROW, column: 0, rows: sseMarket201504.length + 1, columns: 2 },
            at: { row: BELOW + lines.length + 1, column: 0, rows: 16, columns: 5 },
          },
        },
        language,
      ),
    ],
  }),
};
