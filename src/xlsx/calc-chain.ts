import { childrenOf, patched } from './elements';
import type { Package } from './package';

/**
 * Takes cells without a formula out of the order in which Excel calculates: it repairs a file where that names one.
 * Each entry names its sheet, or is on the sheet of the entry before.
 */
export async function trimCalcChain(
  files: Package,
  book: string,
  gone: (sheet: number, cell: string) => boolean,
): Promise<void> {
  const part = (await files.relationships(book)).find(({ type }) => type === 'calcChain')?.target;
  if (part === undefined || !files.has(part)) return;
  const { bytes, root } = await files.xml(part);
  const entries = childrenOf(root, 'c');
  let sheet = 0;
  let named = 0;
  let left = 0;
  const edits = entries.flatMap((entry) => {
    const own = entry.attribute('i');
    if (own !== undefined) sheet = Number(own);
    if (gone(sheet, entry.attribute('r') ?? '')) return [{ start: entry.start, end: entry.end, text: '' }];
    left++;
    const isNamed = own !== undefined || named === sheet;
    named = sheet;
    const at = entry.start + 1 + entry.prefix.length + 1;
    return isNamed ? [] : [{ start: at, end: at, text: ` i="${sheet}"` }];
  });
  if (edits.length === 0) return;
  if (left > 0) {
    files.write(part, patched(bytes, edits));
    return;
  }
  await files.unrelate(book, part);
  await files.remove(part);
}
