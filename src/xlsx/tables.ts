import { hasCall } from '../formula/calls';
import { blockName } from '../workbook/a1';
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

/**
 * The formula that a table fills into new rows follows its cells: where they call us no more it is theirs, or goes
 * where they are not all the same.
 */
export async function followColumns(files: Package, sheet: FileSheet, table: FileTable): Promise<void> {
  const bytes = await files.read(table.part);
  const edits = columnsOf(parsed(bytes, table.part)).flatMap((column, index): Edit[] => {
    const element = childOf(column, 'calculatedColumnFormula');
    if (!element || !hasCall(`=${shownFormula(element.text())}`)) return [];
    const first = table.row + table.headerRows;
    const count = table.rows - table.headerRows - table.totalRows;
    const contents = Array.from({ length: count }, (_, i) => sheet.content(first + i, table.column + index));
    if (contents.some((content) => typeof content === 'string' && content.startsWith('=') && hasCall(content)))
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

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** A table of its own, whose headings are texts and no two of them the same, as Excel demands. */
export async function newTable(
  files: Package,
  namespace: string,
  sheet: FileSheet,
  name: string,
  block: Block,
): Promise<FileTable> {
  const headers: string[] = [];
  for (let i = 0; i < block.columns; i++) {
    const text = String(sheet.value(block.row, block.column + i)) || `Column${i + 1}`;
    let free = text;
    for (let number = 2; headers.includes(free); number++) free = `${text}${number}`;
    headers.push(free);
    if (sheet.value(block.row, block.column + i) !== free)
      sheet.put(block.row, block.column + i, { content: free, value: free });
  }
  const part = files.freePart('xl/tables/table');
  const id = Number(/(\d+)\.xml$/.exec(part)![1]);
  const ref = blockName(block);
  const columns = headers.map((header, i) => `<tableColumn id="${i + 1}" name="${escaped(header)}"/>`);
  const text =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${namespace}" id="${id}" ` +
    `name="${escaped(name)}" displayName="${escaped(name)}" ref="${ref}"><autoFilter ref="${ref}"/>` +
    `<tableColumns count="${headers.length}">${columns.join('')}</tableColumns>` +
    `<tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`;
  const relationship = await files.add(sheet.part, part, 'table', CONTENT_TYPE, text);
  sheet.addTablePart(relationship);
  return { ...block, name, part, headers, headerRows: 1, totalRows: 0 };
}
