import { cellName } from '../workbook/a1';
import type { CellValue, Sheet } from '../workbook/workbook';
import { frozen, frozenArea } from './native/frozen';
import { namesOf } from './reading/names';
import { inFirst, type Size } from './reading/grid';
import { isWithin, type Part } from './reading/part';
import { type Native, nativeFormula } from './native/formula';
import { Why } from './reasons';
import type { Surroundings } from '../formula/expression';
import { sheetPrefix } from '../formula/references';
import { obstacleAt, ONE_CELL, type Site, sitesOf } from './reading/sites';
import { contentAt, type SheetSnapshot, type Snapshot, valueAt } from './reading/snapshot';
import { readsSpill, withoutSpills } from './reading/spill-references';

export type Target = 'native' | 'values' | WriteFormula;
/** Another way to write a formula of ours, for a cell that fills an area of some size. */
export type WriteFormula = (formula: string, size: Size, around: Surroundings) => Native | Why;
/** `rewritten` is a formula of others whose references to a spill are written out. */
export type Kind = 'native' | 'value' | 'rewritten' | 'untouched';

/** What is to become of one formula. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  /** The area that the formula fills. */
  readonly size: Size;
  readonly before: string;
  /** What the cells of that area will hold; an empty text is left to a spill. */
  readonly after: readonly (readonly CellValue[])[];
  readonly kind: Kind;
  /** Why it does not become a native formula. */
  readonly why?: Why;
  /** Whether the native formula needs an Excel with dynamic arrays. */
  readonly arrays: boolean;
  /** The cells whose formulas read the whole spill (B2#) of this one. */
  readonly readers: readonly CellPlace[];
}

export interface CellPlace {
  /** The id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface SheetPlan {
  readonly sheet: Sheet;
  readonly cells: readonly PlannedCell[];
  /** Cells that are written as they stand, and that become their values where they would show others. */
  readonly readers?: readonly PlannedCell[];
}

export interface Plan {
  readonly target: Target;
  /** What it is limited to: formulas of ours elsewhere stay. */
  readonly part?: Part;
  readonly sheets: readonly SheetPlan[];
  readonly counts: Readonly<Record<Kind | 'arrays', number>>;
  /** Defined names that read a spill which becomes single cells; until it is restored they show #REF!. */
  readonly names: readonly string[];
  /** Defined names that call functions of ours: they stay, and whatever uses them becomes its value. */
  readonly callingNames: readonly string[];
}

/**
 * What sharing would do to every formula of a part of the workbook that calls a function of ours, and to those anywhere
 * that read a spill of one; nothing is written.
 */
export function planOf(snapshot: Snapshot, target: Target, part?: Part): Plan {
  const names = namesOf(snapshot);
  const bySheet = snapshot.sheets.map((own) => sitesOf(snapshot, own, names));
  const { plannedAt, goes } = settled(bySheet.flat(), target, part);
  const sheets = snapshot.sheets
    .map(({ sheet }, i) => ({ sheet, cells: bySheet[i]!.map(plannedAt).filter((cell) => cell !== undefined) }))
    .filter(({ cells }) => cells.length > 0);
  return {
    target,
    part,
    sheets,
    counts: countsOf(sheets),
    names: snapshot.names.filter((name) => names.spillsIn(name).some(goes)).map(({ name }) => name),
    callingNames: names.callers.map(({ name }) => name),
  };
}

function countsOf(sheets: readonly SheetPlan[]): Plan['counts'] {
  const counts = { native: 0, value: 0, rewritten: 0, untouched: 0, arrays: 0 };
  for (const { cells } of sheets)
    for (const { kind, arrays } of cells) {
      counts[kind]++;
      if (arrays) counts.arrays++;
    }
  return counts;
}

interface Settled {
  readonly plannedAt: (site: Site) => PlannedCell | undefined;
  /** Whether the spill of a place becomes single cells. */
  readonly goes: (place: string) => boolean;
}

/** A spill goes only where every formula that reads it can follow; one that therefore stays may keep another. */
function settled(sites: readonly Site[], target: Target, part: Part): Settled {
  const readers = readersIn(sites);
  const kept = new Map<string, Site>();
  for (;;) {
    const attempt = attempted(sites, { target, part, readers, kept });
    const before = kept.size;
    for (const [place, all] of readers) {
      const stuck = attempt.goes(place)
        ? all.find(
            (reader) =>
              reader.reads.hidden.has(place) ||
              stays(reader, part) ||
              obstacleAt(reader) ||
              attempt.plannedAt(reader)?.kind === 'untouched',
          )
        : undefined;
      if (stuck) kept.set(place, stuck);
    }
    if (kept.size === before) return attempt;
  }
}

/** Whether a formula of ours is outside the part. */
const stays = ({ ours, own, row, column, size }: Site, part: Part): boolean =>
  part !== undefined && ours && !isWithin(part, { sheet: own.sheet.id, row, column, ...size });

function readersIn(sites: readonly Site[]): ReadonlyMap<string, readonly Site[]> {
  const readers = new Map<string, Site[]>();
  for (const site of sites) {
    for (const place of site.reads.all) {
      const others = readers.get(place);
      if (others) others.push(site);
      else readers.set(place, [site]);
    }
  }
  return readers;
}

interface Settings {
  readonly target: Target;
  readonly part: Part;
  readonly readers: ReadonlyMap<string, readonly Site[]>;
  /** The spills that have to stay, and a reader of each that cannot follow. */
  readonly kept: ReadonlyMap<string, Site>;
}

/** Plans each site after the spills that it reads. */
function attempted(sites: readonly Site[], settings: Settings): Settled {
  let siteAt: ReadonlyMap<string, Site> | undefined;
  const planned = new Map<Site, PlannedCell | undefined>();
  const plannedAt = (site: Site): PlannedCell | undefined => {
    if (!planned.has(site)) {
      // A formula that reads its own spill finds it staying.
      planned.set(site, undefined);
      if (!stays(site, settings.part))
        planned.set(site, site.ours ? plannedCell(site, goes, settings) : followingCell(site, goes));
    }
    return planned.get(site);
  };
  const goes = (place: string): boolean => {
    siteAt ??= new Map(sites.map((one) => [one.place, one]));
    const site = siteAt.get(place);
    const cell = site?.ours ? plannedAt(site) : undefined;
    return cell !== undefined && cell.kind !== 'untouched' && !isSpillFormula(cell.after);
  };
  return { plannedAt, goes };
}

type Outcome = Pick<PlannedCell, 'after' | 'kind' | 'arrays' | 'why'>;

function plannedCell(site: Site, goes: Settled['goes'], settings: Settings): PlannedCell {
  const { row, column, size, formula, place } = site;
  const { after, kind, arrays, why } = outcomeOf(site, goes, settings);
  const readers = settings.readers.size > 0 ? placesOf(settings.readers.get(place)) : NOWHERE;
  const cell = { row, column, size, before: formula, after, kind, arrays, readers };
  return why ? { ...cell, why } : cell;
}

function outcomeOf(site: Site, goes: Settled['goes'], { target, kept }: Settings): Outcome {
  const { own, around, row, column, formula, size, caller, place } = site;
  const untouched = (why: Why): Outcome => ({ after: [[formula]], kind: 'untouched', arrays: false, why });

  const obstacle = obstacleAt(site);
  if (obstacle) return untouched(obstacle);
  const reader = kept.size > 0 ? kept.get(place) : undefined;
  const native = caller
    ? new Why('name_calls', caller.name)
    : target === 'values'
      ? new Why('chosen')
      : (target === 'native' ? nativeFormula : target)(rewritten(site, goes), reader ? ONE_CELL : size, around);
  if (reader)
    return native instanceof Why || !site.spill
      ? untouched(new Why('read_by_untouchable', addressOf(reader)))
      : { after: inFirst(contentsOf(native, site)[0]![0]!, size), kind: 'native', arrays: true };
  if (native instanceof Why)
    return { after: frozenArea(own, row, column, size), kind: 'value', arrays: false, why: native };
  const { cells, arrays } = native;
  const why = whyIn(cells);
  const outcome: Outcome = { after: why ? contentsOf(native, site) : (cells as string[][]), kind: 'native', arrays };
  return why ? { ...outcome, why } : outcome;
}

/** Why some of its cells become values, if any do. */
function whyIn(cells: Native['cells']): Why | undefined {
  for (const line of cells) for (const content of line) if (content instanceof Why) return content;
  return undefined;
}

const NOWHERE: readonly CellPlace[] = [];

function placesOf(readers: readonly Site[] | undefined): readonly CellPlace[] {
  return readers ? readers.map(({ own, row, column }) => ({ sheet: own.sheet.id, row, column })) : NOWHERE;
}

function contentsOf({ cells }: Native, { own, row, column }: Site): CellValue[][] {
  return cells.map((line, i) =>
    line.map((content, j) => (content instanceof Why ? frozen(valueAt(own, row + i, column + j)) : content)),
  );
}

/** A formula of others that reads a spill which goes. */
function followingCell(site: Site, goes: Settled['goes']): PlannedCell | undefined {
  const { around, row, column, formula, size, spill } = site;
  const text = rewritten(site, goes);
  if (text === formula) return undefined;
  return {
    row,
    column,
    size,
    before: formula,
    after: inFirst(text, size),
    kind: 'rewritten',
    arrays: spill !== undefined || readsSpill(text, around),
    readers: [],
  };
}

function rewritten({ formula, around, spillAt }: Site, goes: Settled['goes']): string {
  return withoutSpills(formula, around, (anchor) => {
    const place = spillAt(anchor);
    return place !== undefined && goes(place);
  });
}

const addressOf = ({ own, row, column }: Site): string => sheetPrefix(own.sheet.name) + cellName(row, column);

/** A formula that still spills: the cells below its first are left empty for it. */
export function isSpillFormula(after: readonly (readonly CellValue[])[]): boolean {
  const [first, ...others] = after.flat();
  return (
    others.length > 0 && typeof first === 'string' && first.startsWith('=') && others.every((content) => content === '')
  );
}

/** What stood in the cells before, as it can be written back. */
export function contentBefore(own: SheetSnapshot, { row, column, size }: PlannedCell): CellValue[][] {
  return inFirst(contentAt(own, row, column), size);
}
