import type { ExcelHost } from '../host/excel';
import { EVENT, eventEntry } from '../host/protocol';
import { type RunningExcel, type StartOptions, startExcel } from '../host/start';
import { printReference } from './area';
import { Book } from './book';
import { type Blank, type Metadata, functionsOf } from './functions';
import type { Sheet } from './sheet';
import { documentOf } from './workbook';

const SHEET = { changed: 10, selectionChanged: 14, calculated: 16 } as const;
const ANY_SHEET = 'Workbook';

export interface OpenOptions extends Omit<StartOptions, 'document'> {
  /** What functions.json says; without it the workbook knows none of our functions. */
  readonly metadata?: Metadata;
  readonly blank?: Blank;
  readonly book?: Book;
}

export interface OpenedWorkbook {
  readonly book: Book;
  readonly excel: RunningExcel;
}

/** Opens a workbook in a played Excel: Excel.run in `excel.window` works on `book`. */
export async function openWorkbook(options: OpenOptions = {}): Promise<OpenedWorkbook> {
  const book = options.book ?? new Book();
  const excel = await startExcel({ ...options, document: documentOf(book) });
  attach(book, excel, options);
  return { book, excel };
}

/** Lets a host compute the functions of a workbook and hear of what happens in it. */
export function attach(
  book: Book,
  excel: ExcelHost,
  { metadata, blank }: Pick<OpenOptions, 'metadata' | 'blank'>,
): void {
  if (metadata) book.install(functionsOf(excel, metadata, blank));
  const tell = (type: number, { id }: Sheet, message: object) =>
    excel.notify(
      EVENT.richApiMessage,
      [id, ANY_SHEET].map((target) => eventEntry(type, target, { worksheetId: id, ...message })),
    );
  book.events = {
    selectionChanged: (sheet, area) =>
      Promise.all([
        excel.notify(EVENT.documentSelectionChanged, []),
        tell(SHEET.selectionChanged, sheet, { address: printReference(area) }),
      ]),
    changed: (sheet, area) =>
      tell(SHEET.changed, sheet, { address: printReference(area), changeType: 'RangeEdited', source: 'Local' }),
    calculated: (sheet) => tell(SHEET.calculated, sheet, {}),
  };
}
