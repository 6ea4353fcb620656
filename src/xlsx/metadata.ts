import { appended, childOf, childrenOf, type Edit, patched, withAttribute } from './elements';
import type { Package } from './package';

// What marks a formula as one that spills: [MS-XLSX] 2.2.4.9 (XLDAPR) and ECMA-376, 18.9.
const TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ' +
  'splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const FUTURE =
  '<bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties ' +
  'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/>' +
  '</ext></extLst></bk>';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';

/** The number by which a cell says that its formula spills; the workbook gets the entry where it has none. */
export async function dynamicArrayMark(files: Package, book: string, namespace: string): Promise<number> {
  const part = (await files.relationships(book)).find(({ type }) => type === 'sheetMetadata')?.target;
  if (part === undefined || !files.has(part)) {
    const folder = book.replace(/[^/]*$/, '');
    const text =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${namespace}">` +
      `<metadataTypes count="1">${TYPE}</metadataTypes>` +
      `<futureMetadata name="XLDAPR" count="1">${FUTURE}</futureMetadata>` +
      `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
    await files.add(book, `${folder}metadata.xml`, 'sheetMetadata', CONTENT_TYPE, text);
    return 1;
  }
  return markIn(files, part);
}

async function markIn(files: Package, part: string): Promise<number> {
  const { bytes, root } = await files.xml(part);
  const types = childOf(root, 'metadataTypes');
  const index = childrenOf(types, 'metadataType').findIndex((type) => type.attribute('name') === 'XLDAPR');
  const future = childrenOf(root, 'futureMetadata').find((element) => element.attribute('name') === 'XLDAPR');
  const cells = childOf(root, 'cellMetadata');
  const marks = childrenOf(cells, 'bk');
  const known = marks.findIndex((mark) => {
    const records = childrenOf(mark, 'rc');
    return records.length === 1 && records[0]!.attribute('t') === String(index + 1);
  });
  if (index >= 0 && future && known >= 0) return known + 1;

  const p = root.prefix;
  const own = (text: string) => text.replace(/<(\/?)(?=[a-z]+[\s>/])/gi, `<$1${p}`);
  const type = index >= 0 ? index + 1 : childrenOf(types, 'metadataType').length + 1;
  const mark = own(`<bk><rc t="${type}" v="${childrenOf(future, 'bk').length}"/></bk>`);
  const edits: Edit[] = [];
  const list = (name: string, element: typeof types, item: string, attributes = '') => {
    if (!element) return `<${p}${name}${attributes} count="1">${item}</${p}${name}>`;
    edits.push(withAttribute(bytes, part, element, 'count', String(element.children.length + 1)));
    edits.push(appended(element, item));
    return '';
  };
  const typesText = index >= 0 ? '' : list('metadataTypes', types, own(TYPE));
  const futureText = list('futureMetadata', future, own(FUTURE), ' name="XLDAPR"');
  const cellsText = list('cellMetadata', cells, mark);
  const behind = (names: readonly string[]) =>
    [...root.children].reverse().find(({ name }) => names.includes(name))?.end ?? root.innerStart;
  const insert = (at: number, text: string) => text !== '' && edits.push({ start: at, end: at, text });
  insert(root.innerStart, typesText);
  insert(behind(['metadataTypes', 'metadataStrings', 'mdxMetadata', 'futureMetadata']), futureText);
  insert(behind(['metadataTypes', 'metadataStrings', 'mdxMetadata', 'futureMetadata']), cellsText);
  files.write(part, patched(bytes, edits));
  return marks.length + 1;
}
