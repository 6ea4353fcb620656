import { DAILY_601989, SZSE_DETAIL_2015 } from '../functions/catalogue/sources';
import type { Format } from '../workbook/workbook';
import { sse601989 } from './figures/sse-601989';
import { szse20150420 } from './figures/szse-2015-04-20';
import { AMOUNT, DAY, DIFFERENCE, TEXT, warningWords } from './styles';
import { type Column, FIRST_ROW, HEADER_ROW, tableSheet } from './table-sheet';
import type { Template } from './template';

type Day = (typeof sse601989)[number];
type Security = (typeof szse20150420)[number];

const amount = { number: AMOUNT };
const NOTHING = { en: '', zh: '' };

/** Headers are those of the exchange's files, which RECONCILE reads. */
const published = <R>(
  header: string,
  cell: (row: R) => number | string,
  format: Format = amount,
  width = 16,
): Column<R> => ({
  header: { en: header, zh: header },
  width,
  format,
  cell: (row) => cell(row),
});

/** Room for what one formula spills: a header row over as many rows as the table has. */
const spilled = (widths: readonly number[], formula: string): Column<Day>[] =>
  widths.map((width, i) => ({
    header: i === 0 ? { en: formula, zh: formula } : NOTHING,
    width,
    kind: 'computed',
    cell: () => null,
  }));

const days: readonly Column<Day>[] = [
  published('信用交易日期', ({ date }) => date, DAY, 16),
  published('标的证券代码', () => '601989', { number: TEXT }, 16),
  published('标的证券简称', () => '中国重工', { number: TEXT }, 16),
  published('融资余额(元)', ({ balance }) => balance, amount, 18),
  published('融资买入额(元)', ({ purchases }) => purchases),
  published('融资偿还额(元)', ({ repayments }) => repayments),
  published('融券余量(股)', ({ lentQty }) => lentQty),
  published('融券卖出量(股)', ({ sold }) => sold),
  published('融券偿还量(股)', ({ returned }) => returned),
];

const securities: readonly Column<Security>[] = [
  published('证券代码', ({ code }) => code, { number: TEXT }, 12),
  published('证券简称', ({ name }) => name, { number: TEXT }, 12),
  published('融资余额(元)', ({ financing }) => financing),
  published('融券余额(元)', ({ lending }) => lending),
  published('融资融券余额(元)', ({ margin }) => margin, amount, 18),
  {
    header: { en: 'Break\nexpected − published', zh: '差异\n应有 − 公布' },
    width: 20,
    kind: 'computed',
    format: { number: '#,##0;-#,##0;0', ...DIFFERENCE },
    cell: (_, { own }) => `=RZRQ.MARGIN_BALANCE_BREAK(C${own},D${own},E${own})`,
  },
];

const RECONCILED_AT = days.length + 1;
/** Date, code, two differences with the long names of their identities, verdict. */
const RECONCILED_WIDTHS = [14, 12, 30, 24, 14];
const RECONCILED_COLUMNS = RECONCILED_WIDTHS.length;

export const reconciliation: Template = {
  id: 'reconciliation',
  title: { en: 'Reconciliation', zh: '勾稽核对' },
  description: {
    en: 'Published tables held against their own identities: one formula reads the whole table and gives a verdict a row; another checks a day of many securities.',
    zh: '用公布数据自身的勾稽关系核对：一个公式读入整张表、逐行给出结论；另一张表核对同日多只证券。',
  },
  sources: [DAILY_601989, SZSE_DETAIL_2015],
  build: (language) => ({
    sheets: [
      tableSheet<Day>(
        {
          name: { en: 'Reconcile days', zh: '勾稽核对·逐日' },
          title: {
            en: 'China Shipbuilding Industry 中国重工 601989: does every day follow from the day before?',
            zh: '中国重工 601989：每日数据能否由前日推出？',
          },
          note: {
            en: 'K3 reads the table at its left (from the tushare documentation); put your own over it, with the exchange’s or a vendor’s headers.',
            zh: 'K3 的公式读取左侧整张表（见 tushare 文档）；可换成自己的表，交易所或数据商的标题均可识别。',
          },
          columns: [
            ...days,
            { header: NOTHING, width: 4, cell: () => null },
            ...spilled(
              RECONCILED_WIDTHS,
              `=RZRQ.RECONCILE(A${HEADER_ROW + 1}:I${FIRST_ROW + sse601989.length},,"${language}")`,
            ),
          ],
          rows: sse601989,
          belowFormats: [
            { at: { row: FIRST_ROW, column: RECONCILED_AT, rows: sse601989.length, columns: 1 }, format: DAY },
            {
              at: {
                row: FIRST_ROW,
                column: RECONCILED_AT + 2,
                rows: sse601989.length,
                columns: RECONCILED_COLUMNS - 2,
              },
              format: amount,
            },
            {
              at: { row: FIRST_ROW, column: RECONCILED_AT, rows: sse601989.length, columns: RECONCILED_COLUMNS },
              format: warningWords(['差异', 'break', '重复', 'duplicate']),
            },
          ],
        },
        language,
      ),
      tableSheet<Security>(
        {
          name: { en: 'Reconcile securities', zh: '勾稽核对·个券' },
          title: {
            en: 'SZSE, 2015-04-20: financing balance + lending balance = margin balance',
            zh: '深交所 2015-04-20：融资余额 + 融券余额 = 融资融券余额',
          },
          note: { en: `${SZSE_DETAIL_2015.title.en}, in 元.`, zh: `${SZSE_DETAIL_2015.title.zh}，单位元。` },
          columns: securities,
          rows: szse20150420,
        },
        language,
      ),
    ],
  }),
};
