import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGED_IN, CHANGES, changesIn } from '../../src/taskpane/explain/changes';
import { explainCell } from '../../src/taskpane/explain/explanation';
import { VERSION } from '../../src/version';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

type Rows = readonly (readonly CellValue[])[];

/** The changes that Explain tells of one cell; the formula stands in H1. */
async function told(formula: string, rows: Rows = [], [row, column] = [0, 7]): Promise<readonly string[]> {
  const workbook = new MemoryWorkbook();
  const { id: sheet } = await workbook.addSheet('表');
  rows.forEach((line, i) => line.forEach((content, j) => content !== '' && workbook.type('表', i, j, content)));
  workbook.type('表', 0, 7, formula);
  const explanation = await explainCell(workbook, { sheet, row: row!, column: column!, rows: 1, columns: 1 });
  return changesIn(explanation).map(({ en }) => en.slice(0, 20));
}

/** Thursday is missing from the second table. */
const WEEK: Rows = [
  ['日期', '融资余额', '融资买入额', '融资偿还额'],
  ['2015-04-08', 13599709125, 1567850413, 1489255328],
  ['2015-04-09', 13543599484, 1474071547, 1503903339],
  ['2015-04-10', 13516483857, 1168986102, 1196101729],
];
const GAP: Rows = WEEK.filter((_, i) => i !== 2);

const JOINQUANT: Rows = [
  ['date', 'sec_code', 'fin_value', 'fin_buy_value', 'fin_refund_value', 'sec_value', 'sec_sell_value'],
  ['2015-04-08', '601989', 13599709125, 1567850413, 1489255328, 5000, 100],
  ['2015-04-09', '601989', 13543599484, 1474071547, 1503903339, 6000, 1500],
];

interface Case {
  readonly change: string;
  readonly changed: readonly [formula: string, rows?: Rows, place?: [number, number]];
  readonly same: readonly [formula: string, rows?: Rows, place?: [number, number]];
}

const CASES: readonly Case[] = [
  {
    change: 'Only',
    changed: ['=RZRQ.MARGIN_BALANCE(A1,B1)', [['1583①', 1]]],
    same: ['=RZRQ.MARGIN_BALANCE(A1,B1)', [['１５８３', 1]]],
  },
  {
    change: 'Only',
    changed: [
      '=RZRQ.MARGIN_BALANCE(A1:A2,B1:B2)',
      [
        [1, 1],
        ['10⁵', 1],
      ],
      [1, 7],
    ],
    same: [
      '=RZRQ.MARGIN_BALANCE(A1:A2,B1:B2)',
      [
        [1, 1],
        ['10⁵', 1],
      ],
      [0, 7],
    ],
  },
  {
    change: 'MAINTENANCE_STATUS',
    changed: ['=RZRQ.MAINTENANCE_STATUS(127.45)'],
    same: ['=RZRQ.MAINTENANCE_STATUS(1.2745)'],
  },
  {
    change: 'MAINTENANCE_STATUS',
    changed: ['=1+RZRQ.MAINTENANCE_STATUS(127.45)'],
    same: ['=RZRQ.MAINTENANCE_STATUS(127.45,,,,,,"percent")'],
  },
  {
    change: 'RECONCILE takes',
    changed: ['=RZRQ.RECONCILE(A1:D3)', GAP, [2, 9]],
    same: ['=RZRQ.RECONCILE(A1:D4)', WEEK, [2, 9]],
  },
  {
    change: 'RECONCILE takes',
    changed: ['=RZRQ.RECONCILE(A1:D3)', GAP, [2, 9]],
    same: ['=RZRQ.RECONCILE(A1:D3)', GAP, [1, 9]],
  },
  {
    change: 'STANDARDIZE',
    changed: ['=RZRQ.STANDARDIZE(A1:G3)', JOINQUANT, [1, 14]],
    same: ['=RZRQ.STANDARDIZE(A1:D4)', WEEK, [1, 11]],
  },
  {
    change: 'A unit',
    changed: ['=RZRQ.STANDARDIZE(A1:D5)', [...WEEK, ['单位：亿元', '', '', '']], [1, 11]],
    same: ['=RZRQ.STANDARDIZE(A1:D5)', [['单位：亿元', '', '', ''], ...WEEK], [1, 11]],
  },
  {
    change: 'MIN_FINANCING',
    changed: ['=RZRQ.MIN_FINANCING_MARGIN_RATIO(DATE(2015,6,1),"SSE",DATE(2024,1,2))'],
    same: ['=RZRQ.MIN_FINANCING_MARGIN_RATIO(DATE(2022,7,4),"SSE",DATE(2024,1,2))'],
  },
  {
    change: 'CONVERSION_RATE',
    changed: ['=RZRQ.CONVERSION_RATE_CAP("a_share","北交所")'],
    same: ['=RZRQ.CONVERSION_RATE_CAP("a_share","上交所")'],
  },
  {
    change: 'CONVERSION_RATE',
    changed: ['=RZRQ.CONVERSION_RATE_CAP("权证",,DATE(2010,5,4))'],
    same: ['=RZRQ.CONVERSION_RATE_CAP("权证",,DATE(2012,5,4))'],
  },
  {
    change: 'DROP_TO_LINE answers',
    changed: ['=RZRQ.DROP_TO_LINE(2000000,1200000,100000,900000)'],
    same: ['=RZRQ.DROP_TO_LINE(1000000,500000,1000000)'],
  },
  {
    change: 'DROP_TO_LINE and',
    changed: ['=RZRQ.STRESSED_RATIO(300000,200000,3000000,-20%)'],
    same: ['=RZRQ.STRESSED_RATIO(300000,200000,300000,-20%)'],
  },
  {
    change: 'BROKER_MARGIN',
    changed: ['=RZRQ.BROKER_MARGIN_RATIO(0.8,0.7,5)'],
    same: ['=RZRQ.BROKER_MARGIN_RATIO(0.8,0.7,0.05)'],
  },
  {
    change: 'TOP_UP',
    changed: ['=RZRQ.TOP_UP_REPAYMENT(120000,100000,1.5,"直接还款")'],
    same: ['=RZRQ.TOP_UP_REPAYMENT(120000,100000,1.5,"外部资金")'],
  },
];

test.each(CASES)(
  '$change: Explain says so of a cell whose figure has changed, and not of another',
  async ({ change, changed, same }) => {
    const said = await told(...changed);
    expect(said.map((en) => en.startsWith(change))).toEqual([true]);
    expect(await told(...same)).toEqual([]);
  },
);

test('every change has such a cell', () => {
  expect(CHANGES.filter(({ en }) => !CASES.some(({ change }) => en.startsWith(change)))).toEqual([]);
});

test('CHANGELOG tells the same changes in the same words', () => {
  expect(VERSION).toBe(CHANGED_IN);
  const text = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
  const section = text
    .slice(text.indexOf(`## ${CHANGED_IN}`))
    .split('### Figures that change')[1]!
    .split('###')[0]!;
  const told = section.split('\n').filter((line) => line.startsWith('- '));
  expect(told).toEqual(CHANGES.map(({ en }) => `- ${en}`));
});
