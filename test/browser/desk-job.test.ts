import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountMonitor } from '../../src/templates/account-monitor';
import { inLanguages } from '../support/thorough';
import { Desk } from './desk';
import { useSite } from './site';

type Cells = readonly (string | number | null)[];

const { samples } = JSON.parse(readFileSync(join(__dirname, '../fixtures/counter-tables.json'), 'utf8')) as {
  samples: readonly {
    readonly id: string;
    readonly accounts: readonly Cells[];
    readonly positions: readonly Cells[];
  }[];
};
/** Three accounts as a counter prints them: a short one, one just above the call line, one without debt. */
const { accounts, positions } = samples.find(({ id }) => id === 'S2')!;

const WORDS = {
  zh: { states: ['可提取', '警戒', '无负债'], filled: 'I8 的值来自 A6 中的公式。' },
  en: { states: ['withdrawable', 'warning', 'no debt'], filled: 'I8 is filled by the formula in A6.' },
} as const;
/** Inserting waits for all the calls of two sheets. */
const LONGEST_TEMPLATE = 60_000;

const site = useSite();

const clipboard = (rows: readonly Cells[]) => rows.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n');

describe.each(inLanguages('zh'))('a morning at a desk, in %s', (language) => {
  const { states, filled } = WORDS[language];
  const [monitor] = accountMonitor.build(language).sheets;
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(site, `${site.url}/?lang=${language}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
  });
  afterAll(() => desk.close());

  async function paste(at: string, rows: readonly Cells[]): Promise<void> {
    await desk.page.evaluate((text) => navigator.clipboard.writeText(text), clipboard(rows));
    await desk.goTo(at);
    await desk.page.keyboard.press('Control+v');
    await desk.until(async () => (await desk.values(at))[0]![0], rows[0]![0]);
  }

  test(
    'the template of the pane opens with its own desk',
    async () => {
      await desk.page.locator('#rzrq-tab-templates').click();
      await desk.page
        .getByRole('button', { name: new RegExp(`: ${accountMonitor.title[language]}$`) })
        .click({ timeout: LONGEST_TEMPLATE });
      await desk.until(() => desk.ask('activeSheet'), monitor!.name);
      await desk.until(async () => (await desk.column('A7:A9')).map(String), ['880001', '880002', '880003']);
    },
    2 * LONGEST_TEMPLATE,
  );

  test('two tables are pasted over its tables as a counter exports them, and the list of the morning stands there', async () => {
    await paste('AI6', accounts);
    await paste('BD6', positions);
    await desk.until(() => desk.column('J7:J9'), states);
    expect((await desk.column('A7:A9')).map(String)).toEqual(['20020001', '20020002', '20020003']);
    expect((await desk.column('I7:I8')).map(Number)).toEqual([
      expect.closeTo(4.4518642181, 9),
      expect.closeTo(1.3015873016, 9),
    ]);
    expect((await desk.column('S7:S9')).map((cell) => cell ?? '')).toEqual(['', '', '']);
  });

  test('what is under the line is filtered', async () => {
    await desk.goTo('G4');
    await desk.enter('G4', '=FILTER(A7:A9,(C7:C9>0)*(B7:B9<A4*C7:C9))');
    await desk.until(async () => (await desk.column('G4')).map((cell) => String(cell ?? '')), ['20020002']);
  });

  test('one figure of the list is explained: by the formula that fills it, and by the assets and the debt of its own row', async () => {
    const panel = desk.page.locator('#rzrq-panel-explain');
    await desk.page.locator('#rzrq-tab-explain').click();
    await desk.goTo('I8');
    await panel.getByText(filled).waitFor();
    await panel.getByText('ACCOUNT_MONITOR', { exact: true }).waitFor();
    await desk.enterHere('H4', '=RZRQ.MAINTENANCE_LEVEL(B8,C8)');
    await desk.until(async () => Number((await desk.values('H4'))[0]![0]).toFixed(6), '1.301587');
    await panel.getByText('1,230,000 ÷ 945,000').first().waitFor();
  });
});
