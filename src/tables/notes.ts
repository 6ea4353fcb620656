import { toCell, type Cell } from '../cells/cell';
import { halfWidth } from '../cells/text';
import { isFigure } from './columns';
import { headerWord } from './header-word';
import { readHeading, type Heading } from './heading';
import { readUnit } from './units';

/** Words that stand in a row of sums. */
export const TOTAL = /^(?:\S{0,6}?(?:合\s*计|总\s*计|小\s*计|共\s*计|汇\s*总)|(?:(?:sub|grand)[\s-]?)?total)$/i;

const NOTE =
  /^[\s([（【*※#]*(?:注|备注|附注|说明|注释|数据来源|资料来源|来源|数据说明|免责|提示|日期|数据日期|交易日期|信用交易日期|截至|截止|单位|更新|下载|制表|source|note|data source)(?:\s*\d*\s*[:：.、)）]|\s|$|本|以上|\d)/i;
const SHORT = 4;
const NOT_SHOWN = /^(?:\.{2,}|…+|⋯+|。{3,})$/;

/** What a row without a figure is. */
export type Row =
  | { readonly kind: 'data' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'note'; readonly texts: readonly string[] }
  /** A header again that says something else than the first. */
  | { readonly kind: 'header' };

/** Looks at a row in which no figure could be read. `isKey` says whether a cell is good as the key that it stands for. */
export function kindOfRow(
  raw: readonly unknown[],
  headings: readonly Heading[],
  isKey: (cell: Cell, at: number) => boolean,
  hasKeys: boolean,
): Row {
  const cells = raw.map(toCell);
  const filled = cells.flatMap((cell, at) => (cell === null ? [] : [{ cell, at }]));
  if (filled.length === 0) return { kind: 'blank' };
  const texts = filled.flatMap(({ cell }) => (typeof cell === 'string' ? [cell.trim()] : []));
  const note: Row = { kind: 'note', texts };
  if (
    texts.some((text) => NOT_SHOWN.test(text)) &&
    filled.every(({ cell }) => typeof cell !== 'string' || NOT_SHOWN.test(cell.trim()))
  )
    return note;
  if (texts.length > 0 && NOTE.test(halfWidth(texts[0]!)) && typeof filled[0]!.cell === 'string') return note;
  const units = repeatedUnits(filled, headings);
  if (units) return units === 'same' ? note : { kind: 'header' };
  const again = repeatedHeader(filled, headings);
  if (again) return again === 'same' ? note : { kind: 'header' };
  const alone = filled.length === 1 || (texts.length === filled.length && new Set(texts).size === 1);
  const { cell, at } = filled[0]!;
  if (!alone || typeof cell !== 'string' || isKey(cell, at) || TOTAL.test(halfWidth(cell))) return { kind: 'data' };
  // Where rows have no keys, a short text in a figure's column may be a bad figure; a sentence is a note anywhere.
  return hasKeys || cell.trim().length > SHORT ? note : { kind: 'data' };
}

/** A row of units, as it stands below a header that is there again. */
function repeatedUnits(
  filled: readonly { readonly cell: Cell; readonly at: number }[],
  headings: readonly Heading[],
): 'same' | 'other' | null {
  let same = 0;
  let others = 0;
  for (const { cell, at } of filled) {
    const unit = typeof cell === 'string' ? readUnit(cell) : undefined;
    if (unit) {
      if ((headings[at]?.unit?.power ?? 0) === unit.power) same++;
      else others++;
    } else if (typeof cell !== 'string' || !PERCENT.test(cell.trim())) return null;
  }
  return others > 0 ? 'other' : same > 1 ? 'same' : null;
}

const PERCENT = /^[(（]?[%％‰][)）]?$/;

function repeatedHeader(
  filled: readonly { readonly cell: Cell; readonly at: number }[],
  headings: readonly Heading[],
): 'same' | 'other' | null {
  let same = 0;
  let others = 0;
  let otherFigures = 0;
  for (const { cell, at } of filled) {
    if (typeof cell !== 'string') return null;
    const text = headings[at]?.text ?? '';
    const { readings } = readHeading(cell);
    if (text !== '' && headerWord(text) === headerWord(cell)) same++;
    else if (readings.length > 0) {
      others++;
      if (readings.some(({ column }) => isFigure(column))) otherFigures++;
    }
  }
  if (otherFigures > 0 && same + others >= 2) return 'other';
  return same >= 2 ? 'same' : null;
}
