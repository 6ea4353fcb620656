import { holds } from '../workbook/area';
import { translateFormulaToR1C1 } from '@borgar/fx';
import { Exact } from '../number/exact';
import { blockName, cellName } from '../workbook/a1';
import type { CellValue, Sheet, Workbook } from '../workbook/workbook';
import { agree } from './agreement/agreement';
import { type Call, mayCall, outermostCalls } from '../formula/calls';
import { seriesOf } from '../functions/by-id';
import { nativeFormula } from './native/formula';
import { readNote, writeNote } from './originals/note';
import { type Original, withConversion } from './originals/originals';
import type { Size } from './reading/grid';
import { isWithin, type Part } from './reading/part';
import { closedSheet } from './reading/sites';
import { Why } from './reasons';
import { columnsOf, parseReference, type Reference, rowsOf } from '../formula/references';
import {
  contentAt,
  type FormulaCell,
  formulasOf,
  key,
  sheetOf,
  sheetSnapshotOf,
  type SheetSnapshot,
  type Snapshot,
  snapshotOf,
  surroundingsOf,
  valueAt,
} from './reading/snapshot';
import { allOrNothing, type Hooks, OutOfDate, type Status } from '../workbook/transaction';

/** A formula filled down or to the right so that each cell needs the one before it, and what would stand in its place. */
export interface Chain {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Why the chain is left alone. */
  readonly why?: Why;
}

export interface SheetChains {
  readonly sheet: Sheet;
  readonly chains: readonly Chain[];
}

/** One formula that spills, or a native formula in each cell. */
export type FlattenTarget = 'series' | 'native';

/** The chains that have a day in the part. */
export function planFlatten(snapshot: Snapshot, target: FlattenTarget, part?: Part): readonly SheetChains[] {
  return snapshot.sheets
    .map((own) => ({
      sheet: own.sheet,
      chains: chainsOf(own)
        .map((links) => upToLastDay(snapshot, own, links))
        .filter((links) => links.length > 1)
        .map((links) => chainOf(snapshot, own, links, target))
        .filter(({ row, column, rows, columns }) =>
          isWithin(part, { sheet: own.sheet.id, row, column, rows, columns }),
        ),
    }))
    .filter(({ chains }) => chains.length > 0);
}

/** The way in which days follow each other. */
type Way = 'down' | 'right';

interface Link extends FormulaCell {
  readonly call: Call;
  readonly args: readonly string[];
  readonly way: Way;
}

/** The cells of a chain lie in one column, or in one row. */
const sizeOf = (way: Way, length: number): Size =>
  way === 'down' ? { rows: length, columns: 1 } : { rows: 1, columns: length };

/** The contents of a chain's cells as they lie. */
const laid = <T>({ columns }: Pick<Chain, 'columns'>, contents: readonly T[]): readonly (readonly T[])[] =>
  columns > 1 ? [contents] : contents.map((content) => [content]);

const cellAt = ({ row, column, columns }: Pick<Chain, 'row' | 'column' | 'columns'>, i: number) =>
  columns > 1 ? ([row, column + i] as const) : ([row + i, column] as const);

/** Cells each of which has the same formula as the one before it and takes it as the day before. */
function chainsOf(own: SheetSnapshot): readonly (readonly Link[])[] {
  const links = new Map(
    formulasOf(own).flatMap((cell) => {
      const link = linkOf(cell);
      return link ? [[key(cell.row, cell.column), link] as const] : [];
    }),
  );
  const chains: Link[][] = [];
  for (const link of links.values()) {
    const [row, column] = link.way === 'down' ? [link.row - 1, link.column] : [link.row, link.column - 1];
    const before = links.get(key(row, column));
    const chain =
      before?.way === link.way && sameFormula(before, link)
        ? chains.find((candidate) => candidate[candidate.length - 1] === before)
        : undefined;
    if (chain) chain.push(link);
    else chains.push([link]);
  }
  return chains;
}

/** A fill that was drawn past the data: its blank rows stay as they are. */
function upToLastDay(snapshot: Snapshot, own: SheetSnapshot, links: readonly Link[]): readonly Link[] {
  let days = links.length;
  while (days > 0 && flowsOf(snapshot, own, links[days - 1]!).every((flow) => flow === '')) days--;
  return days === 0 ? links : links.slice(0, days);
}

function flowsOf(snapshot: Snapshot, own: SheetSnapshot, { args }: Link): readonly CellValue[] {
  return args.slice(1).map((text) => read(snapshot, own, text));
}

function read(snapshot: Snapshot, own: SheetSnapshot, text: string): CellValue {
  const { sheet, top, left } = parseReference(text)!;
  const there = sheetOf(snapshot, own, sheet);
  return there ? valueAt(there, top, left) : '#REF!';
}

function linkOf(cell: FormulaCell): Link | undefined {
  const [call, ...others] = outermostCalls(cell.formula);
  if (
    !call ||
    others.length > 0 ||
    call.start !== 1 ||
    call.end !== cell.formula.length ||
    seriesOf(call.id) === undefined ||
    call.args.length !== 3
  )
    return undefined;
  const args = call.args.map(({ start, end }) => cell.formula.slice(start, end).trim());
  const references = args.map(parseReference);
  if (
    !references.every(
      (reference): reference is Reference =>
        reference !== undefined && rowsOf(reference) === 1 && columnsOf(reference) === 1,
    )
  )
    return undefined;
  const [prior, ...flows] = references as [Reference, ...Reference[]];
  if (prior.sheet !== undefined) return undefined;
  const isAbove = prior.top === cell.row - 1 && prior.left === cell.column;
  if (isAbove && flows.every(({ top }) => top === cell.row)) return { ...cell, call, args, way: 'down' };
  const isLeft = prior.top === cell.row && prior.left === cell.column - 1;
  return isLeft && flows.every(({ left }) => left === cell.column) ? { ...cell, call, args, way: 'right' } : undefined;
}

function sameFormula(above: Link, below: Link): boolean {
  return (
    translateFormulaToR1C1(above.formula, cellName(above.row, above.column)) ===
    translateFormulaToR1C1(below.formula, cellName(below.row, below.column))
  );
}

function chainOf(snapshot: Snapshot, own: SheetSnapshot, links: readonly Link[], target: FlattenTarget): Chain {
  const [first, last] = [links[0]!, links[links.length - 1]!];
  const series = seriesFormula(first, last);
  const size = sizeOf(first.way, links.length);
  const native = target === 'native' ? nativeFormula(series, size, surroundingsOf(snapshot, own)) : undefined;
  const after =
    native === undefined
      ? [series, ...links.slice(1).map(() => '')]
      : native instanceof Why
        ? []
        : native.cells.flat().map((text) => (text instanceof Why ? '' : text));
  const refusal = native instanceof Why ? native : native?.cells.flat().find((text) => text instanceof Why);
  const why = obstacle(snapshot, own, links, target) ?? refusal;
  return {
    row: first.row,
    column: first.column,
    ...size,
    before: links.map(({ formula }) => formula),
    after,
    ...(why && { why }),
  };
}

function seriesFormula(first: Link, last: Link): string {
  const [opening, ...flows] = first.args;
  const ranges = flows.map((text, i) => {
    const { sheet, top, left } = parseReference(text)!;
    const { bottom, right } = parseReference(last.args[i + 1]!)!;
    const prefix = sheet === undefined ? '' : text.slice(0, text.lastIndexOf('!') + 1);
    return prefix + blockName({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
  });
  return `=RZRQ.${seriesOf(first.call.id)!.id}(${[opening, ...ranges].join(',')})`;
}

function obstacle(
  snapshot: Snapshot,
  own: SheetSnapshot,
  links: readonly Link[],
  target: FlattenTarget,
): Why | undefined {
  const closed = closedSheet(own);
  if (closed) return closed;
  const within = (area: Parameters<typeof holds>[0]) => links.some(({ row, column }) => holds(area, row, column));
  if (own.spills.some((spill) => spill.legacy && within(spill))) return new Why('array_formula');
  if (own.merged.some(within)) return new Why('merged');
  if (target === 'series' && snapshot.tables.some(({ area }) => area.sheet === own.sheet.id && within(area)))
    return new Why('in_table');
  return unproved(snapshot, own, links);
}

/** The series is computed from the same figures; only if every day comes out as it stands may it take the chain's place. */
function unproved(snapshot: Snapshot, own: SheetSnapshot, links: readonly Link[]): Why | undefined {
  const { params, step } = seriesOf(links[0]!.call.id)!;
  const opening = read(snapshot, own, links[0]!.args[0]!);
  if (opening === '') return new Why('empty_days');
  if (typeof opening !== 'number') return new Why('differs');
  let total = Exact.of(opening);
  for (const link of links) {
    const flows = flowsOf(snapshot, own, link);
    if (flows.every((flow) => flow === '')) return new Why('empty_days');
    if (!flows.every((flow) => typeof flow === 'number' || flow === '')) return new Why('differs');
    const day = Object.fromEntries(flows.map((flow, i) => [params[i + 1]!.name, Exact.of(Number(flow))]));
    total = step(total, day as never);
    if (total.toNumber() !== valueAt(own, link.row, link.column)) return new Why('differs');
  }
  return undefined;
}

export interface FlattenResult {
  readonly sheet: Sheet;
  readonly status: Status;
  readonly flattened: number;
  readonly left: readonly Chain[];
  readonly error?: unknown;
}

/** Carries a plan out; a sheet on which a value comes out otherwise is put back as it was. */
export async function flatten(
  workbook: Workbook,
  plan: readonly SheetChains[],
  hooks: Hooks = {},
): Promise<readonly FlattenResult[]> {
  const results: FlattenResult[] = [];
  for (const { sheet, chains } of plan) {
    const [left, able] = [chains.filter(({ why }) => why), chains.filter(({ why }) => !why)];
    const ending = await allOrNothing(workbook, hooks, async (transaction) => {
      const before = await sheetSnapshotOf(workbook, sheet);
      const stale = able.find((chain) =>
        chain.before.some((formula, i) => contentAt(before, ...cellAt(chain, i)) !== formula),
      );
      if (stale) throw new OutOfDate(stale.before[0]!);
      // A series is still ours; formulas of Excel's own can be restored as any others, so they are kept first.
      const natives = able.filter(({ after }) => !isSeries(after));
      const note = await readNote(workbook);
      const { sheets } = natives.length > 0 ? await snapshotOf(workbook) : { sheets: [] };
      const keep = async (writtenAt: (chain: Chain, i: number) => CellValue) => {
        if (natives.length === 0) return;
        const originals = natives.flatMap((chain) => originalsOf(chain, writtenAt));
        await writeNote(workbook, withConversion(note, before, sheets, originals));
      };
      transaction.undoWith(() => (natives.length > 0 ? writeNote(workbook, note) : Promise.resolve()));
      await keep(({ after }, i) => after[i]!);
      await transaction.write(
        sheet,
        able.map((chain) => ({
          row: chain.row,
          column: chain.column,
          content: laid(chain, chain.after),
          before: laid(chain, chain.before),
        })),
      );
      const now = await sheetSnapshotOf(workbook, sheet);
      const wrong = able.find((chain) => !unchanged(chain, before, now));
      if (wrong) throw new Error(`${cellName(wrong.row, wrong.column)}: ${wrong.after[0]}`);
      await keep((chain, i) => contentAt(now, ...cellAt(chain, i)));
    });
    results.push(
      ending.status === 'done'
        ? { sheet, status: 'done', flattened: able.length, left }
        : { sheet, flattened: 0, left, ...ending },
    );
  }
  return results;
}

function unchanged(chain: Chain, before: SheetSnapshot, now: SheetSnapshot): boolean {
  const values = chain.before.map((_, i) => valueAt(before, ...cellAt(chain, i)));
  const largest = values.reduce<number>((most, value) => Math.max(most, Math.abs(Number(value))), 0);
  return values.every((value, i) => agree(value, valueAt(now, ...cellAt(chain, i)), largest));
}

const isSeries = ([first]: readonly string[]): boolean => mayCall(first ?? '');

function originalsOf(chain: Chain, writtenAt: (chain: Chain, i: number) => CellValue): readonly Original[] {
  return chain.before.map((formula, i) => {
    const [row, column] = cellAt(chain, i);
    return { row, column, size: { rows: 1, columns: 1 }, formula, written: [[writtenAt(chain, i)]] };
  });
}
