import { toCell } from '../cells/cell';
import { halfWidth } from '../cells/text';
import { Fault, type Quoted } from '../cells/fault';
import type { Rows } from './column';
import { isFigure } from './columns';
import { NO_GROUP, readGroup, readHeading, type Group, type Heading } from './heading';
import { refusalOf } from './other-kinds';
import { simplified } from './traditional';
import { ofColumns, readUnit, type Unit } from './units';

/** Where a table's header is, what it says, and the rows around it. */
export interface Layout {
  readonly headings: readonly Heading[];
  /** Titles and notes above the header. */
  readonly above: Rows;
  /** A list of its own, in which a row can be put right. */
  readonly body: (readonly unknown[])[];
}

/** Titles and merged cells may stand above the header; no published table has more of them. */
const MOST_ROWS_ABOVE = 9;
const WORD = /[\p{L}]/u;

/** The header is the row in which most words are known; a row of units below it belongs to it. */
export function layoutOf(table: Rows): Layout | Fault {
  let best: { row: number; headings: readonly Heading[]; known: number } | undefined;
  for (let row = 0; row < Math.min(table.length, MOST_ROWS_ABOVE + 1); row++) {
    // Headers are words; a row of data is not worth a look.
    if (!table[row]!.some((cell) => typeof cell === 'string' && WORD.test(cell))) continue;
    const headings = withoutBareWords(headingsIn(table, row));
    const known = headings.filter(({ readings }) => readings.length > 0).length;
    // Words with numbers beside them are a table on its side.
    if (table[row]!.filter((cell) => typeof cell === 'number').length >= known) continue;
    const hasFigures = headings.some(({ readings }) => readings.some(({ column }) => isFigure(column)));
    if (hasFigures && known > (best?.known ?? 0)) best = { row, headings, known };
  }
  if (!best) return refusalOf(table.slice(0, MOST_ROWS_ABOVE + 1));
  const foreign = best.headings.find(isOfTaiwan);
  if (foreign) return new Fault('other_table', { text: TAIWAN_TABLE });
  const series = descriptionsBelow(table, best.row + 1);
  const below = series.length > 0 ? series.find(isUnitRow) : table[best.row + 1];
  const units = unitsIn(below);
  const odd = oddUnitIn(below, best.headings);
  if (odd) return new Fault('unknown_unit', { text: odd });
  const own = units ?? (best.row > 0 ? ofColumns(unitsIn(table[best.row - 1])) : undefined);
  const lines = series.length > 0 ? series.length : units ? 1 : 0;
  return {
    headings: best.headings.map((heading, column) => ({ ...heading, unit: own?.[column] ?? heading.unit })),
    above: table.slice(0, best.row),
    body: table.slice(best.row + 1 + lines),
  };
}

/** Taiwan counts both balances in 張 of 1,000 shares, under words of its own, and its codes have four digits. */
const OF_TAIWAN = /资券互抵|券资比|现[金券]偿还|代号|限额|买进/;
const TAIWAN_TABLE: Quoted = { en: 'a margin table of Taiwan (in 張)', zh: '台湾的融资融券表（以张计）' };

function isOfTaiwan({ text }: Heading): boolean {
  const word = simplified(text);
  return word !== text && OF_TAIWAN.test(word);
}

/** Rows that Wind, iFinD and Choice put between the names of their series and the days: what each series is, not what it holds. */
const DESCRIPTION =
  /^(?:频率|单位|指标(?:id|代码|编码|名称|类型)|(?:数据)?来源|更新(?:时间|日期|频率)|时间区间|起始(?:时间|日期)|开始(?:时间|日期)|结束(?:时间|日期)|国家|地区|区域|备注|说明|小数位数|frequency|freq|units?|(?:indicator|series|edb) ?(?:id|code|name)|source|updated?(?: ?(?:time|date|at))?|region|country|start(?: ?date)?|end(?: ?date)?)$/i;

function descriptionsBelow(table: Rows, from: number): Rows {
  let row = from;
  while (row < table.length && isDescription(table[row]!)) row++;
  return table.slice(from, row);
}

/** A row whose first cell says what the others are; a lone one is a note. */
function isDescription(row: readonly unknown[]): boolean {
  const [first, ...others] = row.map(toCell).filter((cell) => cell !== null);
  return typeof first === 'string' && others.length > 0 && DESCRIPTION.test(labelIn(first));
}

function isUnitRow(row: readonly unknown[]): boolean {
  const first = row.map(toCell).find((cell) => cell !== null);
  return typeof first === 'string' && IS_UNIT.test(labelIn(first));
}

const IS_UNIT = /^(?:单位|units?)$/i;
const labelIn = (cell: string): string => halfWidth(cell).replace(/\s*:$/, '').trim();

/** A row read as headers, under up to two rows of merged cells. */
function headingsIn(table: Rows, row: number): Heading[] {
  const above = row > 0 ? table[row - 1]! : [];
  const upper = groupsAcross(row > 1 ? table[row - 2]! : []);
  const lower = groupsAcross(above);
  const merged = [...upper, ...lower].some((group) => group !== null);
  return table[row]!.map((raw, column) => {
    const cell = toCell(raw);
    const group = combined(lower[column] ?? null, upper[column] ?? null);
    // A cell that is merged downwards stands in the row above.
    return merged && cell === null ? readHeading(above[column], upper[column] ?? NO_GROUP) : readHeading(cell, group);
  });
}

/** A word in merged cells stands in the first of them and holds for the blank ones after it. */
function groupsAcross(row: readonly unknown[]): (Group | null)[] {
  let group: Group | null = null;
  return row.map((cell) => {
    if (toCell(cell) !== null) group = readGroup(cell);
    return group;
  });
}

function combined(lower: Group | null, upper: Group | null): Group {
  if (!lower || !upper) return lower ?? upper ?? NO_GROUP;
  return {
    side: lower.side || upper.side,
    unit: lower.unit ?? upper.unit,
    market: lower.market ?? upper.market,
    code: lower.code || upper.code,
  };
}

const BARE = 'bare 省略';
const ENOUGH_BARE_WORDS = 4;

/** A bare 余额 is a word of these tables only among its kind: beside a word with 融 in it, or several of its own. */
function withoutBareWords(headings: readonly Heading[]): Heading[] {
  const isBare = ({ readings }: Heading) => readings.length > 0 && readings.every(({ source }) => source === BARE);
  const among =
    headings.some((heading) => !isBare(heading) && /融资|融券|两融/.test(heading.text)) &&
    headings.filter(isBare).length >= ENOUGH_BARE_WORDS;
  return headings.map((heading, at) =>
    !isBare(heading) ? heading : { ...heading, readings: among ? bareReadings(headings, at) : [] },
  );
}

/** 余额 is of what stands behind it: 买入额 is financed, 余量 is lent. */
function bareReadings(headings: readonly Heading[], at: number) {
  const { readings } = headings[at]!;
  if (readings.length === 1) return readings;
  const next = headings.slice(at + 1).find((heading) => heading.readings.some(({ column }) => isFigure(column)));
  const column = next?.readings[0]!.column;
  const wanted =
    column === 'purchases' || column === 'repayments'
      ? 'financing_balance'
      : column === 'lending_qty' || column === 'sold' || column === 'returned'
        ? 'lending_balance'
        : null;
  return readings.filter((reading) => wanted === null || reading.column === wanted);
}

/** The units of a row that holds nothing else, but perhaps the word 单位 before them. */
function unitsIn(row: readonly unknown[] | undefined): (Unit | null)[] | undefined {
  const cells = row?.map(toCell);
  if (!cells || cells.every((cell) => cell === null)) return undefined;
  const labelled = isUnitRow(row!);
  const first = labelled ? cells.findIndex((cell) => cell !== null) : -1;
  const units = cells.map((cell) => (typeof cell === 'string' ? readUnit(cell) : undefined));
  return cells.every((cell, column) => cell === null || units[column] || column === first || isOtherUnit(cell))
    ? units.map((unit) => unit ?? null)
    : undefined;
}

/** A word that is a unit of some kind: 亿美元, 10亿元, 百万港元. */
const LIKE_UNIT =
  /^[(（]?(?:10{0,2}[十百千万亿]+)?[十百千万亿]*(?:(?:美|港|欧|日|新台)?元|[股份张手])[)）]?$|^[(（]?(?:usd|hkd|us\$|hk\$).*$|(?:thousand|million|billion|mn|bn)[)）]?$/i;

/** The header of a figure below which stands a unit that is none of ours, in a row of such words. */
function oddUnitIn(row: readonly unknown[] | undefined, headings: readonly Heading[]): string | undefined {
  if (!row || unitsIn(row)) return undefined;
  const cells = row.map(toCell);
  const label = isUnitRow(row) ? cells.findIndex((cell) => cell !== null) : -1;
  const isUnit = (cell: unknown) =>
    typeof cell === 'string' && (readUnit(cell) !== undefined || isOtherUnit(cell) || LIKE_UNIT.test(halfWidth(cell)));
  if (!cells.every((cell, column) => cell === null || column === label || isUnit(cell))) return undefined;
  return headings.find(
    ({ readings }, column) =>
      typeof cells[column] === 'string' &&
      readUnit(cells[column]) === undefined &&
      readings.some((reading) => isFigure(reading.column)),
  )?.text;
}

const isOtherUnit = (cell: unknown): boolean => typeof cell === 'string' && /^[(（]?[%％‰]?[)）]?$/.test(cell.trim());
