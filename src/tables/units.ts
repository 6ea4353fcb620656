import { halfWidth } from '../cells/text';
import type { Measure } from './columns';

/** How many powers of ten a unit is of 元 or 股, and of which of the two if it says so. */
export interface Unit {
  readonly power: number;
  readonly measures: Measure | null;
}

const POWERS: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

const CHINESE = /^(万亿|千万|百万|亿|万|千)?(?:(元)|([股份张手]))?$/;

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

/** `元`, `(万元)`, `亿股/亿份`, `单位：万股`, `wan_yuan`; undefined for any other text. */
export function readUnit(text: string): Unit | undefined {
  const plain = halfWidth(text)
    .toLowerCase()
    .replace(/^[([]|[)\]]$/g, '')
    .replace(/^单位\s*:\s*/, '')
    .replace(/^人民币/, '')
    .trim();
  const first = plain.split(/[/、(]/)[0]!.trim();
  const english = ENGLISH.get(first);
  if (english) return english;
  const match = first === '' ? null : CHINESE.exec(first);
  return match
    ? { power: POWERS[match[1] ?? '']!, measures: match[2] ? 'amount' : match[3] ? 'quantity' : null }
    : undefined;
}
