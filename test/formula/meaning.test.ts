import { Fault } from '../../src/cells/fault';
import { definitions } from '../../src/functions/index';
import type { Param } from '../../src/functions/catalogue/define';
import { readCells, type Raw } from '../../src/formula/meaning/cells';
import { evaluate, plainly } from '../../src/formula/meaning/evaluate';
import { parseFormula } from '../../src/formula/meaning/parse';
import { bookOf } from '../../src/formula/meaning/book';
import { argumentText, formulaText } from '../../src/taskpane/insert/argument';
import { filledDown } from '../../src/taskpane/insert/fill';
import { addressOf } from '../../src/formula/references';
import { MemoryWorkbook } from '../support/memory-workbook';

const definition = (id: string) => definitions.find((candidate) => candidate.id === id)!;
const param = (id: string, name: string): Param => definition(id).params.find((candidate) => candidate.name === name)!;

describe('a formula comes to what the sheet makes of it', () => {
  const workbook = new MemoryWorkbook();
  let sheet: string;
  beforeAll(async () => {
    sheet = (await workbook.addSheet('数据')).id;
    await workbook.write({ sheet, row: 0, column: 0, rows: 4, columns: 3 }, [
      ['余额', '买入', '偿还'],
      [1000, 20, 5],
      [1015, '6.6亿', ''],
      ['x', 7, 3],
    ]);
    await workbook.addSheet('a b');
    await workbook.write({ sheet: 'a b', row: 0, column: 0, rows: 1, columns: 1 }, [[41]]);
    workbook.definedNames = [{ name: 'opening', formula: '=数据!$A$2' }];
    workbook.tableAreas = [{ name: 'flows', area: { sheet, row: 0, column: 0, rows: 4, columns: 3 } }];
  });

  const value = async (formula: string): Promise<unknown> => {
    const at = { sheet, row: 1, column: 5, rows: 1, columns: 1 };
    const node = parseFormula(formula, await bookOf(workbook, sheet), at);
    const rows = evaluate(node, plainly(await readCells(workbook, [node])));
    const plain = (cell: Raw) => (cell instanceof Fault ? (cell.detail.code ?? cell.kind) : cell);
    return (
      rows && (rows.length === 1 && rows[0]!.length === 1 ? plain(rows[0]![0]!) : rows.map((row) => row.map(plain)))
    );
  };

  test.each<[string, unknown]>([
    ['=1+2*3', 7],
    ['=-(1+2)^2', 9],
    ['=50%', 0.5],
    ['="a"&1', 'a1'],
    ['=1/0', '#DIV/0!'],
    ['=A2+A4', '#VALUE!'],
    ['=A2>=1000', true],
    ['=SUM(A1:C2)', 1025],
    ['=AVERAGE(A2:A3)', 1007.5],
    ['=ROUND(2.345,2)', 2.35],
    ['=ROUND(-2.5,0)', -3],
    ['=ROUND(1.005,2)', 1.01],
    ['=ROUNDUP(-2.1,0)', -3],
    ['="a"="A"', true],
    ['="10%"+"1,000"', 1000.1],
    ['="0x10"+1', '#VALUE!'],
    ['=0^0', '#NUM!'],
    ['=(-8)^0.5', '#NUM!'],
    ['=COUNT(A1:C4)', 6],
    ['=COUNTA(A1:C4)', 11],
    ['=COUNT("5",TRUE,"x")', 2],
    ['=SUM("5",TRUE)', 6],
    ['=SUM("x")', '#VALUE!'],
    ['=AND(A2:A4,"x")', '#VALUE!'],
    ['=AND(A2>0,A4>0,A1)', true],
    ['=SUMPRODUCT((A2:A3>1000)*A2:A3)', 1015],
    ['=A2:A4*B2:B3', [[20000], ['#VALUE!'], ['#N/A']]],
    ['=IF(A2:A3>1000,1,0)', [[0], [1]]],
    ['=IF(A2>5,1,XLOOKUP(1,A1:A2,B1:B2))', 1],
    ['=@A1:A4', 1000],
    ['=@A3:A4', '#VALUE!'],
    ['=IF(A2>5,"yes","no")', 'yes'],
    ['=IFERROR(1/0,3)', 3],
    ["='a b'!A1+1", 42],
    ['=opening+1', 1001],
    ['=flows[@余额]+flows[@买入]', 1020],
    ['=RZRQ.FINANCING_BALANCE_ROLL(A2,B2,C2)', 1015],
    ['=_xldudf_RZRQ_FINANCING_BALANCE_ROLL(A2,B2,C2)', 1015],
    ['=10-RZRQ.FINANCING_BALANCE_ROLL(A2,(B2-10)*2,-C2)', -1015],
    ['=RZRQ.FINANCING_BALANCE_ROLL(A2:A3,B2:B3,C2:C3)', [[1015], [660001015]]],
    ['=RZRQ.FINANCING_BALANCE_ROLL(RZRQ.FINANCING_BALANCE_ROLL(A2,B2,C2),1,2)', 1014],
    ['=RZRQ.FINANCING_BALANCE_ROLL(A4,1,2)', '#VALUE!'],
    ['=RZRQ.FINANCING_BALANCE_ROLL(A9,1,2)', '#N/A'],
    ['=RZRQ.MARGIN_BALANCE(B2&"万元",C2)', 200005],
    ['=XLOOKUP(1,A1:A2,B1:B2)', undefined],
    ['=RZRQ.MARGIN_BALANCE(XLOOKUP(1,A1:A2,B1:B2),1)', undefined],
  ])('%s', async (formula, expected) => {
    expect(await value(formula)).toEqual(expected);
  });

  test('what is no formula is not read', async () => {
    expect(
      parseFormula('=RZRQ.MARGIN_BALANCE(', await bookOf(workbook, sheet), {
        sheet,
        row: 0,
        column: 0,
        rows: 1,
        columns: 1,
      }),
    ).toBeUndefined();
  });
});

describe('what is typed becomes an argument', () => {
  test.each<[string, string, string, string]>([
    ['FINANCING_BALANCE_ROLL', 'prior_balance', 'B2', 'B2'],
    ['FINANCING_BALANCE_ROLL', 'prior_balance', '=B2*10000', 'B2*10000'],
    ['FINANCING_BALANCE_ROLL', 'prior_balance', '1583.26', '1583.26'],
    ['FINANCING_BALANCE_ROLL', 'prior_balance', '1,583.26', '"1,583.26"'],
    ['FINANCING_BALANCE_ROLL', 'prior_balance', '6.6亿', '"6.6亿"'],
    ['FINANCING_INTEREST', 'annual_rate', '8.35%', '8.35%'],
    ['CONTRACT_DUE_DATE', 'open_date', '2024-01-15', 'DATE(2024,1,15)'],
    ['CONTRACT_DUE_DATE', 'open_date', '20240115', 'DATE(2024,1,15)'],
    ['CONTRACT_DUE_DATE', 'open_date', 'B2', 'B2'],
    ['LENDING_BALANCE', 'unit', 'lot', '"lot"'],
  ])('%s %s: %s → %s', (id, name, typed, expected) => {
    expect(argumentText(param(id, name), typed)).toBe(expected);
  });

  test('omitted arguments at the end are left out, those between stay empty', () => {
    expect(formulaText(definition('FINANCING_REPAYMENT'), { direct: 'A1', by_selling: 'B1', forced: 'C1' })).toBe(
      '=RZRQ.FINANCING_REPAYMENT(A1,B1,C1)',
    );
    expect(
      formulaText(definition('FINANCING_REPAYMENT'), {
        direct: 'A1',
        by_selling: 'B1',
        forced: 'C1',
        negative_adjustment: 'E1',
      }),
    ).toBe('=RZRQ.FINANCING_REPAYMENT(A1,B1,C1,,E1)');
  });
});

test.each([
  ['=TRUE+$B1+C1', '=TRUE+$B11+C11'],
  ['=RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3)', '=RZRQ.FINANCING_BALANCE_ROLL(B12,C13,D13)'],
  ['=RZRQ.FINANCING_BALANCE_ROLL(B$2,SUM(C$3:C3),$D3)', '=RZRQ.FINANCING_BALANCE_ROLL(B$2,SUM(C$3:C13),$D13)'],
  ['=\'2015年4月\'!B2&"B2"+A:A', '=\'2015年4月\'!B12&"B2"+A:A'],
])('ten rows further down %s is %s', (formula, expected) => {
  expect(filledDown(formula)(10)).toBe(expected);
});

test.each([
  ['数据', '数据!B2:C3'],
  ['a b', "'a b'!B2:C3"],
  ["it's", "'it''s'!B2:C3"],
  ['A1', "'A1'!B2:C3"],
  ['2015', "'2015'!B2:C3"],
])('the sheet %s is written as %s', (name, expected) => {
  const area = { sheet: 's', row: 1, column: 1, rows: 2, columns: 2 };
  expect(addressOf(area, [{ id: 's', name, protected: false }], 'other')).toBe(expected);
  expect(addressOf(area)).toBe('B2:C3');
});
