// Workbooks of Excel 97–2003 and HTML: what src/xlsx does not read. Loaded when such a file is met.
import { read, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import type { Grid } from './grid';
import { Unread } from './unread';

const LEAN: ParsingOptions = { dense: true, cellFormula: false, cellHTML: false, cellText: false };

export function xlsGrids(bytes: Uint8Array): Grid[] {
  return gridsOf(() => read(bytes, { ...LEAN, type: 'array' }));
}

/** Cells stay texts: 000001 is a code. */
export function htmlGrids(text: string): Grid[] {
  return gridsOf(() => read(text, { ...LEAN, type: 'string', raw: true }));
}

function gridsOf(open: () => WorkBook): Grid[] {
  const book = opened(open);
  return book.SheetNames.map((name) => {
    const rows = (book.Sheets[name]?.['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
    return { name, rows: Array.from(rows, (row) => Array.from(row ?? [], valueOf)) };
  });
}

function opened(open: () => WorkBook): WorkBook {
  try {
    return open();
  } catch (problem) {
    throw new Unread(/password|encrypt/i.test(String(problem)) ? 'encrypted' : 'damaged');
  }
}

/** By BIFF's numbers of them ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

function valueOf(cell: CellObject | undefined): unknown {
  if (cell?.t === 'e') return ERRORS[Number(cell.v)] ?? '#VALUE!';
  return cell?.v ?? null;
}
