import { childrenOf } from './elements';
import type { FileWorkbook } from './file-workbook';
import type { FileSheet } from './sheet';

/** What a workbook may hold beside cells, in the order in which it is said. */
export const UNSHOWN = [
  'charts',
  'pivots',
  'images',
  'comments',
  'rules',
  'validations',
  'links',
  'filters',
  'sparklines',
  'macros',
  'connections',
] as const;
export type Unshown = (typeof UNSHOWN)[number];

/** How much a file holds of what is kept but not shown. */
export async function unshownIn(workbook: FileWorkbook): Promise<ReadonlyMap<Unshown, number>> {
  const { files } = workbook;
  const counts = new Map<Unshown, number>();
  const add = (kind: Unshown, count: number) => count > 0 && counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const { id } of await workbook.sheets()) {
    const page = workbook.page(id);
    for (const { type, target } of await files.relationships(page.part)) {
      if (type === 'pivotTable') add('pivots', 1);
      if (type === 'comments' && files.has(target)) add('comments', await countIn(workbook, target, 'comment'));
      if (type === 'drawing' && files.has(target))
        for (const part of await files.relationships(target)) {
          if (part.type === 'chart' || part.type === 'chartEx') add('charts', 1);
          if (part.type === 'image') add('images', 1);
        }
    }
    add('rules', inFrame(page, 'conditionalFormatting', 'cfRule'));
    add('validations', inFrame(page, 'dataValidations', 'dataValidation'));
    add('links', inFrame(page, 'hyperlinks', 'hyperlink'));
    add('filters', page.frame.all('autoFilter').length);
    add('sparklines', (page.frame.text('extLst')?.match(/<(?:\w+:)?sparkline>/g) ?? []).length);
  }
  for (const { type } of await files.relationships(workbook.bookPart.part)) {
    if (type === 'vbaProject') add('macros', 1);
    if (type === 'connections' || type === 'externalLink') add('connections', 1);
    if (type === 'chartsheet') add('charts', 1);
  }
  return counts;
}

const inFrame = (page: FileSheet, element: string, child: string): number =>
  page.frame.all(element).reduce((sum, one) => sum + childrenOf(one, child).length, 0);

async function countIn(workbook: FileWorkbook, part: string, name: string): Promise<number> {
  const text = new TextDecoder().decode(await workbook.files.read(part));
  return (text.match(new RegExp(`<(?:\\w+:)?${name}[\\s>]`, 'g')) ?? []).length;
}
