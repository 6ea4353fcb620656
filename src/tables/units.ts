import { halfWidth } from '../cells/text';
import type { Measure } from './columns';
import { simplified } from './traditional';

/** How many powers of ten a unit is of 元 or 股, and of which of the two if it says so. */
export interface Unit {
  readonly power: number;
  readonly measures: Measure | null;
}

const POWERS: Readonly<Record<string, number>> = {
  '': 0,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

const CHINESE = /^(万亿|千亿|百亿|千万|百万|十万|亿|万|千)?(?:(元)|([股份张手]))?$/;

const ENGLISH: ReadonlyMap<string, Unit> = new Map([
  ['yuan', { power: 0, measures: 'amount' }],
  ['cny', { power: 0, measures: 'amount' }],
  ['rmb', { power: 0, measures: 'amount' }],
  ['thousand_yuan', { power: 3, measures: 'amount' }],
  ['wan_yuan', { power: 4, measures: 'amount' }],
  ['million_yuan', { power: 6, measures: 'amount' }],
  ['yi_yuan', { power: 8, measures: 'amount' }],
  ['share', { power: 0, measures: 'quantity' }],
  ['shares', { power: 0, measures: 'quantity' }],
  ['qty', { power: 0, measures: 'quantity' }],
  ['wan_share', { power: 4, measures: 'quantity' }],
  ['yi_share', { power: 8, measures: 'quantity' }],
  ['wan', { power: 4, measures: null }],
  ['yi', { power: 8, measures: null }],
]);

const ENGLISH_POWERS: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['thousand', 3],
  ["'000", 3],
  ['ten thousand', 4],
  ['10 thousand', 4],
  ['10,000', 4],
  ['10000', 4],
  ['10k', 4],
  ['10 k', 4],
  ['million', 6],
  ['mn', 6],
  ['mln', 6],
  ['hundred million', 8],
  ['100 million', 8],
  ['100 mn', 8],
  ['100mn', 8],
  ['billion', 9],
  ['bn', 9],
]);

/** `RMB million`, `in millions of yuan`, `CNY bn`, `100 million yuan`, `million shares`. */
function englishUnit(text: string): Unit | undefined {
  const money = /rmb|cny|yuan|renminbi/.test(text);
  const shares = /\bshares?\b/.test(text);
  const magnitude = text
    .replace(/rmb|cny|yuan|renminbi|\bshares?\b|\bof\b|\bin\b/g, ' ')
    .replace(/(thousand|million|billion)s/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const power = ENGLISH_POWERS.get(magnitude);
  if (power === undefined || (money && shares) || (magnitude === '' && !money && !shares)) return undefined;
  return { power, measures: money ? 'amount' : shares ? 'quantity' : null };
}

/** `元`, `(万元)`, `亿股/亿份`, `股,份,手`, `单位：万股`, `wan_yuan`; undefined for any other text, and where a list disagrees. */
export function readUnit(text: string): Unit | undefined {
  const plain = simplified(halfWidth(text))
    .toLowerCase()
    .replace(/^[([]|[)\]]$/g, '')
    .replace(/^单位\s*:\s*/, '')
    .replace(/^人民币|人民币$/g, '')
    .trim();
  const english = /[a-z]/.test(plain) ? englishUnit(plain) : undefined;
  if (english) return english;
  const units = plain.split(/[/、,;(或]/).map((part) => unitOf(part.replace(/\)$/, '').trim()));
  const [first] = units;
  if (!first || !units.every((unit) => unit && agrees(unit, first))) return undefined;
  return units.every((unit) => unit!.measures === first.measures) ? first : { power: first.power, measures: null };
}

/** `万股(份)` is 万 of both; `万元,股` is two units. */
function agrees(unit: Unit, first: Unit): boolean {
  return unit.power === first.power || (unit.power === 0 && unit.measures === first.measures);
}

function unitOf(text: string): Unit | undefined {
  const english = ENGLISH.get(text);
  if (english) return english;
  const match = text === '' ? null : CHINESE.exec(text);
  return match
    ? { power: POWERS[match[1] ?? '']!, measures: match[2] ? 'amount' : match[3] ? 'quantity' : null }
    : undefined;
}

/** The units of the row above a header, where they are several: one alone holds for the whole table. */
export function ofColumns<U extends readonly (Unit | null | undefined)[]>(units: U | undefined): U | undefined {
  return units && units.filter((unit) => unit).length > 1 ? units : undefined;
}
