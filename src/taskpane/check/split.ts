import { frozen } from '../../share/native/frozen';
import type { CellValue } from '../../workbook/workbook';

const SEPARATORS = [',', '\t', ';', '|', '，'];
const FEWEST_COLUMNS = 3;
const MOST_LINES = 50;
const NUMBER = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The columns of a table that was pasted into one, comma by comma; undefined where it is none. */
export function splitColumn(values: readonly (readonly CellValue[])[]): CellValue[][] | undefined {
  const lines = values.map((row) => String(row[0] ?? ''));
  if (values.some((row) => row.slice(1).some((cell) => cell !== ''))) return undefined;
  const separator = SEPARATORS.find((candidate) => parts(lines, candidate));
  if (separator === undefined) return undefined;
  const rows = lines.map((line) => fields(line, separator));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => Array.from({ length: width }, (_, i) => valueOf(row[i] ?? '')));
}

function parts(lines: readonly string[], separator: string): boolean {
  const [first, ...others] = lines
    .slice(0, MOST_LINES)
    .filter(Boolean)
    .map((line) => fields(line, separator).length);
  return (
    first !== undefined && first >= FEWEST_COLUMNS && others.length > 0 && others.every((count) => count === first)
  );
}

/** A field between quotation marks may hold the separator, and two of them for one. */
function fields(line: string, separator: string): string[] {
  const found: string[] = [];
  for (let at = 0; at <= line.length;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line.slice(at));
    const from = quoted ? at + quoted[0].length : at;
    const next = line.indexOf(separator, from);
    const end = next < 0 ? line.length : next;
    found.push(quoted ? quoted[1]!.replace(/""/g, '"') : line.slice(at, end).trim());
    at = end + 1;
  }
  return found;
}

/** What a sheet would take for a formula; a dash alone is how tables print what was not published. */
const FORMULA_LIKE = /^(?:[=@]|[+-]+[^+-])/;

/** A code with noughts before it is a text; so is what has commas or words in it, and what looks like a formula. */
function valueOf(text: string): CellValue {
  if (NUMBER.test(text) && text.replace(/\D/g, '').length <= 15) return Number(text);
  return FORMULA_LIKE.test(text) ? frozen(text) : text;
}
