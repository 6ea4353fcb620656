import { Fault } from '../cells/fault';
import { COLUMNS, isFigure, type Column } from './columns';
import type { Heading } from './heading';

/** Which column each header stands for: null where none is known, a Fault where the table does not decide. */
export function meanings(headings: readonly Heading[]): (Column | null)[] | Fault {
  const certain = headings
    .map(({ readings }) => new Set(readings.map(({ column }) => column)))
    .map((columns) => (columns.size === 1 ? [...columns][0]! : null));
  const result = certain.slice();
  for (const [i, heading] of headings.entries()) {
    if (certain[i] !== null || heading.readings.length === 0) continue;
    const column = decide(heading, headings, new Set(certain.filter((other) => other !== null)));
    if (column instanceof Fault) return column;
    result[i] = column;
  }
  return contradictedByUnit(headings, result) ?? twice(headings, result) ?? onlyPreferredKeys(headings, result);
}

/**
 * A word that means different things to different sources. The fields beside it decide, if they belong to a source of
 * one meaning and to none of the others; Chinese words say nothing here, as every source uses them. Where no field
 * speaks, a meaning that another header has taken is out.
 */
function decide(heading: Heading, headings: readonly Heading[], taken: ReadonlySet<Column>): Column | Fault {
  const candidates = [...new Set(heading.readings.map(({ column }) => column))];
  const supported = candidates.filter((column) => {
    const friends = sourcesOf(heading, (other) => other === column);
    const rivals = sourcesOf(heading, (other) => other !== column);
    return headings.some(
      (other) => other !== heading && isField(other) && speaksFor(other, friends) && !speaksFor(other, rivals),
    );
  });
  const free = (supported.length > 0 ? supported : candidates).filter((column) => !taken.has(column));
  if (supported.length <= 1 && free.length === 1) return free[0]!;
  return ambiguous(
    heading,
    heading.readings.map(({ column, source }) => `${COLUMNS[column].zh} ${column} (${source})`),
  );
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

/** 融券余额(万股): the word says money and the unit says shares. */
function contradictedByUnit(headings: readonly Heading[], columns: readonly (Column | null)[]): Fault | undefined {
  const i = headings.findIndex(({ unit }, at) => {
    const measures = columns[at] && COLUMNS[columns[at]].measures;
    return unit?.measures && measures && unit.measures !== measures;
  });
  return i < 0
    ? undefined
    : ambiguous(
        headings[i]!,
        ['lending_balance', 'lending_qty'].map((column) => `${COLUMNS[column as Column].zh} ${column}`),
      );
}

/** Two columns for one figure: which of them counts is not ours to choose. */
function twice(headings: readonly Heading[], columns: readonly (Column | null)[]): Fault | undefined {
  const i = columns.findIndex((column, at) => column !== null && isFigure(column) && columns.indexOf(column) < at);
  if (i < 0) return undefined;
  return ambiguous(
    headings[i]!,
    [headings[columns.indexOf(columns[i]!)]!, headings[i]!].map(({ text }) => text),
  );
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

function ambiguous({ text }: Heading, meanings: readonly string[]): Fault {
  return new Fault('ambiguous_header', { text, allowed: meanings });
}
