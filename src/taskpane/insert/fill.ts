import { isReference, piecesOf } from '../../formula/text';

/** The formula of each row of a fill-down, as Excel's own fill would write it: rows behind a $ stay. */
export function filledDown(formula: string): (row: number) => string {
  const pieces = piecesOf(formula).map((piece) => (isReference(piece) ? moving(piece.value) : () => piece.value));
  return (row) => pieces.map((piece) => piece(row)).join('');
}

/** In a reference every number behind the sheet's name is a row. */
function moving(reference: string): (row: number) => string {
  const sheet = reference.slice(0, reference.lastIndexOf('!') + 1);
  const cells = reference.slice(sheet.length);
  return (row) =>
    sheet +
    cells.replace(/(\$?)(\d+)/g, (number, fixed: string, digits: string) =>
      fixed ? number : String(Number(digits) + row),
    );
}
