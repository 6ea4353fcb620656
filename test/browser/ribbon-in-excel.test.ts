// The buttons on Excel's ribbon, pressed through the unmodified office.js.
import type { Locator, Page } from 'playwright-core';
import { ACTIONS } from '../../src/taskpane/share/actions';
import { speaker } from '../../src/taskpane/words';
import { hostInfo } from '../office/host/host-info';
import { playExcelIn, type PageExcelOptions } from '../office/host/page';
import { accessDenied } from '../office/wire/errors';
import type { Request } from '../office/wire/request';
import { Book } from '../office/workbook/book';
import { attach } from '../office/workbook/open';
import { documentOf } from '../office/workbook/workbook';
import { newPage, type WatchedPage } from '../support/browser';
import { builtMetadata } from './excel-desk';
import { useSite } from './site';

const say = speaker('zh');
const SET_PROPERTY = 4;
const ROLLS = ['=RZRQ.FINANCING_BALANCE_ROLL(A1,B2,C2)', '=RZRQ.FINANCING_BALANCE_ROLL(D2,B3,C3)'];

const site = useSite();
let watched: WatchedPage;
let page: Page;
beforeEach(async () => {
  watched = await newPage(site.browser, { viewport: { width: 320, height: 600 }, locale: 'zh-CN' });
  page = watched.page;
});
afterEach(() => watched.close());

async function playExcel(options: Pick<PageExcelOptions, 'onPane' | 'latencyMs'> = {}) {
  const book = new Book();
  const requests: Request[] = [];
  const excel = await playExcelIn(page, { document: documentOf(book), onRequest: (request) => void requests.push(request), ...options });
  attach(book, excel, { metadata: builtMetadata() });
  book.type('A1', [[100, '', '', ''], ['', 10, 5, ROLLS[0]!], ['', 20, 5, ROLLS[1]!]]);
  const open = (address = excel.address(`${site.url}/taskpane.html`)) => page.goto(address, { waitUntil: 'commit' });
  /** What the page has asked of the workbook beyond reading it. */
  const writes = () => requests.flatMap(({ Actions = [] }) => Actions).filter(({ ActionType }) => ActionType === SET_PROPERTY).map(({ Name }) => Name);
  return { book, excel, open, writes };
}

const cardOf = (title: string): Locator => page.locator('#rzrq-panel-share .card').filter({ has: page.getByRole('heading', { name: title, exact: true, level: 2 }) });
const planOf = (title: string): Locator => cardOf(title).getByRole('heading', { name: say('plan'), exact: true });

test('each button brings up the pane with the plan of its command and writes nothing', async () => {
  const states: string[] = [];
  const { book, excel, open, writes } = await playExcel({ onPane: (state) => void states.push(state) });
  await open();
  await excel.ready;
  await book.settled();

  for (const [action, command] of Object.entries(ACTIONS)) {
    expect([action, await excel.press(action)]).toEqual([action, 0]);
    await planOf(say(command)).waitFor();
    expect(await page.getByRole('heading', { name: say('plan'), exact: true }).count()).toBe(1);
    expect(await planOf(say(command)).evaluate((heading) => heading.getBoundingClientRect().top < innerHeight)).toBe(true);
  }
  expect(await page.locator('#rzrq-tab-share').getAttribute('aria-selected')).toBe('true');
  expect(states).toEqual(Object.keys(ACTIONS).map(() => 'Visible'));
  expect(writes()).toEqual([]);
  expect(ROLLS.map((_, index) => book.at(`D${index + 2}`).formula)).toEqual(ROLLS);
});

test('a press that starts the page is answered at once, and its plan is there when the pane is', async () => {
  const { excel, open } = await playExcel();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/taskpane.js', async (route) => {
    await held;
    await route.continue();
  });
  // The page's address says English, Office says Chinese: the first pane gives way to another.
  await open(`${site.url}/taskpane.html?_host_Info=${encodeURIComponent(hostInfo('en-US'))}`);
  expect(await excel.press('shareFlatten')).toBe(0);
  expect(await page.locator('#pane').innerText()).toBe('');
  release();
  await planOf(say('flatten')).waitFor();
  expect(await page.getByRole('tabpanel').count()).toBe(1);
});

test('where Excel does not bring up the pane, the pane says so and the press is over all the same', async () => {
  const { excel, open } = await playExcel({
    onPane: () => {
      throw accessDenied('no pane today');
    },
  });
  await open();
  expect(await excel.press('shareRepair')).toBe(0);
  await page.locator('.status.wrong').getByText('no pane today').waitFor();
  expect(await page.locator('#rzrq-tab-share').getAttribute('aria-selected')).toBe('false');
});

test('a press while a command is running leaves the command alone', async () => {
  const { book, excel, open, writes } = await playExcel({ latencyMs: 60 });
  await open();
  await excel.ready;
  await book.settled();
  await excel.press('shareToValues');
  await cardOf(say('toValues')).getByRole('button', { name: say('toValuesNow') }).click();
  await cardOf(say('toValues')).getByRole('progressbar').waitFor();
  await excel.press('shareRepair');
  await page.locator('.status').getByText(say('stillRunning')).waitFor();
  await cardOf(say('toValues')).getByRole('heading', { name: say('result') }).waitFor();
  expect(await planOf(say('repair')).count()).toBe(0);
  expect(writes()).not.toEqual([]);
  expect(ROLLS.map((_, index) => book.at(`D${index + 2}`).formula)).toEqual([undefined, undefined]);
});

test('Excel is told of a button that the page does not know', async () => {
  const { excel, open } = await playExcel();
  await open();
  expect(await excel.press('shareNothing')).not.toBe(0);
});
