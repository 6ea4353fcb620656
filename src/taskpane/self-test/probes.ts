import { blockName } from '../../workbook/a1';
import { cellOf } from '../../workbook/area';
import type { Area, CellValue, Workbook } from '../../workbook/workbook';

export type Probe =
  'wrapped' | 'formula' | 'length' | 'format' | 'edit' | 'note' | 'selection' | 'event' | 'copy' | 'name' | 'filter';

/** What a probe has at hand. */
export interface Place {
  readonly workbook: Workbook;
  /** The name of the sheet. */
  readonly name: string;
  /** C of the check's row. */
  readonly cell: Area;
  /** The first of the cells further to the right, where the check has some. */
  readonly beside: Area;
  /** Writes to C of the check's row. */
  write(content: CellValue): Promise<void>;
}

const NOTE = 'self-test';
/** With what XML would rather not hold. */
export const NOTE_TEXT = "融资 <a b='c'> & 融券";
const NAME = { name: 'RZRQ.SELF.TEST', formula: '=LAMBDA(a,a+1)', comment: '融资 & 融券' };
/** The name as it should be read back. */
export const NAME_TEXT = `${NAME.formula} ${NAME.comment}`;
const WRAPPED = 1234.5;
const HIDDEN = [
  ['side', ''],
  ['shown', '=RZRQ.MARGIN_BALANCE(1,10)'],
  ['hidden', '=RZRQ.MARGIN_BALANCE(2,10)'],
  ['shown', '=RZRQ.MARGIN_BALANCE(3,10)'],
];
/** A filter that the pane knows of, and the results in the rows with the one that it hides. */
export const FILTERED = 'filtered: 11, 12, 13';
export const NO_FILTER = 'no filter here 此处无筛选';
const EVENT_MS = 2000;
const BETWEEN_MS = 200;

/** What each probe writes to C; undefined where it has written itself. */
export const PROBES: Readonly<Record<Probe, (place: Place) => Promise<CellValue | undefined>>> = {
  async wrapped({ workbook, cell, write }) {
    if (!(await workbook.writeFormattedNumber(cell, WRAPPED, '#,##0.0'))) await write(WRAPPED);
    return undefined;
  },

  async formula({ workbook, beside }) {
    return (await workbook.read(beside)).formulas[0]![0]!;
  },

  async length({ workbook, beside }) {
    return String((await workbook.read(beside)).formulas[0]![0]!).length;
  },

  async format({ workbook, beside }) {
    return (await workbook.read(beside)).formats[0]![0]!;
  },

  async edit({ write }) {
    await write(2);
    return undefined;
  },

  async note({ workbook }) {
    await workbook.writeNote(NOTE, NOTE_TEXT);
    const read = await workbook.readNote(NOTE);
    await workbook.writeNote(NOTE, undefined);
    return read ?? '';
  },

  async name({ workbook }) {
    await workbook.defineNames([NAME]);
    const read = (await workbook.names()).find(({ name }) => name === NAME.name);
    await workbook.deleteNames([NAME.name]);
    const left = (await workbook.names()).some(({ name }) => name === NAME.name);
    return left || !read ? '' : [read.formula, read.comment].join(' ');
  },

  async selection({ workbook, cell }) {
    await workbook.select({ ...cell, columns: 2 });
    const selected = await workbook.selection();
    return blockName(selected);
  },

  async event({ workbook, write }) {
    let heard = false;
    const stop = workbook.onChange(() => (heard = true));
    try {
      // The host may begin to tell of edits only after a moment.
      for (let waited = 0; !heard && waited < EVENT_MS; waited += BETWEEN_MS) {
        await write(waited);
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
      }
    } finally {
      stop();
    }
    return heard;
  },

  async copy({ workbook, name, cell, beside }) {
    const copy = await workbook.copySheet(cell.sheet, name);
    try {
      const { formulas } = await workbook.read({ ...cellOf(beside), sheet: copy.id });
      return formulas[0]![0]!;
    } finally {
      await workbook.deleteSheet(copy.id);
    }
  },

  async filter({ workbook, name }) {
    const { id: sheet } = await workbook.addSheet(name);
    const rows = { sheet, row: 0, column: 0, rows: HIDDEN.length, columns: 2 };
    try {
      await workbook.write(rows, HIDDEN);
      if (!(await workbook.filter(rows, 'shown'))) return NO_FILTER;
      await workbook.settled();
      const known = (await workbook.filtered(sheet)) ? 'filtered' : 'not filtered';
      const [, ...results] = (await workbook.read(rows)).values.map(([, result]) => result);
      return `${known}: ${results.join(', ')}`;
    } finally {
      await workbook.deleteSheet(sheet);
    }
  },
};
