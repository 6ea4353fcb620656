import { dayOf, readDate } from '../../../src/cells/date';
import { parseNumeral } from '../../../src/cells/number';
import type { ExampleValue, Words } from '../../../src/functions/catalogue/words-of';
import type { SqlParam } from '../../../src/generate/sql/printed';

/** What a cell holds and a column can: a number, a word, a serial of a day, nothing. */
export type Value = number | string | null;

/** Numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
const rounded = (x: number, places: number) => Number(x.toFixed(places));

/** An ordinary figure for a parameter, now and then blank, 0, negative, too large or no word of the list. */
export function valueFor(param: SqlParam, random: () => number): Value {
  const odd = random();
  if (odd < (param.optional ? 0.4 : 0.05)) return null;
  if (param.kind === 'choice') return random() < 0.05 ? 'no word' : pick(random, wordsOf(param));
  if (param.kind === 'date') return 40_200 + Math.floor(random() * 6_500);
  const { domain, name } = param;
  if (odd < (param.optional ? 0.42 : 0.09)) return 0;
  const sign = random() < 0.04 ? -1 : 1;
  if (domain.only) return random() < 0.05 ? 350 : pick(random, domain.only);
  if (domain.percentAbove !== undefined) {
    const usual = domain.percentAbove === 1 ? 1 : domain.percentAbove === 5 ? 2 : 4;
    const x = rounded(random() * usual, pick(random, [1, 2, 4, 6]));
    return sign * (random() < 0.03 ? x + domain.percentAbove : x);
  }
  if (/days|months|window/.test(name)) return Math.floor(random() * 60);
  if (/^(lot|minimum)$/.test(name)) return pick(random, [1, 10, 100, 200, 1000]);
  if (/price/.test(name)) return sign * rounded(random() * 10 ** Math.floor(random() * 4), pick(random, [2, 3, 4]));
  if (/ratio|change|line/.test(name)) return sign * rounded(random() * 4, 4);
  if (/qty|sold|returned|volume/.test(name)) return sign * Math.floor(random() * 10 ** Math.floor(random() * 10));
  const magnitude = Math.floor(random() * 13);
  return sign * rounded(random() * 10 ** magnitude, Math.min(pick(random, [0, 2, 4]), 14 - magnitude));
}

function wordsOf({ options }: Extract<SqlParam, { kind: 'choice' }>): readonly string[] {
  return options.flatMap(({ value, zh, also = [] }) => [value, ` ${value.toUpperCase()} `, zh, ...also]);
}

/** The rows of a function's examples that columns can hold: numbers, words and days, but no text for a number. */
export function exampleRows(params: readonly SqlParam[], { examples }: Words): readonly (readonly Value[])[] {
  return examples.flatMap(({ args }) => {
    const named = args as Readonly<Record<string, ExampleValue | undefined>>;
    const known = new Set(params.map(({ name }) => name));
    if (Object.keys(named).some((name) => !known.has(name))) return [];
    const columns = params.map(({ name }) => [named[name] ?? null].flat(2));
    const length = Math.max(...columns.map((column) => column.length));
    const rows = Array.from({ length }, (_, i) => columns.map((column) => column[column.length === 1 ? 0 : i] ?? null));
    return rows.flatMap((row) => {
      const values = row.map((cell, i) => asColumn(params[i]!, cell));
      return values.includes(undefined) ? [] : [values as Value[]];
    });
  });
}

function asColumn(param: SqlParam, cell: number | string | boolean | null): Value | undefined {
  if (cell === null || cell === '') return null;
  if (param.kind === 'choice') return typeof cell === 'string' ? cell : undefined;
  if (param.kind === 'date') {
    const day = readDate(cell);
    return typeof day === 'number' ? day : undefined;
  }
  if (typeof cell === 'number') return fits(cell) ? cell : undefined;
  const numeral = typeof cell === 'string' ? parseNumeral(cell) : undefined;
  return numeral && fits(numeral.toNumber()) ? numeral.toNumber() : undefined;
}

/** Fourteen digits before the point and four behind it. */
const fits = (x: number) => Math.abs(x) < 1e13 && !/e-|\.\d{7}/.test(String(x));

/** A value as it stands in an INSERT. */
export function literal(param: SqlParam, value: Value): string {
  if (value === null) return 'NULL';
  if (param.kind === 'choice') return `'${String(value).replace(/'/g, "''")}'`;
  if (param.kind !== 'date') return String(value);
  const { year, month, day } = dayOf(value as number);
  return `'${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}'`;
}

/** The serial of a day that an engine has answered with, or its number; NULL stays. */
export function answered(text: string | null): Value {
  if (text === null) return null;
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return readDate(text.slice(0, 10)) as number;
  return /^-?[\d.]+(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}
