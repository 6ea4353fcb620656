import { convert } from '../../src/share/convert';
import { planOf, type Target } from '../../src/share/plan';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { netPurchase, roll } from '../support/guarded';
import { MemoryWorkbook } from '../support/memory-workbook';

async function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const [name, rows] of Object.entries(sheets)) {
    await workbook.addSheet(name);
    rows.forEach((line, row) => line.forEach((content, column) => workbook.type(name, row, column, content)));
  }
  return workbook;
}

const plan = async (workbook: MemoryWorkbook, target: Target = 'native') => planOf(await snapshotOf(workbook), target);
const allContents = async (workbook: MemoryWorkbook) =>
  Object.fromEntries(
    (await workbook.sheets()).map(({ id, name }) => [name, Object.fromEntries(workbook.contents(id))]),
  );

const DAYS: readonly (readonly CellValue[])[] = [
  ['日期', '余额', '买入', '偿还', '推算'],
  [42097, 13411176185, 2033773020, 1634094504, ''],
  [42101, 13514051054, 1709141749, 1614928278, '=RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3)'],
  [42102, 13599709125, 1567850413, 1489255328, '=RZRQ.FINANCING_BALANCE_ROLL(B3,C4,D4)'],
  [42103, 13543599484, '-', 1503903339, '=RZRQ.FINANCING_BALANCE_ROLL(B4,C5,D5)'],
  // What doubles make of 0.3 − 0.1 is not 0.2.
  ['', '', '', '', '=IF(RZRQ.FINANCING_NET_PURCHASE(0.3,0.1)=0.2,1,2)'],
];

test('natives are written, read back and compared; what differs becomes its value and is listed', async () => {
  const workbook = await workbookOf({ 个券: DAYS });
  const [result] = await convert(workbook, await plan(workbook));
  expect(result).toMatchObject({
    status: 'done',
    native: 3,
    value: 1,
    rewritten: 0,
    differences: [{ row: 5, column: 4, ours: 1, native: 2 }],
  });
  const sheet = workbook.contents('个券');
  expect([2, 3, 4, 5].map((row) => sheet.get(`${row},4`))).toEqual([
    roll('B2', 'C3', 'D3'),
    roll('B3', 'C4', 'D4'),
    roll('B4', 'C5', 'D5'),
    1,
  ]);
});

test.each<Target>(['native', 'values'])(
  'to %s and back: every formula returns character for character',
  async (target) => {
    const workbook = await workbookOf({
      '个券 1': DAYS,
      汇总: [
        [
          "=RZRQ.FINANCING_BALANCE_SERIES('个券 1'!B2, '个券 1'!C3:C4,'个券 1'!D3:D4)",
          '=SUM(A1#)',
          '=rzrq.margin_balance(1, "6.6亿")',
        ],
        ['', "=RZRQ.RECONCILE('个券 1'!A1:D5)"],
      ],
    });
    const before = await allContents(workbook);
    const results = await convert(workbook, await plan(workbook, target));
    expect(results.map(({ status }) => status)).toEqual(['done', 'done']);
    const between = await allContents(workbook);
    expect(JSON.stringify(between)).not.toMatch(/rzrq\.(?!originals)/i);
    const restored = await restore(workbook, await planRestore(workbook));
    expect(restored.flatMap(({ left }) => left)).toEqual([]);
    expect(await allContents(workbook)).toEqual(before);
  },
);

test('an empty row and a missing figure stay so; text figures become values, the rest of the column is native', async () => {
  const workbook = await workbookOf({
    表: [
      [10, 4, '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)'],
      ['', '', '=RZRQ.FINANCING_NET_PURCHASE(A2,B2)'],
      ['6.6亿', 4, '=RZRQ.FINANCING_NET_PURCHASE(A3,B3)'],
      ['--', 4, '=RZRQ.FINANCING_NET_PURCHASE(A4,B4)'],
      ['12', 4, '=RZRQ.FINANCING_NET_PURCHASE(A5,B5)'],
    ],
  });
  const [result] = await convert(workbook, await plan(workbook));
  const sheet = workbook.contents('表');
  expect([0, 1, 2, 3, 4].map((row) => sheet.get(`${row},2`))).toEqual([
    netPurchase('A1', 'B1'),
    netPurchase('A2', 'B2'),
    659999996,
    netPurchase('A4', 'B4'),
    8,
  ]);
  expect(result!.differences).toEqual([]);
  expect((await snapshotOf(workbook)).sheets[0]!.cells.values.map((line) => line[2])).toEqual([
    6,
    '',
    659999996,
    '#N/A',
    8,
  ]);
});

test('a cell that needs one which had to become a value is judged again', async () => {
  const workbook = await workbookOf({
    表: [['1万', 4, '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '=RZRQ.FINANCING_NET_PURCHASE(C1,B1)']],
  });
  const [result] = await convert(workbook, await plan(workbook));
  expect(result!.status).toBe('done');
  expect((await workbook.read({ sheet: 'sheet-1', row: 0, column: 2, rows: 1, columns: 2 })).values).toEqual([
    [9996, 9992],
  ]);
});

test('the plan says what stays as it is, and why', async () => {
  const workbook = await workbookOf({
    保护: [[1, '=RZRQ.FINANCING_NET_PURCHASE(A1,1)']],
    数组: [[1, '=RZRQ.FINANCING_NET_PURCHASE(A1,1)']],
    未知: [
      [
        1,
        '=RZRQ.FINANCING_NET_PURCHASE(A1,1)+UNHEARD(1)',
        '=RZRQ.RECONCILE(A1:A1)',
        '=SUM(RZRQ.FINANCING_NET_PURCHASE(A1:A2,1))',
      ],
    ],
  });
  workbook.page('保护').protected = true;
  workbook.page('数组').legacy.push({ row: 0, column: 1, rows: 1, columns: 1, legacy: true });
  const { sheets, counts } = await plan(workbook);
  expect(sheets.flatMap(({ cells }) => cells.map(({ kind, why, arrays }) => [kind, why?.code, arrays]))).toEqual([
    ['untouched', 'protected', false],
    ['untouched', 'array_formula', false],
    ['untouched', 'needs_repair', false],
    ['value', 'no_closed_formula', false],
    ['native', undefined, true],
  ]);
  expect(counts).toEqual({ native: 1, value: 1, rewritten: 0, untouched: 3, arrays: 1 });
  const before = await allContents(workbook);
  await convert(workbook, { ...(await plan(workbook)), sheets: sheets.slice(0, 2) });
  expect(await allContents(workbook)).toEqual(before);
});

test('who cancels finds the sheet in work as it was, and those before it done', async () => {
  const workbook = await workbookOf({ 甲: DAYS, 乙: DAYS, 丙: DAYS });
  const before = await allContents(workbook);
  const signal = { aborted: false };
  const seen: string[] = [];
  const results = await convert(workbook, await plan(workbook), {
    signal,
    onProgress: ({ sheet, done, total }) => {
      seen.push(`${sheet} ${done}/${total}`);
      signal.aborted ||= sheet === '乙';
    },
  });
  expect(seen).toEqual(['甲 4/4', '甲 5/5', '乙 4/4']);
  expect(results.map(({ status }) => status)).toEqual(['done', 'cancelled', 'cancelled']);
  const after = await allContents(workbook);
  expect([after['乙'], after['丙']]).toEqual([before['乙'], before['丙']]);
  await restore(workbook, await planRestore(workbook));
  expect(await allContents(workbook)).toEqual(before);
});

test('a plan made before somebody typed is not carried out', async () => {
  const workbook = await workbookOf({ 个券: DAYS });
  const shared = await plan(workbook);
  workbook.type('个券', 2, 4, '=RZRQ.FINANCING_BALANCE_ROLL(B2,C3,0)');
  const before = await allContents(workbook);
  expect(await convert(workbook, shared)).toMatchObject([{ status: 'failed' }]);
  expect(await allContents(workbook)).toEqual(before);
});

test('formulas and names that read a whole spill are found when it becomes single cells', async () => {
  const workbook = await workbookOf({
    表: [
      [1000, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)', '=SUM(D1#)', '=MAX(序列)', '=SUM(别的)'],
      ['', 20, 5],
    ],
  });
  workbook.definedNames = [
    { name: '序列', formula: '=表!$D$1#' },
    { name: '别的', formula: '=表!$B$1:$B$2' },
  ];
  const { sheets, names } = await plan(workbook, 'values');
  expect(sheets[0]!.cells.map(({ before, after }) => [before, after.flat()])).toEqual([
    ['=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)', [1006, 1021]],
    ['=SUM(D1#)', ['=SUM(D1:D2)']],
    ['=MAX(序列)', ['=MAX(表!D1:D2)']],
  ]);
  expect(names).toEqual(['序列']);
});

test.each<[first: string, last: string]>([
  ['数', '读'],
  ['读', '数'],
])('%s before %s: a spill and those who read it from another sheet go together', async (...order) => {
  const cells: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
    数: [
      [1000, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)'],
      ['', 20, 5],
    ],
    读: [['=SUM(数!D1#)'], ['=RZRQ.FINANCING_NET_PURCHASE(2,1)']],
  };
  const open = () => workbookOf(Object.fromEntries(order.map((name) => [name, cells[name]!])));
  for (const target of ['native', 'values'] as const) {
    const workbook = await open();
    expect(
      (await convert(workbook, await plan(workbook, target))).map(({ status, differences }) => [status, differences]),
    ).toEqual([
      ['done', []],
      ['done', []],
    ]);
    expect(workbook.contents('读').get('0,0')).toBe('=SUM(数!D1:D2)');
  }
  const workbook = await open();
  const before = await plan(workbook, 'values');
  workbook.type('读', 1, 0, 'mine');
  const contents = await allContents(workbook);
  expect((await convert(workbook, before)).map(({ status }) => status)).toEqual(['failed', 'failed']);
  expect(await allContents(workbook)).toEqual(contents);
});

test.each<[text: CellValue, why: string | undefined]>([
  [5, undefined],
  [0.3, 'differs'],
  ['1万', 'read_by_untouchable'],
])('a spill that others read whole and that cannot go: %s', async (text, why) => {
  const formula = '=IF(RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2)=0.2,1,2)';
  const workbook = await workbookOf({
    表: [
      [10, 4, formula],
      [text, 0.1],
    ],
    护: [['=SUM(表!C1#)']],
  });
  workbook.page('护').protected = true;
  const before = await allContents(workbook);
  const sum = async () => (await workbook.read({ sheet: 'sheet-2', row: 0, column: 0, rows: 1, columns: 1 })).values;
  const value = await sum();
  const [result] = await convert(workbook, await plan(workbook));
  expect(result).toMatchObject({
    status: 'done',
    native: why === undefined ? 1 : 0,
    value: 0,
    differences: [],
    untouched: why === undefined ? [] : [{ why: { code: why } }],
  });
  expect(workbook.contents('表').get('0,2') === formula).toBe(why !== undefined);
  expect(await sum()).toEqual(value);
  await restore(workbook, await planRestore(workbook));
  expect(await allContents(workbook)).toEqual(before);
});

test.each<CellValue>(['', 'mine', 7])(
  'a value typed over (%j) is not looked for among the figures of others',
  async (typed) => {
    const workbook = await workbookOf({
      表: [[1006, 1002, 4, '=RZRQ.FINANCING_NET_PURCHASE(B1,C1)', '=RZRQ.FINANCING_BALANCE_ROLL(B1,C1,0)']],
    });
    await convert(workbook, await plan(workbook, 'values'));
    workbook.type('表', 0, 4, typed);
    const restored = await restore(workbook, await planRestore(workbook));
    expect(restored.flatMap(({ left }) => left.map(({ column }) => column))).toEqual([4]);
    expect([...workbook.contents('表').values()].slice(0, 4)).toEqual([
      1006,
      1002,
      4,
      '=RZRQ.FINANCING_NET_PURCHASE(B1,C1)',
    ]);
  },
);

test('a frozen text stays text', async () => {
  const workbook = await workbookOf({
    表: [
      ['日期', '代码', '融资余额'],
      ['2015-04-03', '000001', 100],
      ['', '', '', '', '=RZRQ.STANDARDIZE(A1:C2)'],
    ],
  });
  await convert(workbook, await plan(workbook, 'values'));
  expect([...workbook.contents('表').values()]).toContain('="000001"');
});

test.each<[what: string, rows: readonly CellValue[], formula: string, counts: object]>([
  [
    'in some of its cells stays native in the others',
    [10, 0.3],
    '=IF(RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2)=0.2,1,2)',
    { native: 1, value: 1 },
  ],
  [
    'in all of its cells becomes values',
    [0.3, 0.3],
    '=IF(RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2)=0.2,1,2)',
    { native: 0, value: 2 },
  ],
  [
    'and spills becomes values as a whole',
    [10, 0.3],
    '=@E1:E2*0+IF(RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2)=0.2,1,2)',
    { native: 0, value: 1 },
  ],
])('a formula that differs %s, and the counts are those of the list', async (_, [first, second], formula, counts) => {
  const workbook = await workbookOf({
    表: [
      [first!, 0.1, formula],
      [second!, 0.1],
    ],
  });
  const [result] = await convert(workbook, await plan(workbook));
  expect(result).toMatchObject(counts);
  expect(result!.differences).toHaveLength(result!.value);
});

test('what was rewritten is counted apart, and what did not happen is not counted', async () => {
  const rows = [
    [1000, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)', '=SUM(D1#)', '=RZRQ.NOPE(1)'],
    ['', 20, 5],
  ];
  const workbook = await workbookOf({ 表: rows });
  expect(await convert(workbook, await plan(workbook, 'values'))).toMatchObject([
    { native: 0, value: 1, rewritten: 1, untouched: [{ column: 5 }] },
  ]);
  const other = await workbookOf({ 表: rows });
  expect(await convert(other, await plan(other, 'values'), { signal: { aborted: true } })).toMatchObject([
    { status: 'cancelled', native: 0, value: 0, rewritten: 0, untouched: [] },
  ]);
});
