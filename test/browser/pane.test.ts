import type { Locator } from 'playwright-core';
import { templates } from '../../src/templates';
import { violationsIn } from './axe';
import { Desk } from './desk';
import { cellName } from '../../src/workbook/a1';
import { CORNER, TEMPLATE_FIGURES } from './template-figures';
import { useSite } from './site';

const VIEWS = ['functions', 'insert', 'explain', 'templates', 'import', 'share', 'look', 'glossary'] as const;
type ViewId = (typeof VIEWS)[number];
/** The page answers nothing while it works out the hundreds of calls of the worked examples. */
const LONGEST_TEMPLATE = 60_000;
const WIDE = { width: 1800, height: 900 };
const EXPECTED = [
  13505389656, 13592646139, 13569877333, 13516483857, 13789855570, 14511755197, 14835131802, 14554040816, 14265115022,
];

const site = useSite();

const open = (query: string) => Desk.open(site, `${site.url}/index.html${query}`, { viewport: WIDE, locale: 'zh-CN' });
const panel = (desk: Desk, view: ViewId): Locator => desk.page.locator(`#rzrq-panel-${view}`);
const go = (desk: Desk, view: ViewId) => desk.page.locator(`#rzrq-tab-${view}`).click();

/** Axe over every view with a cell to explain. Names hang on the language and colours on the theme: one of each is enough. */
async function foundByAxe(desk: Desk, explained: string): Promise<readonly unknown[]> {
  await desk.select(explained);
  const found: unknown[] = [];
  for (const view of VIEWS) {
    await go(desk, view);
    await desk.page.waitForTimeout(300);
    found.push([view, await violationsIn(desk.page, '#pane')]);
  }
  await go(desk, 'functions');
  await desk.page.locator('#rzrq-search').fill('');
  await desk.page.locator('#rzrq-function-MAINTENANCE_RATIO').click();
  return [...found, ['card', await violationsIn(desk.page, '#pane')]];
}

const NOTHING_FOUND = [...VIEWS, 'card'].map((view) => [view, []]);

describe('by mouse', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await open('?lang=zh');
    // As some browsers call the language of their system; Intl knows no such tag.
    await desk.page.evaluate(() =>
      Object.defineProperty(Navigator.prototype, 'language', { get: () => 'en-US@posix' }),
    );
  });
  afterAll(() => desk.close());

  test.each([
    ['English', 'maintenance ratio', 'MAINTENANCE_RATIO'],
    ['中文', '维持担保比例', 'MAINTENANCE_RATIO'],
    ['pinyin initials', 'wcdbbl', 'MAINTENANCE_RATIO'],
    ['a vendor’s field code', 'mrg_long_bal', 'FINANCING_BALANCE_ROLL'],
  ])('a function is found by %s', async (_, query, id) => {
    await go(desk, 'functions');
    await desk.page.locator('#rzrq-search').fill(query);
    expect(await panel(desk, 'functions').locator('.list li').first().locator('code').textContent()).toBe(id);
  });

  test('a function is inserted into the cell, argument by argument from the selection, and filled down', async () => {
    await desk.select('E6');
    await go(desk, 'functions');
    await desk.page.locator('#rzrq-search').fill('FINANCING_BALANCE_ROLL');
    await desk.page.locator('#rzrq-function-FINANCING_BALANCE_ROLL').click();
    await panel(desk, 'functions').locator('.card .primary').click();
    for (const [index, cell] of ['B5', 'C6', 'D6'].entries()) {
      await desk.select(cell);
      await panel(desk, 'insert').locator('.fields button').nth(index).click();
      await desk.until(() => panel(desk, 'insert').locator('.fields input').nth(index).inputValue(), cell);
    }
    await panel(desk, 'insert').getByText('13,505,389,656').waitFor();
    await panel(desk, 'insert').locator('#rzrq-insert-down').click();
    await desk.until(() => desk.column('E6:E14'), EXPECTED);
    expect((await desk.ask('formulas', 'E14:E14'))[0]).toEqual(['=RZRQ.FINANCING_BALANCE_ROLL(B13,C14,D14)']);
  });

  test('a right cell is explained with its numbers, a wrong one with the cell to blame', async () => {
    await desk.select('E9');
    await go(desk, 'explain');
    await panel(desk, 'explain').getByText('13,543,599,484 + 1,168,986,102 − 1,196,101,729').waitFor();
    await desk.enter('C9', '待定');
    await desk.select('E9');
    await panel(desk, 'explain').getByText('融资买入额不是数字：“待定”。').first().waitFor();
    await panel(desk, 'explain').getByText('C9', { exact: false }).first().waitFor();
    await panel(desk, 'explain').locator('.wrong button').click();
    await desk.until(() => desk.ask('selection'), 'C9');
    await desk.enter('C9', '1168986102');
  });

  test('the explanation follows the cell that is selected, and keeps what the reader opened', async () => {
    await go(desk, 'explain');
    await desk.enterHere('E20', '=RZRQ.MARGIN_BALANCE(RZRQ.MARGIN_BALANCE(5,6),1)');
    await panel(desk, 'explain').locator('h2', { hasText: 'E20 12' }).waitFor();
    await panel(desk, 'explain').locator('summary').first().click();
    await panel(desk, 'explain').getByText('5 + 6', { exact: true }).waitFor();
    const drawn = await panel(desk, 'explain').locator('h2').elementHandle();
    await desk.page.keyboard.press('F2');
    await desk.page.keyboard.press('Control+Enter');
    await desk.page.waitForTimeout(500);
    expect(await drawn!.evaluate((heading) => heading.isConnected)).toBe(true);

    await desk.enterHere('E20', '=RZRQ.MARGIN_BALANCE(-5,1)');
    await panel(desk, 'explain').locator('h2', { hasText: 'E20 #NUM!' }).waitFor();
    await panel(desk, 'explain').getByText('融资余额不能小于 0：-5。').waitFor();
    await desk.clear('E20');
    await panel(desk, 'explain').getByText('E20 中没有本加载项的函数。').waitFor();
  });

  test('nothing is explained while the pane is hidden; when it comes back it has caught up', async () => {
    await desk.clear('E20');
    await panel(desk, 'explain').getByText('E20 中没有本加载项的函数。').waitFor();
    await desk.page.locator('#pane-switch').click();
    try {
      await desk.enterHere('E20', '=RZRQ.MARGIN_BALANCE(5,1)');
      await desk.until(() => desk.values('E20'), [[6]]);
      await desk.page.waitForTimeout(500);
      expect(await panel(desk, 'explain').textContent()).toContain('E20 中没有本加载项的函数。');
    } finally {
      // The tests that follow need the pane.
      await desk.page.locator('#pane-switch').click();
    }
    await panel(desk, 'explain').locator('h2', { hasText: 'E20 6' }).waitFor();
    await desk.clear('E20');
  });

  test('opened on a cell without figures, the plot view waits to be asked before it says so', async () => {
    await desk.select('E20');
    await go(desk, 'look');
    await desk.page.waitForTimeout(300);
    expect(await desk.page.locator('#pane .status').textContent()).toBe('');
    await panel(desk, 'look').locator('.primary').click();
    await desk.page.locator('#pane .status.wrong', { hasText: '所选区域没有至少含两个数字的列。' }).waitFor();
  });

  test('a spilling formula over filled cells is refused with the reason; row by row is offered', async () => {
    await go(desk, 'insert');
    await desk.select('E5');
    await panel(desk, 'insert').locator('.field', { hasText: '插入到' }).locator('button').click();
    const inputs = panel(desk, 'insert').locator('.fields input');
    for (const [index, text] of ['B5:B13', 'C6:C14', 'D6:D14'].entries()) await inputs.nth(index).fill(text);
    await panel(desk, 'insert').getByText('E6 不是空的').waitFor();
    expect(await panel(desk, 'insert').locator('#rzrq-insert-spill').count()).toBe(0);
    expect(await panel(desk, 'insert').locator('#rzrq-insert-rows').count()).toBe(1);
  });

  test('a word that nothing is called is named, and nothing can be inserted', async () => {
    await go(desk, 'insert');
    await desk.select('E20');
    await panel(desk, 'insert').locator('select').first().selectOption('MARGIN_BALANCE');
    await panel(desk, 'insert').locator('.field', { hasText: '插入到' }).locator('button').click();
    const inputs = panel(desk, 'insert').locator('.fields input');
    for (const [index, text] of ['昨天', 'B5'].entries()) await inputs.nth(index).fill(text);
    await panel(desk, 'insert').getByText('没有名为“昨天”的单元格、名称或函数。').waitFor();
    expect(await panel(desk, 'insert').locator('.actions button').count()).toBe(0);
    await inputs.first().fill('（B6）');
    await panel(desk, 'insert').locator('.call', { hasText: '=RZRQ.MARGIN_BALANCE((B6),B5)' }).waitFor();
    expect(await panel(desk, 'insert').locator('#rzrq-insert-here').count()).toBe(1);
  });

  test('axe-core finds nothing in 中文 and light', async () => {
    await go(desk, 'functions');
    await panel(desk, 'functions').locator('.back').click();
    expect(await foundByAxe(desk, 'E9')).toEqual(NOTHING_FOUND);
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    'the template %s makes a sheet in which the published figures come out',
    async (id, template) => {
      await go(desk, 'templates');
      await panel(desk, 'templates')
        .locator('.card', { hasText: template.title.zh })
        .first()
        .locator('.primary')
        .click({ timeout: LONGEST_TEMPLATE });
      const { sheets } = template.build('zh');
      await desk.page.locator('#pane .status', { hasText: sheets[sheets.length - 1]!.name }).waitFor();
      await desk.until(() => desk.ask('activeSheet'), sheets[0]!.name);
      const missing = async () => {
        const shown = new Set((await desk.values(CORNER)).flat());
        return TEMPLATE_FIGURES[id]!.filter((figure) => !shown.has(figure));
      };
      await desk.until(missing, []);
    },
    2 * LONGEST_TEMPLATE,
  );

  test('the ratio of the credit account is explained where it is computed', async () => {
    const [sheet] = templates.find(({ id }) => id === 'credit-account')!.build('zh').sheets;
    await desk.openSheet(sheet!.name);
    const rows = await desk.values(CORNER);
    const row = rows.map((line) => line.includes(2.25)).lastIndexOf(true);
    const cell = cellName(row, rows[row]!.indexOf(2.25));
    await desk.select(cell);
    await go(desk, 'explain');
    await panel(desk, 'explain').getByText(`${cell} 显示`).waitFor();
    await panel(desk, 'explain').getByText('ACCOUNT_MONITOR', { exact: true }).waitFor();
  });

  test('the daily balances show the published breaks', async () => {
    await desk.openSheet('每日余额表');
    await desk.until(() => desk.column('G5:G13'), [-8661398, -7062986, 26277849, 0, 1, 35449852, 0, 0, 12458128]);
  });

  test('the figures of a sheet are plotted and read as a table', async () => {
    await desk.select('B5');
    await go(desk, 'look');
    await panel(desk, 'look').locator('.primary').click();
    await panel(desk, 'look').locator('canvas').waitFor();
    await panel(desk, 'look').getByText('数据表').click();
    expect(await panel(desk, 'look').locator('.scroll tbody tr').first().allInnerTexts()).toEqual([
      '2015-04-03\t13,411,176,185',
    ]);
    const { x, y, width, height } = (await panel(desk, 'look').locator('.u-over').boundingBox())!;
    await desk.page.mouse.move(x + width - 2, y + height / 2);
    await panel(desk, 'look').locator('.u-legend', { hasText: '2015-04-17' }).waitFor();
  });
});

describe('in English', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await open('?lang=en');
  });
  afterAll(() => desk.close());

  test('the first family stands as far below the welcome as the others stand apart', async () => {
    const gaps = await panel(desk, 'functions')
      .locator('h2')
      .evaluateAll((headings) =>
        headings.map((heading) => {
          const above = heading.parentElement!.previousElementSibling ?? document.querySelector('.pane .welcome')!;
          return Math.round(heading.getBoundingClientRect().top - above.getBoundingClientRect().bottom);
        }),
      );
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(6);
  });

  test('by keyboard alone: find, open, insert, explain', async () => {
    const { keyboard } = desk.page;
    const focused = () => desk.page.evaluate(() => document.activeElement!.id || document.activeElement!.textContent);
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 40 && (await focused()) !== wanted; presses++) await keyboard.press('Tab');
      expect(await focused()).toBe(wanted);
    };
    await desk.select('E6');
    await desk.page.locator('#rzrq-tab-functions').focus();
    await keyboard.press('ArrowRight');
    expect(await focused()).toBe('rzrq-tab-insert');
    await keyboard.press('Home');
    expect(await focused()).toBe('rzrq-tab-functions');
    await tabTo('rzrq-search');
    await keyboard.type('FINANCING_BALANCE_ROLL');
    await keyboard.press('Enter');
    await tabTo('Insert this function');
    await keyboard.press('Enter');
    await panel(desk, 'insert').locator('.fields input').first().waitFor();
    for (const [i, text] of ['B5', 'C6', 'D6'].entries()) {
      // The first argument has the keyboard already.
      if (i > 0) {
        do await keyboard.press('Tab');
        while ((await desk.page.evaluate(() => document.activeElement!.tagName)) !== 'INPUT');
      }
      await keyboard.type(text);
    }
    await panel(desk, 'insert').getByText('13,505,389,656').waitFor();
    await tabTo('rzrq-insert-here');
    await keyboard.press('Enter');
    await desk.until(() => desk.column('E6:E6'), [13505389656]);
    await desk.page.waitForFunction(() => !document.activeElement?.closest('#pane'));
    await desk.page.locator('#rzrq-tab-insert').focus();
    await keyboard.press('ArrowRight');
    await panel(desk, 'explain').getByText('13,411,176,185 + 1,709,141,749 − 1,614,928,278').waitFor();
  });

  test('the functions to choose from have English titles', async () => {
    await go(desk, 'insert');
    const titles = await panel(desk, 'insert').locator('select').first().locator('option').allTextContents();
    expect(titles).toContain('MARGIN_BALANCE Margin balance');
    expect(titles.filter((title) => /\p{Script=Han}/u.test(title))).toEqual([]);
  });

  test('axe-core finds nothing in English and dark', async () => {
    await go(desk, 'functions');
    await panel(desk, 'functions').locator('.back').click();
    await desk.page.locator('#theme').click();
    await desk.until(async () => (await desk.look()).theme, 'dark');
    expect(await foundByAxe(desk, 'F6')).toEqual(NOTHING_FOUND);
  });
});
