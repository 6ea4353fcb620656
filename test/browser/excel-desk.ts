import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { sse601989 } from '../../src/templates/figures/sse-601989';
import { playExcelIn, type PageExcelOptions, type PlayedExcel } from '../office/host/page';
import { Book } from '../office/workbook/book';
import { attach } from '../office/workbook/open';
import { documentOf } from '../office/workbook/workbook';
import { newPage, type WatchedPage } from '../support/browser';
import type { Site } from './site';

/** What Excel reads of our functions. */
const builtMetadata = () => JSON.parse(readFileSync(join(__dirname, '../../dist/functions.json'), 'utf8'));

/** The last row with a day of 601989; the header stands in row 1. */
export const LAST_ROW = sse601989.length + 1;

const NARROW = { width: 320, height: 900 };

interface DeskOptions extends Pick<PageExcelOptions, 'latencyMs' | 'onPane' | 'onRequest'> {
  readonly viewport?: BrowserContextOptions['viewport'];
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
  ) {}

  static async open(site: Site, options?: DeskOptions): Promise<ExcelDesk> {
    const desk = await ExcelDesk.prepare(site, options);
    await desk.start();
    await desk.excel.ready;
    return desk;
  }

  /** The same with the pane still to be started. */
  static async prepare(
    { browser, url }: Site,
    { viewport = NARROW, typedBefore, ...options }: DeskOptions = {},
  ): Promise<ExcelDesk> {
    const watched = await newPage(browser, { viewport, locale: 'zh-CN' });
    const book = new Book();
    book.type('A1', [
      ['日期', '融资余额', '融资买入额', '融资偿还额'],
      ...sse601989.map(({ date, balance, purchases, repayments }) => [date, balance, purchases, repayments]),
    ]);
    typedBefore?.(book);
    const excel = await playExcelIn(watched.page, { document: documentOf(book), ...options });
    attach(book, excel, { metadata: builtMetadata() });
    return new ExcelDesk(watched, `${url}/taskpane.html`, book, excel);
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

  card(title: string): Locator {
    return this.page
      .locator('#rzrq-panel-share .card')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true, level: 2 }) });
  }

  planOf(title: string): Locator {
    return this.card(title).getByRole('heading', { name: '计划', exact: true });
  }

  async plan(title: string): Promise<Locator> {
    await this.card(title)
      .getByRole('button', { name: `查看计划: ${title}` })
      .click();
    await this.planOf(title).waitFor();
    return this.card(title);
  }

  async confirm(title: string): Promise<Locator> {
    await this.card(title)
      .getByRole('button', { name: `确认${title}` })
      .click();
    await this.card(title).getByRole('heading', { name: '结果' }).waitFor();
    await this.book.settled();
    return this.card(title);
  }

  async carryOut(title: string): Promise<Locator> {
    await this.plan(title);
    return this.confirm(title);
  }
}
