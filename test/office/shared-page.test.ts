import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newPage, serveDist, type WatchedPage } from '../support/browser';
import { playExcelIn } from './host/page';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveDist>>;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveDist();
});
beforeEach(async () => {
  watched = await newPage(browser);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

// Microsoft's script for Excel loads on its own; where it arrives while the page is still being read it waits for the whole page.
test.each([
  [
    'while the page is read',
    (page: Page) => page.waitForFunction(() => typeof Excel !== 'undefined', undefined, { polling: 20 }),
  ],
  ['at any time', () => undefined],
])('functions answer before the code of the pane has loaded, the script for Excel arriving %s', async (_, arrived) => {
  const { page } = watched;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/ribbon.js', async (route) => {
    await arrived(page);
    await route.continue();
  });
  await page.route('**/taskpane.js', async (route) => {
    await held;
    await route.continue();
  });
  const excel = await playExcelIn(page);
  await page.goto(excel.address(`${site.url}/taskpane.html`), { waitUntil: 'commit' });
  await excel.ready;
  const answer = await excel.call('MARGIN_BALANCE', [[[97753.18]], [[982.29]]]);
  expect(answer).toEqual([[98735.47]]);
  expect(await page.locator('#pane').innerText()).toBe('');
  release();
  await page.getByRole('tab').first().waitFor();
  await watched.close();
});

test.each([
  ['zh', /无法从微软加载 office\.js/],
  ['en', /office\.js could not be loaded/],
])('where office.js cannot be fetched the page says so (%s)', async (language, sentence) => {
  const { page, problems } = watched;
  await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
  await page.goto(`${site.url}/taskpane.html?lang=${language}`);
  await page.getByText(sentence).waitFor();
  expect(await page.getByRole('tab').count()).toBeGreaterThan(2);
  expect(problems).toEqual([]);
  await watched.close();
});
