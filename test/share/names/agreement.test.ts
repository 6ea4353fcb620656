import { definitionOf } from '../../../src/functions/by-id';
import { words } from '../../../src/functions/words';
import { helpers, helpersOf } from '../../../src/share/names/helpers';
import { typed } from '../../../src/share/names/lambda';
import { lambdaOf } from '../../../src/share/names/printed';
import { Excel } from '../../support/excel/evaluate';
import { ExcelError } from '../../support/excel/values';
import { disagreement, named, type NamedRow, type RowCell, rowOfExample, rowsOf } from '../../support/named-rows';
import { cases } from '../../support/thorough';

const SEED = 20260119;
const ROWS = cases(6, 600);

const excel = new Excel();
const lambdas = named.map((definition) => lambdaOf(definition)!);
for (const lambda of [...helpersOf(lambdas.map(({ body }) => body)), ...lambdas])
  excel.define(`RZ.${lambda.id}`, typed(lambda));

/** What the name answers in the evaluator; a required argument that is left out is an empty one. */
function answered({ id, args }: NamedRow) {
  const required = lambdaOf(definitionOf(id)!)!.params.filter(({ optional }) => !optional).length;
  const last = args.reduce((found, column, i) => (column ? i + 1 : found), 0);
  const given = args.slice(0, Math.max(last, required));
  const cells = Object.fromEntries(given.flatMap((column, i) => (column ? [[argument(i), column.map(asExcel)]] : [])));
  const list = given.map((column, i) => (column ? argument(i) : ''));
  return excel
    .formula(`RZ.${id}(${list.join(',')})`, cells)
    .map((row) => row.map((cell) => (cell instanceof ExcelError ? cell.code : cell)));
}

const argument = (i: number) => `arg_${i}`;

const asExcel = (row: readonly RowCell[]) =>
  row.map((cell) => (typeof cell === 'object' && cell !== null ? new ExcelError(cell.code) : cell));

describe.each(named.map((definition) => [definition.id, definition] as const))('RZ.%s', (id, definition) => {
  test('answers as our function does, by Excel’s rules', () => {
    const rows = rowsOf(definition, ROWS, SEED);
    expect(rows.flatMap((row) => disagreement(row, answered(row)) ?? [])).toEqual([]);
  });

  test('answers its examples', () => {
    const rows = words[id]!.examples.flatMap(({ args }) => rowOfExample(definition, args) ?? []);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => disagreement(row, answered(row)) ?? [])).toEqual([]);
  });
});

test.each(helpers.map(({ id, example }) => [id, example] as const))(
  'RZ.%s answers its example',
  (id, { args, result }) => {
    const [[answer]] = excel.formula(`RZ.${id}(${args})`) as [[unknown]];
    expect(answer).toBe(result);
  },
);
