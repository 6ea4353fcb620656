import { filtered, type Note, sheetOfLook } from './originals';
import { mapOf } from './sheet-map';
import { key, type SheetSnapshot, type Snapshot } from '../reading/snapshot';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The note without what was kept for cells that are converted anew. */
export function withoutSuperseded(
  note: Note,
  own: SheetSnapshot,
  { sheets }: Pick<Snapshot, 'sheets'>,
  cells: readonly Cell[],
): Note {
  const live = sheets.map(({ sheet }) => sheet);
  const converted = new Set(cells.map(({ row, column }) => key(row, column)));
  const maps = note.conversions.map(({ look }) => {
    const kept = note.looks[look]!;
    return sheetOfLook(kept, live, note.looks)?.id === own.sheet.id ? mapOf(kept.marks, own) : undefined;
  });
  return filtered(note, (conversion, row, column) => {
    const { rows, columns } = maps[conversion] ?? {};
    const [r, c] = [rows?.certain(row), columns?.certain(column)];
    return r === undefined || c === undefined || !converted.has(key(r, c));
  });
}
