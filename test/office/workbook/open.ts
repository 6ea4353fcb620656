import type { ExcelHost } from '../host/excel';
import { EVENT, eventEntry } from '../host/protocol';
import { type RunningExcel, type StartOptions, startExcel } from '../host/start';
import { printReference } from './area';
import { Book } from './book';
import { type Blank, type Metadata, functionsOf } from './functions';
import { documentOf } from './workbook';

const SHEET_SELECTION_CHANGED = 14;
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

/** Lets a host compute the functions of a workbook and hear of its selection. */
export function attach(book: Book, excel: ExcelHost, { metadata, blank }: Pick<OpenOptions, 'metadata' | 'blank'>): void {
  if (metadata) book.install(functionsOf(excel, metadata, blank));
  book.events = {
    selectionChanged(sheet, area) {
      const message = { address: printReference(area), worksheetId: sheet.id };
      void excel.notify(EVENT.documentSelectionChanged, []);
      void excel.notify(EVENT.richApiMessage, [sheet.id, ANY_SHEET].map((target) => eventEntry(SHEET_SELECTION_CHANGED, target, message)));
    },
  };
}
