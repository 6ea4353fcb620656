import { DAILY_2026 } from '../functions/catalogue/sources';
import type { Format } from '../workbook/workbook';
import { szse202601 } from './figures/szse-2026-01';
import { AMOUNT, DAY, FILLS, RATIO, RISE_AND_FALL, TEXT } from './styles';
import { type Column, FIRST_ROW, HEADER_ROW, tableSheet } from './table-sheet';
import type { Template } from './template';

type Row = (typeof szse202601)[number];

const amount: Format = { number: AMOUNT };
const change: Format = { number: '#,##0;-#,##0;0', ...RISE_AND_FALL };
const ratio: Format = { number: RATIO };
const NOTHING = { en: '', zh: '' };
/** A day of both exchanges has some 4,300 rows. */
const LAST = 20_000;

const published = (
  header: string,
  cell: (row: Row) => number | string,
  format: Format = amount,
  width = 18,
): Column<Row> => ({ header: { en: header, zh: header }, width, format, cell });

const table: readonly Column<Row>[] = [
  published('日期', ({ date }) => date, DAY, 15),
  published('证券代码', ({ code }) => code, { number: TEXT }, 13),
  published('融资余额(元)', ({ balance }) => balance),
  published('融资买入额(元)', ({ purchases }) => purchases),
  published('融资偿还额(元)', ({ repayments }) => repayments),
  published('融券余量(股)', ({ lentQty }) => lentQty),
  published('融券卖出量(股)', ({ sold }) => sold),
  published('融券偿还量(股)', ({ returned }) => returned),
];

/** Of the columns that the ranking spills. */
const RANKED: readonly Format[] = [
  { number: '0' },
  {},
  { number: TEXT },
  {},
  amount,
  change,
  ratio,
  amount,
  ratio,
  ratio,
  ratio,
  { number: '0' },
  change,
  change,
  {},
  {},
  {},
];

const spilled = (language: 'en' | 'zh'): readonly Column<Row>[] =>
  RANKED.map((format, i) => {
    const formula = `=RZRQ.NET_PURCHASE_RANKING(A${HEADER_ROW + 1}:H${LAST},2,,"${language}")`;
    return {
      header: i === 0 ? { en: formula, zh: formula } : NOTHING,
      width: 17,
      kind: 'computed',
      format: { ...format, fill: FILLS.computed },
      cell: () => null,
    };
  });

export const netPurchaseRanking: Template = {
  id: 'net-purchase-ranking',
  title: { en: 'Net purchase ranking', zh: '资金榜' },
  description: {
    en: 'A market’s table of one or several days becomes the ranking by net purchases: against the balance of the day before, in a row, and over all days of the table.',
    zh: '一日或多日的全市场明细，按融资净买入排名：占前日余额的比例、连续天数与累计。',
  },
  sources: [DAILY_2026],
  build: (language) => ({
    sheets: [
      tableSheet<Row>(
        {
          name: { en: 'Net purchase ranking', zh: '资金榜' },
          title: {
            en: 'Securities by net purchases on the last day of the table',
            zh: '按表中最后一日的融资净买入排名',
          },
          note: {
            en: 'J3 ranks the table at its left; paste an exchange’s or a vendor’s table of any length over it, with its own headers.',
            zh: 'J3 的公式读取左侧整张表；可贴上交易所或数据商的表，行数不限，标题按其原样。',
          },
          columns: [...table, { header: NOTHING, width: 4, cell: () => null }, ...spilled(language)],
          rows: szse202601,
          belowFormats: [
            {
              at: { row: FIRST_ROW, column: table.length + 1, rows: szse202601.length, columns: 1 },
              format: { align: 'center' },
            },
          ],
        },
        language,
      ),
    ],
  }),
};
