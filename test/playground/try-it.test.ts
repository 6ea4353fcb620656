import { definitions } from '../../src/functions';
import { words } from '../../src/functions/words';
import { triedExample } from '../../src/playground/try-it';

// The engine does not load outside a browser; of it only these words are needed.
jest.mock('@univerjs/core', () => ({
  BooleanNumber: { TRUE: 1 },
  CellValueType: { STRING: 1, NUMBER: 2 },
  HorizontalAlign: { CENTER: 2 },
}));

const tried = (id: string) => triedExample(`?try=${id}&example=0`, 'en')!;
const pattern = (id: string, row: number, column: number) => {
  const style = tried(id).sheet.cellData![row]![column]!.s;
  return typeof style === 'object' ? style?.n?.pattern : undefined;
};

test('results are dressed, over a spill too: a day, thousands, percent', () => {
  expect(pattern('CONTRACT_DUE_DATE', 1, 1)).toBe('yyyy-mm-dd');
  expect([1, 2].map((row) => pattern('FINANCING_BALANCE_SERIES', row, 3))).toEqual(['#,##0', '#,##0']);
  expect(pattern('FINANCING_MARGIN_RATIO', 1, tried('FINANCING_MARGIN_RATIO').formulaAt.column)).toBe('0.00%');
});

test('each column of a desk’s table is dressed as what it holds', () => {
  const shown = (id: string, headings: readonly string[]) => {
    const { sheet, formulaAt } = tried(id);
    const { result } = words[id]!.examples[0];
    return headings.map((heading) => {
      const style =
        sheet.cellData![formulaAt.row + 1]![formulaAt.column + (result as string[][])[0]!.indexOf(heading)]!.s;
      return typeof style === 'object' ? style?.n?.pattern : undefined;
    });
  };
  expect(shown('ACCOUNT_MONITOR', ['总资产', '维持担保比例', '集中度', '状态'])).toEqual([
    '#,##0',
    '0.00%',
    '0.00%',
    undefined,
  ]);
  expect(shown('CONTRACT_LEDGER', ['start', 'annual_rate', 'accrued_interest'])).toEqual([
    'yyyy-mm-dd',
    '0.00%',
    '#,##0.0000',
  ]);
  expect(shown('CALL_PRICES', ['持有', '触线价', '触线涨跌幅'])).toEqual(['#,##0', '#,##0.0000', '0.00%']);
});

test('as much of an answer is shown as there is room for, and the arguments beside it', () => {
  const { firstColumn, formulaAt } = tried('ACCOUNT_MONITOR');
  expect(firstColumn(200)).toBe(formulaAt.column);
  expect(firstColumn(100_000)).toBe(0);
  expect(tried('MARGIN_BALANCE').firstColumn(1000)).toBe(0);
});

test.each(definitions.map(({ id }) => id))('%s: the formula stands where it is said to, and has its columns', (id) => {
  words[id]!.examples.forEach((_, example) => {
    const { sheet, formulaAt } = triedExample(`?try=${id}&example=${example}`, 'zh')!;
    expect(sheet.cellData![formulaAt.row]![formulaAt.column]!.f).toMatch(new RegExp(`^=RZRQ\\.${id}\\(`));
    expect(sheet.columnCount).toBeGreaterThan(formulaAt.column);
  });
});
