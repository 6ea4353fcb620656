import { toCell, type Cell } from '../cells/cell';
import { readCode } from './code';
import type { Rows } from './column';
import type { Column, Key } from './columns';
import { readDay } from './day';
import { exchangeOf } from './exchange';
import type { Heading } from './heading';

/** Cells that are looked at in a column, from the first that holds something. */
const MOST_CELLS = 200;
/** Six digits in a row can be a figure; so many of them that are all codes cannot. */
const ENOUGH_CODES = 5;
const NEARLY_ALL = 0.9;

const SAYS_CODE = /代码|代号|证券|股票|标的|code|symbol|ticker|secu|instrument|stock/i;
/** Wind and iFinD head the days of their series so. */
const SAYS_DATE = /日|时间|date|day|time|^dt$|^t$|^指标(?:名称)?$|^indicator(?: name)?$/i;
/** Days of something else: when a share was listed, when a row was written, where a period begins. */
const SAYS_OTHER_DAY =
  /上市|成立|发行|更新|修改|发布|公告|披露|公布|入库|创建|采集|抓取|导出|下载|生成|纳入|调[入出]|开始|起始|起息|到期|update|modif|creat|insert|publi|announ|^ann_?d|list|ipo|download|export|crawl|start|begin/i;
/** A vendor's own numbers of securities, companies or industries. */
const SAYS_OTHER = /inner|company|industry|内码|公司|行业|板块|序号|排名/i;

/** A header that no source uses, over cells that can only be a key. */
export function keysByContent(
  headings: readonly Heading[],
  columns: readonly (Column | null)[],
  body: Rows,
): (Column | null)[] {
  const result = columns.slice();
  const unknown = headings.flatMap((_, at) => (columns[at] === null ? [at] : []));
  const take = (key: Key, fits: (cells: readonly Cell[], text: string) => boolean) => {
    if (result.includes(key)) return;
    const at = unknown.find((place) => {
      const cells = result[place] === null ? sampleOf(body, place, headings.length) : [];
      return cells.length > 0 && fits(cells, headings[place]!.text);
    });
    if (at !== undefined) result[at] = key;
  };
  take(
    'date',
    (cells, text) => !SAYS_OTHER_DAY.test(text) && nearlyAll(cells, (cell) => isDay(cell, SAYS_DATE.test(text))),
  );
  take('code', (cells) => nearlyAll(cells, isStatedCode));
  take('code', (cells, text) => {
    if (SAYS_OTHER.test(text)) return false;
    if (SAYS_CODE.test(text)) return nearlyAll(cells, (cell) => /^\d{6}$/.test(readCode(cell).code));
    return cells.length >= ENOUGH_CODES && nearlyAll(cells, isSixDigits);
  });
  take('exchange', (cells) => nearlyAll(cells, (cell) => typeof cell === 'string' && exchangeOf(cell) !== null));
  return result;
}

function sampleOf(body: Rows, at: number, columns: number): Cell[] {
  const cells: Cell[] = [];
  const several = columns > 2;
  for (let row = 0; row < body.length && cells.length < MOST_CELLS; row++) {
    const cell = toCell(body[row]![at]);
    if (cell !== null && !(several && isAlone(body[row]!))) cells.push(cell);
  }
  return cells;
}

/** A text that stands alone in a row of several cells is a note. */
function isAlone(row: readonly unknown[]): boolean {
  return row.filter((cell) => toCell(cell) !== null).length === 1;
}

function nearlyAll(cells: readonly Cell[], fits: (cell: Cell) => boolean): boolean {
  return cells.filter(fits).length >= cells.length * NEARLY_ALL;
}

/** A serial number is a day only where the header says so. */
function isDay(cell: Cell, said: boolean): boolean {
  if (typeof cell === 'number' && !said && cell < 19_000_000) return false;
  return typeof readDay(cell) === 'number';
}

/** 000001.SZ, sh600000. */
function isStatedCode(cell: Cell): boolean {
  if (typeof cell !== 'string' || !/[a-z]/i.test(cell)) return false;
  const { code, exchange } = readCode(cell);
  return exchange !== null && /^\d{6}$/.test(code);
}

function isSixDigits(cell: Cell): boolean {
  return /^\d{6}$/.test(String(cell).trim()) && readCode(cell).exchange !== null;
}
