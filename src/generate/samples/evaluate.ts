import { rawOf, type Raw, type Rows } from '../../formula/meaning/cells';
import { evaluate, plainly } from '../../formula/meaning/evaluate';
import type { Book } from '../../formula/meaning/book';
import { parseFormula } from '../../formula/meaning/parse';
import { Fault } from '../../cells/fault';
import type { Content, TemplateSheet } from '../../templates';
import type { Area } from '../../workbook/workbook';

/** What a formula of a sample sheet fills. */
export interface Result {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (number | string)[])[];
}

const SHEET = { id: 'sheet', name: 'sheet', protected: false };
const BOOK: Book = { sheets: [SHEET], names: [], tables: [], spillsOn: () => [] };

/** The results of all formulas of a template's sheet, so that a reader without the add-in sees them at once. */
export function resultsOf({ cells }: Pick<TemplateSheet, 'cells'>): readonly Result[] {
  const known = new Map<string, Rows>();
  /** What formulas above fill beside their own cells. */
  const spilled = new Map<string, Raw>();
  const setting = plainly(({ row, column, rows, columns }) =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => at(row + i, column + j))),
  );
  return cells.flatMap((line, row) =>
    line.flatMap((content, column) =>
      isFormula(content)
        ? [{ row, column, values: computed(content, row, column).map((values) => values.map(shown)) }]
        : [],
    ),
  );

  function computed(formula: string, row: number, column: number): Rows {
    const key = `${row},${column}`;
    const place: Area = { sheet: SHEET.id, row, column, rows: 1, columns: 1 };
    const result = known.get(key) ?? evaluate(parseFormula(formula, BOOK, place), setting);
    if (!result) throw new Error(`A sample formula cannot be computed: ${formula}`);
    known.set(key, result);
    result.forEach((values, i) => values.forEach((value, j) => spilled.set(`${row + i},${column + j}`, value)));
    return result;
  }

  function at(row: number, column: number): Raw {
    const content = cells[row]?.[column] ?? null;
    return isFormula(content)
      ? computed(content, row, column)[0]![0]!
      : content === null
        ? (spilled.get(`${row},${column}`) ?? null)
        : rawOf(content);
  }
}

/** A blank that a formula refers to shows as 0. */
function shown(cell: Raw): number | string {
  if (cell instanceof Fault) return cell.detail.code ?? '#VALUE!';
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : (cell ?? 0);
}

export function isFormula(content: Content): content is string {
  return typeof content === 'string' && content.startsWith('=');
}
