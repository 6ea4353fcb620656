import { Book } from './workbook/book';
import type { Call, Functions } from './workbook/functions';
import { type OpenedWorkbook, openWorkbook } from './workbook/open';
import { CellError } from './workbook/values';
import { cases } from '../support/thorough';

const matrix = (n: number) => Array.from({ length: n }, () => ({ dimensionality: 'matrix', type: 'any' }));
const metadata = {
  functions: [
    { id: 'ADD', parameters: matrix(2) },
    { id: 'SCALE', parameters: matrix(2) },
    { id: 'SEEN', parameters: [...matrix(2), { type: 'string' }] },
    { id: 'FAIL', parameters: matrix(1) },
  ],
};
const source = `
  CustomFunctions.associate('ADD', (a, b) => [[a[0][0] + b[0][0]]]);
  CustomFunctions.associate('SCALE', (cells, k) => cells.map((row) => row.map((cell) => cell * k[0][0])));
  CustomFunctions.associate('SEEN', (...args) => JSON.stringify(args.slice(0, -1), (_, cell) => (cell && cell.code ? cell.code : cell)));
  CustomFunctions.associate('FAIL', (cells) => [[cells[0][0], new CustomFunctions.Error('#N/A', '缺')]]);
`;

describe('through the runtime', () => {
  let opened: OpenedWorkbook;
  let book: Book;
  beforeAll(async () => {
    opened = await openWorkbook({ bundles: [{ source }], metadata });
    book = opened.book;
  });
  afterAll(() => opened.excel.close());
  beforeEach(() => book.clearContents(book.activeSheet, { top: 0, left: 0, bottom: 99, right: 25 }));

  const settle = async (address: string, grid: unknown[][]): Promise<void> => {
    book.type(address, grid);
    await book.settled();
  };

  test('a cell is #BUSY! with all that depends on it until the results are back', async () => {
    book.type('A1', [[1, '=RZRQ.ADD(A1,1)', '=B1*2', '=A1*2']]);
    expect(book.values('A1:D1')).toMatchObject([[1, { code: '#BUSY!' }, { code: '#BUSY!' }, 2]]);
    await book.settled();
    expect(book.values('A1:D1')).toEqual([[1, 2, 4, 2]]);
  });

  test('calls of one level go in one batch, each further level costs a round', async () => {
    const before = book.calculation.rounds;
    await settle('A1', [
      [1, 2, 3],
      ['=RZRQ.ADD(A1,1)', '=RZRQ.ADD(B1,1)', '=RZRQ.ADD(C1,1)'],
      ['=RZRQ.ADD(A2,B2)', '=RZRQ.ADD(B2,C2)', null],
    ]);
    expect(book.values('A3:B3')).toEqual([[5, 7]]);
    expect(book.calculation.rounds - before).toBe(2);
  });

  test('calls inside calls and inside native formulas are computed from the inside out', async () => {
    await settle('A1', [[2, '=IF(TRUE,RZRQ.ADD(RZRQ.ADD(A1,1),SUM(A1,10))+1,0)', '="RZRQ.ADD("&RZRQ.ADD(1,1)&")"']]);
    expect(book.values('B1:C1')).toEqual([[16, 'RZRQ.ADD(2)']]);
  });

  test('what a function is handed: blanks as null, errors, omitted arguments, choices as scalars', async () => {
    await settle('A1', [
      [1, null, '#N/A', '000001'],
      ['=RZRQ.SEEN(A1:D1)', '=RZRQ.SEEN(A1,,"share")', '=RZRQ.SEEN({1,2;3,4},-A1)', null],
    ]);
    expect(book.values('A2:C2')).toEqual([
      ['[[[1,null,"#N/A",1]],null,null]', '[[[1]],null,"share"]', '[[[1,2],[3,4]],[[-1]],null]'],
    ]);
  });

  test('results spill, follow their input and can be read as a whole', async () => {
    await settle('A1', [[1], [2], [3]]);
    await settle('C1', [['=RZRQ.SCALE(A1:A3,10)', '=SUM(C1#)']]);
    expect(book.values('C1:D3')).toEqual([
      [10, 60],
      [20, null],
      [30, null],
    ]);
    await settle('A2', [[5]]);
    expect(book.values('C1:D3')).toEqual([
      [10, 90],
      [50, null],
      [30, null],
    ]);
    expect(book.at('C2').formula).toBeUndefined();
    await settle('C1', [['=RZRQ.SCALE(A1:A2,10)']]);
    expect(book.values('C1:D3')).toEqual([
      [10, 60],
      [50, null],
      [null, null],
    ]);
  });

  test('a blocked spill is #SPILL! and heals when the way is free', async () => {
    book.type('C2', [['in the way']]);
    await settle('C1', [['=RZRQ.SCALE({1;2},10)']]);
    expect(book.values('C1:C2')).toMatchObject([[{ code: '#SPILL!' }], ['in the way']]);
    await settle('C2', [['']]);
    expect(book.values('C1:C2')).toEqual([[10], [20]]);
  });

  test('no spill in a table', async () => {
    await settle('F1', [['a'], ['=RZRQ.SCALE({1;2},10)']]);
    book.addTable(book.activeSheet, { top: 0, left: 5, bottom: 1, right: 5 }, true);
    await settle('F2', [['=RZRQ.SCALE({1;2},10)']]);
    expect(book.at('F2').value).toMatchObject({ code: '#SPILL!' });
    book.deleteTable(book.tables[0]!, false);
  });

  test('a part of a spill cannot be written, the whole can', async () => {
    await settle('C1', [['=RZRQ.SCALE({1;2},10)']]);
    expect(() => book.type('C2', [[1]])).toThrow('part of an array');
    await settle('C1', [[7], [8]]);
    expect(book.values('C1:C2')).toEqual([[7], [8]]);
  });

  test('errors of elements keep their message', async () => {
    await settle('A1', [['=RZRQ.FAIL(5)']]);
    expect(book.values('A1:B1')).toEqual([[5, new CellError('#N/A', '缺')]]);
  });

  test('inserting rows moves formulas and spills along', async () => {
    await settle('A1', [
      [1, '=RZRQ.SCALE(A1:A2,10)'],
      [2, null],
    ]);
    book.shift(book.activeSheet, { axis: 'rows', at: 0, count: 2, from: 0, to: 16383 });
    book.recalculate();
    await book.settled();
    expect(book.at('B3')).toEqual({ value: 10, formula: '=RZRQ.SCALE(A3:A4,10)' });
    expect(book.values('B1:B4')).toEqual([[null], [null], [10], [20]]);
  });

  test('the functions also run when the result is awaited through Excel.run', async () => {
    const values = await opened.excel.window.Excel.run(async (context: Excel.RequestContext) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      range.formulas = [['=RZRQ.ADD(20,22)']];
      await context.sync();
      await book.settled();
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[42]]);
  });
});

describe('without the runtime', () => {
  /** Answers at once, so that only the order of calculation is looked at. */
  class Instant implements Functions {
    readonly batches: Call[][] = [];
    has(name: string): boolean {
      return name === 'NEXT';
    }
    evaluate(calls: readonly Call[]): Promise<number[]> {
      this.batches.push([...calls]);
      return Promise.resolve(calls.map(({ args }) => Number(args[0]![0]![0]) + 1));
    }
  }
  const opened = (): { book: Book; functions: Instant } => {
    const functions = new Instant();
    return { book: new Book({ functions }), functions };
  };

  test('a chain is one batch per level', async () => {
    const { book, functions } = opened();
    book.type('A1', [[0], ...Array.from({ length: 300 }, (_, i) => [`=RZRQ.NEXT(A${i + 1})`])]);
    await book.settled();
    expect(book.at('A301').value).toBe(300);
    expect(functions.batches).toHaveLength(300);
    book.type('A1', [[1000]]);
    await book.settled();
    expect(book.at('A301').value).toBe(1300);
  });

  test('a change while results are on their way is not lost', async () => {
    const { book } = opened();
    book.type('A1', [[1, '=RZRQ.NEXT(A1)', '=B1']]);
    book.type('A1', [[10]]);
    await book.settled();
    expect(book.values('A1:C1')).toEqual([[10, 11, 11]]);
  });

  test('circles end with 0', async () => {
    const { book } = opened();
    book.type('A1', [['=B1+1', '=A1+1', '=RZRQ.NEXT(C1)']]);
    await book.settled();
    expect(book.values('A1:C1')).toEqual([[0, 0, 0]]);
  });

  test('a colleague without the add-in sees #NAME?, and installing it heals only what is entered again', async () => {
    const book = new Book();
    book.type('A1', [['=RZRQ.NEXT(1)', '=RZRQ.NEXT(2)', '=_xldudf_RZRQ_NEXT(3)']]);
    expect(book.values('A1:C1')).toMatchObject([[{ code: '#NAME?' }, { code: '#NAME?' }, { code: '#NAME?' }]]);
    book.install(new Instant());
    book.calculation.recalculateAll();
    book.type('B1', [['=rzrq.next(2)']]);
    await book.settled();
    expect(book.values('A1:B1')).toMatchObject([[{ code: '#NAME?' }, 3]]);
    expect(book.at('B1').formula).toBe('=RZRQ.NEXT(2)');
  });

  test('manual calculation shows the old value until it is asked', () => {
    const { book } = opened();
    book.type('A1', [[1, '=A1*2']]);
    book.calculationMode = 'Manual';
    book.type('A1', [[5]]);
    expect(book.at('B1').value).toBe(2);
    book.calculation.run();
    expect(book.at('B1').value).toBe(10);
  });

  test('a page can hold calculation back, set its mode and ask for it', async () => {
    const { book, excel } = await openWorkbook();
    await excel.window.Excel.run(async (context: Excel.RequestContext) => {
      const { application } = context.workbook;
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      application.suspendApiCalculationUntilNextSync();
      sheet.getRange('A1:B1').formulas = [[1, '=A1*2']];
      await context.sync();
      application.calculationMode = 'Manual';
      sheet.getRange('A1').values = [[5]];
      await context.sync();
    });
    expect(book.values('A1:B1')).toEqual([[5, 2]]);
    await excel.window.Excel.run(async (context: Excel.RequestContext) => {
      context.workbook.application.calculate('Full');
      await context.sync();
    });
    expect(book.values('A1:B1')).toEqual([[5, 10]]);
    excel.close();
  });

  test('native formulas: whole columns, arrays that spill, @, names of sheets in quotes', () => {
    const { book } = opened();
    book.addSheet("甲's 表");
    book.type("'甲''s 表'!A1", [[4], [6]]);
    book.type('A1', [
      [1, "=SUM('甲''s 表'!A:A)", '=A1:A2*10', '=@A1:A3'],
      [2, null, null, '=SUM(C1#)'],
    ]);
    expect(book.values('A1:D2')).toEqual([
      [1, 10, 10, 1],
      [2, null, 20, 30],
    ]);
  });

  test.each([
    ['a function that only Excel knows', '=LET(x,A1,x)', 'no function LET'],
    ['a formula that only Excel can read', '=SUM((A1,B1):C1)', 'cannot read'],
  ])('%s is no #NAME? but a failure', (_, formula, message) => {
    const { book } = opened();
    expect(() => book.type('D1', [[formula]])).toThrow(message);
  });

  test('formulas by the thousand in twenty sheets', () => {
    const { book } = opened();
    const rows = cases(100, 500);
    for (let s = 0; s < 20; s++) {
      const sheet = book.addSheet(`S${s}`);
      book.enter(
        sheet,
        { top: 0, left: 0, bottom: rows - 1, right: 1 },
        Array.from({ length: rows }, (_, i) => [i, i === 0 ? '=A1' : `=B${i}+A${i + 1}-SUM(A$1:A1)`]),
      );
    }
    book.recalculate();
    expect(book.at(`S19!B${rows}`).value).toBe(((rows - 1) * rows) / 2);
  });
});
