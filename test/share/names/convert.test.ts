import { planNamesOf, convertToNames, NamesRefused } from '../../../src/share/names/index';
import { deleteUnusedNames } from '../../../src/share/names/unused';
import { planRestore, restore } from '../../../src/share/restore';
import { snapshotOf } from '../../../src/share/reading/snapshot';
import { signed } from '../../../src/formula/own-names';
import { sampleWorkbook } from '../../../src/generate/samples/workbook';
import { makeTemplate } from '../../../src/taskpane/templates/apply';
import { templates } from '../../../src/templates';
import { FileWorkbook } from '../../../src/xlsx/file-workbook';
import type { CellValue, Workbook } from '../../../src/workbook/workbook';
import { MemoryWorkbook } from '../../support/memory-workbook';

/* Calls become names, names become calls again, and between the two nothing shows another figure. */

const planFor = async (workbook: MemoryWorkbook) => planNamesOf(workbook, await snapshotOf(workbook), 'en');
const convert = async (workbook: MemoryWorkbook) => convertToNames(workbook, await planFor(workbook));
async function restored(workbook: MemoryWorkbook) {
  const plan = await planRestore(workbook);
  const results = await restore(workbook, plan);
  expect(results.every(({ status }) => status === 'done')).toBe(true);
  const gone = plan.unused.length > 0 ? await deleteUnusedNames(workbook) : { names: [] };
  expect(gone.names).toEqual(plan.unused);
  return results;
}

async function holding(cells: Readonly<Record<string, CellValue>>): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('表');
  for (const [place, content] of Object.entries(cells)) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    workbook.type('表', row, column, content);
  }
  return workbook;
}

const FIGURES = { '0,0': 1000, '1,0': 2000, '2,0': '1,583.26', '0,1': 10, '1,1': 20, '2,1': 30 };
const contents = (workbook: MemoryWorkbook) => new Map(workbook.contents('表'));
const valueAt = async (workbook: MemoryWorkbook, row: number, column: number) =>
  (await workbook.read({ sheet: workbook.page('表').id, row, column, rows: 1, columns: 1 })).values[0]![0];
const ownNames = async (workbook: MemoryWorkbook) => (await workbook.names()).map(({ name }) => name);

test('calls become names with their helpers, helpers first, and come back by their text alone', async () => {
  const workbook = await holding({
    ...FIGURES,
    '0,2': '=RZRQ.MARGIN_BALANCE(A1,B1)',
    '1,2': '= IF(RZRQ.MARGIN_BALANCE( A2 ,B2)>0, RZRQ.LENDING_BALANCE(B2,RZRQ.MARGIN_BALANCE(A2,B2),"手"),"RZRQ.X(")',
    '2,2': '=rzrq.margin_balance(A3,B3)',
    '0,4': '=RZRQ.MARGIN_BALANCE(A1:A3,B1:B3)',
    '0,5': '=SUM(E1#)',
  });
  const before = contents(workbook);
  const shown = await valueAt(workbook, 1, 2);
  const plan = await planFor(workbook);
  expect(plan.counts).toMatchObject({ native: 4, value: 0, rewritten: 0, untouched: 0 });
  const result = await convertToNames(workbook, plan);
  expect(result).toMatchObject({ status: 'done', updated: [], sheets: [{ native: 4, value: 0 }] });
  expect(contents(workbook)).toEqual(
    new Map<string, CellValue>([
      ...before,
      ['0,2', '=RZ.MARGIN_BALANCE(A1,B1)'],
      ['1,2', '= IF(RZ.MARGIN_BALANCE( A2 ,B2)>0, RZ.LENDING_BALANCE(B2,RZ.MARGIN_BALANCE(A2,B2),"手"),"RZRQ.X(")'],
      ['2,2', '=rz.margin_balance(A3,B3)'],
      ['0,4', '=RZ.MARGIN_BALANCE(A1:A3,B1:B3)'],
    ]),
  );
  expect(await valueAt(workbook, 1, 2)).toBe(shown);
  expect(await valueAt(workbook, 0, 5)).toBe(1000 + 2000 + 1583.26 + 60);
  const names = await workbook.names();
  expect(names.map(({ name }) => name)).toEqual(result.defined);
  names.forEach(({ formula, comment }, i) => {
    expect(comment!.length).toBeLessThanOrEqual(255);
    for (const [, other] of formula.matchAll(/(RZ\.\w+)\(/g))
      expect(names.findIndex(({ name }) => name === other)).toBeLessThan(i);
  });
  expect(await workbook.readNote('originals')).toBeUndefined();

  // A colleague fills down and edits.
  workbook.type('表', 3, 2, '=RZ.MARGIN_BALANCE(A4,B4)');
  await restored(workbook);
  expect(contents(workbook)).toEqual(new Map([...before, ['3,2', '=RZRQ.MARGIN_BALANCE(A4,B4)']]));
  expect(await ownNames(workbook)).toEqual([]);
});

test('what has no name, or is given what its name does not take, becomes its value and says why', async () => {
  const workbook = await holding({
    '0,0': 100,
    '1,0': 110,
    '2,0': 120,
    '0,1': 46_000,
    '1,1': 46_001,
    '2,1': 46_002,
    '0,2': '=RZRQ.BALANCE_STREAK(A1:A3)',
    '1,2': '=RZRQ.BALANCE_STREAK(A1:A3,B1:B3)',
    '2,2': '=RZRQ.LIQUIDATION_QTY(A1,A2,1)',
    '3,2': '=_xldudf_RZRQ_BALANCE_STREAK(A1:A3)',
  });
  const before = contents(workbook);
  const plan = await planFor(workbook);
  expect(plan.sheets[0]!.cells.map(({ kind, why }) => [kind, why?.code, why?.text])).toEqual([
    ['native', undefined, undefined],
    ['value', 'not_in_name', 'dates'],
    ['value', 'no_name', ''],
    ['native', undefined, undefined],
  ]);
  await convert(workbook);
  expect(contents(workbook).get('0,2')).toBe('=RZ.BALANCE_STREAK(A1:A3)');
  expect(contents(workbook).get('1,2')).toBe(2);
  expect(contents(workbook).get('3,2')).toBe('=RZ.BALANCE_STREAK(A1:A3)');
  await restored(workbook);
  expect(contents(workbook)).toEqual(before);
  expect(await ownNames(workbook)).toEqual([]);
});

test('an Excel without LAMBDA: everything is undone, and said', async () => {
  const workbook = await holding({
    ...FIGURES,
    '0,2': '=RZRQ.MARGIN_BALANCE(A1,B1)',
    '1,2': '=RZRQ.LIQUIDATION_QTY(A1,A2,1)',
  });
  workbook.knowsLambda = false;
  const before = contents(workbook);
  const result = await convert(workbook);
  expect(result).toMatchObject({ status: 'failed', defined: [] });
  expect(result.error).toBeInstanceOf(NamesRefused);
  expect(contents(workbook)).toEqual(before);
  expect(await ownNames(workbook)).toEqual([]);
  expect(await workbook.readNote('originals')).toBeUndefined();
});

test('a name that somebody has changed stays and is listed; its cells become values, and none of it comes back as a call', async () => {
  const workbook = await holding({
    ...FIGURES,
    '0,2': '=RZRQ.MARGIN_BALANCE(A1,B1)',
    '1,2': '=RZRQ.FINANCING_NET_PURCHASE(A2,B2)',
  });
  const before = contents(workbook);
  await convert(workbook);
  workbook.definedNames = (await workbook.names()).map((name) =>
    name.name === 'RZ.MARGIN_BALANCE' ? { ...name, formula: '=LAMBDA(a,b,a*b)' } : name,
  );
  workbook.type('表', 4, 2, '=RZRQ.MARGIN_BALANCE(A1,B1)');
  const plan = await planFor(workbook);
  expect(plan.changed).toEqual(['RZ.MARGIN_BALANCE']);
  expect(plan.sheets[0]!.cells.map(({ kind, why }) => [kind, why?.code])).toEqual([['value', 'name_changed']]);
  await convertToNames(workbook, plan);
  expect(contents(workbook).get('4,2')).toBe(1010);
  const results = await restored(workbook);
  expect(results.flatMap(({ left }) => left.map(({ row, cause }) => [row, cause]))).toEqual([[0, 'name']]);
  expect(contents(workbook)).toEqual(
    new Map<string, CellValue>([
      ...before,
      ['0,2', '=RZ.MARGIN_BALANCE(A1,B1)'],
      ['4,2', '=RZRQ.MARGIN_BALANCE(A1,B1)'],
    ]),
  );
  expect(await ownNames(workbook)).toEqual(['RZ.MARGIN_BALANCE']);
});

/** A workbook whose names another version has written. */
async function ofVersion(version: string, formula: string): Promise<MemoryWorkbook> {
  const workbook = await holding({
    ...FIGURES,
    '0,2': '=RZ.MARGIN_BALANCE(A1,B1)',
    '1,2': '=RZ.MARGIN_BALANCE(0,B2)',
    '2,2': '=RZRQ.MARGIN_BALANCE(A3,B3)',
    '3,2': '=C1*2',
  });
  await workbook.defineNames([
    { name: 'RZ.MARGIN_BALANCE', formula, comment: signed('The balance.', version, formula) },
  ]);
  return workbook;
}

test('a name of an older version is brought up to date; a cell that would show another figure keeps it as a value', async () => {
  const workbook = await ofVersion('1.0.9', '=LAMBDA(a,b,IF(a=0,7,a+b))');
  const plan = await planFor(workbook);
  expect(plan.updated.map(({ name }) => name)).toEqual(['RZ.MARGIN_BALANCE']);
  const result = await convertToNames(workbook, plan);
  expect(result).toMatchObject({ status: 'done', updated: ['RZ.MARGIN_BALANCE'] });
  expect(result.sheets.flatMap(({ differences }) => differences)).toMatchObject([
    { row: 1, column: 2, formula: '=RZ.MARGIN_BALANCE(0,B2)', native: 20, ours: 7 },
  ]);
  expect(contents(workbook).get('0,2')).toBe('=RZ.MARGIN_BALANCE(A1,B1)');
  expect(contents(workbook).get('1,2')).toBe(7);
  expect(contents(workbook).get('2,2')).toBe('=RZ.MARGIN_BALANCE(A3,B3)');
  expect(await valueAt(workbook, 2, 2)).toBe(1613.26);
  expect((await planFor(workbook)).updated).toEqual([]);
});

test('a name of a newer version is left to it', async () => {
  const workbook = await ofVersion('99.1', '=LAMBDA(a,b,a+b)');
  const plan = await planFor(workbook);
  expect([plan.updated, plan.changed]).toEqual([[], []]);
});

test('a failure at any write leaves cells and names as they were', async () => {
  const make = () => ofVersion('1.0.9', '=LAMBDA(a,b,IF(a=0,7,a+b))');
  const whole = await make();
  const first = whole.writes;
  await convert(whole);
  const before = { cells: contents(await make()), names: (await make()).definedNames };
  expect(whole.writes - first).toBeGreaterThan(4);
  for (let failing = first + 1; failing <= whole.writes; failing++) {
    const workbook = await make();
    workbook.onWrite = () => {
      if (workbook.writes === failing) throw new Error('refused');
    };
    expect((await convert(workbook)).status).toBe('failed');
    expect({ cells: contents(workbook), names: workbook.definedNames }).toEqual(before);
    expect(await workbook.readNote('originals')).toBeUndefined();
  }
});

const everything = async (workbook: Workbook) => {
  const sheets = await workbook.sheets();
  return Promise.all(
    sheets.map(async ({ id }) => {
      const area = await workbook.used(id);
      return area ? (await workbook.read(area)).formulas : [];
    }),
  );
};

test.each(templates.map(({ id, ...template }) => [id, template] as const))(
  'template %s: to names and back, character for character',
  async (_, template) => {
    const workbook = new MemoryWorkbook();
    await makeTemplate(workbook, template, 'zh');
    const before = workbook.pages.map(({ cells }) => new Map(cells));
    const plan = await planFor(workbook);
    const { native, untouched } = plan.counts;
    const result = await convertToNames(workbook, plan);
    expect(result.status).toBe('done');
    // A template of tables has no call that a name could take.
    expect([untouched, native > 0 || plan.defined.length === 0]).toEqual([0, true]);
    // Doubles leave noise where our functions say 0 (0.1+0.2-0.3): there the value stays.
    const noise = (cell: CellValue) => typeof cell === 'number' && Math.abs(cell) < 1e-12;
    const differences = result.sheets.flatMap((sheet) => sheet.differences);
    expect(differences.filter(({ native: shown, ours }) => !(noise(shown) && ours === 0))).toEqual([]);
    const after = workbook.pages.flatMap(({ cells }) => [...cells.values()]).map(String);
    expect(after.filter((content) => content.includes('RZRQ.') && content.startsWith('='))).toEqual([]);
    await restored(workbook);
    expect(workbook.pages.map(({ cells }) => cells)).toEqual(before);
    expect(await ownNames(workbook)).toEqual([]);
  },
);

test('the sample workbook, in a file: to names, saved, opened, and back, character for character', async () => {
  const workbook = await FileWorkbook.open(await sampleWorkbook('zh'));
  const before = await everything(workbook);
  const plan = planNamesOf(workbook, await snapshotOf(workbook), 'zh');
  expect(plan.counts.native).toBeGreaterThan(50);
  const result = await convertToNames(workbook, plan);
  expect(result).toMatchObject({ status: 'done' });
  expect(result.sheets.flatMap(({ differences }) => differences)).toEqual([]);
  const opened = await FileWorkbook.open(await workbook.save());
  const names = await opened.names();
  expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining([...result.defined]));
  const back = await planRestore(opened);
  await restore(opened, back);
  expect(await deleteUnusedNames(opened)).toEqual({ status: 'done', names: back.unused });
  expect(await everything(opened)).toEqual(before);
  expect((await opened.names()).filter(({ name }) => name.startsWith('RZ.'))).toEqual([]);
});
