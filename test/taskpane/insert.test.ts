import { definitions } from '../../src/functions/index';
import { apply } from '../../src/taskpane/insert/apply';
import { examine, type Examination } from '../../src/taskpane/insert/examine';
import { blockName } from '../../src/workbook/a1';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

const DAYS: CellValue[][] = [
  ['日期', '融资余额', '融资买入额', '融资偿还额'],
  ['2015-04-08', 13599709125, 1567850413, 1489255328],
  ['2015-04-09', 13543599484, 1474071547, 1503903339],
  ['2015-04-10', 13516483857, 1168986102, 1196101729],
  ['2015-04-13', 13789855569, 1479008826, 1205637113],
];

async function opened(more: (workbook: MemoryWorkbook, sheet: string) => void = () => undefined) {
  const workbook = new MemoryWorkbook();
  const { id: sheet } = await workbook.addSheet('601989');
  await workbook.write({ sheet, row: 0, column: 0, rows: DAYS.length, columns: 4 }, DAYS);
  more(workbook, sheet);
  const look = (id: string, args: readonly string[], target: string): Promise<Examination> => {
    const definition = definitions.find((candidate) => candidate.id === id)!;
    const [column, row] = [target.charCodeAt(0) - 65, Number(target.slice(1)) - 1];
    return examine(workbook, {
      definition,
      typed: Object.fromEntries(definition.params.map(({ name }, i) => [name, args[i] ?? ''])),
      target: { sheet, row, column, rows: 1, columns: 1 },
    });
  };
  return { workbook, sheet, look };
}

const waysOf = ({ forms }: Examination) =>
  Object.fromEntries(forms.map(({ kind, formula, area }) => [kind, `${blockName(area)} ${formula}`]));

test('what is missing and what is no formula is said before anything else', async () => {
  const { look } = await opened();
  expect((await look('FINANCING_BALANCE_ROLL', ['B2'], 'E3')).missing).toEqual(['purchases', 'repayments']);
  expect((await look('FINANCING_BALANCE_ROLL', ['B2', 'C3', 'SUM('], 'E3')).wrong).toBe('repayments');
});

describe('a word that nothing is called', () => {
  const known = (workbook: MemoryWorkbook, sheet: string) => {
    workbook.definedNames = [
      { name: '昨日', formula: "='601989'!$B$2" },
      { name: '本表', formula: "='601989'!$B$3", sheet },
      { name: '两数', formula: '={1,2}' },
    ];
    workbook.tableAreas = [{ name: '融资表', area: { sheet, row: 0, column: 0, rows: 5, columns: 4 } }];
  };

  test.each<[string, string, string?]>([
    ['abc', 'abc'],
    ['昨天', '昨天'],
    ['B5+昨天', '昨天'],
    ['IF(B5>0,昨天,0)', '昨天'],
    ['B5:昨天', '昨天'],
    ['Sheet9!B5', 'Sheet9!B5'],
    ['RZRQ.NOPE(B5)', 'RZRQ.NOPE'],
    ['“B5”', '“B5”'],
  ])('%s is no argument, and it is said why', async (typed, unknown) => {
    const { look } = await opened(known);
    expect(await look('MARGIN_BALANCE', [typed, 'C5'], 'F5')).toMatchObject({
      wrong: 'financing_balance',
      unknown,
      forms: [],
    });
  });

  test.each([
    '昨日',
    '本表',
    '两数',
    'B5+昨日',
    '融资表[融资余额]',
    'INDEX(B:B,5)',
    'LET(x,B5,x+1)',
    '[other.xlsx]S!A1',
    'B5',
    '"abc"',
    'RZRQ.MARGIN_BALANCE(B5,C5)',
  ])('%s is one that something is called', async (typed) => {
    const { look } = await opened(known);
    const { wrong, unknown, forms } = await look('MARGIN_BALANCE', [typed, 'C5'], 'F5');
    expect({ wrong, unknown }).toEqual({ wrong: undefined, unknown: undefined });
    expect(forms).not.toEqual([]);
  });
});

test.each(['B5，', 'B5，C5', 'B5,C5', 'B5)+(C5'])('%s is no single argument', async (typed) => {
  const { look } = await opened();
  expect(await look('MARGIN_BALANCE', [typed, 'C5'], 'F5')).toMatchObject({ wrong: 'financing_balance', forms: [] });
});

test('full-width parentheses and commas are taken as Excel takes them, but in texts', async () => {
  const { look } = await opened();
  expect((await look('MARGIN_BALANCE', ['SUM（B2，B3）', 'IF(D2="（，）",1,C2)'], 'F5')).formula).toBe(
    '=RZRQ.MARGIN_BALANCE(SUM(B2,B3),IF(D2="（，）",1,C2))',
  );
});

test('single cells go in once, down to the last row of the data, or as one spilling formula', async () => {
  const { look } = await opened();
  const examination = await look('FINANCING_BALANCE_ROLL', ['B2', 'C3', 'D3'], 'E3');
  expect(examination.result).toEqual([[13569877333]]);
  expect(waysOf(examination)).toEqual({
    here: 'E3 =RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3)',
    down: 'E3:E5 =RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3)',
    spill: 'E3:E5 =RZRQ.FINANCING_BALANCE_ROLL(B2:B4,C3:C5,D3:D5)',
  });
});

test('an anchored argument stays where it is', async () => {
  const { look } = await opened();
  expect(waysOf(await look('MARGIN_BALANCE', ['B2', 'C$2'], 'E2')).spill).toBe('E2:E5 =RZRQ.MARGIN_BALANCE(B2:B5,C$2)');
});

test.each([
  ['$B2', 'C2'],
  ['B2', '$C2'],
  ['$B2', '$C2'],
])('a fixed column goes down with its rows: %s and %s', async (balance, lending) => {
  const { look, workbook } = await opened();
  const examination = await look('MARGIN_BALANCE', [balance, lending], 'E2');
  expect(waysOf(examination)).toEqual({
    here: `E2 =RZRQ.MARGIN_BALANCE(${balance},${lending})`,
    down: `E2:E5 =RZRQ.MARGIN_BALANCE(${balance},${lending})`,
    spill: 'E2:E5 =RZRQ.MARGIN_BALANCE(B2:B5,C2:C5)',
  });
  const sums = DAYS.slice(1).map((day) => [Number(day[1]) + Number(day[2])]);
  for (const kind of ['down', 'spill']) {
    const form = examination.forms.find((one) => one.kind === kind)!;
    await apply(workbook, form, 'amount');
    expect((await workbook.read(form.area)).values).toEqual(sums);
    await workbook.clear(form.area);
  }
});

test('the result over 200,000 cells is shown', async () => {
  const { look } = await opened((workbook, sheet) => {
    const { cells } = workbook.page(sheet);
    for (let row = 0; row < 200_000; row++) cells.set(`${row},6`, row);
  });
  expect((await look('MARGIN_BALANCE', ['MAX(G1:G200000)', 'MIN(G2:G200000)'], 'E2')).result).toEqual([[200_000]]);
});

test('a fill-down on its own results is a chain: the series is advised and no spilling form of the roll is offered', async () => {
  const { look } = await opened((workbook, sheet) => workbook.type(sheet, 1, 4, 13599709125));
  const examination = await look('FINANCING_BALANCE_ROLL', ['E2', 'C3', 'D3'], 'E3');
  expect(examination.chain).toMatchObject({
    levels: 3,
    id: 'FINANCING_BALANCE_SERIES',
    form: { kind: 'spill', formula: '=RZRQ.FINANCING_BALANCE_SERIES(E2,C3:C5,D3:D5)' },
  });
  expect(waysOf(examination)).not.toHaveProperty('spill');
});

describe('a spilling formula', () => {
  const SPILLING = ['B2:B5', 'C2:C5'];
  const ROWS = { rows: 'E2:E5 =RZRQ.MARGIN_BALANCE(B2,C2)' };

  test('goes where there is room', async () => {
    const { look } = await opened();
    const examination = await look('MARGIN_BALANCE', SPILLING, 'E2');
    expect(examination.obstacle).toBeUndefined();
    expect(waysOf(examination)).toEqual({ spill: 'E2:E5 =RZRQ.MARGIN_BALANCE(B2:B5,C2:C5)', ...ROWS });
  });

  test('never goes into a table: the row form is offered instead', async () => {
    const { look } = await opened(
      (workbook, sheet) =>
        (workbook.tableAreas = [{ name: '融资表', area: { sheet, row: 0, column: 0, rows: 5, columns: 5 } }]),
    );
    const examination = await look('MARGIN_BALANCE', SPILLING, 'E2');
    expect(examination.obstacle).toEqual({ kind: 'table', table: '融资表' });
    expect(waysOf(examination)).toEqual(ROWS);
  });

  test('never goes over filled cells: the row form is offered instead', async () => {
    const { look } = await opened((workbook, sheet) => workbook.type(sheet, 3, 4, 'kept'));
    const examination = await look('MARGIN_BALANCE', SPILLING, 'E2');
    expect(examination.obstacle).toMatchObject({ kind: 'filled', cell: { row: 3, column: 4 } });
    expect(waysOf(examination)).toEqual(ROWS);
  });

  test('never goes over merged cells or the end of the sheet', async () => {
    const { look } = await opened((workbook, sheet) =>
      workbook.page(sheet).merged.push({ sheet, row: 4, column: 4, rows: 2, columns: 1 }),
    );
    expect((await look('MARGIN_BALANCE', SPILLING, 'E2')).obstacle).toMatchObject({ kind: 'filled', cell: { row: 4 } });
    expect((await look('MARGIN_BALANCE', SPILLING, 'E1048575')).obstacle).toEqual({ kind: 'end' });
  });

  test('of a series becomes the roll over sums from the first day on', async () => {
    const { look, workbook } = await opened((opened, sheet) => opened.type(sheet, 4, 4, 'kept'));
    const examination = await look('FINANCING_BALANCE_SERIES', ['B2', 'C3:C5', 'D3:D5'], 'F3');
    expect(waysOf(examination).rows).toBe('F3:F5 =RZRQ.FINANCING_BALANCE_ROLL(B$2,SUM(C$3:C3),SUM(D$3:D3))');
    await apply(
      workbook,
      examination.forms.find(({ kind }) => kind === 'rows')!,
      'amount',
    );
    const rows = (await workbook.read(examination.forms[0]!.area)).values;
    expect(rows).toEqual(examination.result);
  });

  test('by a fill-down over a filled neighbour is not offered either', async () => {
    const { look } = await opened((workbook, sheet) => workbook.type(sheet, 4, 4, 'kept'));
    const examination = await look('FINANCING_BALANCE_ROLL', ['B2', 'C3', 'D3'], 'E3');
    expect(waysOf(examination)).not.toHaveProperty('spill');
    expect(examination.obstacle).toMatchObject({ kind: 'filled', cell: { row: 4 } });
  });
});

test('nothing is inserted into a cell that is an argument', async () => {
  const { look } = await opened();
  const examination = await look('MARGIN_BALANCE', ['B2:B5', 'C2:C5'], 'C3');
  expect(examination).toMatchObject({ circular: true, forms: [] });
});

describe('a long fill-down', () => {
  const area = { row: 0, column: 6, rows: 12_000, columns: 1 };
  const form = (sheet: string) => ({
    kind: 'down' as const,
    formula: '=RZRQ.MARGIN_BALANCE(B1,C1)',
    area: { ...area, sheet },
  });
  const filled = (workbook: MemoryWorkbook, sheet: string) =>
    [...workbook.contents(sheet)].filter(([place]) => place.endsWith(',6'));

  test('says how far it is and writes every row', async () => {
    const { workbook, sheet } = await opened();
    const parts: number[] = [];
    await apply(workbook, form(sheet), 'amount', { onProgress: ({ done, total }) => void parts.push(done / total) });
    expect(parts).toEqual([10_000 / 12_000, 1]);
    expect(workbook.contents(sheet).get('11999,6')).toBe('=RZRQ.MARGIN_BALANCE(B12000,C12000)');
  });

  const before = (workbook: MemoryWorkbook, sheet: string) => {
    workbook.type(sheet, 0, 6, '=1+1');
    workbook.type(sheet, 11_000, 6, 'kept');
  };

  test('puts back what was there when it is cancelled', async () => {
    const { workbook, sheet } = await opened(before);
    const signal = { aborted: false };
    const onProgress = () => (signal.aborted = true);
    const ending = await apply(workbook, form(sheet), 'amount', { signal, onProgress });
    expect(ending.status).toBe('cancelled');
    expect(filled(workbook, sheet)).toEqual([
      ['0,6', '=1+1'],
      ['11000,6', 'kept'],
    ]);
  });

  test('puts back what was there when a write fails', async () => {
    const { workbook, sheet } = await opened(before);
    let writes = 0;
    workbook.onWrite = () => {
      if (++writes === 2) throw new Error('RequestPayloadSizeLimitExceeded');
    };
    const ending = await apply(workbook, form(sheet), 'amount');
    expect(ending).toMatchObject({ status: 'failed', error: { message: 'RequestPayloadSizeLimitExceeded' } });
    expect(filled(workbook, sheet)).toEqual([
      ['0,6', '=1+1'],
      ['11000,6', 'kept'],
    ]);
  });

  test('that the host refuses to take back is told as half done', async () => {
    const { workbook, sheet } = await opened(before);
    let writes = 0;
    workbook.onWrite = () => {
      if (++writes > 1) throw new Error('protected');
    };
    expect((await apply(workbook, form(sheet), 'amount')).status).toBe('half_done');
  });
});

describe('what is inserted is dressed', () => {
  const at = (sheet: string, row: number, column: number, rows = 1) => ({ sheet, row, column, rows, columns: 1 });

  test('in the format of its unit, and its column is wide enough, unless somebody has chosen a format', async () => {
    const { workbook, sheet, look } = await opened();
    await workbook.format(at(sheet, 3, 4), { number: '0.0' });
    const examination = await look('FINANCING_BALANCE_ROLL', ['B2', 'C3', 'D3'], 'E3');
    const down = examination.forms.find(({ kind }) => kind === 'here')!;
    await apply(workbook, down, 'amount');
    expect((await workbook.read(at(sheet, 2, 4))).formats).toEqual([['#,##0']]);
    expect(workbook.page(sheet).formats.get('2,4')?.minWidth).toBe('13,678,304,244'.length + 2);
    await apply(workbook, { ...down, area: at(sheet, 3, 4) }, 'amount');
    expect((await workbook.read(at(sheet, 3, 4))).formats).toEqual([['0.0']]);
  });

  test('over all cells of a spill', async () => {
    const { workbook, sheet, look } = await opened();
    const { forms } = await look('FINANCING_BALANCE_ROLL', ['B2:B4', 'C3:C5', 'D3:D5'], 'E3');
    await apply(
      workbook,
      forms.find(({ kind }) => kind === 'spill')!,
      'amount',
    );
    expect((await workbook.read(at(sheet, 2, 4, 3))).formats).toEqual([['#,##0'], ['#,##0'], ['#,##0']]);
  });

  test('and plain again when it fails', async () => {
    const { workbook, sheet, look } = await opened();
    const { forms } = await look('FINANCING_BALANCE_ROLL', ['B2', 'C3', 'D3'], 'E3');
    let formats = 0;
    workbook.onFormat = () => {
      if (++formats === 2) throw new Error('protected');
    };
    expect((await apply(workbook, forms[0]!, 'amount')).status).toBe('failed');
    expect((await workbook.read(at(sheet, 2, 4))).formats).toEqual([['General']]);
    expect(workbook.contents(sheet).has('2,4')).toBe(false);
  });
});
