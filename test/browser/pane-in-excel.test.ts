import type { Locator, Page } from 'playwright-core';
import { templates } from '../../src/templates';
import type { Book } from '../office/workbook/book';
import { ExcelDesk } from './excel-desk';
import { CORNER, TEMPLATE_FIGURES } from './template-figures';
import { useSite } from './site';

const EXPECTED = [
  13505389656, 13592646139, 13569877333, 13516483857, 13789855570, 14511755197, 14835131802, 14554040816, 14265115022,
];
const LONGEST_WAIT = 30_000;
/** The examples of all functions are one template. */
const LONGEST_TEMPLATE = 60_000;

const site = useSite();

const panel = (page: Page, view: string): Locator => page.locator(`#rzrq-panel-${view}`);
const go = (page: Page, view: string) => page.locator(`#rzrq-tab-${view}`).click();

async function until<T>(question: () => T, answer: T): Promise<void> {
  const end = Date.now() + LONGEST_WAIT;
  while (Date.now() < end && JSON.stringify(question()) !== JSON.stringify(answer))
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(question()).toEqual(answer);
}

/** The whole way of one function, from the search to the cell at fault and the sentence about it. */
async function insertFillAndExplain({ page, book }: ExcelDesk, sentence: string): Promise<void> {
  book.select('Sheet1', 'E3');
  await page.locator('#rzrq-search').fill('FINANCING_BALANCE_ROLL');
  await page.keyboard.press('Enter');
  await panel(page, 'functions').locator('.card .primary').click();
  for (const [index, cell] of ['B2', 'C3', 'D3'].entries()) {
    book.select('Sheet1', cell);
    await panel(page, 'insert').locator('.fields button').nth(index).click();
    await page.waitForFunction(
      ([i, text]) => document.querySelectorAll<HTMLInputElement>('.fields input')[i as number]!.value === text,
      [index, cell],
    );
  }
  await panel(page, 'insert').getByText('13,505,389,656').waitFor();
  await panel(page, 'insert').locator('#rzrq-insert-down').click();
  await until(() => book.values('E3:E11').flat(), EXPECTED);

  book.select('Sheet1', 'E3');
  await go(page, 'explain');
  await panel(page, 'explain').getByText('13,411,176,185 + 1,709,141,749 − 1,614,928,278').waitFor();
  book.type('C5', [['待定']]);
  await book.settled();
  book.select('Sheet1', 'E5');
  await panel(page, 'explain').getByText(sentence).first().waitFor();
  book.type('C5', [[1474071547]]);
}

describe('in Excel', () => {
  let requests = 0;
  let desk: ExcelDesk;
  let page: Page;
  let book: Book;
  beforeAll(async () => {
    desk = await ExcelDesk.open(site, { viewport: { width: 480, height: 900 }, onRequest: () => requests++ });
    ({ page, book } = desk);
  });
  afterAll(() => desk.close());

  test.each([
    ['中文', '融资余额', 'FINANCING_BALANCE_ROLL'],
    ['pinyin', 'rongziyue', 'FINANCING_BALANCE_ROLL'],
    ['English', 'available margin', 'AVAILABLE_MARGIN'],
  ])('a function is found by %s', async (_, query, id) => {
    await page.locator('#rzrq-search').fill(query);
    expect(await panel(page, 'functions').locator('.list li').first().locator('code').textContent()).toBe(id);
  });

  test('inserts, fills down and explains', () => insertFillAndExplain(desk, '融资买入额不是数字：“待定”。'));

  test('the explanation follows what the cell reads, and then Excel is left alone', async () => {
    book.select('Sheet1', 'E5');
    await go(page, 'explain');
    await panel(page, 'explain').getByText('13,569,877,333').first().waitFor();
    await desk.type('C5', [['待定']]);
    await panel(page, 'explain').getByText('融资买入额不是数字：“待定”。').first().waitFor();
    await desk.type('C5', [[1474071547]]);
    await panel(page, 'explain').getByText('13,569,877,333').first().waitFor();
    await page.waitForTimeout(500);
    const asked = requests;
    await page.waitForTimeout(700);
    expect(requests).toBe(asked);

    await go(page, 'glossary');
    await page.waitForTimeout(300);
    const before = requests;
    book.type('J20', [[1]]);
    await page.waitForTimeout(700);
    expect(requests).toBe(before);
  });

  test('a table gets no spilling formula', async () => {
    await go(page, 'insert');
    await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().tables.add('J1:K4', true).name = '表';
        await context.sync();
      }),
    );
    book.select('Sheet1', 'K2');
    await panel(page, 'insert').locator('.field', { hasText: '插入到' }).locator('button').click();
    const inputs = panel(page, 'insert').locator('.fields input');
    for (const [index, text] of ['B2:B3', 'C3:C4', 'D3:D4'].entries()) await inputs.nth(index).fill(text);
    await panel(page, 'insert').getByText('位于表格“表”中').waitFor();
    expect(await panel(page, 'insert').locator('#rzrq-insert-spill').count()).toBe(0);
    await panel(page, 'insert').locator('#rzrq-insert-rows').click();
    await until(() => book.values('K2:K3').flat(), EXPECTED.slice(0, 2));
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    'the template %s makes a sheet in which the published figures come out, with its charts',
    async (id, template) => {
      await go(page, 'templates');
      await panel(page, 'templates')
        .locator('.card', { hasText: template.title.zh })
        .first()
        .locator('.primary')
        .click();
      const { sheets } = template.build('zh');
      await page
        .locator('.status', { hasText: sheets[sheets.length - 1]!.name })
        .waitFor({ timeout: LONGEST_TEMPLATE });
      await book.settled();
      const shown = new Set(book.values(`'${sheets[0]!.name}'!${CORNER}`).flat());
      expect(TEMPLATE_FIGURES[id]!.filter((figure) => !shown.has(figure))).toEqual([]);
      expect(book.charts.filter(({ sheet }) => sheet.name === sheets[0]!.name)).toHaveLength(sheets[0]!.charts.length);
    },
  );

  test('the published breaks come out of the daily balances', () => {
    expect(book.values("'每日余额表'!G5:G13").flat()).toEqual([
      -8661398, -7062986, 26277849, 0, 1, 35449852, 0, 0, 12458128,
    ]);
  });
});

test('an English Excel inserts, fills down and explains', async () => {
  const desk = await ExcelDesk.open(site, { viewport: { width: 480, height: 900 }, language: 'en' });
  await insertFillAndExplain(desk, 'purchases is not a number: “待定”.');
  await desk.close();
});

test('the pane is painted before Office is ready, and says so when office.js cannot be loaded', async () => {
  const watched = await site.open({ viewport: { width: 320, height: 900 }, locale: 'zh-CN' });
  await watched.page.route('https://appsforoffice.microsoft.com/**', (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/javascript',
      body: 'window.CustomFunctions = { associate() {}, Error: class {} };',
    }),
  );
  await watched.page.goto(`${site.url}/taskpane.html`);
  await watched.page.locator('.status', { hasText: '无法从微软加载 office.js' }).waitFor();
  expect(await watched.page.locator('#rzrq-panel-functions .list li').count()).toBeGreaterThan(40);
  await watched.close();
});
