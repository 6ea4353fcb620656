import { readFileSync } from 'node:fs';
import type { Language } from '../../src/language';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { allThroughLibreOffice, isRequired } from '../support/libreoffice';
import { changedParts, fixture, textOf } from '../xlsx/parts';
import { Desk } from './desk';
import { useSite } from './site';

const site = useSite();
const LONG = 240_000;

const WORDS = {
  en: {
    kept: 'The file also holds 1 comments, 1 conditional formats, 1 links',
    refused: 'locked.xlsx was not opened: This workbook is encrypted; take its password away first.',
    deleted: 'Everything that the browser kept is deleted.',
  },
  zh: {
    kept: '文件中还有1 条批注、1 条条件格式、1 个超链接',
    refused: '无法打开 locked.xlsx：此工作簿已加密，请先取消密码。',
    deleted: '已删除浏览器中保留的全部工作簿。',
  },
} satisfies Record<Language, unknown>;

async function open(language: Language): Promise<Desk> {
  const desk = await Desk.open(site.browser, `${site.url}/index.html?lang=${language}`);
  desk.page.on('dialog', (dialog) => void dialog.accept());
  return desk;
}

/** Drops a file on the sheet, as from a folder. */
async function drop(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  await desk.page.evaluate(
    ([file, data]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(data!), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], file!));
      const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.getElementById('workbook')!.dispatchEvent(new DragEvent('drop', event));
    },
    [name, Buffer.from(bytes).toString('base64')],
  );
}

/** Does what makes the page load anew, and waits for it. */
async function anew(desk: Desk, act: () => Promise<unknown>): Promise<void> {
  await desk.page.evaluate(() => Object.assign(window, { before: true }));
  await act();
  await desk.page.waitForFunction(() => !('before' in window) && 'rzrqWorkbook' in window, undefined, {
    timeout: LONG,
  });
}

async function downloaded(desk: Desk, act: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([desk.page.waitForEvent('download', { timeout: LONG }), act()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync((await file.path())!)) };
}

const choose = async (desk: Desk, action: string) => {
  await desk.page.locator('#file').click();
  await desk.page.locator(`#file-${action}`).click();
};

async function valueIn(bytes: Uint8Array, row: number, column: number): Promise<unknown> {
  const workbook = await FileWorkbook.open(bytes);
  const sheet = (await workbook.sheets())[0]!.id;
  return (await workbook.read({ sheet, row, column, rows: 1, columns: 1 })).values[0]![0];
}

const remark = (desk: Desk) => desk.page.locator('#remark-text');

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  const words = WORDS[language];

  test(
    'a file is dropped, worked in, saved, gone on with after a reload, and shared',
    async () => {
      const before = fixture('exceljs.xlsx');
      const desk = await open(language);
      await anew(desk, () => drop(desk, 'exceljs.xlsx', before));
      expect(await remark(desk).textContent()).toContain(words.kept);
      await desk.until(() => desk.column('C2:C4'), [97873.25, 97884.75, 97896.25]);

      await desk.enter('F2', '=RZRQ.MARGIN_BALANCE(A3,B3)');
      await desk.until(() => desk.values('F2'), [[97884.75]]);
      const saved = await downloaded(desk, () => desk.page.keyboard.press('Control+s'));
      expect(saved.name).toBe('exceljs.xlsx');
      expect(textOf(saved.bytes, 'xl/worksheets/sheet1.xml')).toContain(
        '<f t="array" ref="F2">_xldudf_RZRQ_MARGIN_BALANCE(A3,B3)</f><v>97884.75</v>',
      );
      expect(changedParts(before, saved.bytes).sort()).toEqual([
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/metadata.xml',
        'xl/worksheets/sheet1.xml',
      ]);

      const offer = desk.page.locator('#offer-restore');
      await desk.enter('F3', '=RZRQ.MARGIN_BALANCE(A4,B4)');
      await desk.page.waitForTimeout(2000);
      await anew(desk, () => desk.page.reload());
      await offer.waitFor({ timeout: LONG });
      await anew(desk, () => offer.click());
      await desk.until(() => desk.column('F2:F3'), [97884.75, 97896.25]);

      const shared = await downloaded(desk, () => choose(desk, 'save_native'));
      expect(textOf(shared.bytes, 'xl/worksheets/sheet1.xml')).not.toContain('_xldudf');
      expect(await valueIn(shared.bytes, 2, 5)).toBe(97896.25);
      if (isRequired) {
        const [theirs] = allThroughLibreOffice([shared.bytes], 'always');
        expect(await valueIn(theirs!, 2, 5)).toBe(97896.25);
      }
      await desk.close();
    },
    LONG * 3,
  );

  test(
    'a file that cannot be opened is refused in a sentence, and the work stays',
    async () => {
      const desk = await open(language);
      await desk.enter('A20', 'mine');
      const locked = Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(100),
      ]);
      await drop(desk, 'locked.xlsx', locked);
      await desk.until(() => remark(desk).textContent(), words.refused);
      expect(await desk.values('A20')).toEqual([['mine']]);
      await choose(desk, 'forget');
      await desk.until(() => remark(desk).textContent(), words.deleted);
      await desk.close();
    },
    LONG,
  );
});

test(
  'a page that is killed loses at most the last second; what is deleted is gone; nothing is kept where nothing may be',
  async () => {
    const desk = await open('en');
    await desk.enter('A20', '1');
    await desk.page.waitForTimeout(2500);
    // In the middle of the next keeping.
    await desk.enter('A21', '2');
    const { page } = desk;
    const context = page.context();
    await page.close({ runBeforeUnload: false });

    const next = await context.newPage();
    next.on('dialog', (dialog) => void dialog.accept());
    const ready = () => next.waitForFunction(() => 'rzrqWorkbook' in window, undefined, { timeout: LONG });
    const values = (range: string) => next.evaluate((cells) => window.rzrqWorkbook.values(cells), range);
    await next.goto(`${site.url}/index.html?lang=en`);
    await ready();
    await next.locator('#offer-restore').click();
    await next.waitForFunction(() => !document.querySelector('#offer-restore'), undefined, { timeout: LONG });
    await ready();
    expect(await values('A20')).toEqual([[1]]);

    await next.locator('#file').click();
    await next.locator('#keep-nothing').check();
    await next.locator('#remark-text').getByText('Nothing is kept from now on').waitFor();
    await next.reload();
    await ready();
    await next.waitForTimeout(1000);
    expect(await next.locator('#offer').isHidden()).toBe(true);
    await context.close();
  },
  LONG * 2,
);

test(
  'a table of text opens with its codes, and is saved as a workbook',
  async () => {
    const desk = await open('en');
    await anew(desk, () => drop(desk, '日报.csv', Buffer.from('证券代码,余额\n000001,12.5\n600519,7\n')));
    await desk.until(
      () => desk.values('A2:B3'),
      [
        ['000001', 12.5],
        ['600519', 7],
      ],
    );
    const table = await downloaded(desk, () => desk.page.keyboard.press('Control+s'));
    expect(table.name).toBe('日报.xlsx');
    expect(await valueIn(table.bytes, 1, 0)).toBe('000001');

    await desk.close();
  },
  LONG * 2,
);
