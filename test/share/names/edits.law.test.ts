import { definitions } from '../../../src/functions/index';
import { words } from '../../../src/functions/words';
import { libraryOf } from '../../../src/share/names/library';
import { namedFormula } from '../../../src/share/names/writing';
import { Why } from '../../../src/share/reasons';
import { breach, type Cell, edited, inputsOf, ours, type Shared, sharedCalls, TYPED } from '../../support/edits';
import { namedCall } from '../../support/excel/names';
import { named } from '../../support/named-rows';
import { cases } from '../../support/thorough';

/*
 * The law of sharing, for names: whatever is typed into an input of a call later, its name shows our result (to 1e-12 of
 * its largest term), nothing where ours is empty, or an error; never another figure.
 */

const library = libraryOf(definitions, (id) => words[id]!, 'en');

/** One call of each function that has a name and takes no more than it. */
const calls = named.flatMap((definition) => {
  const [call] = sharedCalls(definition, 1);
  return call instanceof Why || call === undefined ? [] : [call];
});

const SURROUNDINGS = {
  named: () => undefined,
  spillNames: new Map(),
  spillOf: () => undefined,
  valueAt: () => '',
  holdsTextFigure: () => false,
} as const;

const callable = (id: string) => ({
  params: library.find(({ name }) => name === `RZ.${id}`)?.lambda.params.map(({ name }) => name),
  least: 0,
  changed: undefined,
});

/** What the name shows over these cells, by Excel's rules. */
function theirs({ definition, formula, cells: before }: Shared, cells: readonly (readonly Cell[])[]) {
  const texts = formula.slice(formula.indexOf('(') + 1, -1).split(',');
  const args = texts.map((text, column) => {
    if (text.startsWith('"')) return [[text.slice(1, -1)]];
    const rows = before.filter((line) => line[column] !== null).length;
    return cells.slice(0, rows).map((line) => [line[column]!]);
  });
  return namedCall(library, `RZ.${definition.id}`, args)!;
}

test('every call becomes one of its name, with the same arguments', () => {
  expect(calls.length).toBeGreaterThan(40);
  for (const { formula } of calls) {
    const written = namedFormula(formula, { rows: 1, columns: 1 }, SURROUNDINGS, callable);
    expect(written).toEqual({ cells: [[formula.replace('RZRQ.', 'RZ.')]], arrays: false });
  }
});

test('one cell edited: never another figure', () => {
  let [figures, shown, edits] = [0, 0, 0];
  const broken: string[] = [];
  for (const call of calls)
    for (const place of inputsOf(call))
      for (const typed of TYPED.filter((_, i) => (i + edits) % cases(3, 1) === 0)) {
        edits++;
        const cells = edited(call, [{ ...place, typed }]);
        const [mine, answers] = [ours(call, cells), theirs(call, cells)];
        mine.forEach((own, i) => {
          const native = answers[i]?.[0] ?? '';
          const found = breach(call, cells, i, own, native);
          if (found) broken.push(found);
          if (typeof own === 'number') figures++;
          if (typeof own === 'number' && typeof native === 'number') shown++;
        });
      }
  console.log(`${calls.length} names × edits = ${edits}; of ${figures} figures of ours they show ${shown}.`);
  expect(broken).toEqual([]);
  expect(shown / figures).toBeGreaterThan(0.99);
});
