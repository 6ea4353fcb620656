// Files dropped on the embedded workbook, looked at in the pane, decided on, and written.
import type { Language } from '../../src/language';
import { parseDate } from '../../src/cells/date';
import { bookBytes, market, sseFile, szseFile, SZSE_HEAD, szseRows } from '../import/rebuilt';
import { inLanguages } from '../support/thorough';
import { violationsIn } from './axe';
import { Desk } from './desk';
import { useSite } from './site';

const site = useSite();
const { days, rows } = market(3, { SSE: 30, SZSE: 30, BSE: 30 });
const compact = (day: string) => day.replace(/-/g, '');
const FILES: readonly (readonly [string, Uint8Array])[] = [
  [`rzrqjygk${compact(days[0]!)}.xls`, sseFile(rows.SSE[0]!)],
  [`rzrqjygk${compact(days[1]!)}.xls`, sseFile(rows.SSE[1]!)],
  [`szse_${days[0]!}.xlsx`, szseFile(szseRows(rows.SZSE[0]!))],
  ['新建工作表.xlsx', bookBytes([['Sheet1', [SZSE_HEAD, ...szseRows(rows.SZSE[1]!)]]], 'xlsx')],
  ['截图.xls', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];

const WORDS = {
  zh: { view: '导入', picture: '这是图片', panel: '融资融券面板', check: '导入检查', head: '来源文件' },
  en: {
    view: 'Import',
    picture: 'This is a picture',
    panel: 'Margin panel',
    check: 'Import check',
    head: 'source_file',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

async function drop(desk: Desk, files: readonly (readonly [string, Uint8Array])[]): Promise<void> {
  await desk.page.evaluate(
    (list) => {
      const transfer = new DataTransfer();
      for (const [name, data] of list)
        transfer.items.add(new File([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))], name));
      const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.getElementById('workbook')!.dispatchEvent(new DragEvent('drop', event));
    },
    files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const),
  );
}

test.each(inLanguages('en'))(
  'in %s, files become a panel',
  async (language) => {
    const words = WORDS[language];
    const look = language === 'zh' ? 'dark' : 'light';
    const desk = await Desk.open(site, `${site.url}/index.html?lang=${language}&theme=${look}`);
    const { page } = desk;
    await drop(desk, FILES);
    await page.locator('#rzrq-import-total').waitFor();
    const write = page.locator('#rzrq-import-write');
    expect(await page.locator('#rzrq-import-left').innerText()).toContain(words.picture);
    expect(await write.isDisabled()).toBe(true);
    expect(await violationsIn(page, '#pane')).toEqual([]);

    await page.locator('#rzrq-import-questions input[type=date]').fill(days[1]!);
    await page.locator('#rzrq-import-questions .primary').click();
    await page.locator('#rzrq-import-write:enabled').waitFor();

    // A row for each sheet, two in Shanghai's files. Days that come from names are put right together; the list stays open meanwhile.
    await page.locator('#rzrq-import-files summary').click();
    await desk.until(() => page.locator('#rzrq-import-files tbody tr').count(), 6);
    const [earlier, later] = await page.locator('#rzrq-import-files .actions button').all();
    const first = () => page.locator('#rzrq-import-files input[type=date]').first().inputValue();
    await later!.click();
    await desk.until(first, days[1]!);
    await earlier!.click();
    await desk.until(first, days[0]!);
    await page.locator('#rzrq-import-write:enabled').click();
    await page.locator('.status', { hasText: words.panel }).waitFor();
    const names = await desk.ask('sheetNames');
    expect(names.slice(-2)).toEqual([words.panel, words.check]);
    expect(await desk.ask('activeSheet')).toBe(words.panel);
    const head = await desk.values('A1:M3');
    expect(head[0]![12]).toBe(words.head);
    const { code, balance } = rows.SSE[0]![0]!;
    expect(head[1]!.slice(0, 5)).toEqual(['SSE', parseDate(days[0]!), code, `证券${code}`, balance]);
    const last = await desk.values('A121:M121');
    expect(last[0]![12]).toBe('新建工作表.xlsx');

    // Tomorrow's file goes below, through the pane's own picker.
    await page
      .locator('#rzrq-panel-import input[type=file]')
      .first()
      .setInputFiles({
        name: `rzrqjygk${compact(days[2]!)}.xls`,
        mimeType: 'application/vnd.ms-excel',
        buffer: Buffer.from(sseFile(rows.SSE[2]!)),
      });
    await page.locator('#rzrq-import-write:enabled').click();
    await page.locator('.status', { hasText: words.panel }).waitFor();
    // The line at the foot says the same as after the first writing.
    await desk.until(async () => (await desk.values('B151:B152')).map(([day]) => day), [parseDate(days[2]!), null]);
    await desk.close();
  },
  120_000,
);
