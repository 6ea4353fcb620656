import type { Language } from '../../src/language';
import { speaker } from '../../src/taskpane/words';
import { COLUMNS, type Figure } from '../../src/tables/columns';
import { CHECKS } from '../../src/taskpane/self-test/checks';
import { inLanguages } from '../support/thorough';
import { violationsIn } from './axe';
import { Desk } from './desk';
import { ExcelDesk } from './excel-desk';
import { useSite } from './site';
import { LONGEST_WAIT, eventually } from '../support/within';

/** A financed position at a loss: value and amount. */
const LONG_POSITION = [80000, 100000];

/** What the balances of the first sample sheet should be, day by day. */
const ROLLED = [
  13505389656, 13592646139, 13569877333, 13516483857, 13789855570, 14511755197, 14835131802, 14554040816, 14265115022,
];

const site = useSite();

const OFFER = {
  zh: { apply: '采用', meant: '似乎想输入' },
  en: { apply: 'Apply', meant: 'Meant, it seems' },
} as const satisfies Readonly<Record<Language, unknown>>;

describe.each(inLanguages('en'))('the embedded workbook in %s', (language) => {
  const { apply, meant } = OFFER[language];
  const say = speaker(language);
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(site, `${site.url}/?lang=${language}`);
  });
  afterAll(() => desk.close());

  const focused = () => desk.page.evaluate(() => document.activeElement?.id ?? '');
  const height = () => desk.page.locator('div.status').evaluate((line) => line.getBoundingClientRect().height);

  /** By arrows from wherever the selection is. */
  async function walkTo(column: string, row: number): Promise<void> {
    for (;;) {
      const at = await desk.ask('selection');
      const [, letters = '', digits] = /^([A-Z]+)(\d+)/.exec(at) ?? [];
      if (letters === column && Number(digits) === row) return;
      const down = Number(digits) - row;
      await desk.page.keyboard.press(
        down < 0 ? 'ArrowDown' : down > 0 ? 'ArrowUp' : letters < column ? 'ArrowRight' : 'ArrowLeft',
      );
      await eventually(LONGEST_WAIT, `${at} to be left`, async () => (await desk.ask('selection')) !== at);
    }
  }

  test('by keys alone from the page as it opens to a filled column and back', async () => {
    const { keyboard } = desk.page;
    // The page has no focus of its own yet: to the pane, the header, the sheet.
    for (let i = 0; i < 3; i++) await keyboard.press('F6');
    await walkTo('E', 6);
    await keyboard.press('Control+Alt+f');
    await desk.until(focused, 'rzrq-search');
    await keyboard.type('rongziyue');
    // The card, its button, and the first argument.
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    for (const argument of ['B5', 'C6', 'D6']) {
      await desk.page.waitForFunction(() => document.activeElement?.matches('.fields input'));
      await keyboard.type(argument);
      await keyboard.press('Tab');
      await keyboard.press('Tab');
    }
    await eventually(LONGEST_WAIT, 'the button that fills the column to be reached', async () => {
      if ((await focused()) === 'rzrq-insert-down') return true;
      await keyboard.press('Tab');
      return false;
    });
    await keyboard.press('Enter');
    await desk.until(() => desk.column('E6:E14'), ROLLED);
    await desk.page.waitForFunction(() => document.activeElement?.closest('#pane') === null);
    expect(await desk.page.locator('#spoken').textContent()).toMatch(/^E6 /);
  });

  test('F6 goes round header, sheet and pane, both ways', async () => {
    const region = () =>
      desk.page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.closest('.bar') ? 'header' : activeElement?.closest('#pane') ? 'pane' : 'sheet';
      });
    await desk.select('B5');
    const round: string[] = [];
    for (const keys of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6', 'Shift+F6']) {
      await desk.page.keyboard.press(keys);
      round.push(await region());
    }
    expect(round).toEqual(['pane', 'header', 'sheet', 'header', 'pane', 'sheet']);
  });

  test('a formula without its prefix is offered as it was meant, and one key takes the offer back', async () => {
    const before = await height();
    await desk.enter('E16', '=MARGIN_BALNCE(5,6)');
    await desk.select('E16');
    await desk.page.getByText(meant).first().waitFor();
    expect(await height()).toBe(before);
    await desk.page.locator('#status-apply', { hasText: apply }).click();
    await desk.until(() => desk.values('E16'), [[11]]);
    await desk.select('E16');
    await desk.page.keyboard.press('Control+z');
    await desk.until(() => desk.ask('formulas', 'E16'), [['=MARGIN_BALNCE(5,6)']]);
    await desk.clear('E16');
  });

  test('Explain: what if an argument were another; nothing is written', async () => {
    await desk.page.locator('#rzrq-tab-explain').click();
    await desk.select('F6');
    const details = desk.page.locator('#rzrq-panel-explain .what-if');
    await details.locator('summary').click();
    await details.locator('input').first().fill('135亿');
    await details.getByText('13,594,213,471').waitFor();
    expect(await desk.values('B5')).toEqual([[13411176185]]);
  });

  test('Explain gives a result its format', async () => {
    await desk.enterHere('E20', '=RZRQ.CONTRACT_DUE_DATE(A5,6)');
    await desk.page.locator('#rzrq-format').click();
    await desk.page.getByText(say('formatted', { cell: 'E20' })).waitFor();
    await desk.page.locator('#rzrq-format').waitFor({ state: 'detached' });
    await desk.clear('E20');
  });

  test('Check my table counts the breaks, and opens one into its figures', async () => {
    await desk.select('C8');
    await desk.page.locator('#rzrq-tab-templates').click();
    await desk.page.locator('#rzrq-check').click();
    await desk.page.getByText(say('breaks', { count: 10, text: 6, cell: '35,449,852' })).waitFor();
    const third = desk.page.locator('#rzrq-panel-templates details', { hasText: '26,277,849' });
    await third.locator('summary').click();
    await desk.until(
      () => third.locator('.break').first().locator('button').allTextContents(),
      ['B7', 'C8', 'D8', 'B8'],
    );
    await third.locator('.break button').first().click();
    await desk.until(() => desk.ask('selection'), 'B7');
  });

  test('the sum of a selection is read to its last digit', async () => {
    await desk.select('B5');
    const arrows = ['ArrowRight', 'ArrowRight', ...new Array<string>(7).fill('ArrowDown')];
    for (const arrow of arrows) await desk.page.keyboard.press(`Shift+${arrow}`);
    await desk.page.getByText('137,962,511,708').waitFor();
  });

  test('the self-test agrees in every check, and gives a report to copy', async () => {
    await desk.page.locator('#rzrq-self-test-open').click();
    await desk.page.locator('#rzrq-self-test').click();
    const report = desk.page.locator('#rzrq-panel-selfTest textarea');
    await report.waitFor();
    expect(await report.inputValue()).toContain(`${CHECKS.length} ${language === 'en' ? 'of' : '/'} ${CHECKS.length} `);
    expect(await desk.page.locator('#rzrq-panel-selfTest li').count()).toBe(0);
    await desk.page.locator('#rzrq-copy-report').click();
    expect(await desk.page.evaluate(() => getSelection()?.toString() ?? '')).toContain('Univer');
  });

  test('the whole page has nothing that a reader of screens stumbles over', async () => {
    await desk.page.waitForTimeout(500);
    expect(await violationsIn(desk.page)).toEqual([]);
  });
});

describe.each(inLanguages('zh'))('the pane in Excel in %s', (language) => {
  const say = speaker(language);
  let desk: ExcelDesk;
  beforeAll(async () => {
    desk = await ExcelDesk.open(site, { language });
  });
  afterAll(() => desk.close());

  test('Explain offers what was meant, and writes it on request', async () => {
    await desk.type('F2', [['=RZRQ.MARGIN_BALNCE(5,6)']]);
    await desk.book.select('Sheet1', 'F2');
    await desk.page.locator('#rzrq-tab-explain').click();
    await desk.page.locator('#rzrq-meant').click();
    await desk.page.getByText(say('mended', { cell: 'F2' })).waitFor();
    await desk.book.settled();
    expect(desk.book.at('F2').formula).toBe('=RZRQ.MARGIN_BALANCE(5,6)');
  });

  test('Explain: a margin by its components, one line a position, with the way to its cell', async () => {
    await desk.type('K1', [
      [100000, '=RZRQ.AVAILABLE_MARGIN(K1,,,M1:M25,N1:N25,0.7,0.8,,,,,)', ...LONG_POSITION],
      ...Array.from({ length: 24 }, () => ['', '', ...LONG_POSITION]),
    ]);
    await desk.book.select('Sheet1', 'L1');
    await desk.page.locator('#rzrq-tab-explain').click();
    const components = desk.page.locator('#rzrq-panel-explain .components > li');
    await components.nth(1).waitFor();
    expect(await components.locator('strong').allTextContents()).toEqual(['100,000', '−2,500,000']);
    await components.nth(1).locator('summary').click();
    const rows = components.nth(1).locator('tbody tr');
    await rows.nth(19).waitFor();
    expect(await rows.count()).toBe(20);
    expect(await rows.first().locator('td').allTextContents()).toEqual([
      'min((80,000 − 100,000) × 0.7, 80,000 − 100,000) − 100,000 × 0.8',
      '−100,000',
    ]);
    await components
      .nth(1)
      .getByText(say('morePositions', { count: 5 }))
      .click();
    await rows.nth(24).waitFor();
    expect(await rows.count()).toBe(25);
    await rows.last().locator('button').click();
    await desk.book.settled();
    expect(desk.book.selection.area).toMatchObject({ top: 24, left: 12, bottom: 24, right: 12 });
    expect(await violationsIn(desk.page, '#rzrq-panel-explain')).toEqual([]);
  });

  test('Explain: a break as the figures behind it, each with the way to its cell', async () => {
    await desk.type('P1', [['=RZRQ.RECONCILE(A1:D11)']]);
    await desk.book.select('Sheet1', 'R3');
    const terms = desk.page.locator('#rzrq-panel-explain .break tr');
    await terms.nth(4).waitFor();
    const text = (figure: Figure) => ({ text: language === 'zh' ? COLUMNS[figure].zh : figure });
    expect(await terms.locator('th').allTextContents()).toEqual([
      say('termPrior', text('financing_balance')),
      `+ ${say('termOfDay', text('purchases'))}`,
      `− ${say('termOfDay', text('repayments'))}`,
      `− ${say('termPublished', text('financing_balance'))}`,
      `= ${say('difference')}`,
    ]);
    expect(await terms.locator('button').allTextContents()).toEqual(['B2', 'C3', 'D3', 'B3']);
    expect(await terms.last().locator('td').first().textContent()).toBe('−8,661,398');
    expect(await violationsIn(desk.page, '#rzrq-panel-explain')).toEqual([]);
  });

  test('Check my table counts the breaks', async () => {
    await desk.book.select('Sheet1', 'B5');
    await desk.page.locator('#rzrq-tab-templates').click();
    await desk.page.locator('#rzrq-check').click();
    await desk.page.getByText(say('breaks', { count: 10, text: 6, cell: '35,449,852' })).waitFor();
    await desk.page.locator('#rzrq-check-make').click();
    const sheets = [say('checkedSheet', { text: 'Sheet1' }), say('standardSheet', { text: 'Sheet1' })];
    await desk.page.getByText(say('made', { text: sheets.join(say('comma')) })).waitFor();
  });
});
