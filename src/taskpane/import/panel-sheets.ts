import { figures, keys } from '../../tables/columns';
import { rowsPerChunk, slices } from '../../workbook/chunks';
import type { CellValue, Sheet, Workbook } from '../../workbook/workbook';
import { panelHeader, PANEL_COLUMNS } from './canonical';

/** A panel that was written before. */
export interface PanelSheet {
  readonly sheet: Sheet;
  /** With the header; new rows go below. */
  readonly rows: number;
}

/** So many rows, some days, are held against the new ones figure by figure; of those above only what they are about. */
const LAST_ROWS = 20_000;
const KEY_COLUMNS = keys.indexOf('code') + 1;

/** The sheets whose first row is the header of a panel. */
export async function panelSheets(workbook: Workbook): Promise<PanelSheet[]> {
  const headers = [panelHeader('en'), panelHeader('zh')].map((header) => header.join('\n'));
  const found: PanelSheet[] = [];
  for (const sheet of await workbook.sheets()) {
    const used = await workbook.used(sheet.id);
    if (!used || used.row > 0 || used.column > 0 || used.columns < PANEL_COLUMNS) continue;
    const { values } = await workbook.read({ ...used, rows: 1, columns: PANEL_COLUMNS });
    if (headers.includes(values[0]!.join('\n'))) found.push({ sheet, rows: used.rows });
  }
  return found;
}

/** What a panel holds, its header first. */
export async function panelRows(
  workbook: Workbook,
  { sheet, rows }: PanelSheet,
  onProgress: (done: number, total: number) => void,
): Promise<CellValue[][]> {
  const whole = { sheet: sheet.id, row: 0, column: 0, rows, columns: keys.length + figures.length };
  const held: CellValue[][] = [];
  for (const part of slices(whole, rowsPerChunk(whole.columns))) {
    const isLate = part.row === 0 || part.row + part.rows > rows - LAST_ROWS;
    const { values } = await workbook.read({ ...part, columns: isLate ? whole.columns : KEY_COLUMNS });
    held.push(...values.map((row) => [...row]));
    onProgress(part.row + part.rows, rows);
  }
  return held;
}
