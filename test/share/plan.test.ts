import { type Plan, planOf, type Target } from '../../src/share/plan';
import { snapshotOf } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { netPurchase } from '../support/guarded';
import { MemoryWorkbook } from '../support/memory-workbook';

const NET = 'RZRQ.FINANCING_NET_PURCHASE';
/** Fills two cells, and cell by cell it has a native formula. */
const PAIR = `=${NET}(B1:B2,C1:C2)`;

/** 表 has purchases in B, repayments in C, and in D1 a formula; what else stands on the sheets is given. */
async function workbookWith(
  first: string,
  cells: Readonly<Record<string, Readonly<Record<string, CellValue>>>>,
  names: Readonly<Record<string, string>> = {},
): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const sheet of ['表', '总']) await workbook.addSheet(sheet);
  [
    [10, 4, first],
    [20, 5],
  ].forEach((line, row) => line.forEach((content, column) => workbook.type('表', row, column + 1, content)));
  for (const [sheet, contents] of Object.entries(cells)) {
    for (const [place, content] of Object.entries(contents)) {
      const [row, column] = place.split(',').map(Number) as [number, number];
      workbook.type(sheet, row, column, content);
    }
  }
  workbook.definedNames = Object.entries(names).map(([name, formula]) => ({ name, formula }));
  return workbook;
}

const plan = async (workbook: MemoryWorkbook, target: Target = 'native') => planOf(await snapshotOf(workbook), target);
const told = ({ sheets }: Plan) =>
  sheets.flatMap(({ sheet, cells }) =>
    cells.map(({ before, after, kind, why }) => [
      sheet.name,
      before,
      kind,
      after.flat(),
      ...(why ? [why.code, why.text] : []),
    ]),
  );

test('a spill of somebody else stays whole in the native formula, which grows with it', async () => {
  const workbook = await workbookWith(
    '=B1:B2*2',
    { 表: { '0,5': `=${NET}(SUM(D1#),1)`, '0,6': `=${NET}(D1#,1)`, '0,7': `=${NET}(SUM(倍数),1)` } },
    { 倍数: '=表!$D$1#' },
  );
  const planned = await plan(workbook);
  expect(told(planned)).toEqual([
    ['表', `=${NET}(SUM(D1#),1)`, 'native', ['=SUM(D1#)-1']],
    ['表', `=${NET}(D1#,1)`, 'native', ['=IF((ISNUMBER(D1#)+(D1#="")),D1#-1,NA())', '']],
    ['表', `=${NET}(SUM(倍数),1)`, 'native', ['=SUM(倍数)-1']],
  ]);
  expect([planned.counts.arrays, planned.names]).toEqual([3, []]);
});

test('of two spills in one formula only the one that goes is written out', async () => {
  const workbook = await workbookWith(PAIR, { 表: { '3,1': '=B1:B2*2', '0,5': '=SUM(D1#)+SUM(B4#)' } });
  expect(told(await plan(workbook, 'values'))).toEqual([
    ['表', PAIR, 'value', [6, 15], 'chosen', ''],
    ['表', '=SUM(D1#)+SUM(B4#)', 'rewritten', ['=SUM(D1:D2)+SUM(B4#)']],
  ]);
});

test.each<[how: string, reader: string, follows: string]>([
  ['a reference', '=SUM(表!D1#)', '=SUM(表!D1:D2)'],
  ['a name of the spill', '=SUM(溢出)', '=SUM(表!D1:D2)'],
  ['a name of its cell', '=SUM(起点#)', '=SUM(表!D1:D2)'],
])('a reader on another sheet follows a spill that goes: %s', async (_, reader, follows) => {
  const workbook = await workbookWith(PAIR, { 总: { '2,1': reader } }, { 溢出: '=表!$D$1#', 起点: '=表!$D$1' });
  const planned = await plan(workbook);
  expect(told(planned)).toEqual([
    ['表', PAIR, 'native', [netPurchase('B1', 'C1'), netPurchase('B2', 'C2')]],
    ['总', reader, 'rewritten', [follows]],
  ]);
  expect(planned.sheets[0]!.cells[0]!.readers).toEqual([{ sheet: 'sheet-2', row: 2, column: 1 }]);
  expect(planned.names).toEqual(['溢出']);
});

test.each<[what: string, reader: string, spoil: (workbook: MemoryWorkbook) => void]>([
  ['on a protected sheet', '=SUM(表!D1#)', (workbook) => (workbook.page('总').protected = true)],
  ['of ours on a protected sheet', `=${NET}(SUM(表!D1#),1)`, (workbook) => (workbook.page('总').protected = true)],
  ['by a name on a protected sheet', '=SUM(起点#)', (workbook) => (workbook.page('总').protected = true)],
  [
    'in an array formula',
    '=SUM(表!D1#)',
    (workbook) => workbook.page('总').legacy.push({ row: 2, column: 1, rows: 2, columns: 1, legacy: true }),
  ],
  ['not calculated', '=SUM(表!D1#)+UNHEARD(1)', () => undefined],
  ['by a name that computes', '=总和*2', () => undefined],
  ['by a name that uses such a name', '=双倍', () => undefined],
  ['by a name with its sheet', '=SUM(表!溢出)', () => undefined],
  ['by a name with its sheet, and #', "=SUM('表'!起点#)", () => undefined],
])('a spill stays while a reader cannot be rewritten: %s', async (_, reader, spoil) => {
  const workbook = await workbookWith(
    PAIR,
    { 总: { '2,1': reader }, 表: { '0,5': '=MAX(D1#)' } },
    { 溢出: '=表!$D$1#', 起点: '=表!$D$1', 总和: '=SUM(表!$D$1#)', 双倍: '=总和*2' },
  );
  spoil(workbook);
  const values = await plan(workbook, 'values');
  expect(told(values)).toContainEqual(['表', PAIR, 'untouched', [PAIR], 'read_by_untouchable', '总!B3']);
  expect([values.counts.value, values.counts.native, values.names]).toEqual([0, 0, []]);
  // As a native formula it can go on spilling.
  const native = await plan(workbook);
  expect(told(native)).toContainEqual([
    '表',
    PAIR,
    'native',
    [
      '=IF((B1:B2="")*(C1:C2=""),"",IF((ISNUMBER(B1:B2)+(B1:B2=""))*(ISNUMBER(C1:C2)+(C1:C2="")),B1:B2-C1:C2,NA()))',
      '',
    ],
  ]);
  expect([native.counts.native, native.counts.arrays]).toEqual([1, 1]);
});

test('a spill that stays keeps the spill that it reads', async () => {
  const second = `=${NET}(D1#,1)`;
  const reader = '=SUM(表!F1#)';
  const workbook = await workbookWith(PAIR, { 表: { '0,5': second }, 总: { '0,0': reader } });
  workbook.page('总').protected = true;
  expect(told(await plan(workbook, 'values'))).toEqual([
    ['表', PAIR, 'untouched', [PAIR], 'read_by_untouchable', '表!F1'],
    ['表', second, 'untouched', [second], 'read_by_untouchable', '总!A1'],
  ]);
  expect(told(await plan(workbook))).toEqual([
    ['表', PAIR, 'native', [netPurchase('B1', 'C1'), netPurchase('B2', 'C2')]],
    ['表', second, 'native', ['=IF((ISNUMBER(D1:D2)+(D1:D2="")),D1:D2-1,NA())', '']],
  ]);
  workbook.page('总').protected = false;
  expect(told(await plan(workbook))).toEqual([
    ['表', PAIR, 'native', [netPurchase('B1', 'C1'), netPurchase('B2', 'C2')]],
    ['表', second, 'native', ['=IF(COUNT(D1)=COUNTA(D1),D1-1,NA())', '=IF(COUNT(D2)=COUNTA(D2),D2-1,NA())']],
    ['总', reader, 'rewritten', ['=SUM(表!F1:F2)']],
  ]);
});

test('a spill without a native formula stays ours while a reader cannot be rewritten', async () => {
  const table = '=RZRQ.STANDARDIZE(表!A4:C5)';
  const workbook = await workbookWith('', {
    表: { '3,0': '日期', '3,1': '代码', '3,2': '融资余额', '4,0': '2015-04-03', '4,1': '000001', '4,2': 100 },
    总: { '0,0': table, '9,0': '=COUNT(A1#)+UNHEARD(1)' },
  });
  expect(told(await plan(workbook))).toEqual([['总', table, 'untouched', [table], 'read_by_untouchable', '总!A10']]);
});

test.each<Target>(['native', 'values'])(
  'what uses a name that calls our functions becomes its value (%s), and the names are listed',
  async (target) => {
    const names = {
      净买入: `=${NET}(表!$B$1,表!$C$1)`,
      万元: '=净买入/10000',
      净: `=LAMBDA(x,${NET}(x,1))`,
      两日: `=${NET}(表!$B$1:$B$2,表!$C$1:$C$2)`,
      买入: '=表!$B$1',
    };
    const workbook = await workbookWith(
      '',
      {
        表: {
          '3,0': '=净买入*1',
          '3,1': '=万元',
          '3,2': `=${NET}(净买入,1)`,
          '3,3': '=买入+1',
          '3,4': '="净买入"',
          '3,5': '=两日',
          '0,7': '=净(3)',
        },
        总: { '0,0': '=SUM(表!F4#)' },
      },
      names,
    );
    const planned = await plan(workbook, target);
    expect(planned.callingNames).toEqual(['净买入', '万元', '净', '两日']);
    expect(told(planned)).toEqual([
      ['表', '=净(3)', 'untouched', ['=净(3)'], 'not_calculated', '#NAME?'],
      ['表', '=净买入*1', 'value', [6], 'name_calls', '净买入'],
      ['表', '=万元', 'value', [0.0006], 'name_calls', '万元'],
      ['表', `=${NET}(净买入,1)`, 'value', [5], 'name_calls', '净买入'],
      ['表', '=两日', 'value', [6, 15], 'name_calls', '两日'],
      ['总', '=SUM(表!F4#)', 'rewritten', ['=SUM(表!F4:F5)']],
    ]);
  },
);

test('a name of one sheet is used there, and elsewhere with the sheet before it', async () => {
  const workbook = await workbookWith('', { 表: { '3,0': '=额+1' }, 总: { '0,0': '=额+1', '0,1': "='表'!额+2" } });
  workbook.definedNames = [
    { name: '额', formula: `=${NET}(表!$B$1,表!$C$1)`, sheet: 'sheet-1' },
    { name: '额', formula: '=表!$B$1' },
  ];
  const { sheets } = await plan(workbook, 'values');
  expect(sheets.flatMap(({ cells }) => cells.map(({ before, why }) => [before, why?.code]))).toEqual([
    ['=额+1', 'name_calls'],
    ["='表'!额+2", 'name_calls'],
  ]);
});

test.each<[formula: string, code: string, text: string]>([
  ['=RZRQ.NOPE(1)', 'not_ours', 'RZRQ.NOPE'],
  [`=_xldudf_RZRQ_NOPE(${NET}(1,2))`, 'not_ours', 'RZRQ.NOPE'],
  [`=${NET}(1,2)+UNHEARD(1)`, 'needs_repair', ''],
  ['=净(3)', 'not_calculated', '#NAME?'],
  [`=${NET}(A1:A2,1)`, 'spill_blocked', ''],
])('%s has no result, and the reason is its cause', async (formula, code, text) => {
  const workbook = await workbookWith(
    '',
    { 总: { '0,0': 3, '1,0': 4, '4,0': formula, '5,0': 'in the way' } },
    { 净: `=LAMBDA(x,${NET}(x,1))` },
  );
  expect(told(await plan(workbook, 'values'))).toEqual([['总', formula, 'untouched', [formula], code, text]]);
});
