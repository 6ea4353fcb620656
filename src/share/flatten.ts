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
import { Why } from './reasons';
import { columnsOf, parseReference, type Reference, rowsOf } from '../formula/references';
import {
  contains,
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

/** A formula filled down so that each cell needs the one above, and what would stand in its place. */
export interface Chain {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
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

export function planFlatten(snapshot: Snapshot, target: FlattenTarget): readonly SheetChains[] {
  return snapshot.sheets
    .map((own) => ({ sheet: own.sheet, chains: chainsOf(own).map((links) => chainOf(snapshot, own, links, target)) }))
    .filter(({ chains }) => chains.length > 0);
}

interface Link extends FormulaCell {
  readonly call: Call;
  readonly args: readonly string[];
}

/** Two cells or more, each of which has the same formula as the one above and takes it as the day before. */
function chainsOf(own: SheetSnapshot): readonly (readonly Link[])[] {
  const links = new Map(
    formulasOf(own).flatMap((cell) => {
      const link = linkOf(cell);
      return link ? [[key(cell.row, cell.column), link] as const] : [];
    }),
  );
  const chains: Link[][] = [];
  for (const link of links.values()) {
    const above = links.get(key(link.row - 1, link.column));
    const chain =
      above && sameFormula(above, link)
        ? chains.find((candidate) => candidate[candidate.length - 1] === above)
        : undefined;
    if (chain) chain.push(link);
    else chains.push([link]);
  }
  return chains.filter((chain) => chain.length > 1);
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
  const isAbove = prior.sheet === undefined && prior.top === cell.row - 1 && prior.left === cell.column;
  return isAbove && flows.every(({ top }) => top === cell.row) ? { ...cell, call, args } : undefined;
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
  const size = { rows: links.length, columns: 1 };
  const native = target === 'native' ? nativeFormula(series, size, surroundingsOf(snapshot, own)) : undefined;
  const after =
    native === undefined
      ? [series, ...links.slice(1).map(() => '')]
      : native instanceof Why
        ? []
        : native.cells.map(([text]) => (text instanceof Why ? '' : text!));
  const refusal = native instanceof Why ? native : native?.cells.flat().find((text) => text instanceof Why);
  const why = obstacle(snapshot, own, links, target) ?? refusal;
  return {
    row: first.row,
    column: first.column,
    rows: links.length,
    before: links.map(({ formula }) => formula),
    after,
    ...(why && { why }),
  };
}

function seriesFormula(first: Link, last: Link): string {
  const [opening, ...flows] = first.args;
  const ranges = flows.map((text, i) => {
    const { sheet, top, left } = parseReference(text)!;
    const bottom = parseReference(last.args[i + 1]!)!.top;
    const prefix = sheet === undefined ? '' : text.slice(0, text.lastIndexOf('!') + 1);
    return prefix + blockName({ row: top, column: left, rows: bottom - top + 1, columns: 1 });
  });
  return `=RZRQ.${seriesOf(first.call.id)!.id}(${[opening, ...ranges].join(',')})`;
}

function obstacle(
  snapshot: Snapshot,
  own: SheetSnapshot,
  links: readonly Link[],
  target: FlattenTarget,
): Why | undefined {
  if (own.sheet.protected) return new Why('protected');
  const within = (area: Parameters<typeof contains>[0]) => links.some(({ row, column }) => contains(area, row, column));
  if (own.spills.some((spill) => spill.legacy && within(spill))) return new Why('array_formula');
  if (own.merged.some(within)) return new Why('merged');
  if (target === 'series' && snapshot.tables.some(({ area }) => area.sheet === own.sheet.id && within(area)))
    return new Why('in_table');
  return unproved(snapshot, own, links);
}

/** The series is computed from the same figures; only if every day comes out as it stands may it take the chain's place. */
function unproved(snapshot: Snapshot, own: SheetSnapshot, links: readonly Link[]): Why | undefined {
  const { params, step } = seriesOf(links[0]!.call.id)!;
  const read = (text: string): CellValue => {
    const { sheet, top, left } = parseReference(text)!;
    const there = sheetOf(snapshot, own, sheet);
    return there ? valueAt(there, top, left) : '#REF!';
  };
  const opening = read(links[0]!.args[0]!);
  if (opening === '') return new Why('empty_days');
  if (typeof opening !== 'number') return new Why('differs');
  let total = Exact.of(opening);
  for (const { row, column, args } of links) {
    const flows = args.slice(1).map(read);
    if (flows.every((flow) => flow === '')) return new Why('empty_days');
    if (!flows.every((flow) => typeof flow === 'number' || flow === '')) return new Why('differs');
    const day = Object.fromEntries(params.slice(1).map(({ name }, i) => [name, Exact.of(Number(flows[i]))]));
    total = step(total, day as never);
    if (total.toNumber() !== valueAt(own, row, column)) return new Why('differs');
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
        chain.before.some((formula, i) => contentAt(before, chain.row + i, chain.column) !== formula),
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
        able.map(({ row, column, after, before: formulas }) => ({
          row,
          column,
          content: after.map((text) => [text]),
          before: formulas.map((text) => [text]),
        })),
      );
      const now = await sheetSnapshotOf(workbook, sheet);
      const wrong = able.find((chain) => !unchanged(chain, before, now));
      if (wrong) throw new Error(`${cellName(wrong.row, wrong.column)}: ${wrong.after[0]}`);
      await keep(({ row, column }, i) => contentAt(now, row + i, column));
    });
    results.push(
      ending.status === 'done'
        ? { sheet, status: 'done', flattened: able.length, left }
        : { sheet, flattened: 0, left, ...ending },
    );
  }
  return results;
}

function unchanged({ row, column, rows }: Chain, before: SheetSnapshot, now: SheetSnapshot): boolean {
  const values = Array.from({ length: rows }, (_, i) => valueAt(before, row + i, column));
  const largest = Math.max(...values.map((value) => Math.abs(Number(value))));
  return values.every((value, i) => agree(value, valueAt(now, row + i, column), largest));
}

const isSeries = ([first]: readonly string[]): boolean => mayCall(first ?? '');

function originalsOf(chain: Chain, writtenAt: (chain: Chain, i: number) => CellValue): readonly Original[] {
  const { row, column, before } = chain;
  return before.map((formula, i) => ({
    row: row + i,
    column,
    size: { rows: 1, columns: 1 },
    formula,
    written: [[writtenAt(chain, i)]],
  }));
}
