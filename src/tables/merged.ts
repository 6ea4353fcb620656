import { toCell } from '../cells/cell';
import { halfWidth } from '../cells/text';
import type { Rows } from './column';
import type { Column } from './columns';
import { BAD_DAY, NO_DAY, type Keys } from './keys';
import { TOTAL } from './notes';

/**
 * Fills keys down that stand only in the first row of a block of merged cells, where the rest of the table shows that
 * they are meant so: each key stands in one run of rows, and no two rows become the same. Returns for each line the
 * line its name stands in, or null where nothing was filled.
 */
export function fillMergedKeys(
  body: Rows,
  keys: Keys,
  isData: (line: number) => boolean,
  columns: readonly (Column | null)[],
): Int32Array | null {
  const { code, date, exchange } = keys.places;
  let count = 0;
  let blankCodes = 0;
  let blankDays = 0;
  let blankExchanges = 0;
  for (let line = 0; line < body.length; line++) {
    if (!isData(line)) continue;
    count++;
    if (code >= 0 && keys.codeNumbers[line] === 0) blankCodes++;
    if (date >= 0 && keys.days[line] === NO_DAY) blankDays++;
    if (exchange >= 0 && keys.exchangeNumbers[line] === 0) blankExchanges++;
  }
  if (blankCodes + blankDays + blankExchanges === 0) return null;
  const lines = Array.from(body, (_, line) => line).filter(isData);
  const words = columns.flatMap((column, at) =>
    column === 'code' || column === 'name' || column === 'date' || column === 'exchange' ? [at] : [],
  );
  const isTotal = (line: number) =>
    words.some((at) => {
      const cell = toCell(body[line]![at]);
      return typeof cell === 'string' && TOTAL.test(halfWidth(cell));
    });
  if (blankDays > 0 && blankDays < count && (code >= 0 || exchange >= 0)) fillDays(keys, lines, isTotal);
  if (blankExchanges > 0 && code < 0 && date >= 0) fillExchanges(keys, lines, isTotal);
  return blankCodes > 0 && blankCodes < count && date >= 0 ? fillCodes(keys, lines, isTotal) : null;
}

function fillDays(keys: Keys, lines: readonly number[], isTotal: (line: number) => boolean): void {
  const days = keys.days.slice();
  let above: number = NO_DAY;
  const filled: number[] = [];
  for (const line of lines) {
    const day = days[line]!;
    if (day !== NO_DAY) above = day;
    else if (above > 0 && !isTotal(line) && (keys.codeNumbers[line] !== 0 || keys.exchangeNumbers[line] !== 0)) {
      days[line] = above;
      filled.push(line);
    }
  }
  const subject = (line: number) => `${keys.exchangeNumbers[line]!} ${keys.codeNumbers[line]!}`;
  if (
    !standsInRuns(lines, (line) => days[line]!) ||
    !areAlone(filled, lines, (line) => `${subject(line)} ${days[line]!}`)
  )
    return;
  for (const line of filled) keys.setDay(line, days[line]!);
}

function fillExchanges(keys: Keys, lines: readonly number[], isTotal: (line: number) => boolean): void {
  const numbers = keys.exchangeNumbers.slice();
  let above = 0;
  const filled: number[] = [];
  for (const line of lines) {
    if (numbers[line] !== 0) above = numbers[line]!;
    else if (!isTotal(line) && keys.days[line]! > 0) {
      numbers[line] = above;
      filled.push(line);
    }
  }
  if (
    standsInRuns(lines, (line) => numbers[line]!) &&
    areAlone(filled, lines, (line) => `${numbers[line]!} ${keys.codeNumbers[line]!} ${keys.days[line]!}`)
  )
    keys.exchangeNumbers.set(numbers);
}

function fillCodes(keys: Keys, lines: readonly number[], isTotal: (line: number) => boolean): Int32Array | null {
  const heads = Int32Array.from({ length: keys.days.length }, (_, line) => line);
  const code = (line: number) => keys.codeNumbers[heads[line]!]!;
  let head = -1;
  for (const line of lines) {
    if (keys.codeNumbers[line] !== 0) head = line;
    else if (head >= 0 && keys.days[line]! > 0 && !isTotal(line)) heads[line] = head;
  }
  const securities = lines.filter((line) => code(line) !== 0 && !isTotal(line));
  if (
    !standsInRuns(securities, code) ||
    !areAlone(
      securities.filter((line) => heads[line] !== line),
      securities,
      (line) => `${code(line)} ${keys.days[line]!}`,
    ) ||
    !beginsAnewWithEachCode(securities, code, keys.days)
  )
    return null;
  for (const line of lines) if (heads[line] !== line) keys.copyCode(line, heads[line]!);
  return heads;
}

function standsInRuns(lines: readonly number[], keyOf: (line: number) => number): boolean {
  const seen = new Set<number>();
  let last: number | null = null;
  for (const line of lines) {
    const key = keyOf(line);
    if (key === last || key === NO_DAY || key === BAD_DAY) continue;
    if (seen.has(key)) return false;
    seen.add(key);
    last = key;
  }
  return true;
}

function areAlone(filled: readonly number[], lines: readonly number[], keyOf: (line: number) => string): boolean {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return filled.every((line) => counts.get(keyOf(line)) === 1);
}

/**
 * In a table that goes security by security, the days run one way and start again with the next. In one that goes day
 * by day they never do, and a blank code there is nobody's.
 */
function beginsAnewWithEachCode(lines: readonly number[], code: (line: number) => number, days: Int32Array): boolean {
  let within = 0;
  let restarts = 0;
  let boundaries = 0;
  let anew = 0;
  for (let i = 1; i < lines.length; i++) {
    const step = Math.sign(days[lines[i]!]! - days[lines[i - 1]!]!);
    if (code(lines[i]!) === code(lines[i - 1]!)) {
      if (step === 0 || (within !== 0 && step !== within)) return false;
      within = step;
    } else {
      boundaries++;
      if (step !== 0) restarts += step;
      if (step !== 0) anew++;
    }
  }
  return boundaries === 0 || (anew > 0 && within !== 0 && Math.sign(restarts) === -within);
}
