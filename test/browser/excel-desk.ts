import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language } from '../../src/language';
import type { CommandTitle } from '../../src/taskpane/share/actions';
import { speaker, type Say } from '../../src/taskpane/words';
import { sse601989 } from '../../src/templates/figures/sse-601989';
import { playExcelIn, type PageExcelOptions, type PlayedExcel } from '../office/host/page';
import { Book } from '../office/workbook/book';
import { attach } from '../office/workbook/open';
import { documentOf } from '../office/workbook/workbook';
import type { WatchedPage } from '../support/browser';
import type { Site } from './site';

/** What Excel reads of our functions. */
const builtMetadata = () => JSON.parse(readFileSync(join(__dirname, '../../dist/functions.json'), 'utf8'));

/** The last row with a day of 601989; the header stands in row 1. */
export const LAST_ROW = sse601989.length + 1;

const NARROW = { width: 320, height: 900 };

interface DeskOptions extends Pick<PageExcelOptions, 'latencyMs' | 'onPane' | 'onRequest'> {
  readonly viewport?: BrowserContextOptions['viewport'];
  /** Excel's; 中文 if nothing is said. */
  readonly language?: Language;
  /** What stands in the workbook before Excel knows our functions. */
  readonly typedBefore?: (book: Book) => void;
}

/** The pane in a task pane of a played Excel, a narrow one if nothing is said, over a workbook with ten days of 601989. */
export class ExcelDesk {
  private constructor(
    private readonly watched: WatchedPage,
    private readonly url: string,
    readonly book: Book,
    readonly excel: PlayedExcel,
    /** The pane's words in the language of this Excel. */
    readonly say: Say,
  ) {}

  static async open(site: Site, options?: DeskOptions): Promise<ExcelDesk> {
    const desk = await ExcelDesk.prepare(site, options);
    await desk.start();
    await desk.excel.ready;
    return desk;
  }

  /** The same with the pane still to be started. */
  static async prepare(
    site: Site,
    { viewport = NARROW, language = 'zh', typedBefore, ...options }: DeskOptions = {},
  ): Promise<ExcelDesk> {
    const locale = language === 'zh' ? 'zh-CN' : 'en-US';
    const watched = await site.open({ viewport, locale });
    const book = new Book();
    book.type('A1', [
      ['日期', '融资余额', '融资买入额', '融资偿还额'],
      ...sse601989.map(({ date, balance, purchases, repayments }) => [date, balance, purchases, repayments]),
    ]);
    typedBefore?.(book);
    const excel = await playExcelIn(watched.page, { document: documentOf(book), locale, ...options });
    attach(book, excel, { metadata: builtMetadata() });
    return new ExcelDesk(watched, `${site.url}/taskpane.html`, book, excel, speaker(language));
  }

  /** Starts the pane; its code may still be on its way afterwards. */
  async start(address = this.excel.address(this.url)): Promise<void> {
    await this.page.goto(address, { waitUntil: 'commit' });
  }

  get page(): Page {
    return this.watched.page;
  }

  /** Excel does not take the page away from under a calculation. */
  async close(): Promise<void> {
    try {
      await this.book.settled();
    } finally {
      await this.watched.close();
    }
  }

  async type(cell: string, content: readonly (readonly (string | number)[])[]): Promise<void> {
    this.book.type(
      cell,
      content.map((line) => [...line]),
    );
    await this.book.settled();
  }

  select(cells: string): void {
    const { sheet, area } = this.book.locate(cells);
    this.book.select(sheet, area);
  }

  formulas(area: string): (string | undefined)[] {
    const [, column = '', first, last] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(area)!;
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, i) => this.book.at(`${column}${Number(first) + i}`).formula,
    );
  }

  openShare(): Promise<void> {
    return this.page.locator('#rzrq-tab-share').click();
  }

  card(command: CommandTitle): Locator {
    return this.page
      .locator('#rzrq-panel-share .card')
      .filter({ has: this.page.getByRole('heading', { name: this.say(command), exact: true, level: 2 }) });
  }

  planOf(command: CommandTitle): Locator {
    return this.card(command).getByRole('heading', { name: this.say('plan'), exact: true });
  }

  async plan(command: CommandTitle): Promise<Locator> {
    await this.card(command)
      .getByRole('button', { name: `${this.say('showPlan')}: ${this.say(command)}` })
      .click();
    await this.planOf(command).waitFor();
    return this.card(command);
  }

  async confirm(command: CommandTitle): Promise<Locator> {
    await this.card(command)
      .getByRole('button', { name: this.say(`${command}Now`) })
      .click();
    await this.card(command)
      .getByRole('heading', { name: this.say('result') })
      .waitFor();
    await this.book.settled();
    return this.card(command);
  }

  async carryOut(command: CommandTitle): Promise<Locator> {
    await this.plan(command);
    return this.confirm(command);
  }
}
