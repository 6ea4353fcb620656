// The work of this page: which file it comes from, whether it is saved, and what the browser keeps of it.
import type { FUniver } from '@univerjs/core/facade';
import { IUndoRedoService, type Injector, type IWorkbookData } from '@univerjs/core';
import type { ChosenFile } from '../../import/protocol';
import { type Language, listed } from '../../language';
import type { Successor } from '../../share/whole';
import { droppedFiles } from '../../taskpane/import/chosen';
import type { Workbook } from '../../workbook/workbook';
import { type Action, download, fileMenu, offer } from './menu';
import * as store from './store';
import { UNSHOWN, type Unshown } from '../../xlsx/unshown';
import { filled, UNSHOWN_WORDS, WORDS } from './words';

const KEEP = 'rzrq.keep';
const NEXT = 'rzrq.next';
const A_SECOND_MS = 1000;

/** What the page shows first. */
export interface Start {
  readonly id: string;
  readonly name: string;
  readonly data: Partial<IWorkbookData>;
  readonly shown?: string;
  /** The file that it comes from, if it is one. */
  readonly file?: Uint8Array;
  readonly moved: boolean;
  /** Whether somebody has worked in it already. */
  readonly touched: boolean;
  readonly tables: readonly { readonly sheet: string; readonly name: string; readonly range: object }[];
  /** What is to be said about it. */
  readonly remarks: readonly string[];
}

/** Rows, columns and sheets that come, go or change places: parts that are not shown would point elsewhere. */
const MOVES =
  /^sheet\.mutation\.(?:insert-(?:row|col|sheet)|remove-(?:rows|col|sheet)|move-(?:rows|columns|range)|set-worksheet-(?:name|order)|reorder-range)$/;

const files = {
  from: () => import(/* webpackChunkName: "open-file" */ './from-file'),
  to: () => import(/* webpackChunkName: "save-file" */ './to-file'),
  shared: () => import(/* webpackChunkName: "shared-file" */ './shared-file'),
};

const keepsWork = (): boolean => localStorage.getItem(KEEP) !== 'nothing';
const newId = (): string => crypto.randomUUID();

/** The file that was chosen on the page before, the work that was to be gone on with, or nothing. */
export async function arrived(language: Language): Promise<Start | undefined> {
  const next = sessionStorage.getItem(NEXT);
  sessionStorage.removeItem(NEXT);
  if (next === null) return undefined;
  if (next === 'fresh') return { ...blank(language), touched: false };
  if (next === 'file') {
    const arriving = await store.arrived();
    return arriving && opened(arriving.name, arriving.bytes, language);
  }
  const work = await store.workOf(next);
  if (!work) return undefined;
  const file = work.hasFile ? await store.fileOf(work.id) : undefined;
  if (!keepsWork()) await store.forget(work.id);
  return {
    id: work.id,
    name: work.name,
    data: work.workbook,
    shown: work.shown,
    ...(file && { file }),
    moved: work.moved,
    touched: true,
    tables: [],
    remarks: [],
  };
}

function blank(language: Language): Omit<Start, 'touched'> {
  const name = language === 'zh' ? '工作表1' : 'Sheet1';
  return {
    id: newId(),
    name: WORDS.untitled[language],
    data: {
      id: 'fresh',
      sheetOrder: ['sheet-1'],
      sheets: { 'sheet-1': { id: 'sheet-1', name, rowCount: 1000, columnCount: 26, cellData: {} } },
    },
    moved: false,
    tables: [],
    remarks: [],
  };
}

/** A file as the page shows it; a Refusal says why it cannot be. */
async function opened(name: string, bytes: Uint8Array, language: Language): Promise<Start> {
  const { fromCsv, fromWorkbook } = await files.from();
  const id = newId();
  const isText = /\.(csv|txt|tsv)$/i.test(name);
  if (isText) {
    const { data, encoding } = fromCsv(bytes, name);
    const remarks = [filled(WORDS.opened_csv[language], name, encoding)];
    return { id, name, data, moved: false, touched: false, tables: [], remarks };
  }
  if (!/\.(xlsx|xlsm|xltx|xltm|xls|xlsb)$/i.test(name)) throw new Error(WORDS.unknown_kind[language]);
  const { data, tables, unshown, from1904 } = await fromWorkbook(bytes, name);
  const hidden = unshownText(unshown, language);
  return {
    id,
    name,
    data,
    file: bytes,
    moved: false,
    touched: false,
    tables,
    remarks: [
      ...(hidden ? [filled(WORDS.kept_unshown[language], hidden)] : []),
      ...(from1904 ? [WORDS.from_1904[language]] : []),
    ],
  };
}

function unshownText(unshown: ReadonlyMap<Unshown, number>, language: Language): string {
  const kinds = UNSHOWN.filter((kind) => unshown.has(kind));
  return listed(
    kinds.map((kind) => filled(UNSHOWN_WORDS[kind][language], unshown.get(kind)!)),
    language,
  );
}

export interface Desk {
  /** Once the workbook is shown: its tables, and the sheet that was shown before. */
  settle(): Promise<void>;
  /** Takes the work along to a page that is loaded in place of this one. */
  carry(): Promise<boolean>;
}

interface Opening {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly port: Workbook;
  readonly language: Language;
  readonly start: Start | undefined;
  readonly say: (text: string, wrong: boolean) => void;
  /** Files that are for the import. */
  readonly take: (files: readonly ChosenFile[]) => void;
}

export function openDesk(opening: Opening): Desk {
  const desk = new FileDesk(opening);
  desk.begin();
  return desk;
}

class FileDesk implements Desk {
  private readonly id: string;
  private readonly name: string;
  private moved: boolean;
  private isLeaving = false;
  /** The last step that could be undone when the workbook was shown, and when it was saved. */
  private base: unknown;
  private saved: unknown;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private keeping: Promise<void> = Promise.resolve();
  private hasKeptFile = false;
  private isStored = false;

  constructor(private readonly opening: Opening) {
    const { start, language } = opening;
    this.id = start?.id ?? newId();
    this.name = start?.name ?? WORDS.untitled[language];
    this.moved = start?.moved ?? false;
    this.isStored = start?.touched ?? false;
    this.hasKeptFile = this.isStored && start?.file !== undefined;
  }

  begin(): void {
    const { api, port, language, start } = this.opening;
    fileMenu(language, keepsWork(), {
      onAction: (action) => void this.act(action),
      onKeep: (keeps) => void this.setKeep(keeps),
      onFile: (file) => void this.open(file),
      onMany: (transfer) => void droppedFiles(transfer).then(this.opening.take),
    });
    this.base = this.top();
    this.saved = start?.touched ? 'never' : this.base;
    port.onChange(() => this.changed());
    api.addEvent(api.Event.CommandExecuted, ({ id }) => {
      if (MOVES.test(id)) this.moved = true;
      if (id.startsWith('sheet.mutation.')) this.changed();
    });
    addEventListener('beforeunload', (event) => {
      if (this.isLeaving || !this.isDirty()) return;
      event.preventDefault();
    });
    if (start && start.remarks.length > 0) this.say(start.remarks.join(' '));
    if (!start) void this.offerKept();
  }

  async settle(): Promise<void> {
    const { api, start } = this.opening;
    const book = api.getActiveWorkbook()!;
    for (const { sheet, name, range } of start?.tables ?? [])
      // One that the engine does not take is kept in the file all the same.
      await book.getSheetBySheetId(sheet)?.addTable(name, range as never, name, {});
    // Formulas that name a table were read before it was there.
    if (start && start.tables.length > 0) api.getFormula().executeCalculation();
    if (start?.shown !== undefined) book.setActiveSheet(start.shown);
    this.base = this.top();
    if (!start?.touched) this.saved = this.base;
  }

  async carry(): Promise<boolean> {
    if (!this.isTouched() && !this.opening.start) return true;
    try {
      await this.keepNow();
      this.leaveFor(this.id);
      return true;
    } catch {
      return false;
    }
  }

  private async act(action: Exclude<Action, 'open'>): Promise<void> {
    switch (action) {
      case 'save':
        return this.save(undefined);
      case 'save_native':
        return this.save('native');
      case 'save_values':
        return this.save('values');
      case 'save_names':
        return this.save('names');
      case 'fresh':
      case 'samples':
        if (await this.mayLeave()) this.reload(action === 'fresh' ? 'fresh' : undefined);
        return;
      case 'forget':
        await store.forgetAll();
        this.isStored = this.hasKeptFile = false;
        this.say(WORDS.forgotten[this.language]);
        return;
    }
  }

  private async open(file: File): Promise<void> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Looked at before this page goes, so that nothing is lost for a file that cannot be opened.
      await opened(file.name, bytes, this.language);
      if (!(await this.mayLeave())) return;
      await store.send({ name: file.name, bytes });
      this.reload('file');
    } catch (problem) {
      this.say(filled(WORDS.not_opened[this.language], file.name, this.sentence(problem)), true);
    }
  }

  private async save(target: Successor | undefined): Promise<void> {
    const { api, port, start } = this.opening;
    try {
      await port.settled();
      const { savedAsCopy, savedInto, sheetsAreKept } = await files.to();
      const engine = { book: api.getActiveWorkbook()!, port };
      const source = start?.file;
      const isInPlace = source !== undefined && !this.moved && (await sheetsAreKept(engine, source));
      const bytes = isInPlace ? await savedInto(engine, source) : await savedAsCopy(engine);
      const base = this.name.replace(/\.\w+$/, '');
      if (target === undefined) {
        const isMacro = isInPlace && /\.(xlsm|xltm)$/i.test(this.name);
        const name = `${base}.${isMacro ? 'xlsm' : 'xlsx'}`;
        download(name, bytes);
        this.saved = this.top();
        this.say(source && !isInPlace ? await this.copyRemark(source, name) : filled(WORDS.saved[this.language], name));
        return;
      }
      const shared = await (await files.shared()).sharedFile(bytes, target, this.language);
      const name = `${filled(WORDS.plain_name[this.language], base)}.xlsx`;
      download(name, shared.bytes);
      const words = target === 'names' ? WORDS.saved_names : WORDS.saved_shared;
      this.say(filled(words[this.language], name, shared.native, shared.value, shared.untouched));
    } catch (problem) {
      this.say(filled(WORDS.not_saved[this.language], this.sentence(problem)), true);
    }
  }

  /** A plain copy says what it could not take along. */
  private async copyRemark(source: Uint8Array, name: string): Promise<string> {
    const { fromWorkbook } = await files.from();
    const { unshown } = await fromWorkbook(source, this.name);
    const lost = [unshownText(unshown, this.language), WORDS.formats_alone[this.language]].filter(
      (text) => text !== '',
    );
    return filled(WORDS.saved_copy[this.language], name, listed(lost, this.language));
  }

  private changed(): void {
    if (!keepsWork() || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // Asked only now: a change is told before its step can be undone, and so before it shows as one.
      if (this.isTouched()) this.keepNow().catch(() => this.say(WORDS.no_room[this.language], true));
    }, A_SECOND_MS);
  }

  /** One after the other; each is kept as a whole or not at all. */
  private keepNow(): Promise<void> {
    const { api, start } = this.opening;
    this.keeping = this.keeping
      .catch(() => undefined)
      .then(async () => {
        const book = api.getActiveWorkbook()!;
        const file = start?.file;
        await store.keep(
          {
            id: this.id,
            name: this.name,
            at: Date.now(),
            workbook: book.save(),
            shown: book.getActiveSheet().getSheetId(),
            hasFile: file !== undefined,
            moved: this.moved,
          },
          this.hasKeptFile ? undefined : file,
        );
        this.hasKeptFile = file !== undefined;
        this.isStored = true;
      });
    return this.keeping;
  }

  private async offerKept(): Promise<void> {
    const work = keepsWork() ? await store.latest(Date.now()).catch(() => undefined) : undefined;
    if (!work) return;
    const time = new Date(work.at).toLocaleString(this.language === 'zh' ? 'zh-CN' : 'en');
    offer(filled(WORDS.offer[this.language], work.name, time), this.language, (restore) => {
      if (!restore) void store.forget(work.id);
      else void this.mayLeave().then((may) => may && this.reload(work.id));
    });
  }

  private async setKeep(keeps: boolean): Promise<void> {
    if (keeps) {
      localStorage.removeItem(KEEP);
      this.say(filled(WORDS.keeps[this.language], store.DAYS_KEPT));
      this.changed();
      return;
    }
    localStorage.setItem(KEEP, 'nothing');
    clearTimeout(this.timer);
    this.timer = undefined;
    await store.forgetAll();
    this.isStored = this.hasKeptFile = false;
    this.say(WORDS.keeps_nothing[this.language]);
  }

  /** Work that the browser keeps can be gone on with; anything else is asked for. */
  private async mayLeave(): Promise<boolean> {
    if (!this.isDirty()) return true;
    if (keepsWork())
      try {
        await this.keepNow();
        return true;
      } catch {
        // No room: then it is asked for.
      }
    return confirm(WORDS.leave[this.language]);
  }

  private reload(next: string | undefined): void {
    if (next !== undefined) this.leaveFor(next);
    this.isLeaving = true;
    location.reload();
  }

  private leaveFor(next: string): void {
    sessionStorage.setItem(NEXT, next);
    this.isLeaving = true;
  }

  private get language(): Language {
    return this.opening.language;
  }

  private isTouched(): boolean {
    return this.isStored || this.top() !== this.base;
  }

  private isDirty(): boolean {
    return this.saved !== this.top();
  }

  /** The last step that could be undone: another one means that something has changed. */
  private top(): unknown {
    return this.opening.injector.get(IUndoRedoService).pitchTopUndoElement() ?? undefined;
  }

  private say(text: string, wrong = false): void {
    this.opening.say(text, wrong);
  }

  private sentence(problem: unknown): string {
    if (isRefusal(problem)) return problem.sentence(this.language);
    return problem instanceof Error ? problem.message : String(problem);
  }
}

interface Refused {
  sentence(language: Language): string;
}

const isRefusal = (problem: unknown): problem is Refused =>
  typeof (problem as Partial<Refused> | null)?.sentence === 'function';
