/** Excel's largest sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `A` for 0, `XFD` for 16383. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** 0 for `A`, 16383 for `XFD`. */
export function columnNumber(name: string): number {
  let column = 0;
  for (let i = 0; i < name.length; i++) column = column * 26 + name.charCodeAt(i) - 64;
  return column - 1;
}

/** `B3` for row 2, column 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B3:C5`, or `B3` for one cell. */
export function blockName({
  row,
  column,
  rows,
  columns,
}: {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}
