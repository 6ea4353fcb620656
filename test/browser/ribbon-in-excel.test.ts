// The buttons on Excel's ribbon, pressed through the unmodified office.js.
import { ACTIONS } from '../../src/taskpane/share/actions';
import { speaker } from '../../src/taskpane/words';
import { hostInfo } from '../office/host/host-info';
import { accessDenied } from '../office/wire/errors';
import type { Request } from '../office/wire/request';
import { ExcelDesk } from './excel-desk';
import { useSite } from './site';

const say = speaker('zh');
const SET_PROPERTY = 4;
const LOW = { width: 320, height: 600 };
const ROLLS = ['=RZRQ.FINANCING_BALANCE_ROLL(B2,C3,D3)', '=RZRQ.FINANCING_BALANCE_ROLL(E3,C4,D4)'];
const CELLS = 'E3:E4';

const site = useSite();
let desk: ExcelDesk;
afterEach(() => desk.close());

/** A workbook with two formulas; what the page asks of it is kept. */
async function withRolls(options: Parameters<typeof ExcelDesk.open>[1] = {}) {
  const requests: Request[] = [];
  desk = await ExcelDesk.open(site, { viewport: LOW, onRequest: (request) => void requests.push(request), ...options });
  await desk.type(
    'E3',
    ROLLS.map((formula) => [formula]),
  );
  /** What the page has asked of the workbook beyond reading it. */
  const writes = () =>
    requests
      .flatMap(({ Actions = [] }) => Actions)
      .filter(({ ActionType }) => ActionType === SET_PROPERTY)
      .map(({ Name }) => Name);
  return { writes };
}

test('each button brings up the pane with the plan of its command and writes nothing', async () => {
  const states: string[] = [];
  const { writes } = await withRolls({ onPane: (state) => void states.push(state) });

  for (const [action, command] of Object.entries(ACTIONS)) {
    expect([action, await desk.excel.press(action)]).toEqual([action, 0]);
    await desk.planOf(command).waitFor();
    expect(await desk.page.getByRole('heading', { name: say('plan'), exact: true }).count()).toBe(1);
    expect(await desk.planOf(command).evaluate((heading) => heading.getBoundingClientRect().top < innerHeight)).toBe(
      true,
    );
  }
  expect(await desk.page.locator('#rzrq-tab-share').getAttribute('aria-selected')).toBe('true');
  expect(states).toEqual(Object.keys(ACTIONS).map(() => 'Visible'));
  expect(writes()).toEqual([]);
  expect(desk.formulas(CELLS)).toEqual(ROLLS);
});

test('the self-test comes up from the ribbon, and runs when asked', async () => {
  const { writes } = await withRolls();
  expect(await desk.excel.press('selfTest')).toBe(0);
  await desk.page.locator('#rzrq-self-test').waitFor();
  expect(writes()).toEqual([]);
  expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('rzrq-panel-selfTest');
  await desk.page.locator('#rzrq-self-test').click();
  const report = desk.page.locator('#rzrq-panel-selfTest textarea');
  await report.waitFor();
  expect(await report.inputValue()).toMatch(/^Excel PC .*\nExcelApi 1\.20, CustomFunctionsRuntime 1\.5, /m);
  expect(await report.inputValue()).not.toContain('✗');
  await desk.page.locator('#rzrq-tab-functions').click();
  expect(await desk.page.locator('#rzrq-panel-selfTest').isVisible()).toBe(false);
});

test('a press that starts the page is answered at once, and its plan is there when the pane is', async () => {
  desk = await ExcelDesk.prepare(site, { viewport: LOW });
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await desk.page.route('**/taskpane.js', async (route) => {
    await held;
    await route.continue();
  });
  // The page's address says English, Office says Chinese: the first pane gives way to another.
  await desk.start(`${site.url}/taskpane.html?_host_Info=${encodeURIComponent(hostInfo('en-US'))}`);
  expect(await desk.excel.press('shareFlatten')).toBe(0);
  expect(await desk.page.locator('#pane').innerText()).toBe('');
  release();
  await desk.planOf('flatten').waitFor();
  expect(await desk.page.getByRole('tabpanel').count()).toBe(1);
});

test('where Excel does not bring up the pane, the pane says so and the press is over all the same', async () => {
  await withRolls({
    onPane: () => {
      throw accessDenied('no pane today');
    },
  });
  expect(await desk.excel.press('shareRepair')).toBe(0);
  await desk.page.locator('.status.wrong').getByText('no pane today').waitFor();
  expect(await desk.page.locator('#rzrq-tab-share').getAttribute('aria-selected')).toBe('false');
});

test('a press while a command is running leaves the command alone', async () => {
  const { writes } = await withRolls({ latencyMs: 60 });
  await desk.excel.press('shareToValues');
  const card = desk.card('toValues');
  await card.getByRole('button', { name: say('toValuesNow') }).click();
  await card.getByRole('progressbar').waitFor();
  await desk.excel.press('shareRepair');
  await desk.page.locator('.status').getByText(say('stillRunning')).waitFor();
  await card.getByRole('heading', { name: say('result') }).waitFor();
  expect(await desk.planOf('repair').count()).toBe(0);
  expect(writes()).not.toEqual([]);
  expect(desk.formulas(CELLS)).toEqual([undefined, undefined]);
});

test('Excel is told of a button that the page does not know', async () => {
  await withRolls();
  expect(await desk.excel.press('shareNothing')).not.toBe(0);
});
