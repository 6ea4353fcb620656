import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Server } from '../../src/dev/server';
import { sse601989 } from '../../src/templates/figures/sse-601989';
import { launchBrowser, newPage, serveDist, type WatchedPage } from '../support/browser';
import { playExcelIn } from '../office/host/page';
import { Book } from '../office/workbook/book';
import { attach } from '../office/workbook/open';
import { documentOf } from '../office/workbook/workbook';

const metadata = () => JSON.parse(readFileSync(join(__dirname, '../../dist/functions.json'), 'utf8'));
const ROWS = sse601989.map((_, index) => index + 2).slice(1);
const ROLLS = ROWS.map((row) => [`=RZRQ.FINANCING_BALANCE_ROLL(B$2,SUM(C$3:C${row}), SUM( D$3:D${row} ))`]);
const CELLS = `E3:E${ROWS.length + 2}`;

let browser: Browser;
let server: Server;
let watched: WatchedPage;
let page: Page;
let book: Book;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveDist()]);
  watched = await newPage(browser, { viewport: { width: 320, height: 900 }, locale: 'zh-CN' });
  page = watched.page;
  book = new Book();
  const excel = await playExcelIn(page, { document: documentOf(book) });
  attach(book, excel, { metadata: metadata() });
  book.type('A1', [['日期', '融资余额', '融资买入额', '融资偿还额'], ...sse601989.map(({ date, balance, purchases, repayments }) => [date, balance, purchases, repayments])]);
  await page.goto(excel.address(`${server.url}/taskpane.html`));
  await excel.ready;
  book.type(CELLS, ROLLS);
  await book.settled();
  await page.locator('#rzrq-tab-share').click();
});
afterAll(async () => {
  await watched.close();
  await browser.close();
  await server.close();
});

const card = (title: string): Locator => page.locator('#rzrq-panel-share .card').filter({ has: page.getByRole('heading', { name: title, exact: true, level: 2 }) });
const formulas = () => ROWS.map((row) => [book.at(`E${row}`).formula]);

async function carryOut(title: string, confirm: string): Promise<void> {
  await card(title).getByRole('button', { name: `查看计划: ${title}` }).click();
  await card(title).getByRole('button', { name: confirm }).click();
  await card(title).getByRole('heading', { name: '结果' }).waitFor();
  await book.settled();
}

test('the pane is no wider than 320 pixels, plan and all', async () => {
  await card('转为公式').getByRole('button', { name: '查看计划: 转为公式' }).click();
  await card('转为公式').locator('summary').click();
  await card('转为公式').locator('li').first().waitFor();
  expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('#rzrq-panel-share')!.scrollWidth].filter((width) => width > innerWidth))).toEqual([]);
});

test.each([
  ['转为公式', '确认转为公式'],
  ['转为数值', '确认转为数值'],
])('%s keeps every value, and restoring brings every formula back, character for character', async (title, confirm) => {
  const [values, before] = [book.values(CELLS), formulas()];
  expect(before).toEqual(ROLLS);
  expect(values[0]).toEqual([13505389656]);
  await carryOut(title, confirm);
  expect(formulas().flat().filter((formula) => formula?.includes('RZRQ'))).toEqual([]);
  expect(formulas().flat().every((formula) => (formula === undefined) === (title === '转为数值'))).toBe(true);
  expect(book.values(CELLS)).toEqual(values);
  await carryOut('恢复', '确认恢复');
  expect(formulas()).toEqual(before);
  expect(book.values(CELLS)).toEqual(values);
});

test('a cell that was changed meanwhile is left alone and named', async () => {
  await carryOut('转为数值', '确认转为数值');
  book.type('E4', [['改']]);
  await carryOut('恢复', '确认恢复');
  await card('恢复').getByText('单元格现为：改').waitFor();
  expect(book.at('E4').value).toBe('改');
  expect(formulas().filter((_, index) => index !== 1)).toEqual(ROLLS.filter((_, index) => index !== 1));
});
