import { toCell } from '../cells/cell';
import { isKnown, LONGEST_GAP, previousTradingDay } from '../rules/calendar';
import { BAD_DAY, NO_DAY } from './keys';
import { numbered, sortedBy } from './order';
import type { Sheet } from './sheet';

/** How a line stands to the other lines of its table. */
export interface History {
  /** Whether another line has the same exchange, code and date. */
  isDuplicate(line: number): boolean;
  /** The first line of the same exchange and code on the day before; -1 where there is none. */
  prior(line: number): number;
  /** All lines with the exchange, code and date of this one, from it on. */
  same(line: number): readonly number[];
  /** The lines that are there twice, first ones only. */
  duplicates(): readonly number[];
}

/** Sorts the lines by what they are about and by day, in whole numbers, and looks once along them. */
export function historyOf(sheet: Sheet): History {
  const { height } = sheet;
  const subjects = subjectsOf(sheet);
  const { days: ownDays, exchangeNumbers, codeNumbers } = sheet.keys;
  const { serials, of: dayNumbers } = numbered(ownDays);
  const lines = new Int32Array(height);
  let count = 0;
  for (let line = 0; line < height; line++) {
    const day = ownDays[line]!;
    // Nothing tells a line apart that has neither a day nor a code.
    if (sheet.isData(line) && day !== BAD_DAY && (day !== NO_DAY || codeNumbers[line] !== 0)) lines[count++] = line;
  }
  const byDay = sortedBy(lines.subarray(0, count), serials.length, dayNumbers);
  const order = sortedBy(byDay, subjects.count, subjects.of);
  const before = daysBefore(sheet, serials, dayNumbers);

  /** Where in the order the group of a line begins, for the lines that are first in it; and the group before. */
  const place = new Int32Array(height).fill(-1);
  const prior = new Int32Array(height).fill(-1);
  const twice = new Uint8Array(height);
  let start = 0;
  let previous = -1;
  for (let i = 0; i < order.length; i++) {
    const line = order[i]!;
    place[line] = i;
    const last = i > 0 ? order[i - 1]! : -1;
    const sameSubject = last >= 0 && subjects.of[last] === subjects.of[line];
    if (sameSubject && ownDays[last] === ownDays[line]) {
      twice[last] = twice[line] = 1;
    } else {
      previous = sameSubject ? order[start]! : -1;
      start = i;
    }
    if (previous >= 0) {
      const day = before[exchangeNumbers[line]!]![dayNumbers[line]!]!;
      if (day !== NO_DAY && ownDays[previous] === day) prior[line] = previous;
    }
  }
  const isSame = (a: number, b: number) => subjects.of[a] === subjects.of[b] && ownDays[a] === ownDays[b];
  const same = (line: number) => {
    const group: number[] = [];
    for (let i = place[line]!; i >= 0 && i < order.length && isSame(order[i]!, line); i++) group.push(order[i]!);
    return group;
  };
  return {
    isDuplicate: (line) => twice[line] === 1,
    prior: (line) => prior[line]!,
    same,
    duplicates() {
      const firsts: number[] = [];
      order.forEach((line, i) => {
        if (twice[line] === 1 && (i === 0 || !isSame(order[i - 1]!, line))) firsts.push(line);
      });
      return firsts;
    },
  };
}

/** A number for every exchange and code; where securities have names alone, for every name. */
function subjectsOf(sheet: Sheet): { readonly of: Int32Array; readonly count: number } {
  const { keys, height } = sheet;
  const names = sheet.at('code') < 0 && sheet.at('name') >= 0 ? namesOf(sheet) : null;
  const numbers = new Map<number, number>();
  const of = new Int32Array(height);
  const codes = names ? names.count : keys.codeList.length;
  for (let line = 0; line < height; line++) {
    const key = keys.exchangeNumbers[line]! * codes + (names ? names.of[line]! : keys.codeNumbers[line]!);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    of[line] = number;
  }
  return { of, count: numbers.size };
}

function namesOf(sheet: Sheet): { readonly of: Int32Array; readonly count: number } {
  const at = sheet.at('name');
  const numbers = new Map<string, number>();
  const of = Int32Array.from({ length: sheet.height }, (_, line) => {
    const name = String(toCell(sheet.cell(line, at)) ?? '').trim();
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  });
  return { of, count: numbers.size };
}

/**
 * For each exchange and each day the table's previous day of that exchange, NO_DAY where the two do not follow each
 * other: a trading day lies between, or beyond the known calendar more than eleven days.
 */
function daysBefore(sheet: Sheet, days: Int32Array, dayNumbers: Int32Array): Int32Array[] {
  const { exchangeNumbers, exchangeList, days: ownDays } = sheet.keys;
  const present = exchangeList.map(() => new Uint8Array(days.length));
  for (let line = 0; line < sheet.height; line++)
    if (ownDays[line]! > 0 && sheet.isData(line)) present[exchangeNumbers[line]!]![dayNumbers[line]!] = 1;
  return present.map((has) => {
    const before = new Int32Array(days.length);
    let last = NO_DAY;
    days.forEach((day, i) => {
      if (has[i] === 0) return;
      if (last !== NO_DAY && follows(last, day)) before[i] = last;
      last = day;
    });
    return before;
  });
}

function follows(before: number, day: number): boolean {
  if (!isKnown(day) || !isKnown(before)) return day - before <= LONGEST_GAP;
  return before >= previousTradingDay(day);
}
