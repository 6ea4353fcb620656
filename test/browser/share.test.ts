import type { Locator } from 'playwright-core';
import { violationsIn } from './axe';
import { Desk } from './desk';
import { useSite } from './site';

const COMMANDS = ['转为公式', '转为数值', '转为名称', '恢复', '修复', '链转序列'];
const ROLL = '=RZRQ.FINANCING_BALANCE_ROLL(B5,C6,D6)';
const CELLS = 'A1:M14';
const LONGEST_WAIT = 60_000;

let desk: Desk;
afterAll(() => desk.close());
const site = useSite();
beforeAll(async () => {
  desk = await Desk.open(site, `${site.url}/index.html?lang=zh&theme=dark`, {
    viewport: { width: 1800, height: 900 },
    locale: 'zh-CN',
  });
  await desk.until(() => desk.column('F6:F6'), [13505389656]);
  await desk.page.locator('#rzrq-tab-share').click();
});

const panel = (): Locator => desk.page.locator('#rzrq-panel-share');
const card = (title: string): Locator =>
  panel()
    .locator('.card')
    .filter({ has: desk.page.getByRole('heading', { name: title, exact: true, level: 2 }) });

async function plan(title: string): Promise<Locator> {
  await card(title)
    .getByRole('button', { name: `查看计划: ${title}` })
    .click();
  await card(title).getByRole('heading', { name: '计划' }).waitFor({ timeout: LONGEST_WAIT });
  return card(title);
}

async function carryOut(title: string, confirm: string): Promise<Locator> {
  await (await plan(title)).getByRole('button', { name: confirm }).click();
  await card(title).getByRole('heading', { name: '结果' }).waitFor({ timeout: LONGEST_WAIT });
  return card(title);
}

test('the commands are there, and axe-core finds nothing in them or in a plan', async () => {
  await panel().locator('h2').first().waitFor();
  expect(await panel().locator('h2').allTextContents()).toEqual(COMMANDS);
  expect(await violationsIn(desk.page, '#pane')).toEqual([]);
  await plan('转为公式');
  expect(await violationsIn(desk.page, '#pane')).toEqual([]);
});

test('a plan tells the old and the new formula of a cell and writes nothing', async () => {
  const shown = await plan('转为公式');
  await shown.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
  const line = shown.locator('li:not(:has(li))', { hasText: ROLL });
  await line.waitFor({ state: 'attached' });
  expect(await line.locator('code').allTextContents()).toEqual([ROLL, expect.stringMatching(/^=(?!.*RZRQ).*C6/)]);
  expect(await desk.ask('formulas', 'F6:F6')).toEqual([[ROLL]]);
  await shown.getByRole('button', { name: '关闭' }).click();
  expect(await shown.getByRole('heading', { name: '计划' }).count()).toBe(0);
});

test.each([
  ['转为公式', '确认转为公式', (text: string) => text.startsWith('=') && !text.includes('RZRQ')],
  ['转为数值', '确认转为数值', (text: string) => text === ''],
])(
  '%s keeps every value, and restoring brings every formula back, character for character',
  async (title, confirm, isShared) => {
    const [values, formulas] = [await desk.values(CELLS), await desk.ask('formulas', CELLS)];
    await carryOut(title, confirm);
    expect(isShared((await desk.ask('formulas', 'F6:F6'))[0]![0]!)).toBe(true);
    expect((await desk.ask('formulas', CELLS)).flat().join()).not.toContain('RZRQ');
    expect(await desk.values(CELLS)).toEqual(values);
    await carryOut('恢复', '确认恢复');
    await desk.until(() => desk.ask('formulas', CELLS), formulas);
    await desk.until(() => desk.values(CELLS), values);
  },
  120_000,
);

test('on copies of the sheets the sheets stay as they are', async () => {
  const formulas = await desk.ask('formulas', CELLS);
  const names = await desk.ask('sheetNames');
  const shown = await plan('转为数值');
  await shown.getByLabel('工作表副本').check();
  await shown.getByText('原工作表不变').waitFor();
  await shown.getByRole('button', { name: '确认转为数值' }).click();
  await shown.getByText('已生成副本').waitFor({ timeout: LONGEST_WAIT });
  expect(await desk.ask('sheetNames')).toEqual(expect.arrayContaining([...names, `${names[0]}（分享）`]));
  await desk.openSheet(names[0]!);
  expect(await desk.ask('formulas', CELLS)).toEqual(formulas);
}, 120_000);

test('by keyboard: the plan, and the way back to its button', async () => {
  const button = card('修复').getByRole('button', { name: '查看计划: 修复' });
  await button.focus();
  await desk.page.keyboard.press('Enter');
  await card('修复').getByText('没有需要修复的公式。').waitFor();
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a chain typed and filled down becomes one series with the same values', async () => {
  await desk.enter('B20', '1000.1');
  for (const [cell, figure] of [
    ['C21', '10.1'],
    ['D21', '5'],
    ['C22', '20.2'],
    ['D22', '0.1'],
    ['C23', '3'],
    ['D23', '4'],
  ] as const)
    await desk.enter(cell, figure);
  await desk.enter('B21', '=RZRQ.FINANCING_BALANCE_ROLL(B20,C21,D21)');
  await desk.fillDown('B21', 'B23');
  const values = [1005.2, 1025.3, 1024.3];
  await desk.until(() => desk.column('B21:B23'), values);
  await carryOut('链转序列', '确认链转序列');
  expect(await desk.ask('formulas', 'B21:B23')).toEqual([
    ['=RZRQ.FINANCING_BALANCE_SERIES(B20,C21:C23,D21:D23)'],
    [''],
    [''],
  ]);
  await desk.until(() => desk.column('B21:B23'), values);
}, 60_000);

test('a name that only the file should hold is typed again', async () => {
  await desk.enter('E21', '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)');
  await desk.until(() => desk.column('E21:E21'), ['#NAME?']);
  await carryOut('修复', '确认修复');
  await desk.until(() => desk.ask('formulas', 'E21:E21'), [['=RZRQ.FINANCING_NET_PURCHASE(5,3)']]);
  await desk.until(() => desk.column('E21:E21'), [2]);
}, 60_000);
