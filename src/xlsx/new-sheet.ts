import { type Edit, parsed, patched, withAttribute } from './elements';
import { Frame } from './frame';
import { Scanner } from './scanner';
import { bytesOfText, textOfBytes } from './text';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const emptySheet = (namespace: string): Uint8Array =>
  bytesOfText(`${DECLARATION}<worksheet xmlns="${namespace}"><sheetData/></worksheet>`);

/** What refers to parts that belong to one sheet alone. */
const OWN_PARTS = [
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'customProperties',
  'hyperlinks',
  'pageSetup',
  'extLst',
];

/** A sheet's cells, formats and rules without the parts that belong to it alone; it is not the one that is shown. */
export function copiedSheet(bytes: Uint8Array, part: string): Uint8Array {
  const scanner = new Scanner(bytes, part);
  while (scanner.next() && !(scanner.code === 0 && scanner.name() === 'sheetData' && scanner.kind !== 'close'));
  const data = { name: 'sheetData', start: scanner.start, end: scanner.end };
  if (scanner.kind === 'open') {
    scanner.skip();
    data.end = scanner.end;
  }
  const frame = new Frame(bytes, part, data);
  for (const name of OWN_PARTS) if (frame.text(name) !== undefined) frame.replace(name, '');
  const views = frame.text('sheetViews');
  if (views !== undefined) frame.replace('sheetViews', withoutSelection(views));
  return patched(bytes, [...frame.edits(), ...ownName(bytes, part)]);
}

function withoutSelection(views: string): string {
  const bytes = bytesOfText(views);
  const edits = parsed(bytes, 'sheetViews').children.flatMap((view): Edit[] => {
    if (view.name !== 'sheetView' || view.attribute('tabSelected') === undefined) return [];
    return [withAttribute(bytes, 'sheetViews', view, 'tabSelected', undefined)];
  });
  return textOfBytes(patched(bytes, edits));
}

/** The mark by which Excel knows a sheet again is the other sheet's. */
function ownName(bytes: Uint8Array, part: string): Edit[] {
  const root = new Scanner(bytes, part);
  root.next();
  return root.attribute('*:uid') === undefined
    ? []
    : [{ start: root.attributeStart - 1, end: root.valueEnd + 1, text: '' }];
}
