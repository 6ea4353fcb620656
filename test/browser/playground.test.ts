import type { Language } from '../../src/language';
import { dailyBalances } from '../../src/templates/daily-balances';
import { colourAt, drawsChinese, hasInk } from '../support/browser';
import { inLanguages } from '../support/thorough';
import { Desk, lookOf } from './desk';
import { useSite } from './site';

// 中国重工 601989: what the identity expects from 2015-04-07 on, and how far the published balance is from it.
const EXPECTED = [
  13505389656, 13592646139, 13569877333, 13516483857, 13789855570, 14511755197, 14835131802, 14554040816, 14265115022,
];
const BREAKS = [-8661398, -7062986, 26277849, 0, 1, 35449852, 0, 0, 12458128];
const QTY_BREAKS = [0, 0, -85173, 0, 0, -18000, 0, 0, 0];

const SPEECH = {
  zh: {
    metadata: '/functions.zh-CN.json',
    sheets: ['中国重工 601989', '中国人寿 601628', '深交所 2015-04-20'],
    help: 'RZRQ.MARGIN_BALANCE(融资余额,融券余额)',
    alsoCalled: '融资融券余额',
    purchases: '融资买入额',
    lendingBalance: '融券余额',
    tooMany: '参数过多，最多 2 个。',
  },
  en: {
    metadata: '/functions.json',
    sheets: ['SSE 601989', 'SSE 601628', 'SZSE 2015-04-20'],
    help: 'RZRQ.MARGIN_BALANCE(financing_balance,lending_balance)',
    alsoCalled: 'rongzirongquanyue',
    purchases: 'purchases',
    lendingBalance: 'lending_balance',
    tooMany: 'Too many arguments: 2 at most.',
  },
} satisfies Record<Language, unknown>;

const REASONS = {
  zh: {
    negative: '#NUM! 融资余额不能小于 0：-5。',
    divisor: '#DIV/0! 除数为 0。',
    unknown: '#NAME? 没有名为“RZRQ.NOPE”的单元格、名称或函数。',
  },
  en: {
    negative: '#NUM! financing_balance must not be below 0: -5.',
    divisor: '#DIV/0! The divisor is 0.',
    unknown: '#NAME? No cell, name or function is called “RZRQ.NOPE”.',
  },
} satisfies Record<Language, unknown>;

const BREAK = '#fde3e1';

const site = useSite();

const open = (query: string, options?: Parameters<typeof Desk.open>[2]) =>
  Desk.open(site, `${site.url}/index.html${query}`, options);

/** What a cell is painted on: the colour just inside its upper left corner. */
async function groundOf(desk: Desk, cell: string): Promise<string> {
  const { x, y } = await desk.ask('place', cell);
  return colourAt(desk.page, { x: x + 4, y: y + 4 });
}

// One page per language, used as a person would use it: each test leaves the sheet as it found it or fills free cells.
describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const { metadata, sheets, help, alsoCalled, purchases, lendingBalance, tooMany } = SPEECH[language];
  /** What hangs on the language in its words alone, which other tests hold, is done in one of the two. */
  const testIn = (one: Language, ...job: Parameters<typeof test>) => {
    if (inLanguages(one).includes(language)) test(...job);
  };
  let desk: Desk;

  beforeAll(async () => {
    desk = await open(`?lang=${language}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  });

  afterAll(() => desk.close());

  test('the sample sheets show what the exchanges published and what should have been', async () => {
    expect(await desk.ask('sheetNames')).toEqual(sheets);
    await desk.until(() => desk.column('F6:F14'), EXPECTED);
    expect(await desk.column('G6:G14')).toEqual(BREAKS);
    expect(await desk.column('M6:M14')).toEqual(QTY_BREAKS);
    const published = (await desk.column('B6:B14')).map(Number);
    const soFar = BREAKS.map((_, day) => BREAKS.slice(0, day + 1).reduce((sum, one) => sum + one, 0));
    expect(await desk.column('H6:H14')).toEqual(published.map((balance, day) => balance + soFar[day]!));

    await desk.openSheet(sheets[1]!);
    await desk.until(() => desk.values('F5:I5'), [[98735.47, 98735.47, 0, 987354700]]);

    await desk.openSheet(sheets[2]!);
    await desk.until(() => desk.column('H5:H14'), Array(10).fill(0));
    const rounding = (await desk.column('N5:N14')).map(Number);
    expect(rounding.every((difference) => Math.abs(difference) <= 2)).toBe(true);
    await desk.openSheet(sheets[0]!);
  });

  testIn('zh', 'the row of 601628 adds up', async () => {
    await desk.openSheet(sheets[1]!);
    await desk.enter('A8', '=RZRQ.MARGIN_BALANCE(B5,D5)');
    await desk.until(() => desk.values('A8'), [[98735.47]]);
    await desk.openSheet(sheets[0]!);
  });

  testIn('zh', 'a function is found and explained while it is typed', async () => {
    await desk.type('E6', '=RZRQ.MARG');
    await desk.suggestions.getByText('RZRQ.MARGIN_BALANCE', { exact: true }).waitFor();
    await desk.page.keyboard.type('IN_BALANCE(');
    await desk.popup.getByText(help).first().waitFor();
    await desk.abandon();

    await desk.type('E6', '=RZRQ.LENDING_BALANCE(B5,B6,');
    await desk.popup.getByText('"lot" (手)').waitFor({ state: 'attached' });
    await desk.abandon();
  });

  test('a function is found by 中文 and pinyin while it is typed, and choosing it writes its id', async () => {
    const { keyboard } = desk.page;
    await desk.type('E6', `=${alsoCalled}`);
    await desk.suggestions.locator('li').first().getByText('RZRQ.MARGIN_BALANCE', { exact: true }).waitFor();
    await keyboard.press('Enter');
    await desk.popup.getByText('RZRQ.MARGIN_BALANCE(').first().waitFor();
    await keyboard.type('5,6)');
    await keyboard.press('Enter');
    await desk.until(() => desk.ask('formulas', 'E6'), [['=RZRQ.MARGIN_BALANCE(5,6)']]);
    await desk.until(() => desk.values('E6'), [[11]]);
    await desk.clear('E6');
  });

  testIn('en', 'a table that is pasted widens its columns, and one key takes back both', async () => {
    const widths = async () => [(await desk.ask('place', 'D16')).width, (await desk.ask('place', 'E16')).width];
    const before = await widths();
    await desk.page.evaluate(() => navigator.clipboard.writeText('买入额\t余额\n1\t1,234,567,890,123.45'));
    await desk.select('D16');
    await desk.page.keyboard.press('Control+v');
    await desk.until(() => desk.values('D17:E17'), [[1, 1234567890123.45]]);
    expect((await widths())[0]).toBe(before[0]);
    expect((await widths())[1]).toBeGreaterThan(before[1]!);
    await desk.page.keyboard.press('Control+z');
    await desk.until(() => desk.values('D17:E17'), [[null, null]]);
    expect(await widths()).toEqual(before);
  });

  testIn('zh', 'a series in one cell spills, makes way and comes back', async () => {
    const formula = '=RZRQ.FINANCING_BALANCE_SERIES(B5,C6:C14,D6:D14)';
    const series = await desk.column('H6:H14');
    await desk.enter('E6', formula);
    await desk.until(() => desk.column('E6:E14'), series);
    expect(await desk.ask('formulas', 'E6:E7')).toEqual([[formula], ['']]);

    await desk.enter('E9', '1');
    await desk.until(() => desk.values('E6'), [['#SPILL!']]);
    await desk.clear('E9');
    await desk.until(() => desk.column('E6:E14'), series);
    await desk.clear('E6');
    await desk.until(async () => (await desk.column('E6:E14')).every((value) => !value), true);
  });

  testIn('en', 'a roll is filled down a column', async () => {
    await desk.enter('E6', '=RZRQ.FINANCING_BALANCE_ROLL(B5,C6,D6)');
    await desk.until(() => desk.values('E6'), [[EXPECTED[0]]]);
    await desk.fillDown('E6', 'E14');
    await desk.until(() => desk.column('E6:E14'), EXPECTED);
    expect(await desk.ask('formulas', 'E14')).toEqual([['=RZRQ.FINANCING_BALANCE_ROLL(B13,C14,D14)']]);
  });

  testIn('en', 'text in one cell spoils its own row and says why; a series is spoilt from there on', async () => {
    const published = String((await desk.values('C9'))[0]![0]);
    await desk.enter('C9', 'abc');
    await desk.until(
      () => desk.column('F6:F14'),
      EXPECTED.map((value, day) => (day === 3 ? '#VALUE!' : value)),
    );
    await desk.until(
      async () => (await desk.column('H6:H14')).map((value) => value === '#VALUE!'),
      EXPECTED.map((_, day) => day >= 3),
    );

    const { text } = (await desk.ask('message', 'F9'))!;
    expect(text).toContain('abc');
    expect(text).toContain(purchases);
    expect(await desk.ask('message', 'H14')).toBeDefined();
    expect(await desk.ask('message', 'F8')).toBeUndefined();

    await desk.hover('F9');
    await desk.page.getByText(text, { exact: true }).waitFor();
    await desk.select('F9');
    await desk.until(() => desk.status.innerText(), `F9 #VALUE! ${text}`);

    await desk.enter('C9', published);
    await desk.until(() => desk.column('F6:F14'), EXPECTED);
    expect(await desk.ask('message', 'F9')).toBeUndefined();
    await desk.select('F9');
    await desk.until(async () => (await desk.status.innerText()).includes('E6'), true);
  });

  testIn('zh', 'values, units, choices and errors go in and out', async () => {
    const cases: [formula: string, value: number | string][] = [
      ['=RZRQ.FINANCING_BALANCE_ROLL(0.1,0.2,0.3)', 0],
      ['=RZRQ.MARGIN_BALANCE({"6.6亿"},0)', 660000000],
      ['=RZRQ.LENDING_BALANCE(2,3)+RZRQ.LENDING_BALANCE(2,3,"lot")', 66],
      ['=RZRQ.MARGIN_BALANCE(1/0,1)', '#DIV/0!'],
      ['=RZRQ.MARGIN_BALANCE(1)', '#VALUE!'],
      ['=RZRQ.MARGIN_BALANCE(1,2,3)', '#VALUE!'],
    ];
    for (const [index, [formula, value]] of cases.entries()) {
      await desk.enter(`E${18 + index}`, formula);
      await desk.until(() => desk.values(`E${18 + index}`), [[value]]);
    }
    expect((await desk.ask('message', 'E22'))?.text).toContain(lendingBalance);
    expect((await desk.ask('message', 'E23'))?.text).toBe(tooMany);
  });

  testIn('en', 'a function sees what was typed, not what the sheet would make of it', async () => {
    const cases: [formula: string, value: number | string][] = [
      ['=RZRQ.INTEREST_DAYS("05/01/2025","2025-02-05")', '#VALUE!'],
      ['=RZRQ.INTEREST_DAYS("2025-01-05","2025年2月5号 15:00")', 31],
      ['=RZRQ.MARGIN_BALANCE("8:30",1)', '#VALUE!'],
      ['=RZRQ.MARGIN_BALANCE("¥1,234.50",0)', 1234.5],
      ['=RZRQ.MARGIN_BALANCE("12%",0)', 0.12],
    ];
    for (const [index, [formula, value]] of cases.entries()) {
      await desk.enter(`F${18 + index}`, formula);
      await desk.until(() => desk.values(`F${18 + index}`), [[value]]);
    }
  });

  testIn('en', 'the line above the sheet explains the errors that Excel shows without a word, too', async () => {
    const cases: [formula: string, said: string][] = [
      ['=RZRQ.MARGIN_BALANCE(-5,1)', REASONS[language].negative],
      ['=RZRQ.PURCHASE_REPAYMENT_RATIO(3,0)', REASONS[language].divisor],
      ['=RZRQ.NOPE(1)', REASONS[language].unknown],
    ];
    for (const [formula, said] of cases) {
      await desk.enterHere('E22', formula);
      await desk.until(() => desk.status.innerText(), `E22 ${said}`);
    }
    await desk.clear('E22');
    await desk.until(async () => (await desk.status.innerText()).includes('E22'), false);
  });

  testIn('zh', 'Chinese text has ink', async () => {
    expect(await drawsChinese(desk.page)).toBe(true);
    expect(hasInk(await desk.page.screenshot(), await desk.ask('place', 'B4'))).toBe(true);
  });

  test('nothing was asked for but the page and its own files', () => {
    const asked = desk.requests.map((url) => new URL(url)).filter(({ protocol }) => protocol.startsWith('http'));
    const paths = new Set(asked.map(({ pathname }) => pathname).filter((path) => !path.startsWith('/assets/')));
    expect([...paths].sort()).toEqual(
      ['/functions.js', metadata, '/index.html', '/playground.css', '/playground.js', '/tables.js'].sort(),
    );
  });
});

test('until the sheet is there a sign stands in its place, in both languages; the browser decides on language and theme', async () => {
  const watched = await site.open({ locale: 'zh-CN', colorScheme: 'dark' });
  const sign = watched.page.locator('#loading');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await watched.page.route('**/playground.js', async (route) => {
    await held;
    await route.continue();
  });
  await watched.page.goto(`${site.url}/index.html`, { waitUntil: 'commit' });
  await sign.getByText('正在打开工作簿…').waitFor();
  await sign.getByText('Opening the workbook…').waitFor();
  letGo();
  await watched.page.waitForFunction(() => 'rzrqWorkbook' in window);
  expect(await sign.count()).toBe(0);
  expect(await lookOf(watched.page)).toEqual({ lang: 'zh-CN', theme: 'dark' });
  await watched.close();
});

test('where the functions cannot be loaded the line above says so, and no sign goes on turning; any other language is English', async () => {
  const watched = await site.open({ locale: 'de-DE' });
  await watched.page.route('**/functions.json', (route) => route.abort());
  await watched.page.goto(`${site.url}/index.html`);
  await watched.page.locator('.wrong #status', { hasText: 'could not be loaded' }).waitFor();
  expect(await watched.page.locator('#loading').count()).toBe(0);
  expect((await lookOf(watched.page)).lang).toBe('en-US');
  await watched.close();
});

test('a workbook somebody has worked in goes along when the language is switched; theme and pane stay as they were, and a workbook nobody touched speaks the other language', async () => {
  const formula = '=RZRQ.FINANCING_BALANCE_SERIES(B5,C6:C14,D6:D14)';
  const daily = dailyBalances.build('zh').sheets[0]!.name;
  const desk = await open('?lang=zh', { viewport: { width: 1800, height: 900 }, colorScheme: 'light' });
  const pane = desk.page.locator('#pane');
  await desk.enter('C9', 'abc');
  await desk.enter('E6', formula);
  await desk.page.locator('#rzrq-tab-templates').click();
  await desk.page
    .locator('#rzrq-panel-templates .card', { hasText: dailyBalances.title.zh })
    .locator('.primary')
    .click();
  await desk.until(() => desk.ask('activeSheet'), daily);
  await desk.until(() => groundOf(desk, 'G5'), BREAK);

  await desk.page.locator('#language').click();
  await desk.page.waitForURL(/lang=en/);
  await desk.ready();
  expect(await desk.look()).toEqual({ lang: 'en-US', theme: 'light' });
  expect(await desk.ask('activeSheet')).toBe(daily);
  await desk.until(() => groundOf(desk, 'G5'), BREAK);
  expect(await groundOf(desk, 'G8')).not.toBe(BREAK);
  await desk.openSheet(SPEECH.zh.sheets[0]!);
  expect(await desk.ask('formulas', 'E6:E7')).toEqual([[formula], ['']]);
  await desk.until(
    async () => (await desk.column('E6:E14')).map((value) => value === '#VALUE!'),
    EXPECTED.map((_, day) => day >= 3),
  );
  expect((await desk.ask('message', 'F9'))?.text).toContain('purchases is not a number: “abc”');

  await desk.page.reload();
  await desk.ready();
  expect(await desk.ask('sheetNames')).toEqual(SPEECH.en.sheets);
  await desk.page.locator('#theme').click();
  expect(await desk.look()).toEqual({ lang: 'en-US', theme: 'dark' });
  expect(await pane.isVisible()).toBe(true);
  await desk.page.locator('#pane-switch').click();
  expect(await pane.isVisible()).toBe(false);

  await desk.page.setViewportSize({ width: 480, height: 800 });
  await desk.page.locator('#language').click();
  await desk.page.waitForURL(/lang=zh/);
  await desk.ready();
  expect(await desk.look()).toEqual({ lang: 'zh-CN', theme: 'dark' });
  expect(await pane.isVisible()).toBe(false);
  expect(await desk.ask('sheetNames')).toEqual(SPEECH.zh.sheets);
  await desk.close();
}, 120_000);
