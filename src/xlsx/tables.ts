import { allCalls } from '../formula/calls';
import { childOf, childrenOf, type Edit, type Element, parsed, patched } from './elements';
import type { Package } from './package';
import { type Block, blockOf } from './places';
import type { FileSheet } from './sheet';
import { shownFormula, storedFormula } from './stored-formula';
import { escaped } from './text';

/** A table of a sheet, and the part that says so. */
export interface FileTable extends Block {
  readonly name: string;
  readonly part: string;
  readonly headers: readonly string[];
  readonly headerRows: number;
  readonly totalRows: number;
}

export async function tablesOf(files: Package, sheet: string): Promise<readonly FileTable[]> {
  const found: FileTable[] = [];
  for (const { type, target } of await files.relationships(sheet)) {
    if (type !== 'table' || !files.has(target)) continue;
    const { root } = await files.xml(target);
    const block = blockOf(root.attribute('ref') ?? '');
    if (!block) continue;
    found.push({
      ...block,
      name: root.attribute('displayName') ?? root.attribute('name') ?? '',
      part: target,
      headers: columnsOf(root).map((column) => column.attribute('name') ?? ''),
      headerRows: Number(root.attribute('headerRowCount') ?? 1),
      totalRows: Number(root.attribute('totalsRowCount') ?? 0),
    });
  }
  return found;
}

const columnsOf = (root: Element): readonly Element[] => childrenOf(childOf(root, 'tableColumns'), 'tableColumn');

const callsUs = (formula: string): boolean => allCalls(formula).length > 0;

/**
 * The formula that a table fills into new rows follows its cells: where they call us no more it is theirs, or goes
 * where they are not all the same.
 */
export async function followColumns(files: Package, sheet: FileSheet, table: FileTable): Promise<void> {
  const bytes = await files.read(table.part);
  const edits = columnsOf(parsed(bytes, table.part)).flatMap((column, index): Edit[] => {
    const element = childOf(column, 'calculatedColumnFormula');
    if (!element || !callsUs(`=${shownFormula(element.text())}`)) return [];
    const first = table.row + table.headerRows;
    const count = table.rows - table.headerRows - table.totalRows;
    const contents = Array.from({ length: count }, (_, i) => sheet.content(first + i, table.column + index));
    if (contents.some((content) => typeof content === 'string' && content.startsWith('=') && callsUs(content)))
      return [];
    const same = contents[0];
    const isFormula = typeof same === 'string' && same.startsWith('=') && contents.every((one) => one === same);
    const text = isFormula
      ? `<${element.prefix}calculatedColumnFormula>${escaped(storedFormula(same.slice(1)))}</${element.prefix}calculatedColumnFormula>`
      : '';
    return [{ start: element.start, end: element.end, text }];
  });
  if (edits.length > 0) files.write(table.part, patched(bytes, edits));
}
