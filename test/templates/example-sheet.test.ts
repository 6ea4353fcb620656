import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { type ExampleSheet, exampleSheet } from '../../src/templates/example-sheet';
import { shown } from '../support/cells';

const all = definitions.flatMap((definition) =>
  words[definition.id]!.examples.map((example) => [definition.id, example.title.en, definition, example] as const),
);

/** Reads the formula as a sheet does: references from the cells, words from the formula. */
function argumentsOf({ arguments: given, formula, resultColumn }: ExampleSheet): unknown[] {
  const cell = (row: number, column: number) => {
    const block = given.find(({ column: first, grid }) => column >= first && column < first + grid[0]!.length)!;
    const value = block.grid[row - 1]?.[column - block.column] ?? null;
    return typeof value === 'string' && /^=(TRUE|FALSE)$/.test(value) ? value === '=TRUE' : value;
  };
  const [, list = ''] = /^=RZRQ\.\w+\((.*)\)$/.exec(formula)!;
  return list.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((text) => {
    if (text === '') return null;
    if (text.startsWith('"')) return text.slice(1, -1).replace(/""/g, '"');
    const [from, to = from] = text
      .split(':')
      .map((name) => ({ column: name.charCodeAt(0) - 65, row: Number(name.slice(1)) - 1 })) as [
      { column: number; row: number },
      { column: number; row: number }?,
    ];
    expect(to.column).toBeLessThan(resultColumn);
    return Array.from({ length: to.row - from.row + 1 }, (_, i) =>
      Array.from({ length: to.column - from.column + 1 }, (_, j) => cell(from.row + i, from.column + j)),
    );
  });
}

test.each(all)('%s, %s: the formula gives the result from the cells beside it', (_id, _title, definition, example) => {
  const sheet = exampleSheet(definition, example);
  const values = argumentsOf(sheet);
  const padded = definition.params.map((_, i) => values[i] ?? null);
  expect(shown(definition, ...padded)).toEqual(sheet.result);
});

test('omitted arguments leave their commas, but not at the end', () => {
  const definition = definitions.find(({ id }) => id === 'RECONCILE')!;
  const args = {
    table: [
      ['a', 'b'],
      [1, null],
    ],
    language: 'say "en"',
  };
  expect(exampleSheet(definition, { title: { en: '', zh: '' }, args, result: 0 }).formula).toBe(
    '=RZRQ.RECONCILE(A2:B3,,"say ""en""")',
  );
});
