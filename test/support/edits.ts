import fc from 'fast-check';
import { bind } from '../../src/binding/bind';
import { errorCode } from '../../src/binding/errors';
import { ERROR_CODES, type ErrorCode, Fault } from '../../src/cells/fault';
import type { CellParam, Definition, Param, SeriesParam } from '../../src/functions/catalogue/define';
import { definitions } from '../../src/functions/index';
import { nativeFormula } from '../../src/share/native/formula';
import { termsOn } from '../../src/share/agreement/terms';
import { agree } from '../../src/share/agreement/agreement';
import type { SheetSnapshot } from '../../src/share/reading/snapshot';
import { Why } from '../../src/share/reasons';
import { blockName } from '../../src/workbook/a1';
import type { CellValue } from '../../src/workbook/workbook';
import { ordinary } from './native-rows';

/** A cell of a sheet; null is blank. */
export type Cell = number | string | boolean | null;

/** A call over ordinary cells, what it has become, and where its arguments stand: one parameter a column, from the first row. */
export interface Shared {
  readonly definition: Definition;
  readonly formula: string;
  /** The native formula of each cell that ours fills. */
  readonly native: readonly string[];
  /** The same where the arguments stand from another row on. */
  readonly nativeAt: (top: number) => readonly string[];
  readonly cells: readonly (readonly Cell[])[];
}

/** A cell to type into and what is typed. */
export interface Edit {
  readonly row: number;
  readonly column: number;
  readonly typed: Cell;
}

export const HEIGHT = 3;
const SEED = 20261128;

/** What people type, and what they should not. */
export const TYPED: readonly Cell[] = [
  ...[null, 0, -5, 1, 0.5, 3e4, 1e-7, 2.5e13, 99_999_999.99, 20_000, 100, 7, 1.3],
  ...[20261203, '20261203', '2026-12-03', '2026年12月3日', 46_354, 46_354.75, 73_415.9, 73_416, 32_873],
  ...['100', '1,583.26', '12%', '6.6亿', '(5)', '-', '--', '待定', 'x', ' '],
  ...[true, false],
  ...['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#NAME?', '#REF!'],
];

const isErrorCode = (cell: unknown): cell is ErrorCode => ERROR_CODES.includes(cell as ErrorCode);

/** Every function that has a native form. */
export const shareable: readonly Definition[] = definitions.filter(
  (definition) => definition.kind === 'formula' || definition.kind === 'running' || 'closed' in definition,
);

/** Some calls of a function over ordinary numbers, and why any of them is no native formula. */
export function sharedCalls(definition: Definition, count: number): readonly (Shared | Why)[] {
  const params = definition.params.filter((param) => isGiven(param, definition));
  const last = definition.params.findIndex((param) => !params.includes(param));
  const given = last < 0 ? params : params.slice(0, last);
  const drawn = fc.sample(fc.tuple(...given.map((param) => argument(param, definition))), {
    numRuns: count,
    seed: SEED + definitions.indexOf(definition),
  });
  return drawn.map((values) => shared(definition, values));
}

/** An optional cell without a default means something else where it is blank; days have no native form. */
function isGiven(param: Param, { kind }: Definition): boolean {
  if (param.kind === 'days' || param.kind === 'table') return false;
  return !(param.kind === 'cell' && param.optional && (param.default === undefined || kind === 'procedure'));
}

type Drawn = readonly Cell[] | string;

function argument(param: Param, { kind }: Definition): fc.Arbitrary<Drawn> {
  switch (param.kind) {
    case 'cell':
      return ordinary(param as CellParam).map((cell) => [cell]);
    case 'series':
      return fc.array(ordinary(param as SeriesParam), { minLength: HEIGHT, maxLength: HEIGHT });
    case 'date':
      return fc.integer({ min: 36_526, max: 54_788 }).map((day) => [day]);
    case 'choice':
      return fc.constantFrom(...param.options.map(({ value }) => `"${value}"`));
    default:
      throw new Error(`${kind}: ${param.name}`);
  }
}

function shared(definition: Definition, values: readonly Drawn[]): Shared | Why {
  const cells = Array.from({ length: HEIGHT }, (_, row) =>
    values.map((value) => (typeof value === 'string' ? null : (value[row] ?? null))),
  );
  const formulaAt = (top: number) => {
    const texts = values.map((value, column) =>
      typeof value === 'string' ? value : blockName({ row: top, column, rows: value.length, columns: 1 }),
    );
    return `=RZRQ.${definition.id}(${texts.join(',')})`;
  };
  const nativeAt = (top: number) => nativeOf(definition, formulaAt(top), cells, top);
  const native = nativeAt(0);
  return native instanceof Why
    ? native
    : { definition, formula: formulaAt(0), native, nativeAt: (top) => nativeAt(top) as readonly string[], cells };
}

function nativeOf(
  { kind }: Definition,
  formula: string,
  cells: readonly (readonly Cell[])[],
  first: number,
): readonly string[] | Why {
  const size = { rows: kind === 'running' ? HEIGHT : 1, columns: 1 };
  const native = nativeFormula(formula, size, {
    named: () => undefined,
    spillNames: new Map(),
    spillOf: () => undefined,
    valueAt: ({ top, left }) => cells[top - first]?.[left] ?? '',
    holdsTextFigure: () => false,
  });
  return native instanceof Why ? native : native.cells.map(([text]) => text as string);
}

/** The places that a call reads. */
export type Place = Omit<Edit, 'typed'>;

export const inputsOf = ({ cells }: Shared): readonly Place[] =>
  cells.flatMap((line, row) => line.flatMap((cell, column) => (cell === null ? [] : [{ row, column }])));

export function edited({ cells }: Shared, edits: readonly Edit[]): Cell[][] {
  const after = cells.map((line) => [...line]);
  for (const { row, column, typed } of edits) after[row]![column] = typed;
  return after;
}

const known = new Map<Definition, ReturnType<typeof bind>>();

/** What our function gives now, cell by cell; empty where a series has ended. */
export function ours(
  { definition, formula, native, cells: before }: Shared,
  cells: readonly (readonly Cell[])[],
): CellValue[] {
  const texts = formula.slice(formula.indexOf('(') + 1, -1).split(',');
  const args = texts.map((text, column) => {
    if (text.startsWith('"')) return text.slice(1, -1);
    const rows = before.filter((line) => line[column] !== null).length;
    return cells
      .slice(0, rows)
      .map((line) => line[column]!)
      .map((cell) => [isErrorCode(cell) ? new Fault('error_cell', { code: cell }) : cell]);
  });
  const bound = known.get(definition) ?? bind(definition);
  known.set(definition, bound);
  const result = bound(args, errorCode);
  return native.map((_, i) => result[i]?.[0] ?? '');
}

const isError = (value: unknown): boolean => typeof value === 'string' && value.startsWith('#');

/** What is wrong with a native result beside ours; undefined where the law is kept. */
export function breach(
  call: Shared,
  cells: readonly (readonly Cell[])[],
  index: number,
  mine: CellValue,
  native: unknown,
): string | undefined {
  const isKept =
    isError(native) ||
    native === mine ||
    (call.definition.kind === 'running' && mine === '') ||
    (typeof mine === 'number' && typeof native === 'number' && agree(mine, native, sizeOf(call, cells, index)));
  return isKept
    ? undefined
    : `${call.formula} → ${call.native[index]!}: ours ${JSON.stringify(mine)}, native ${JSON.stringify(native)}, over ${JSON.stringify(cells)}`;
}

function sizeOf({ native }: Shared, cells: readonly (readonly Cell[])[], index: number): number {
  const values = cells.map((line) => line.map((cell) => cell ?? ''));
  const own: SheetSnapshot = {
    sheet: { id: 'sheet', name: 'sheet', protected: false },
    area: { sheet: 'sheet', row: 0, column: 0, rows: values.length, columns: values[0]!.length },
    cells: { formulas: values, values, formats: [] },
    spills: [],
    merged: [],
    filtered: false,
  };
  const place = { row: index, column: values[0]!.length };
  return termsOn({ sheets: [own], names: [], tables: [] }, own, own)(native[index]!, place, { row: 0, column: 0 }).size;
}
