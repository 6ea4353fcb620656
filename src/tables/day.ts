import type { Cell } from '../cells/cell';
import { parseDate, readDate } from '../cells/date';
import { Fault } from '../cells/fault';
import { halfWidth } from '../cells/text';
import { over } from './over';
import { inColumn } from './printed';

/** Milliseconds since 1970, as JSON has them: thirteen digits. */
const MILLISECONDS = /^1\d{12}$/;
const DAY = 86_400_000;
const EPOCH = 25_569;
/** Midnight in China lies eight hours before that of the count. */
const CHINA = 8 * 3_600_000;

/** The serial of a day, null where none was published, or the fault, which names the column by its header. */
export function readDay(cell: Cell, header = ''): number | null | Fault {
  if ((typeof cell === 'number' || typeof cell === 'string') && MILLISECONDS.test(String(cell).trim()))
    return Math.floor((Number(cell) + CHINA) / DAY) + EPOCH;
  const day = readDate(cell);
  return day instanceof Fault ? inColumn(day, header) : day;
}

const WRITTEN =
  /(?<!\d)(?:\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]|(?:19|20)\d{6})(?!\d)/g;
/** When a file was made says nothing of the day it is about. */
const MADE = /下载|更新|打印|导出|制表|生成|发布|获取|抓取|采集|查询时间|访问/;
const LABELLED = /日期|截至|截止|交易日|数据日|信用/;

/** A row that is a note, and what it says. */
export interface Note {
  readonly row: number;
  readonly texts: readonly string[];
}

interface NotedDay {
  readonly day: number;
  readonly labelled: boolean;
}

function daysIn(texts: readonly string[]): NotedDay[] {
  return texts
    .filter((text) => !MADE.test(text))
    .flatMap((text) => {
      const labelled = LABELLED.test(text);
      return [...halfWidth(text).matchAll(WRITTEN)].flatMap(([written]) => {
        const day = parseDate(written.replace(/\s/g, '').replace(/[/.]/g, '-').replace('号', '日'));
        return day === undefined ? [] : [{ day, labelled }];
      });
    });
}

/**
 * The day that a table's titles and notes say it is of; null where they name none, or several. A label counts before a
 * bare day.
 */
export function dayInNotes(notes: readonly string[]): number | null {
  const days = daysIn(notes);
  const counted = days.some(({ labelled }) => labelled) ? days.filter(({ labelled }) => labelled) : days;
  const distinct = new Set(counted.map(({ day }) => day));
  return distinct.size === 1 ? [...distinct][0]! : null;
}

/** A note that is a day and nothing but a word or two about it stands over the rows below. */
const OVER = /^\D{0,20}\d[\d\s\-/.年月日号:]*\D{0,20}$/;
const REMARK = /^[\s([（【*※#]*(?:注|备注|附注|说明|注释)/;

/**
 * The day of each row of a table without a column of days: that of its titles and notes; where days stand between the
 * rows, as above tables that were pasted below one another, the one that stands over the row. Where the first rows have
 * none above them, nobody knows which way the others count. `first` and `last` are the rows that data begins and ends in.
 */
export function daysAround(
  above: readonly string[],
  notes: readonly Note[],
  [first, last]: readonly [first: number, last: number],
): (row: number) => number | null {
  const whole = dayInNotes([...above, ...notes.flatMap(({ texts }) => texts)]) ?? dayInNotes(above);
  const between = notes.flatMap(({ row, texts }) => {
    const day =
      row < last && !texts.some((text) => REMARK.test(text)) && texts.some((text) => OVER.test(text))
        ? dayInNotes(texts)
        : null;
    return day === null ? [] : [{ row, says: day }];
  });
  if (between.length === 0) return () => whole;
  const top = dayInNotes(above);
  if (top === null && between[0]!.row > first) return () => null;
  return over(between, top);
}
