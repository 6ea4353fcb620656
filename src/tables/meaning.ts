import { Fault } from '../cells/fault';
import { COLUMNS, isFigure, type Column, type Figure } from './columns';
import type { Adds, Same } from './evidence';
import type { Heading } from './heading';
import { nearReadings } from './misspelt';
import type { Reading } from './vocabulary';

/** Where the rows cannot be asked. */
const NO_EVIDENCE: Adds = () => null;
const NOT_THE_SAME: Same = () => false;

/**
 * Which column each header of one block stands for: null where none is known, a Fault where the table does not
 * decide. `adds` asks the rows.
 */
export function meanings(
  headings: readonly Heading[],
  adds: Adds = NO_EVIDENCE,
  same: Same = NOT_THE_SAME,
): (Column | null)[] | Fault {
  const readings = headings.map((heading) => heading.readings);
  const result = readings.map(certain);
  for (const [i, heading] of headings.entries()) {
    if (result[i] !== null || readings[i]!.length === 0) continue;
    const column = decide(heading, headings, result, adds);
    if (column instanceof Fault) return column;
    result[i] = column;
  }
  const exact = onlyRawFigures(headings, result);
  const whole = withMisspelt(headings, exact, adds);
  if (whole instanceof Fault) return whole;
  const once = withoutCopies(headings, whole, same);
  return contradictedByUnit(headings, once) ?? twice(headings, once) ?? onlyPreferredKeys(headings, once);
}

function certain(readings: readonly Reading[]): Column | null {
  const columns = new Set(readings.map(({ column }) => column));
  return columns.size === 1 ? [...columns][0]! : null;
}

/**
 * A word that means different things to different sources. The rows decide where they can; else the fields beside it,
 * if they belong to a source of one meaning and to none of the others; Chinese words say nothing here, as every source
 * uses them. Where no field speaks, a meaning that another header has taken is out.
 */
function decide(
  heading: Heading,
  headings: readonly Heading[],
  columns: readonly (Column | null)[],
  adds: Adds,
): Column | Fault {
  const candidates = [...new Set(heading.readings.map(({ column }) => column))];
  const at = headings.indexOf(heading);
  const proofs = candidates.map((column) => proof(column, at, columns, adds));
  const proven = proofs.indexOf(true);
  if (proven >= 0) return candidates[proven]!;
  const supported = candidates.filter((column) => {
    const friends = sourcesOf(heading, (other) => other === column);
    const rivals = sourcesOf(heading, (other) => other !== column);
    return headings.some(
      (other) => other !== heading && isField(other) && speaksFor(other, friends) && !speaksFor(other, rivals),
    );
  });
  const possible = supported.length > 0 ? supported : candidates.filter((_, i) => proofs[i] !== false);
  const free = possible.filter((column) => !columns.includes(column));
  if (supported.length <= 1 && free.length === 1) return free[0]!;
  return ambiguous(heading, heading.readings);
}

const SUM: readonly Figure[] = ['financing_balance', 'lending_balance', 'margin_balance'];

/** Whether the rows say that the column at this place is this figure: the two balances make the third. */
function proof(column: Column, at: number, columns: readonly (Column | null)[], adds: Adds): boolean | null {
  if (!(SUM as readonly Column[]).includes(column)) return null;
  const places = SUM.map((figure) => (figure === column ? at : columns.indexOf(figure)));
  return places.every((place) => place >= 0) ? adds(places[0]!, places[1]!, places[2]!) : null;
}

function isField({ text }: Heading): boolean {
  return /^[\x20-\x7e]+$/.test(text);
}

function speaksFor({ readings }: Heading, sources: ReadonlySet<string>): boolean {
  return readings.some(({ column, source }) => isFigure(column) && sources.has(source));
}

function sourcesOf({ readings }: Heading, means: (column: Column) => boolean): ReadonlySet<string> {
  return new Set(readings.filter(({ column }) => means(column)).map(({ source }) => source));
}

/** A rounded print counts where the figure itself is not there. */
function onlyRawFigures(headings: readonly Heading[], columns: readonly (Column | null)[]): (Column | null)[] {
  return columns.map((column, at) =>
    headings[at]!.rounded && columns.some((other, i) => other === column && !headings[i]!.rounded) ? null : column,
  );
}

/** Headers that are one slip away from a word: the rows decide, or that no other meaning is left. */
function withMisspelt(
  headings: readonly Heading[],
  columns: readonly (Column | null)[],
  adds: Adds,
): (Column | null)[] | Fault {
  const result = columns.slice();
  const near = headings.map((heading, at) =>
    columns[at] === null && heading.readings.length === 0 ? nearReadings(heading.word) : [],
  );
  const open = () =>
    near.flatMap((readings, at) => {
      if (result[at] !== null || readings.length === 0) return [];
      const candidates = [...new Set(readings.map(({ column }) => column))].filter(
        (column) => !result.includes(column) && suits(headings[at]!, column),
      );
      return [{ at, candidates }];
    });
  for (let found = true; found;) {
    found = false;
    for (const { at, candidates } of open()) {
      const proofs = candidates.map((column) => proof(column, at, result, adds));
      const possible = candidates.filter((_, i) => proofs[i] !== false);
      const column = candidates[proofs.indexOf(true)] ?? (possible.length === 1 ? possible[0]! : null);
      if (column === null) continue;
      result[at] = column;
      found = true;
    }
  }
  const undecided = open().find(({ candidates }) => candidates.length > 1);
  return undecided ? ambiguous(headings[undecided.at]!, near[undecided.at]!) : result;
}

function suits({ unit }: Heading, column: Column): boolean {
  const { measures } = COLUMNS[column];
  return !unit?.measures || !measures || unit.measures === measures;
}

/** 融券余额(万股): the word says money and the unit says shares. */
function contradictedByUnit(headings: readonly Heading[], columns: readonly (Column | null)[]): Fault | undefined {
  const i = headings.findIndex((heading, at) => columns[at] && !suits(heading, columns[at]));
  return i < 0
    ? undefined
    : new Fault('ambiguous_header', {
        text: headings[i]!.text,
        allowed: ['lending_balance', 'lending_qty'].map((column) => `${COLUMNS[column as Column].zh} ${column}`),
      });
}

/** A figure that is printed twice, the same in every row and in the same unit, is read once: 新浪 prints 余量金额 and 余额. */
function withoutCopies(
  headings: readonly Heading[],
  columns: readonly (Column | null)[],
  same: Same,
): (Column | null)[] {
  const power = (at: number) => headings[at]!.unit?.power;
  return columns.map((column, at) => {
    const first = columns.indexOf(column);
    const isCopy = column !== null && isFigure(column) && first < at && power(first) === power(at) && same(first, at);
    return isCopy ? null : column;
  });
}

/** Two columns for one figure: which of them counts is not ours to choose. */
function twice(headings: readonly Heading[], columns: readonly (Column | null)[]): Fault | undefined {
  const i = columns.findIndex((column, at) => column !== null && isFigure(column) && columns.indexOf(column) < at);
  if (i < 0) return undefined;
  return new Fault('ambiguous_header', {
    text: headings[i]!.text,
    allowed: [headings[columns.indexOf(columns[i]!)]!, headings[i]!].map(({ text }) => text),
  });
}

/** A key may stand there twice, as SECUCODE and SECURITY_CODE do: the preferred one is read, the others are kept as they are. */
function onlyPreferredKeys(headings: readonly Heading[], columns: readonly (Column | null)[]): (Column | null)[] {
  const rank = (at: number) => Math.min(...headings[at]!.readings.map(({ rank }) => rank));
  return columns.map((column, at) =>
    columns.some((other, i) => i !== at && other === column && (rank(i) < rank(at) || (rank(i) === rank(at) && i < at)))
      ? null
      : column,
  );
}

function ambiguous({ text }: Heading, readings: readonly Reading[]): Fault {
  const meant = readings.map(({ column, source }) => `${COLUMNS[column].zh} ${column} (${source})`);
  return new Fault('ambiguous_header', { text, allowed: [...new Set(meant)] });
}
