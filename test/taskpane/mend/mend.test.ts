import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';
import { explainCell } from '../../../src/taskpane/explain/explanation';
import { plainSigns } from '../../../src/taskpane/mend/characters';
import { distance } from '../../../src/taskpane/mend/distance';
import { meantBy, meantIn, mend } from '../../../src/taskpane/mend/mend';
import { idMeant } from '../../../src/taskpane/mend/names';
import type { CellValue } from '../../../src/workbook/workbook';
import { MemoryWorkbook } from '../../support/memory-workbook';

const ids: readonly string[] = definitions.map(({ id }) => id);
const nobody = () => false;

describe('names', () => {
  test.each([
    ['MARGIN_BALANCE', 'MARGIN_BALANCE'],
    ['RZRQ.MARGIN_BALNCE', 'MARGIN_BALANCE'],
    ['rzrq_margin_balance', 'MARGIN_BALANCE'],
    ['RZRQ.MARGINBALANCE', 'MARGIN_BALANCE'],
    ['RZRQMARGIN_BALANCE', 'MARGIN_BALANCE'],
    ['融资余额', 'FINANCING_BALANCE_ROLL'],
    ['RZRQ.融资融券余额', 'MARGIN_BALANCE'],
    ['RZRQ.MARGIN_BALANCE', undefined],
    ['SUM', undefined],
    ['STANDARDIZE', undefined],
    ['RZRQ.STANDARDISE', 'STANDARDIZE'],
    ['LEVERGE', undefined],
    ['TREND', undefined],
    ['RZRQ.NOPE', undefined],
    ['融资', undefined],
  ])('%s is meant as %s', (name, id) => {
    expect(idMeant(name)).toBe(id);
  });

  test('every id with a letter dropped, doubled or exchanged is mended to itself or left alone', () => {
    const wrong: string[] = [];
    let mended = 0;
    const slips = (id: string) =>
      Array.from(id, (letter, i) => [
        id.slice(0, i) + id.slice(i + 1),
        id.slice(0, i) + letter + id.slice(i),
        id.slice(0, i) +
          id
            .slice(i, i + 2)
            .split('')
            .reverse()
            .join('') +
          id.slice(i + 2),
      ]).flat();
    let tried = 0;
    for (const id of ids) {
      for (const slip of slips(id).filter((text) => !ids.includes(text))) {
        tried++;
        const meant = idMeant(`RZRQ.${slip}`);
        if (meant === id) mended++;
        else if (meant !== undefined) wrong.push(`${slip} became ${meant}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(mended / tried).toBeGreaterThan(0.98);
  });

  test('a Chinese title that only one function has calls that function', () => {
    for (const id of ids) expect(words[idMeant(words[id]!.title.zh)!]?.title.zh).toBe(words[id]!.title.zh);
  });

  test.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abcd', 'abd', 1],
    ['kitten', 'sitting', 3],
  ])('from %j to %j it is %i slips', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips);
    expect(distance(b, a)).toBe(slips);
  });
});

test.each([
  ['＝ＲＺＲＱ．MARGIN_BALANCE（５，６）', '=RZRQ.MARGIN_BALANCE(5,6)'],
  ['=F(“普通；”,A1；B1)', '=F("普通；",A1,B1)'],
  ['=F("他说：“不”，",1)', '=F("他说：“不”，",1)'],
  ['=F(‘现金’,’表一’！B2)', `=F("现金",'表一'!B2)`],
  ["=F('现金','表 一'!B2)", `=F("现金",'表 一'!B2)`],
  ['=A1×B1÷C1−D1', '=A1*B1/C1-D1'],
  ['=F("open', undefined],
])('the signs of %s', (formula, plain) => {
  expect(plainSigns(formula)).toBe(plain);
});

test.each([
  ['=MAINTENANCE-LEVEL(A1,B1)', '=RZRQ.MAINTENANCE_LEVEL(A1,B1)'],
  ['=rzrq-margin-balance(A1,B1)', '=RZRQ.MARGIN_BALANCE(A1,B1)'],
  ['=A1-MARGIN_BALANCE(B1,C1)-MARGIN-BALANCE(B2,C2)', '=A1-RZRQ.MARGIN_BALANCE(B1,C1)-RZRQ.MARGIN_BALANCE(B2,C2)'],
  ['=A1-RZRQ.MARGIN_BALANCE(B1,C1)', undefined],
  ['=融资余额-融券余额(A1,B1)', '=融资余额-RZRQ.LENDING_BALANCE(A1,B1)'],
  ['=MARGIN_BALANCE(5,6)', '=RZRQ.MARGIN_BALANCE(5,6)'],
  ['=IF(A1>0,融资融券余额(B1，C1),0)', '=IF(A1>0,RZRQ.MARGIN_BALANCE(B1,C1),0)'],
  ['=RZRQ.MARGIN_BALANCE(5,6)', undefined],
  ['=RZRQ.MARGIN_BALNCE(RZRQ.NOPE(1),6)', undefined],
  ['=SUM(1，2)', undefined],
  ['MARGIN_BALANCE(5,6)', undefined],
  ['="MARGIN_BALANCE("&A1', undefined],
  ['=MARGIN_BALANCE(5,6', undefined],
])('%s was meant as %s', (formula, meant) => {
  expect(meantBy(formula, nobody)).toBe(meant);
});

test('what the workbook itself calls so is let alone', () => {
  expect(meantBy('=MARGIN_BALANCE(5,6)', (name) => name === 'MARGIN_BALANCE')).toBeUndefined();
});

describe('arguments', () => {
  const meantFor = async (formula: CellValue) => {
    const workbook = new MemoryWorkbook();
    const { id: sheet } = await workbook.addSheet('S');
    workbook.type(sheet, 1, 0, 8.35);
    workbook.type(sheet, 0, 0, formula);
    const cell = { sheet, row: 0, column: 0, rows: 1, columns: 1 };
    return { workbook, cell, meant: await meantIn(workbook, await explainCell(workbook, cell)) };
  };

  test.each([
    ['=RZRQ.FINANCING_INTEREST(100000,8.35,30)', '=RZRQ.FINANCING_INTEREST(100000,8.35%,30)'],
    ['=RZRQ.FINANCING_INTEREST(100000,A2,30)+1', '=RZRQ.FINANCING_INTEREST(100000,A2%,30)+1'],
    ['=RZRQ.FINANCING_INTEREST(100000,8.35%,30)', undefined],
    ['=RZRQ.INTEREST_DAYS(DATE(2024,2,15),DATE(2024,1,15))', '=RZRQ.INTEREST_DAYS(DATE(2024,1,15),DATE(2024,2,15))'],
    ['=RZRQ.MARGIN_BALANCE("x","y")', undefined],
  ])('%s was meant as %s', async (formula, meant) => {
    expect((await meantFor(formula)).meant).toBe(meant);
  });

  test('what was meant is written in one step', async () => {
    const { workbook, cell, meant } = await meantFor('=MARGIN_BALANCE(5,6)');
    const before = workbook.writes;
    expect((await mend(workbook, cell, meant!)).status).toBe('done');
    expect(workbook.writes).toBe(before + 1);
    expect((await workbook.read(cell)).values).toEqual([[11]]);
  });
});
