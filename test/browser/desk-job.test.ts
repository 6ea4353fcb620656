import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  zh: { sheet: '中国人寿 601628', states: ['可提取', '警戒', '无负债'] },
  en: { sheet: 'SSE 601628', states: ['withdrawable', 'warning', 'no debt'] },
} as const;

const site = useSite();

const clipboard = (rows: readonly Cells[]) => rows.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n');

describe.each(inLanguages('zh'))('a morning at a desk, in %s', (language) => {
  const { sheet, states } = WORDS[language];
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(site, `${site.url}/?lang=${language}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await desk.openSheet(sheet);
  });
  afterAll(() => desk.close());

  async function paste(at: string, rows: readonly Cells[]): Promise<void> {
    await desk.page.evaluate((text) => navigator.clipboard.writeText(text), clipboard(rows));
    await desk.select(at);
    await desk.page.keyboard.press('Control+v');
    await desk.until(async () => (await desk.values(at))[0]![0], rows[0]![0]);
  }

  test('two tables are pasted as a counter exports them, and one cell gives the list', async () => {
    await paste('A8', accounts);
    await paste('A13', positions);
    await desk.enter('A21', `=RZRQ.ACCOUNT_MONITOR(A8:N11,A13:I19,,,,,,"${language}")`);
    await desk.until(() => desk.column('J22:J24'), states);
    expect((await desk.column('A22:A24')).map(String)).toEqual(['20020001', '20020002', '20020003']);
    expect((await desk.column('I22:I23')).map(Number)).toEqual([
      expect.closeTo(4.4518642181, 9),
      expect.closeTo(1.3015873016, 9),
    ]);
  });

  test('what is under the line is filtered', async () => {
    await desk.enter('A7', '=FILTER(A22:A24,(C22:C24>0)*(B22:B24<1.5*C22:C24))');
    await desk.until(async () => (await desk.column('A7')).map((cell) => String(cell ?? '')), ['20020002']);
  });

  test('one figure is explained: the ratio by the assets and the debt of its own row', async () => {
    await desk.enterHere('C7', '=RZRQ.MAINTENANCE_LEVEL(B23,C23)');
    await desk.until(async () => Number((await desk.values('C7'))[0]![0]).toFixed(6), '1.301587');
    await desk.page.locator('#rzrq-tab-explain').click();
    await desk.page.locator('#rzrq-panel-explain').getByText('1,230,000 ÷ 945,000').first().waitFor();
  });
});
