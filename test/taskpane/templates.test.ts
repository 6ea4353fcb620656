import { templates } from '../../src/templates';
import { figuresAt } from '../../src/taskpane/look/figures';
import { makeTemplate } from '../../src/taskpane/templates/apply';
import { MemoryWorkbook } from '../support/memory-workbook';

const byId = (id: string) => templates.find((template) => template.id === id)!;

test('a template makes sheets at the end, under free names, and touches no other', async () => {
  const workbook = new MemoryWorkbook();
  const { id: own } = await workbook.addSheet('每日余额表');
  await workbook.write({ sheet: own, row: 0, column: 0, rows: 1, columns: 1 }, [['mine']]);
  await makeTemplate(workbook, byId('daily-balances'), 'zh');
  expect((await workbook.sheets()).map(({ name }) => name)).toEqual(['每日余额表', '每日余额表 2']);
  expect([...workbook.contents(own)]).toEqual([['0,0', 'mine']]);
});

test('a template that is cancelled leaves the workbook as it was', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('Sheet1');
  const signal = { aborted: false };
  workbook.onWrite = () => (signal.aborted = true);
  expect((await makeTemplate(workbook, byId('daily-balances'), 'en', { signal })).status).toBe('cancelled');
  expect((await workbook.sheets()).map(({ name }) => name)).toEqual(['Sheet1']);
});

test('a template that fails is taken away, and where it cannot be, that is said', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet('Sheet1');
  workbook.onWrite = () => {
    throw new Error('protected');
  };
  expect((await makeTemplate(workbook, byId('daily-balances'), 'en')).status).toBe('failed');
  expect((await workbook.sheets()).map(({ name }) => name)).toEqual(['Sheet1']);
  workbook.deleteSheet = () => Promise.reject(new Error('protected'));
  expect((await makeTemplate(workbook, byId('daily-balances'), 'en')).status).toBe('half_done');
});

describe('figures to plot', () => {
  const sheetWith = async (rows: (number | string)[][]) => {
    const workbook = new MemoryWorkbook();
    const { id: sheet } = await workbook.addSheet('S');
    await workbook.write({ sheet, row: 0, column: 0, rows: rows.length, columns: rows[0]!.length }, rows);
    return (row: number, column: number, height = 1, width = 1) =>
      figuresAt(workbook, { sheet, row, column, rows: height, columns: width });
  };
  const ROWS = [
    ['日期', '余额', '买入'],
    ['2015-04-08', 100, '6.6亿'],
    ['2015-04-09', 110, '--'],
    ['2015-04-10', 105, 7],
  ];

  test('of one cell are its column over the days beside it, under its header', async () => {
    const at = await sheetWith(ROWS);
    expect(await at(2, 1)).toEqual({
      days: [42102, 42103, 42104],
      columns: [{ name: '余额', letters: 'B', values: [100, 110, 105] }],
    });
  });

  test('of a block are all its columns of numbers; what is not published is a gap', async () => {
    const at = await sheetWith(ROWS);
    expect((await at(0, 0, 4, 3))?.columns).toEqual([
      { name: '余额', letters: 'B', values: [100, 110, 105] },
      { name: '买入', letters: 'C', values: [660000000, null, 7] },
    ]);
  });

  test('of texts alone are none', async () => {
    const at = await sheetWith([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(await at(0, 0, 2, 2)).toBeUndefined();
    expect(await at(5, 5)).toBeUndefined();
  });
});
