import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { WorkbookProbe } from '../../src/playground/probe';
import type { WatchedPage } from '../support/browser';
import type { Site } from './site';
import { LONGEST_WAIT, eventually } from '../support/within';

type Value = string | number | boolean | null;

const DOUBLE_CLICK_MS = 600;

/** The language and the theme a page shows. */
export function lookOf(page: Page): Promise<{ lang: string; theme: string | undefined }> {
  return page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return { lang, theme: dataset.theme };
  });
}

/** The embedded workbook under a person's hands: it is touched by keyboard and mouse alone and read through its probe. */
export class Desk {
  private clicked = '';

  private constructor(private readonly watched: WatchedPage) {}

  static async open(site: Site, address: string, options?: BrowserContextOptions): Promise<Desk> {
    const desk = new Desk(await site.open({ ownFilesOnly: true, ...options }));
    await desk.page.goto(address);
    await desk.ready();
    return desk;
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => 'rzrqWorkbook' in window);
  }

  get page(): Page {
    return this.watched.page;
  }

  get requests(): readonly string[] {
    return this.watched.requests;
  }

  get status(): Locator {
    return this.page.locator('#status');
  }

  /** The functions offered while a name is typed. */
  get suggestions(): Locator {
    return this.page.locator('ul[data-u-comp="sheets-formula-editor"]');
  }

  /** What the formula editor shows beside the cell. */
  get popup(): Locator {
    return this.page.locator('[id^="univer-popup-portal"]');
  }

  close(): Promise<void> {
    return this.watched.close();
  }

  look(): ReturnType<typeof lookOf> {
    return lookOf(this.page);
  }

  /** Asks the probe one question. */
  ask<K extends keyof WorkbookProbe>(
    question: K,
    ...args: Parameters<WorkbookProbe[K]>
  ): Promise<ReturnType<WorkbookProbe[K]>> {
    return this.page.evaluate(
      ([name, given]) =>
        (window.rzrqWorkbook[name as K] as (...list: unknown[]) => ReturnType<WorkbookProbe[K]>)(
          ...(given as unknown[]),
        ),
      [question, args] as const,
    );
  }

  values(range: string): Promise<Value[][]> {
    return this.ask('values', range);
  }

  async column(range: string): Promise<Value[]> {
    return (await this.values(range)).map(([value]) => value ?? null);
  }

  async middleOf(cell: string): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = await this.ask('place', cell);
    return { x: x + width / 2, y: y + height / 2 };
  }

  async select(cell: string): Promise<void> {
    const { x, y } = await this.middleOf(cell);
    // Two quick clicks on one cell are a double click, which opens its editor; quick by the clock of the page.
    if (this.clicked === cell)
      await this.page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), DOUBLE_CLICK_MS);
    await this.page.mouse.click(x, y);
    this.clicked = cell;
    await this.until(() => this.ask('selection'), cell);
  }

  /** Goes to a cell by the name box, wherever it is. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('[data-u-comp="defined-name"] input');
    await box.fill(cell);
    await box.press('Enter');
    await this.until(() => this.ask('selection'), cell);
    await this.select(cell);
  }

  /** Selects a cell and writes, leaving the editor open; the last character is a key of its own, as of somebody who types. */
  async type(cell: string, text: string): Promise<void> {
    await this.write(cell, text.slice(0, -1));
    await this.page.keyboard.type(text.slice(-1));
  }

  /** Writes as an input method does, at one go after the first key: the editor thinks long about every key. */
  private async write(cell: string, text: string): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.type(text.slice(0, 1));
    await this.page.keyboard.insertText(text.slice(1));
  }

  async enter(cell: string, text: string): Promise<void> {
    await this.write(cell, text);
    // While functions are offered, Enter takes one of them and the editor stays open.
    await eventually(LONGEST_WAIT, `${text} to be entered in ${cell}`, async () => {
      await this.page.keyboard.press('Enter');
      return this.leaves(cell);
    });
    await this.until(() => this.content(cell), text);
  }

  /** Whether the selection moves on, as it does when the editor of a cell has closed. */
  private async leaves(cell: string): Promise<boolean> {
    for (let tries = 0; tries < 20; tries += 1) {
      if ((await this.ask('selection')) !== cell) return true;
      await this.page.waitForTimeout(50);
    }
    return false;
  }

  private async content(cell: string): Promise<string> {
    const [[formula]] = (await this.ask('formulas', cell)) as [[string]];
    return formula || String((await this.values(cell))[0]![0]);
  }

  /** Enters a text and stays in the cell. */
  async enterHere(cell: string, text: string): Promise<void> {
    await this.write(cell, text);
    await this.page.keyboard.press('Control+Enter');
    await this.until(() => this.content(cell), text);
  }

  async clear(cell: string): Promise<void> {
    await this.select(cell);
    await this.page.keyboard.press('Delete');
  }

  /** Leaves the editor without entering anything. */
  async abandon(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  async hover(cell: string): Promise<void> {
    const { x, y } = await this.middleOf(cell);
    await this.page.mouse.move(x, y + 60);
    await this.page.mouse.move(x, y, { steps: 6 });
  }

  async openSheet(name: string): Promise<void> {
    await this.page.locator('#workbook').getByText(name, { exact: true }).click();
    await this.until(() => this.ask('activeSheet'), name);
  }

  /** Pulls the fill handle of the selected cell down to another cell. */
  async fillDown(from: string, to: string): Promise<void> {
    await this.select(from);
    const { x, y, width, height } = await this.ask('place', from);
    const target = await this.middleOf(to);
    await this.page.mouse.move(x + width, y + height);
    await this.page.mouse.down();
    // Straight down: a pull that goes further to the side fills the row.
    await this.page.mouse.move(x + width, target.y, { steps: 12 });
    await this.page.mouse.up();
  }

  /** Waits until a question has the answer; the last answer is in the failure. */
  async until(question: () => Promise<unknown>, answer: unknown): Promise<void> {
    const wanted = JSON.stringify(answer);
    let last = JSON.stringify(await question());
    for (
      const end = Date.now() + LONGEST_WAIT;
      last !== wanted && Date.now() < end;
      last = JSON.stringify(await question())
    )
      await this.page.waitForTimeout(50);
    expect(JSON.parse(last)).toEqual(answer);
  }
}
