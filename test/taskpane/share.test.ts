import { COMMANDS, type Desk } from '../../src/taskpane/share/commands';
import { contentText, placed, problemsOf, type Line, type Outline } from '../../src/taskpane/share/outline';
import { speaker } from '../../src/taskpane/words';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

const say = speaker('en');
const ROLL = '=RZRQ.FINANCING_BALANCE_ROLL(E1,C2,D2)';

async function deskWith(...rows: readonly (readonly CellValue[])[]): Promise<Desk & { readonly workbook: MemoryWorkbook }> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('日');
  rows.forEach((row, i) => row.forEach((content, j) => content !== '' && workbook.type('日', i, j, content)));
  return { workbook, language: 'en', say };
}

const outlineOf = (desk: Desk, title: string, choice?: Parameters<(typeof COMMANDS)[number]['outline']>[1]) => COMMANDS.find((command) => command.title === title)!.outline(desk, choice);
const carryOut = (outline: Outline) => outline.run!({});
const told = ({ cell, before, after, why }: Line) => [cell, before, after, why];

/** One formula with a native twin and one without. */
const BOTH: readonly (readonly CellValue[])[] = [[5, 3, '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '=RZRQ.LENDING_BALANCE(A1,B1,E1)']];

test('the plan tells each cell, old and new, and why one becomes its value', async () => {
  const desk = await deskWith(...BOTH);
  const { groups, notes } = await outlineOf(desk, 'toFormulas');
  expect(notes).toEqual([]);
  expect(groups.map(({ title, lines }) => [title, lines.map(told)])).toEqual([
    ['Become formulas (1)', [['日!C1', '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', expect.stringMatching(/^=(?!.*RZRQ)/), undefined]]],
    ['Become values (1)', [['日!D1', '=RZRQ.LENDING_BALANCE(A1,B1,E1)', '15', 'A choice is not written as a word in the formula.']]],
  ]);
  expect([...desk.workbook.contents('sheet-1').values()]).toContain('=RZRQ.FINANCING_NET_PURCHASE(A1,B1)');
});

test('the plan says which formulas need dynamic arrays', async () => {
  const desk = await deskWith([5, 3, '=SUM(RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2))', '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)'], [4, 1]);
  const { groups, notes } = await outlineOf(desk, 'toFormulas');
  expect(notes).toEqual([say('needArrays', { count: 1 })]);
  expect(groups[0]!.lines.map(({ cell, why }) => [cell, why])).toEqual([['日!C1', 'Needs dynamic arrays.'], ['日!D1', undefined]]);
});

test.each(['toFormulas', 'toValues'])('%s names the names that call our functions, and freezes what uses them', async (title) => {
  const desk = await deskWith([5, 3, '=净买入*2']);
  desk.workbook.definedNames = [{ name: '净买入', formula: '=RZRQ.FINANCING_NET_PURCHASE(日!$A$1,日!$B$1)' }];
  const { groups, notes } = await outlineOf(desk, title);
  expect(notes).toEqual([say('namesCall', { text: '净买入' })]);
  expect(groups.map(({ title: heading, lines }) => [heading, lines.map(told)])).toEqual([['Become values (1)', [['日!C1', '=净买入*2', '4', 'Uses the name 净买入, which calls a function of ours.']]]]);
});

test('a spill that stays says who reads it', async () => {
  const desk = await deskWith([1000, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)'], ['', 20, 5]);
  await desk.workbook.addSheet('总 1');
  desk.workbook.type('总 1', 0, 0, '=SUM(日!D1#)');
  desk.workbook.page('总 1').protected = true;
  const { groups, run } = await outlineOf(desk, 'toValues');
  expect(groups.map(({ lines }) => lines.map(({ cell, why }) => [cell, why]))).toEqual([[['日!D1:D2', "The spill is read by '总 1'!A1, which cannot be changed."]]]);
  expect(run).toBeUndefined();
});

test.each(['toFormulas', 'toValues'])('%s in place, and back, cell by cell', async (title) => {
  const desk = await deskWith(...BOTH);
  const before = new Map(desk.workbook.contents('sheet-1'));
  const shared = await carryOut(await outlineOf(desk, title, 'inPlace'));
  expect(shared.problems).toEqual([]);
  expect(shared.notes).toEqual([say('converted', title === 'toFormulas' ? { count: 1, value: 1 } : { count: 0, value: 2 })]);
  expect([...desk.workbook.contents('sheet-1').values()].join()).not.toContain('RZRQ');

  desk.workbook.type('日', 0, 3, 'mine');
  const outline = await outlineOf(desk, 'restore');
  expect(outline.groups.map((group) => group.lines.map(told))).toEqual([
    [['日!C1', expect.anything(), BOTH[0]![2], undefined]],
    [['日!D1', BOTH[0]![3], undefined, 'The cell now holds: mine']],
  ]);
  const { notes, groups } = await carryOut(outline);
  expect(notes).toEqual(['Formulas restored: 1.']);
  expect(groups).toHaveLength(1);
  expect(new Map(desk.workbook.contents('sheet-1'))).toEqual(new Map([...before, ['0,3', 'mine']]));
});

test('on copies the sheets stay as they are', async () => {
  const desk = await deskWith(...BOTH);
  const before = new Map(desk.workbook.contents('sheet-1'));
  const { notes } = await carryOut(await outlineOf(desk, 'toFormulas', 'onCopies'));
  expect(notes).toContain('Copies made: 日 (shared).');
  expect(new Map(desk.workbook.contents('sheet-1'))).toEqual(before);
  expect((await desk.workbook.sheets()).map(({ name }) => name)).toEqual(['日', '日 (shared)']);
});

test('a sheet that refuses is left as it was, and named', async () => {
  const desk = await deskWith(...BOTH);
  const outline = await outlineOf(desk, 'toValues', 'inPlace');
  desk.workbook.onWrite = () => {
    if (desk.workbook.writes === 2) throw new Error('refused');
  };
  expect((await carryOut(outline)).problems).toEqual(['The sheet 日 was left as it was: refused']);
  expect(desk.workbook.contents('sheet-1').get('0,2')).toBe(BOTH[0]![2]);
});

test('what is cancelled is as it was, and said so', async () => {
  const desk = await deskWith(...BOTH);
  const outline = await outlineOf(desk, 'toFormulas', 'inPlace');
  expect((await outline.run!({ signal: { aborted: true } })).problems).toEqual(['Cancelled; the sheet 日 is as it was.']);
  expect(desk.workbook.contents('sheet-1').get('0,2')).toBe(BOTH[0]![2]);
});

test('stored names are entered again', async () => {
  const desk = await deskWith(['=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)']);
  const outline = await outlineOf(desk, 'repair');
  expect(outline.groups[0]!.lines.map(told)).toEqual([['日!A1', '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)', '=RZRQ.FINANCING_NET_PURCHASE(5,3)', undefined]]);
  expect((await carryOut(outline)).notes).toEqual(['Formulas repaired: 1.']);
});

test.each([
  ['flattenSeries', '=RZRQ.FINANCING_BALANCE_SERIES(E1,C2:C3,D2:D3)'],
  ['flattenNative', '=$E$1+SUM($C$2:C2)-SUM($D$2:D2)'],
] as const)('a chain is flattened: %s', async (choice, formula) => {
  const desk = await deskWith(['', '', '', '', 100], ['', '', 5, 3, ROLL], ['', '', 7, 1, '=RZRQ.FINANCING_BALANCE_ROLL(E2,C3,D3)']);
  const outline = await outlineOf(desk, 'flatten', choice);
  expect(outline.groups[0]!.lines.map(({ cell, before }) => [cell, before])).toEqual([['日!E2:E3', `${ROLL} …`]]);
  expect((await carryOut(outline)).notes).toEqual(['Chains flattened: 1.']);
  expect(desk.workbook.contents('sheet-1').get('1,4')).toBe(formula);
});

test.each(COMMANDS.map(({ title }) => title))('%s has nothing to do in a workbook without our functions', async (title) => {
  const { groups, notes, run } = await outlineOf(await deskWith([1, '=A1']), title);
  expect([groups, notes.length, run]).toEqual([[], 1, undefined]);
});

test('contents and addresses in words', () => {
  expect(contentText([['']], say)).toBe('blank');
  expect(contentText([[true]], say)).toBe('TRUE');
  expect(contentText([['=A1'], [''], ['']], say)).toBe('=A1');
  expect(contentText([[1], [2]], say)).toBe('1 …');
  expect(placed({ id: 's', name: 'a b' }, 1, 2, { rows: 2, columns: 1 }).cell).toBe("'a b'!C2:C3");
  expect(problemsOf([{ name: 'S', status: 'done' }, { name: 'T', status: 'cancelled' }], say)).toEqual(['Cancelled; the sheet T is as it was.']);
});
