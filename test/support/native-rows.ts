import fc from 'fast-check';
import { bind } from '../../src/binding/bind';
import { errorCode } from '../../src/binding/errors';
import type { CellParam, ChoiceParam, Definition, Param, SeriesParam } from '../../src/functions/catalogue/define';
import { definitions } from '../../src/functions/index';
import { judgeOn } from '../../src/share/agreement/agreement';
import { nativeFormula } from '../../src/share/native/formula';
import type { Surroundings } from '../../src/formula/expression';
import type { SheetSnapshot } from '../../src/share/reading/snapshot';
import { blockName } from '../../src/workbook/a1';
import type { CellValue } from '../../src/workbook/workbook';

/** One call over cells of its own, its native twin, and what our function says. */
export interface NativeRow {
  readonly id: string;
  readonly formula: string;
  readonly native: string;
  /** Zero-based; the arguments stand in the rows from here, one parameter a column. */
  readonly top: number;
  readonly args: readonly (readonly (number | null)[])[];
  readonly ours: number | string;
  /** Whether every argument is an ordinary number above 0. */
  readonly plain: boolean;
}

export const HEIGHT = 4;
export const RESULT_COLUMN = 14;
const ROWS_PER_FUNCTION = 24;
const SEED = 20150410;

type Drawn = readonly (number | null)[] | string;

const amounts = fc
  .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.constantFrom(-4, -2, 0, 0, 2))
  .map(([units, power]) => Number(`${units}e${power}`));
const fractions = fc.integer({ min: 1, max: 9_999 }).map((units) => units / 10_000);

export function ordinary({ domain, name }: CellParam | SeriesParam): fc.Arbitrary<number> {
  if (domain.only) return fc.constantFrom(...domain.only);
  if (domain.percentAbove === 1 || domain.most === 1 || domain.percentBelow !== undefined) return fractions;
  if (domain.percentAbove !== undefined || name === 'ratio')
    return fc.integer({ min: 101, max: 499 }).map((units) => units / 100);
  if (name === 'days' || name === 'months' || name === 'window') return fc.integer({ min: 1, max: 60 });
  return name.includes('price') ? fc.integer({ min: 1, max: 99_999 }).map((units) => units / 100) : amounts;
}

/** Now and then what cells also hold: nothing, 0, or a number below 0. */
function mixed(param: CellParam | SeriesParam): fc.Arbitrary<number | null> {
  return fc.oneof(
    { weight: 8, arbitrary: ordinary(param) },
    { weight: 1, arbitrary: fc.constantFrom(0, null) },
    {
      weight: 1,
      arbitrary: ordinary(param).map((x) => (param.domain.least === undefined && !param.domain.only ? -x : x)),
    },
  );
}

/** Lines that a procedure compares with are written in its formula: a native one can't tell a blank cell from 0. */
function argument(param: Param, { kind }: Definition, drawn: typeof ordinary | typeof mixed): fc.Arbitrary<Drawn> {
  if (kind === 'procedure' && param.kind === 'cell' && param.optional) return ordinary(param).map(String);
  switch (param.kind) {
    case 'cell':
      return (drawn(param) as fc.Arbitrary<number | null>).map((cell) => [cell]);
    case 'series':
      return fc.array(drawn(param) as fc.Arbitrary<number | null>, { minLength: HEIGHT, maxLength: HEIGHT });
    case 'date':
      return fc.integer({ min: 36_526, max: 54_788 }).map((day) => [day]);
    case 'choice':
      return fc.constantFrom(...(param as ChoiceParam).options.map(({ value }) => `"${value}"`));
    default:
      throw new Error(`No table is closed: ${param.name}`);
  }
}

/** The functions that have a native form over cells. */
export const closed = definitions.filter(
  ({ kind, ...definition }) => kind === 'formula' || (kind === 'procedure' && 'closed' in definition),
);

function rowOf(definition: Definition, top: number, values: readonly Drawn[]): NativeRow | undefined {
  const texts = values.map((value, column) =>
    typeof value === 'string' ? value : blockName({ row: top, column, rows: value.length, columns: 1 }),
  );
  const formula = `=RZRQ.${definition.id}(${texts.join(',')})`;
  const around: Surroundings = {
    named: () => undefined,
    spillNames: new Map(),
    spillOf: () => undefined,
    valueAt: () => '',
    holdsTextFigure: () => false,
  };
  const native = nativeFormula(formula, { rows: 1, columns: 1 }, around);
  if (!('cells' in native)) return undefined;
  const args = values.map((value) => (typeof value === 'string' ? [] : value));
  const raw = values.map((value) =>
    typeof value === 'string' ? value.replace(/"/g, '') : value.map((cell) => [cell]),
  );
  return {
    id: definition.id,
    formula,
    native: native.cells[0]![0] as string,
    top,
    args,
    ours: bind(definition)(raw, errorCode)[0]![0]!,
    plain: args.flat().every((cell) => cell !== null && cell > 0),
  };
}

/** Rows of every closed function, drawn anew only when the seed changes. Optional cells without a default are left out: a blank there means something else. */
export const nativeRows: readonly NativeRow[] = closed.flatMap((definition, index) => {
  const params = definition.params.filter(
    (param) => !((param.kind === 'cell' && param.default === undefined) || param.kind === 'series') || !param.optional,
  );
  const trimmed = definition.params.slice(0, params.length).every((param, i) => param === params[i])
    ? params
    : definition.params.slice(
        0,
        definition.params.findIndex((param) => !params.includes(param)),
      );
  const samples = [ordinary, mixed].flatMap((drawn) =>
    fc.sample(fc.tuple(...trimmed.map((param) => argument(param, definition, drawn))), {
      numRuns: ROWS_PER_FUNCTION / 2,
      seed: SEED + index,
    }),
  );
  return samples.flatMap((values, i) => rowOf(definition, (index * ROWS_PER_FUNCTION + i) * HEIGHT, values) ?? []);
});

/** The argument cells as a sheet would hold them. */
export function argumentCells(): (number | null)[][] {
  const height = Math.max(...nativeRows.map(({ top }) => top)) + HEIGHT;
  const cells = Array.from({ length: height }, () => new Array<number | null>(RESULT_COLUMN).fill(null));
  for (const { top, args } of nativeRows)
    args.forEach((column, j) => column.forEach((cell, i) => (cells[top + i]![j] = cell)));
  return cells;
}

function sheetOfArguments(): SheetSnapshot {
  const values = argumentCells().map((line) => line.map((cell) => cell ?? ''));
  const sheet = { id: 'rows', name: 'rows', protected: false };
  return {
    sheet,
    area: { sheet: 'rows', row: 0, column: 0, rows: values.length, columns: RESULT_COLUMN },
    cells: { formulas: values, values, formats: [] },
    spills: [],
    merged: [],
    filtered: false,
  };
}

const own = sheetOfArguments();
const judge = judgeOn({ sheets: [own], names: [], tables: [] }, own, own);

/** Two different numbers never; over ordinary numbers not even another error. Elsewhere our rules may say more than a native formula can. */
export function disagreement(
  { ours, plain, args, formula, native, top }: NativeRow,
  theirs: unknown,
): string | undefined {
  const same = judge(ours, theirs as CellValue, {
    after: native,
    at: { row: top, column: RESULT_COLUMN },
    element: { row: 0, column: 0 },
  });
  const excused = !plain && typeof ours === 'string';
  return same || excused
    ? undefined
    : `${formula} → ${native}: ours ${ours}, theirs ${String(theirs)}, from ${JSON.stringify(args)}`;
}
