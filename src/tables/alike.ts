import type { History } from './history';
import type { Sheet } from './sheet';

/** Groups of equal rows that are looked at. */
const MOST_GROUPS = 500;
const NEARLY_ALL = 0.9;

/**
 * The headers that were not understood and could tell rows apart which are equal by exchange, code and day: the rows
 * of such a table are no duplicates. Empty where the rows are told apart, or are there twice indeed.
 */
export function headersNotUnderstood(sheet: Sheet, history: History): string[] {
  const groups = history.duplicates().slice(0, MOST_GROUPS).map(history.same);
  if (groups.length === 0) return [];
  // A few equal rows in a table of securities are duplicates, whatever else stands beside them.
  if (sheet.at('code') >= 0 && !mostAreAlike(sheet, history)) return [];
  return sheet.headings.flatMap(({ text }, at) => {
    if (sheet.columns[at] !== null || text.trim() === '') return [];
    const apart = groups.filter((lines) => {
      const cells = lines.map((line) => sheet.cell(line, at));
      return (
        cells.every((cell) => typeof cell === 'string' || Number.isInteger(cell)) &&
        new Set(cells).size === cells.length
      );
    });
    return apart.length >= groups.length * NEARLY_ALL ? [text] : [];
  });
}

function mostAreAlike(sheet: Sheet, history: History): boolean {
  let data = 0;
  let alike = 0;
  for (let line = 0; line < sheet.height; line++) {
    if (!sheet.isData(line)) continue;
    data++;
    if (history.isDuplicate(line)) alike++;
  }
  return alike * 2 > data;
}
