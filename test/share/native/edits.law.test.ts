import fc from 'fast-check';
import { DetailedCellError, HyperFormula } from 'hyperformula';
import { Why } from '../../../src/share/reasons';
import {
  breach,
  type Cell,
  type Edit,
  edited,
  inputsOf,
  ours,
  type Shared,
  shareable,
  sharedCalls,
  TYPED,
} from '../../support/edits';
import { evaluate } from '../../support/ieee';
import { cases } from '../../support/thorough';

/*
 * A native formula goes on being read after the next edit. Whatever is typed into any of its inputs, it shows our result
 * (to 1e-12 of its largest term), nothing where ours is empty, or an error; never another figure.
 */

const calls = shareable.map((definition) => ({ definition, all: sharedCalls(definition, cases(1, 12)) }));
const native = calls.flatMap(({ all }) => all.filter((call): call is Shared => !(call instanceof Why)));

/** How many figures were compared, and how many of ours the native formula showed. */
class Tally {
  readonly broken: string[] = [];
  private edits = 0;
  private ours = 0;
  private shown = 0;

  look(call: Shared, cells: readonly (readonly Cell[])[], theirs: (text: string, index: number) => unknown): void {
    this.edits++;
    const mine = ours(call, cells);
    call.native.forEach((text, i) => {
      const native = theirs(text, i);
      const found = breach(call, cells, i, mine[i]!, native);
      if (found) this.broken.push(found);
      if (typeof mine[i] === 'number') this.ours++;
      if (typeof mine[i] === 'number' && typeof native === 'number') this.shown++;
    });
  }

  print(engine: string): void {
    const functions = new Set(native.map(({ definition }) => definition.id)).size;
    console.log(
      `${engine}: ${functions} functions × edits = ${this.edits}; of ${this.ours} figures of ours the native formulas show ${this.shown}, and an error for the others.`,
    );
    // Without this a formula that gives nothing but errors would keep the law.
    expect(this.shown / this.ours).toBeGreaterThan(0.75);
  }
}

function inDoubles(cells: readonly (readonly Cell[])[]): (text: string) => unknown {
  const range = (_: string | undefined, top: number, left: number, bottom: number, right: number) =>
    cells.slice(top, bottom + 1).map((line) => line.slice(left, right + 1));
  return (text) => evaluate(text, { range })[0]![0] ?? 0;
}

test('every function with a native form has one in a plain call over numbers, but for one', () => {
  const none = calls.filter(({ all }) => all.some((call) => call instanceof Why));
  expect(none.map(({ definition, all }) => [definition.id, (all[0] as Why).code])).toEqual([
    ['AVAILABLE_MARGIN', 'guard_too_long'],
  ]);
  console.log(`${calls.length - none.length} of ${calls.length} functions stay native in a plain call over numbers.`);
});

test('as they are shared, native formulas show our figures', () => {
  for (const call of native)
    expect(
      call.native.map((text, i) =>
        breach(call, call.cells, i, ours(call, call.cells)[i]!, inDoubles(call.cells)(text)),
      ),
    ).toEqual(call.native.map(() => undefined));
});

test('plain doubles: one cell edited', () => {
  const tally = new Tally();
  for (const call of native)
    for (const place of inputsOf(call))
      for (const typed of TYPED) {
        const cells = edited(call, [{ ...place, typed }]);
        tally.look(call, cells, inDoubles(cells));
      }
  tally.print('plain doubles');
  expect(tally.broken).toEqual([]);
});

test('plain doubles: several cells edited, down to an empty row', () => {
  const tally = new Tally();
  for (const call of native) {
    const edit = fc.record({
      place: fc.constantFrom(...inputsOf(call)),
      typed: fc.constantFrom(null, null, 0, ...TYPED),
    });
    const drawn = fc.sample(fc.array(edit, { minLength: 2, maxLength: 6 }), { numRuns: cases(30, 1_000), seed: 15 });
    const cleared = inputsOf(call).map((place): Edit => ({ ...place, typed: null }));
    const all = [...drawn.map((edits) => edits.map(({ place, typed }) => ({ ...place, typed }))), cleared];
    for (const edits of all) {
      const cells = edited(call, edits);
      const theirs = inDoubles(cells);
      const mine = ours(call, cells);
      const broken = call.native.flatMap((text, i) => breach(call, cells, i, mine[i]!, theirs(text)) ?? []);
      tally.broken.push(...broken);
    }
    // An empty row is shown as one: a fill past the data stays empty.
    if (call.definition.kind !== 'running') expect(inDoubles(edited(call, cleared))(call.native[0]!)).toBe('');
  }
  expect(tally.broken).toEqual([]);
});

test('HyperFormula: one cell edited', () => {
  const engine = HyperFormula.buildFromArray([], {
    licenseKey: 'gpl-v3',
    smartRounding: false,
    useArrayArithmetic: true,
  });
  // A text is a text, whatever it looks like.
  const content = (cell: Cell) => (typeof cell === 'string' && !cell.startsWith('#') ? `'${cell}` : cell);
  const tally = new Tally();
  for (const call of native) {
    const column = call.cells[0]!.length;
    engine.setSheetContent(
      0,
      call.cells.map((line, i) => [...line.map(content), ...(call.native[i] === undefined ? [] : [call.native[i]])]),
    );
    const shown = (row: number) => {
      const value = engine.getCellValue({ sheet: 0, row, col: column });
      return value instanceof DetailedCellError ? value.value : value;
    };
    for (const place of inputsOf(call)) {
      const at = { sheet: 0, row: place.row, col: place.column };
      for (const typed of TYPED.filter((_, i) => i % cases(3, 1) === 0)) {
        engine.setCellContents(at, content(typed));
        tally.look(call, edited(call, [{ ...place, typed }]), (_, i) => shown(i));
      }
      engine.setCellContents(at, content(call.cells[place.row]![place.column]!));
    }
  }
  tally.print('HyperFormula');
  expect(tally.broken).toEqual([]);
});
