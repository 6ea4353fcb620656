import { COMMANDS, type Desk } from '../../src/taskpane/share/commands';
import {
  contentText,
  placed,
  problemsOf,
  withCommonReason,
  type Line,
  type Outline,
} from '../../src/taskpane/share/outline';
import { filledColumns } from '../../src/taskpane/share/filled-columns';
import { speaker } from '../../src/taskpane/words';
import type { Area, CellValue } from '../../src/workbook/workbook';
import { total } from '../support/guarded';
import { MemoryWorkbook } from '../support/memory-workbook';

const say = speaker('en');
const ROLL = '=RZRQ.FINANCING_BALANCE_ROLL(E1,C2,D2)';

async function deskWith(
  ...rows: readonly (readonly CellValue[])[]
): Promise<Desk & { readonly workbook: MemoryWorkbook }> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('日');
  rows.forEach((row, i) => row.forEach((content, j) => content !== '' && workbook.type('日', i, j, content)));
  return { workbook, language: 'en', say };
}

const outlineOf = (desk: Desk, title: string, choice?: Parameters<(typeof COMMANDS)[number]['outline']>[1]) =>
  COMMANDS.find((command) => command.title === title)!.outline(desk, choice);
const carryOut = (outline: Outline) => outline.run!({});
const told = ({ cell, before, after, why }: Line) => [cell, before, after, why];

/** One formula with a native twin and one without. */
const BOTH: readonly (readonly CellValue[])[] = [
  [5, 3, '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '=RZRQ.LENDING_BALANCE(A1,B1,E1)'],
];

test('the plan tells each cell, old and new, and why one becomes its value', async () => {
  const desk = await deskWith(...BOTH);
  const { groups, notes } = await outlineOf(desk, 'toFormulas');
  expect(notes).toEqual([]);
  expect(groups.map(({ title, lines }) => [title, lines.map(told)])).toEqual([
    [
      'To become formulas (1)',
      [['日!C1', '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', expect.stringMatching(/^=(?!.*RZRQ)/), undefined]],
    ],
    [
      'To become values (1)',
      [['日!D1', '=RZRQ.LENDING_BALANCE(A1,B1,E1)', '15', 'A choice is not written as a word in the formula.']],
    ],
  ]);
  expect([...desk.workbook.contents('sheet-1').values()]).toContain('=RZRQ.FINANCING_NET_PURCHASE(A1,B1)');
});

test('the plan says which formulas need dynamic arrays', async () => {
  const desk = await deskWith(
    [5, 3, '=SUM(RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2))', '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)'],
    [4, 1],
  );
  const { groups, notes } = await outlineOf(desk, 'toFormulas');
  expect(notes).toEqual([say('needArrays', { count: 1 })]);
  expect(groups[0]!.lines.map(({ cell, why }) => [cell, why])).toEqual([
    ['日!C1', 'Needs dynamic arrays.'],
    ['日!D1', undefined],
  ]);
});

test.each(['toFormulas', 'toValues'])(
  '%s names the names that call our functions, and freezes what uses them',
  async (title) => {
    const desk = await deskWith([5, 3, '=净买入*2']);
    desk.workbook.definedNames = [{ name: '净买入', formula: '=RZRQ.FINANCING_NET_PURCHASE(日!$A$1,日!$B$1)' }];
    const { groups, notes } = await outlineOf(desk, title);
    expect(notes).toEqual([say('namesCall', { text: '净买入' })]);
    expect(groups.map(({ title: heading, lines }) => [heading, lines.map(told)])).toEqual([
      ['To become values (1)', [['日!C1', '=净买入*2', '4', 'Uses the name 净买入, which calls a function of ours.']]],
    ]);
  },
);

test('a spill that stays says who reads it', async () => {
  const desk = await deskWith([1000, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)'], ['', 20, 5]);
  await desk.workbook.addSheet('总 1');
  desk.workbook.type('总 1', 0, 0, '=SUM(日!D1#)');
  desk.workbook.page('总 1').protected = true;
  const { groups, run } = await outlineOf(desk, 'toValues');
  expect(groups.map(({ lines }) => lines.map(({ cell, why }) => [cell, why]))).toEqual([
    [['日!D1:D2', "The spill is read by '总 1'!A1, which cannot be changed."]],
  ]);
  expect(run).toBeUndefined();
});

test.each(['toFormulas', 'toValues'])('%s in place, and back, cell by cell', async (title) => {
  const desk = await deskWith(...BOTH);
  const before = new Map(desk.workbook.contents('sheet-1'));
  const shared = await carryOut(await outlineOf(desk, title, 'inPlace'));
  expect(shared.problems).toEqual([]);
  expect(shared.notes).toEqual(
    title === 'toFormulas' ? ['Converted to formulas: 1.', 'Converted to values: 1.'] : ['Converted to values: 2.'],
  );
  expect([...desk.workbook.contents('sheet-1').values()].join()).not.toContain('RZRQ');

  desk.workbook.type('日', 0, 3, 'mine');
  const outline = await outlineOf(desk, 'restore');
  expect(outline.groups.map((group) => group.lines.map(told))).toEqual([
    [['日!C1', expect.anything(), BOTH[0]![2], undefined]],
    [['日!D1', BOTH[0]![3], undefined, '日!D1 has been changed since; it now holds: mine']],
  ]);
  const { notes, groups } = await carryOut(outline);
  expect(notes).toEqual(['Formulas restored: 1.']);
  expect(groups).toHaveLength(1);
  expect(new Map(desk.workbook.contents('sheet-1'))).toEqual(new Map([...before, ['0,3', 'mine']]));
});

test('toNames: the names that are defined are told, and go again with Restore', async () => {
  const desk = await deskWith([5, 3, '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '=RZRQ.LIQUIDATION_QTY(A1,B1,2)']);
  const before = new Map(desk.workbook.contents('sheet-1'));
  const plan = await outlineOf(desk, 'toNames');
  expect(plan.groups.map(({ title }) => title)).toEqual(['To become names (1)', 'To become values (1)']);
  expect(plan.groups[1]!.lines[0]!.why).toBe('The function has no name.');
  expect(plan.notes).toEqual([expect.stringMatching(/^Names to be defined in this workbook: \d+\.$/)]);
  const { problems, notes } = await carryOut(plan);
  const count = (await desk.workbook.names()).length;
  expect([problems, notes]).toEqual([
    [],
    ['Converted to names: 1.', 'Converted to values: 1.', `Names defined: ${count}.`],
  ]);
  expect((await outlineOf(desk, 'toValues')).notes).toEqual([say('nothingToShare'), say('alreadyConverted')]);
  const back = await outlineOf(desk, 'restore');
  expect(back.notes).toContain(`Names that nothing uses then are deleted: ${count}.`);
  expect((await carryOut(back)).notes).toEqual([
    'Formulas restored: 2.',
    `Names that nothing uses any more were deleted: ${count}.`,
  ]);
  expect(new Map(desk.workbook.contents('sheet-1'))).toEqual(before);
  expect(await desk.workbook.names()).toEqual([]);
});

test('toNames in an Excel without LAMBDA: nothing is left, and the reason is told', async () => {
  const desk = await deskWith([5, 3, '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)']);
  desk.workbook.knowsLambda = false;
  const before = new Map(desk.workbook.contents('sheet-1'));
  expect(await carryOut(await outlineOf(desk, 'toNames'))).toEqual({
    problems: [say('namesRefused', { text: 'C1: #NAME?' })],
    notes: [],
    groups: [],
  });
  expect(new Map(desk.workbook.contents('sheet-1'))).toEqual(before);
  expect(await desk.workbook.names()).toEqual([]);
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
  expect(await carryOut(outline)).toEqual({
    problems: ['The sheet 日 was left as it was: refused'],
    notes: [],
    groups: [],
  });
  expect(desk.workbook.contents('sheet-1').get('0,2')).toBe(BOTH[0]![2]);
});

/** Every command has something to do, and something to leave alone. */
const ALL: readonly (readonly CellValue[])[] = [
  ...BOTH,
  ['', '', '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)'],
  ['', '', '=RZRQ.NOPE(1)'],
  ['', '', 5],
  [5, 3, '=RZRQ.FINANCING_BALANCE_ROLL(C4,A5,B5)'],
  [5, 3, '=RZRQ.FINANCING_BALANCE_ROLL(C5,A6,B6)'],
];

test.each(COMMANDS.map(({ title }) => title))(
  '%s that is cancelled has nothing to tell but that all is as it was',
  async (title) => {
    const desk = await deskWith(...ALL);
    if (title === 'restore') await carryOut(await outlineOf(desk, 'toFormulas'));
    const before = new Map(desk.workbook.contents('sheet-1'));
    const outline = await outlineOf(desk, title);
    expect(await outline.run!({ signal: { aborted: true } })).toEqual({
      problems: ['Cancelled; the sheet 日 is as it was.'],
      notes: [],
      groups: [],
    });
    expect(new Map(desk.workbook.contents('sheet-1'))).toEqual(before);
  },
);

test('where one of two sheets fails, the other is told of', async () => {
  const desk = await deskWith(...BOTH);
  await desk.workbook.addSheet('周');
  desk.workbook.type('周', 0, 0, '=RZRQ.FINANCING_NET_PURCHASE(2,1)');
  const outline = await outlineOf(desk, 'toFormulas');
  desk.workbook.type('周', 0, 0, 'mine');
  const { problems, notes } = await carryOut(outline);
  expect(problems).toEqual([expect.stringContaining('The sheet 周 was left as it was')]);
  expect(notes).toEqual(['Converted to formulas: 1.', 'Converted to values: 1.']);
});

test('a formula that would differ is among the values, with what the native formula gives', async () => {
  const desk = await deskWith([
    0.3,
    0.1,
    '=IF(RZRQ.FINANCING_NET_PURCHASE(A1,B1)=0.2,1,2)',
    '=RZRQ.FINANCING_NET_PURCHASE(5,3)',
  ]);
  const { notes, groups } = await carryOut(await outlineOf(desk, 'toFormulas'));
  expect(notes).toEqual(['Converted to formulas: 1.', 'Converted to values: 1.']);
  expect(groups.map(({ title, lines }) => [title, lines.map(told)])).toEqual([
    [
      'Kept as values, as the native formula differs (1)',
      [['日!C1', '=IF(RZRQ.FINANCING_NET_PURCHASE(A1,B1)=0.2,1,2)', '1', 'The native formula gives 2.']],
    ],
  ]);
});

test('references to a spill that goes are a group and a count of their own', async () => {
  const desk = await deskWith(
    [1000, 10, 4, '=RZRQ.FINANCING_BALANCE_SERIES(A1,B1:B2,C1:C2)', '=SUM(D1#)'],
    ['', 20, 5],
  );
  const outline = await outlineOf(desk, 'toValues');
  expect(outline.groups.map(({ title, lines }) => [title, lines.map(({ after }) => after)])).toEqual([
    ['To become values (1)', ['1006 …']],
    ['References to be rewritten (1)', ['=SUM(D1:D2)']],
  ]);
  expect((await carryOut(outline)).notes).toEqual(['Converted to values: 1.', 'References rewritten: 1.']);
});

test('where every cell stays as it is, the plan says so', async () => {
  const desk = await deskWith(...ALL);
  desk.workbook.page('日').protected = true;
  for (const [title, note] of [
    ['toFormulas', 'noneToShare'],
    ['repair', 'noneToRepair'],
    ['flatten', 'nothingToFlatten'],
  ] as const) {
    const { notes, groups, run } = await outlineOf(desk, title);
    expect([notes, groups.length, run]).toEqual([[say(note)], 1, undefined]);
  }
});

test('converted once, the workbook is to be restored before it is converted otherwise', async () => {
  const desk = await deskWith(...BOTH);
  await carryOut(await outlineOf(desk, 'toFormulas'));
  expect((await outlineOf(desk, 'toValues')).notes).toEqual([say('nothingToShare'), say('alreadyConverted')]);
  desk.workbook.type('日', 5, 0, '=RZRQ.NOPE(1)');
  expect((await outlineOf(desk, 'toFormulas')).notes).toEqual([say('noneToShare'), say('alreadyConverted')]);
  await carryOut(await outlineOf(desk, 'restore'));
  for (const [row, column] of [
    [0, 2],
    [0, 3],
    [5, 0],
  ] as const)
    desk.workbook.type('日', row, column, '');
  expect((await outlineOf(desk, 'toValues')).notes).toEqual([say('nothingToShare')]);
});

test('the plan to restore names the sheets, and says where none of it can be', async () => {
  const desk = await deskWith(...BOTH);
  await carryOut(await outlineOf(desk, 'toFormulas', 'onCopies'));
  expect((await outlineOf(desk, 'restore')).notes).toEqual(['Sheets: 日 (shared).']);
  desk.workbook.type('日 (shared)', 0, 2, 'mine');
  desk.workbook.type('日 (shared)', 0, 3, 'mine');
  const { notes, run } = await outlineOf(desk, 'restore');
  expect([notes, run]).toEqual([[say('noneToRestore')], undefined]);
});

test('stored names are entered again', async () => {
  const desk = await deskWith(['=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)']);
  const outline = await outlineOf(desk, 'repair');
  expect(outline.groups[0]!.lines.map(told)).toEqual([
    ['日!A1', '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)', '=RZRQ.FINANCING_NET_PURCHASE(5,3)', undefined],
  ]);
  expect((await carryOut(outline)).notes).toEqual(['Formulas repaired: 1.']);
});

test('a formula that is entered again as it stands is told once, what is still unknown with its reason, and a name of no function is listed', async () => {
  const desk = await deskWith(['=RZRQ.FINANCING_NET_PURCHASE(5,3)+FOO(1)', '=RZRQ.NOPE(1)']);
  const outline = await outlineOf(desk, 'repair');
  const left = ['Left alone (1)', [['日!B1', '=RZRQ.NOPE(1)', undefined, 'There is no function RZRQ.NOPE.']]];
  const groupsTold = ({ groups }: Pick<Outline, 'groups'>) =>
    groups.map(({ title, lines }) => [title, lines.map(told)]);
  expect(groupsTold(outline)).toEqual([
    ['To be re-entered (1)', [['日!A1', '=RZRQ.FINANCING_NET_PURCHASE(5,3)+FOO(1)', undefined, undefined]]],
    left,
  ]);
  expect(groupsTold(await carryOut(outline))).toEqual([
    [
      'Still #NAME? (1)',
      [
        [
          '日!A1',
          '=RZRQ.FINANCING_NET_PURCHASE(5,3)+FOO(1)',
          undefined,
          'Something else in it is unknown to Excel; check FOO.',
        ],
      ],
    ],
    left,
  ]);
});

test.each([
  ['flattenSeries', '=RZRQ.FINANCING_BALANCE_SERIES(E1,C2:C3,D2:D3)'],
  ['flattenNative', total('$E$1', '$C$2:C2', '$D$2:D2')],
] as const)('a chain is flattened: %s', async (choice, formula) => {
  const desk = await deskWith(
    ['', '', '', '', 100],
    ['', '', 5, 3, ROLL],
    ['', '', 7, 1, '=RZRQ.FINANCING_BALANCE_ROLL(E2,C3,D3)'],
  );
  const outline = await outlineOf(desk, 'flatten', choice);
  expect(outline.groups[0]!.lines.map(({ cell, before }) => [cell, before])).toEqual([['日!E2:E3', `${ROLL} …`]]);
  expect((await carryOut(outline)).notes).toEqual(['Chains flattened: 1.']);
  expect(desk.workbook.contents('sheet-1').get('1,4')).toBe(formula);
});

test.each(COMMANDS.map(({ title }) => title))(
  '%s has nothing to do in a workbook without our functions',
  async (title) => {
    const { groups, notes, run } = await outlineOf(await deskWith([1, '=A1']), title);
    expect([groups, notes.length, run]).toEqual([[], 1, undefined]);
  },
);

test.each<[whys: readonly (string | undefined)[], title: string, each: readonly (string | undefined)[]]>([
  [['protected', 'protected'], 'Left alone: protected', [undefined, undefined]],
  [['protected', 'merged'], 'Left alone', ['protected', 'merged']],
  [['protected', undefined], 'Left alone', ['protected', undefined]],
  [[undefined, undefined], 'Left alone', [undefined, undefined]],
  [['protected'], 'Left alone', ['protected']],
])('a reason that all lines share goes into the title: %j', (whys, title, each) => {
  const group = withCommonReason(
    { title: 'Left alone', lines: whys.map((why) => ({ cell: 'A1', before: '=A1', why })) },
    say,
  );
  expect([group.title, group.lines.map(({ why }) => why)]).toEqual([title, each]);
});

test('contents and addresses in words', () => {
  expect(contentText([['']], say)).toBe('blank');
  expect(contentText([[true]], say)).toBe('TRUE');
  expect(contentText([['=A1'], [''], ['']], say)).toBe('=A1');
  expect(contentText([[1], [2]], say)).toBe('1 …');
  expect(placed({ id: 's', name: 'a b' }, 1, 2, { rows: 2, columns: 1 }).cell).toBe("'a b'!C2:C3");
  expect(
    problemsOf(
      [
        { name: 'S', status: 'done' },
        { name: 'T', status: 'cancelled' },
      ],
      say,
    ),
  ).toEqual(['Cancelled; the sheet T is as it was.']);
});

describe('a filled column', () => {
  const filled = async (): Promise<readonly Line[]> => {
    const desk = await deskWith(
      ...Array.from({ length: 5 }, (_, i) => [
        5 + i,
        3,
        `=RZRQ.FINANCING_NET_PURCHASE(A${i + 1},B${i + 1})`,
        i === 2 ? '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)' : `=RZRQ.FINANCING_NET_PURCHASE(B${i + 1},A${i + 1})`,
      ]),
    );
    return filledColumns((await outlineOf(desk, 'toFormulas')).groups[0]!.lines);
  };

  test('is one line that holds its cells; another formula in it parts it', async () => {
    const lines = await filled();
    expect(lines.map(({ cell, before, cells }) => [cell, before, cells?.length])).toEqual([
      ['日!C1:C5', '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', 5],
      ['日!D1:D2', '=RZRQ.FINANCING_NET_PURCHASE(B1,A1)', 2],
      ['日!D3', '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', undefined],
      ['日!D4:D5', '=RZRQ.FINANCING_NET_PURCHASE(B4,A4)', 2],
    ]);
    expect(lines[0]!.area).toMatchObject({ row: 0, column: 2, rows: 5, columns: 1 });
    expect(lines[0]!.cells!.map(({ cell }) => cell)).toEqual(['日!C1', '日!C2', '日!C3', '日!C4', '日!C5']);
  });

  test('whose cells are told otherwise is parted too', () => {
    const line = (row: number, why?: string): Line => ({
      ...placed({ id: 's', name: '日' }, row, 0),
      before: `=RZRQ.MARGIN_BALANCE(B${row + 1},C${row + 1})`,
      after: String(row),
      why,
    });
    expect(
      filledColumns([line(0), line(1), line(2, 'protected'), line(4, 'protected')]).map(({ cell }) => cell),
    ).toEqual(['日!A1:A2', '日!A3', '日!A5']);
  });
});

describe('a part of the workbook', () => {
  const NET = '=RZRQ.FINANCING_NET_PURCHASE(A1,B1)';
  const area = (row: number, column: number, rows = 1): Area => ({ sheet: 'sheet-1', row, column, rows, columns: 1 });
  const opened = async (...rows: readonly (readonly CellValue[])[]) => {
    const desk = await deskWith([5, 3, NET, NET], ...rows);
    await desk.workbook.addSheet('另');
    [5, 3, NET].forEach((content, column) => desk.workbook.type('另', 0, column, content));
    return desk;
  };
  const limited = (desk: Desk, title: string, part: readonly Area[]) =>
    COMMANDS.find((command) => command.title === title)!.outline(desk, undefined, part);
  const cellsOf = (outline: Outline) => outline.groups.flatMap(({ lines }) => lines.map(({ cell }) => cell));

  test('is all that is planned, converted and restored', async () => {
    const desk = await opened();
    const outline = await limited(desk, 'toValues', [area(0, 2)]);
    expect(cellsOf(outline)).toEqual(['日!C1']);
    await carryOut(outline);
    await carryOut(await outlineOf(desk, 'toValues'));
    expect([...desk.workbook.contents('日').values(), ...desk.workbook.contents('另').values()]).not.toContain(NET);
    const back = await limited(desk, 'restore', [area(0, 3), { ...area(0, 0), sheet: 'sheet-2', columns: 9 }]);
    expect(cellsOf(back)).toEqual(['日!D1', '另!C1']);
    await carryOut(back);
    expect(desk.workbook.contents('日').get('0,2')).toBe(2);
    expect([desk.workbook.contents('日').get('0,3'), desk.workbook.contents('另').get('0,2')]).toEqual([NET, NET]);
    await carryOut(await outlineOf(desk, 'restore'));
    expect(desk.workbook.contents('日').get('0,2')).toBe(NET);
  });

  test('a spill that ours outside of it reads stays', async () => {
    const SPILL = '=RZRQ.FINANCING_NET_PURCHASE(A1:A2,B1:B2)';
    const desk = await deskWith([5, 3, SPILL, '=RZRQ.MARGIN_BALANCE(SUM(C1#),1)', '=SUM(C1#)'], [6, 2]);
    const { groups } = await limited(desk, 'toValues', [area(0, 2)]);
    expect(groups.map(({ title, lines }) => [title, lines.map(({ cell }) => cell)])).toEqual([
      ['Left alone (1)', ['日!C1:C2']],
    ]);
  });

  test.each(['repair', 'flatten'])('%s keeps to it', async (title) => {
    const desk = await opened(
      ['', '', '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(A1,B1)', '', 100],
      [5, 3, '', '', '=RZRQ.FINANCING_BALANCE_ROLL(E2,A3,B3)'],
      [5, 3, '', '', '=RZRQ.FINANCING_BALANCE_ROLL(E3,A4,B4)'],
    );
    expect(cellsOf(await outlineOf(desk, title))).toHaveLength(1);
    expect(cellsOf(await limited(desk, title, [area(0, 0, 2)]))).toEqual([]);
    expect(cellsOf(await limited(desk, title, [area(1, 2), area(3, 4)]))).toHaveLength(1);
  });

  test('on copies it is the same cells of the copy', async () => {
    const desk = await opened();
    const outline = await COMMANDS[1]!.outline(desk, 'onCopies', [area(0, 2)]);
    await carryOut(outline);
    const copy = desk.workbook.contents('日 (shared)');
    expect([copy.get('0,2'), copy.get('0,3')]).toEqual([2, NET]);
  });
});
