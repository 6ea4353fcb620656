import type { CellValue, DefinedName, Sheet } from '../workbook/workbook';
import { allCalls, mayCall } from './calls';
import { nativeFormula, type Size } from './native-formula';
import { Why } from './reasons';
import type { Reference } from './references';
import { spillReferences, withoutSpills } from './spill-references';
import { contains, contentAt, type FormulaCell, formulasOf, key, sheetOf, type SheetSnapshot, type Snapshot, surroundingsOf, valueAt } from './snapshot';

export type Target = 'native' | 'values';
export type Kind = 'native' | 'value' | 'untouched';

/** What is to become of one formula. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** The area that the formula fills. */
  readonly size: Size;
  readonly before: string;
  /** What the cells of that area will hold; an empty text is left to a spill, or is the value of an empty row. */
  readonly after: readonly (readonly CellValue[])[];
  readonly kind: Kind;
  /** Why it does not become a native formula. */
  readonly why?: Why;
  /** Whether the native formula needs an Excel with dynamic arrays. */
  readonly arrays: boolean;
}

export interface SheetPlan {
  readonly sheet: Sheet;
  readonly cells: readonly PlannedCell[];
}

export interface Plan {
  readonly target: Target;
  readonly sheets: readonly SheetPlan[];
  readonly counts: Readonly<Record<Kind | 'arrays', number>>;
  /** Defined names that read a spill which becomes single cells; until it is restored they show #REF!. */
  readonly names: readonly string[];
}

/** Errors of a cell whose value is not known, or not known yet. */
const PENDING = new Set(['#NAME?', '#BUSY!', '#GETTING_DATA', '#CONNECT!', '#SPILL!', '#UNKNOWN!', '#BLOCKED!']);

/** What sharing would do to every formula of the workbook that has a call of ours; nothing is written. */
export function planOf(snapshot: Snapshot, target: Target): Plan {
  const sheets = snapshot.sheets.map((own) => ({ sheet: own.sheet, cells: formulasOf(own).filter(({ formula }) => mayCall(formula) && allCalls(formula).length > 0).map((cell) => plannedCell(snapshot, own, cell, target)) }));
  const going = new Set(sheets.flatMap(({ sheet, cells }) => cells.filter(({ kind, after }) => kind !== 'untouched' && !isSpillFormula(after)).map(({ row, column }) => `${sheet.id} ${key(row, column)}`)));
  const isGoing: Going = (own, { sheet, top, left }) => {
    const there = sheetOf(snapshot, own, sheet);
    return there !== undefined && going.has(`${there.sheet.id} ${key(top, left)}`);
  };
  const all = sheets.map(({ sheet, cells }, i) => ({ sheet, cells: [...cells, ...spillReaders(snapshot, snapshot.sheets[i]!, cells, isGoing)] }));
  return { target, sheets: all.filter(({ cells }) => cells.length > 0), counts: countsOf(all), names: namesOfSpills(snapshot, isGoing) };
}

/** Whether the spill that begins in a cell is about to become single cells. */
type Going = (own: SheetSnapshot, anchor: Reference) => boolean;

function namesOfSpills({ names, sheets }: Snapshot, isGoing: Going): readonly string[] {
  const reads = ({ formula }: DefinedName) => spillReferences(formula, { spillNames: new Map() }).some(({ anchor }) => sheets.length > 0 && isGoing(sheets[0]!, anchor));
  return names.filter(reads).map(({ name }) => name);
}

function countsOf(sheets: readonly SheetPlan[]): Plan['counts'] {
  const cells = sheets.flatMap((sheet) => sheet.cells);
  const count = (kind: Kind) => cells.filter((cell) => cell.kind === kind).length;
  return { native: count('native'), value: count('value'), untouched: count('untouched'), arrays: cells.filter(({ arrays }) => arrays).length };
}

function plannedCell(snapshot: Snapshot, own: SheetSnapshot, { row, column, formula }: FormulaCell, target: Target): PlannedCell {
  const spill = own.spills.find((candidate) => contains(candidate, row, column));
  const size = spill ? { rows: spill.rows, columns: spill.columns } : { rows: 1, columns: 1 };
  const cell = { row, column, size, before: formula, arrays: false };
  const untouched = (why: Why): PlannedCell => ({ ...cell, after: [[formula]], kind: 'untouched', why });

  if (own.sheet.protected) return untouched(new Why('protected'));
  if (spill?.legacy) return untouched(new Why('array_formula'));
  const value = valueAt(own, row, column);
  if (PENDING.has(String(value))) return untouched(new Why('not_calculated', String(value)));

  const native = target === 'values' ? new Why('chosen') : nativeFormula(formula, size, surroundingsOf(snapshot, own));
  if (native instanceof Why) return { ...cell, after: frozenArea(own, row, column, size), kind: 'value', why: native };
  return { ...cell, after: native.cells, kind: 'native', arrays: native.arrays };
}

/** Formulas that read a whole spill (B2#) which is about to become single cells. */
function spillReaders(snapshot: Snapshot, own: SheetSnapshot, planned: readonly PlannedCell[], isGoing: Going): PlannedCell[] {
  const known = new Set(planned.map(({ row, column }) => key(row, column)));
  const around = surroundingsOf(snapshot, own);
  return formulasOf(own).flatMap(({ row, column, formula }) => {
    if (known.has(key(row, column)) || own.sheet.protected) return [];
    const reads = spillReferences(formula, around).some(({ anchor }) => isGoing(own, anchor));
    const text = reads ? withoutSpills(formula, around) : undefined;
    if (typeof text !== 'string') return [];
    const spill = own.spills.find((candidate) => contains(candidate, row, column));
    const size = spill ? { rows: spill.rows, columns: spill.columns } : { rows: 1, columns: 1 };
    const after = Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (i === 0 && j === 0 ? text : '')));
    return [{ row, column, size, before: formula, after, kind: 'native' as const, arrays: spill !== undefined }];
  });
}

/** A formula that still spills: the cells below its first are left empty for it. */
export function isSpillFormula(after: readonly (readonly CellValue[])[]): boolean {
  const [first, ...others] = after.flat();
  return others.length > 0 && typeof first === 'string' && first.startsWith('=') && others.every((content) => content === '');
}

/** The values of an area, written so that no host reads anything else into them. */
export function frozenArea(own: SheetSnapshot, row: number, column: number, { rows, columns }: Size): CellValue[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => frozen(valueAt(own, row + i, column + j))));
}

/** Words stay words in any cell; a text that could be taken for a number, a date or a formula is written as a formula. */
export function frozen(value: CellValue): CellValue {
  if (typeof value !== 'string' || value === '') return value;
  if (value.startsWith('#')) return `=${value}`;
  return /^[\p{L} ·]+$/u.test(value) && !/^(true|false)$/i.test(value) ? value : `="${value.replace(/"/g, '""')}"`;
}

/** What stood in the cells before, as it can be written back. */
export function contentBefore(own: SheetSnapshot, { row, column, size }: PlannedCell): CellValue[][] {
  return Array.from({ length: size.rows }, (_, i) => Array.from({ length: size.columns }, (__, j) => (i === 0 && j === 0 ? contentAt(own, row, column) : '')));
}
