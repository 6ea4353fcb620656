// How the cells of an example look: a day as a day, a large figure in thousands, a ratio in percent, a code as text.
import type { Param } from '../functions/catalogue/define';
import type { Unit } from '../functions/catalogue/words-of';
import type { Format } from '../workbook/workbook';
import type { Grid } from './example-sheet';
import { meaningOf } from './headings';
import { numberFormat } from './number-formats';
import { DAY, TEXT } from './styles';
import type { Content } from './template';

/** What the figures of an argument mean. */
export function unitOf({ kind }: Param): Unit {
  if (kind === 'date' || kind === 'days') return 'date';
  return kind === 'table' ? 'table' : 'number';
}

/** The format of every cell of an argument or a result; the first row of a table names its columns. */
export function cellFormats(grid: Grid, unit: Unit): readonly (readonly (Format | undefined)[])[] {
  const numbers = grid[0]!.map((head, j) =>
    numberFormat(
      grid.map((line) => line[j]),
      unit === 'table' ? meaningOf(head) : unit,
    ),
  );
  return grid.map((line) => line.map((cell, j) => formatOf(cell, numbers[j])));
}

function formatOf(cell: Content, number: string | undefined): Format | undefined {
  if (typeof cell === 'string') return cell.startsWith('=') ? undefined : { number: TEXT };
  if (cell === null || number === undefined) return undefined;
  return number === DAY.number ? DAY : { number };
}
