import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { installFormulaEngine } from '@cj-tech-master/excelts/formula';
import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';
import { libraryOf } from '../../../src/share/names/library';
import { lambdaOf } from '../../../src/share/names/printed';
import { cellName } from '../../../src/workbook/a1';
import { storedFormula } from '../../../src/xlsx/stored-formula';
import { disagreement, named, type NamedRow, type RowCell, rowOfExample, rowsOf } from '../../support/named-rows';
import { cases } from '../../support/thorough';

/*
 * Two engines that know LAMBDA. Neither has optional parameters whole, and over ranges both have gaps of their own:
 * ISNUMBER of a range in IronCalc, IF over a range in excelts. So rows of single cells go there, with
 * every argument in its place; ranges are for the evaluator of Excel's rules.
 */
const SEED = 20150410;
const RESULT = 19;

const library = libraryOf(definitions, (id) => words[id]!, 'en', 'none');

const rows = named.flatMap((definition) =>
  [
    ...rowsOf(definition, cases(6, 45), SEED),
    ...words[definition.id]!.examples.flatMap(({ args }) => rowOfExample(definition, args) ?? []),
  ].filter(({ args }) => args.every((column) => !column || (column.length === 1 && column[0]!.length === 1))),
);

const cellsOf = ({ args }: NamedRow) => args.map((column) => column?.[0]![0] ?? null);

function formulaOf({ id, args }: NamedRow, row: number): string {
  const all = lambdaOf(named.find((definition) => definition.id === id)!)!.params;
  return `RZ.${id}(${all.map((_, column) => (args[column] ? cellName(row, column) : '')).join(',')})`;
}

function ironCalc(): readonly unknown[] {
  const input = (cell: RowCell): string | null => {
    if (cell === null) return null;
    if (typeof cell === 'object') return cell.code;
    return typeof cell === 'string' ? `'${cell}` : String(cell).toUpperCase();
  };
  const question = {
    names: library.map(({ name, formula }) => [name, formula]),
    rows: rows.map((row, i) => ({ cells: cellsOf(row).map(input), formula: `=${formulaOf(row, i)}` })),
  };
  const answer = execFileSync(process.execPath, [join(__dirname, '../../support/names/ironcalc.mjs')], {
    input: JSON.stringify(question),
    maxBuffer: 1e8,
  });
  return JSON.parse(answer.toString()) as unknown[];
}

function excelts(): readonly unknown[] {
  installFormulaEngine();
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('rows');
  for (const { name, formula } of library) workbook.definedNames.addFormula(name, storedFormula(formula.slice(1)));
  rows.forEach((row, i) => {
    cellsOf(row).forEach((cell, j) => {
      if (cell !== null)
        sheet.getCell(cellName(i, j)).value = typeof cell === 'object' ? { error: cell.code as '#N/A' } : cell;
    });
    sheet.getCell(cellName(i, RESULT)).value = { formula: formulaOf(row, i) };
  });
  workbook.calculateFormulas();
  return rows.map((_, i) => {
    const { value } = sheet.getCell(cellName(i, RESULT));
    const result = (value as { readonly result?: unknown }).result;
    return result !== null && typeof result === 'object' && 'error' in result ? result.error : (result ?? '');
  });
}

test.each([
  ['IronCalc', ironCalc],
  ['excelts', excelts],
] as const)('%s answers a name as our function does', (_, answers) => {
  expect(new Set(rows.map(({ id }) => id)).size).toBeGreaterThan(50);
  const theirs = answers();
  expect(rows.flatMap((row, i) => disagreement(row, [[theirs[i]]]) ?? [])).toEqual([]);
});
