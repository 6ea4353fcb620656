import { ERROR_CODES, Fault, type ErrorCode } from '../../cells/fault';
import type { Area, CellValue, Workbook } from '../../workbook/workbook';
import type { Node } from './parse';

/** A cell as a function receives it: a blank is null, an error a Fault. */
export type Raw<N = number> = N | string | boolean | null | Fault;
export type Rows<N = number> = readonly (readonly Raw<N>[])[];

/** The cells behind the references of a formula, read once. */
export interface CellsOf {
  (area: Area): Rows | undefined;
}

/** More than this is not read for a preview. */
const MOST_CELLS = 500_000;

/** Reads what the formula refers to; whole columns as far as the sheet is used. */
export async function readCells(workbook: Workbook, nodes: readonly (Node | undefined)[]): Promise<CellsOf> {
  const found = new Map<string, Rows>();
  for (const area of nodes.flatMap(areasOf)) {
    const key = keyOf(area);
    if (found.has(key)) continue;
    const used = await workbook.used(area.sheet);
    const clipped = used ? clip(area, used) : { ...area, rows: 1, columns: 1 };
    if (clipped.rows * clipped.columns <= MOST_CELLS)
      found.set(
        key,
        (await workbook.read(clipped)).values.map((row) => row.map(rawOf)),
      );
  }
  return (area) => found.get(keyOf(area));
}

export function rawOf(value: CellValue): Raw {
  if (value === '') return null;
  return typeof value === 'string' && ERROR_CODES.includes(value as ErrorCode)
    ? new Fault('error_cell', { code: value as ErrorCode })
    : value;
}

function areasOf(node: Node | undefined): Area[] {
  switch (node?.kind) {
    case 'area':
      return [node.area];
    case 'operation':
      return node.operands.flatMap(areasOf);
    case 'call':
      return node.args.flatMap(areasOf);
    default:
      return [];
  }
}

/** An area that reaches past the used cells ends with them; one as tall as the sheet would otherwise be a million blanks. */
function clip(area: Area, used: Area): Area {
  const rows = Math.max(1, Math.min(area.rows, used.row + used.rows - area.row));
  const columns = Math.max(1, Math.min(area.columns, used.column + used.columns - area.column));
  return area.rows * area.columns <= MOST_CELLS / 100 ? area : { ...area, rows, columns };
}

const keyOf = ({ sheet, row, column, rows, columns }: Area) => [sheet, row, column, rows, columns].join(' ');
