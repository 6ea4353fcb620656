import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/language';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { allThroughLibreOffice, isRequired } from '../support/libreoffice';
import { inLanguages } from '../support/thorough';
import { changedParts, fixture, partsOf, textOf } from '../xlsx/parts';
import { Desk } from './desk';
import { useSite } from './site';

const site = useSite();
const LONG = 240_000;

const WORDS = {
  en: {
    kept: 'The file also holds 1 comments, 1 conditional formats, 1 links',
    refused: 'locked.xlsx was not opened: This workbook is encrypted; take its password away first.',
    deleted: 'Everything that the browser kept is deleted.',
    copied:
      'Saved exceljs.xlsx as a plain copy: rows, columns or sheets were inserted, deleted or moved, so the rest of the file (1 comments, 1 conditional formats, 1 links, borders, fonts and the like) could not be taken along.',
  },
  zh: {
    kept: '文件中还有1 条批注、1 条条件格式、1 个超链接',
    refused: '无法打开 locked.xlsx：此工作簿已加密，请先取消密码。',
    deleted: '已删除浏览器中保留的全部工作簿。',
    copied:
      '已保存为普通副本 exceljs.xlsx：插入、删除或移动过行、列、工作表，文件中的其他内容（1 条批注、1 条条件格式、1 个超链接、边框、字体等格式）无法一起保存。',
  },
} satisfies Record<Language, unknown>;

/** What the browser asked the reader of a page, in the order of its questions; each is agreed to. */
const asked = new WeakMap<Page, string[]>();

function agree(page: Page): void {
  const questions: string[] = [];
  asked.set(page, questions);
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
}

async function open(language: Language): Promise<Desk> {
  const desk = await Desk.open(site, `${site.url}/index.html?lang=${language}`);
  agree(desk.page);
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

const sheetOf = (bytes: Uint8Array) => textOf(bytes, 'xl/worksheets/sheet1.xml');

const remark = (desk: Desk) => desk.page.locator('#remark-text');

describe.each(inLanguages('zh'))('in %s', (language) => {
  const words = WORDS[language];
  let desk: Desk;
  beforeAll(async () => {
    desk = await open(language);
  }, LONG);
  afterAll(() => desk.close());

  test(
    'a file that cannot be opened is refused in a sentence, and the work stays',
    async () => {
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
    },
    LONG,
  );

  test(
    'a file is dropped, worked in, saved, gone on with after a reload, and shared',
    async () => {
      const before = fixture('exceljs.xlsx');
      await anew(desk, () => drop(desk, 'exceljs.xlsx', before));
      asked.get(desk.page)!.splice(0);
      expect(await remark(desk).textContent()).toContain(words.kept);
      await desk.until(() => desk.column('C2:C4'), [97873.25, 97884.75, 97896.25]);

      await desk.enter('F2', '=RZRQ.MARGIN_BALANCE(A3,B3)');
      await desk.until(() => desk.values('F2'), [[97884.75]]);
      const saved = await downloaded(desk, () => desk.page.keyboard.press('Control+s'));
      expect(saved.name).toBe('exceljs.xlsx');
      expect(sheetOf(saved.bytes)).toContain(
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
      expect(asked.get(desk.page)).toEqual([]);
      await anew(desk, () => desk.page.reload());
      // What is not in a file yet is asked for, although the browser keeps it.
      expect(asked.get(desk.page)).toEqual(['beforeunload']);
      await offer.waitFor({ timeout: LONG });
      await anew(desk, () => offer.click());
      await desk.until(() => desk.column('F2:F3'), [97884.75, 97896.25]);

      const shared = await downloaded(desk, () => choose(desk, 'save_native'));
      expect(sheetOf(shared.bytes)).not.toContain('_xldudf');
      expect(sheetOf(shared.bytes)).toContain('<f>');
      expect(await valueIn(shared.bytes, 2, 5)).toBe(97896.25);
      const frozen = await downloaded(desk, () => choose(desk, 'save_values'));
      expect(sheetOf(frozen.bytes)).not.toContain('<f');
      expect(await valueIn(frozen.bytes, 2, 5)).toBe(97896.25);
      const named = await downloaded(desk, () => choose(desk, 'save_names'));
      expect(sheetOf(named.bytes)).toContain('RZ.MARGIN_BALANCE(A4,B4)');
      expect(sheetOf(named.bytes)).not.toContain('_xldudf');
      expect(textOf(named.bytes, 'xl/workbook.xml')).toContain('<definedName name="RZ.MARGIN_BALANCE" comment="');
      expect(await valueIn(named.bytes, 2, 5)).toBe(97896.25);
      // The work itself still calls us.
      expect((await desk.ask('formulas', 'F3'))[0]).toEqual(['=RZRQ.MARGIN_BALANCE(A4,B4)']);
      if (isRequired) {
        const [theirs] = allThroughLibreOffice([shared.bytes], 'always');
        expect(await valueIn(theirs!, 2, 5)).toBe(97896.25);
      }

      // Another sheet: what the file holds besides would no longer fit.
      await desk.page.locator('[data-u-comp="sheet-bar-append-button"]').first().click();
      await desk.until(async () => (await desk.ask('sheetNames')).length, 2);
      const copy = await downloaded(desk, () => desk.page.keyboard.press('Control+s'));
      await desk.until(() => remark(desk).textContent(), words.copied);
      expect([...partsOf(copy.bytes).keys()].filter((name) => name.includes('comments'))).toEqual([]);
      expect(await valueIn(copy.bytes, 2, 5)).toBe(97896.25);
    },
    LONG * 3,
  );
});

/** The next time that the page puts something into its store. */
const keeping = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((begun) => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...args) {
          begun();
          return put.apply(this, args);
        };
      }),
  );

/** Makes all that is kept older; gives how many workbooks that are. */
const age = (page: Page, days: number) =>
  page.evaluate(
    (milliseconds) =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('rzrq');
        opening.onsuccess = () => {
          const store = opening.result.transaction('works', 'readwrite').objectStore('works');
          const all = store.getAll() as IDBRequest<{ id: string; at: number }[]>;
          all.onsuccess = () => {
            for (const work of all.result) store.put({ ...work, at: work.at - milliseconds }, work.id);
            store.transaction.oncomplete = () => {
              opening.result.close();
              done(all.result.length);
            };
          };
        };
      }),
    days * 86_400_000,
  );

test(
  'a page that is killed loses at most the last second; what is old or deleted is gone; nothing is kept where nothing may be',
  async () => {
    const desk = await open('en');
    await desk.enter('A20', '1');
    await desk.page.waitForTimeout(2500);
    const begun = keeping(desk.page);
    await desk.enter('A21', '2');
    await begun;
    await desk.page.close({ runBeforeUnload: false });

    const watched = await site.open({ ownFilesOnly: true });
    const next = watched.page;
    agree(next);
    const ready = () => next.waitForFunction(() => 'rzrqWorkbook' in window, undefined, { timeout: LONG });
    const values = (range: string) => next.evaluate((cells) => window.rzrqWorkbook.values(cells), range);
    await next.goto(`${site.url}/reference/index.html`);
    expect(await age(next, 29)).toBe(1);
    await next.goto(`${site.url}/index.html?lang=en`);
    await ready();
    await next.locator('#offer-restore').click();
    await next.waitForFunction(() => !document.querySelector('#offer-restore'), undefined, { timeout: LONG });
    await ready();
    const [[first], [second]] = (await values('A20:A21')) as [[unknown], [unknown]];
    expect(first).toBe(1);
    // The keeping that was cut off is there as a whole or not at all.
    expect([2, null]).toContain(second);

    expect(await age(next, 31)).toBe(1);
    await next.reload();
    await ready();
    await next.waitForTimeout(1000);
    expect(await next.locator('#offer').isHidden()).toBe(true);
    expect(await age(next, 0)).toBe(0);

    await next.locator('#file').click();
    await next.locator('#keep-nothing').check();
    await next.locator('#remark-text').getByText('Nothing is kept from now on').waitFor();
    const { x, y, width, height } = await next.evaluate(() => window.rzrqWorkbook.place('C3'));
    await next.mouse.click(x + width / 2, y + height / 2);
    await next.keyboard.type('3');
    await next.keyboard.press('Enter');
    expect(await values('C3')).toEqual([[3]]);
    await next.waitForTimeout(2500);
    expect(await age(next, 0)).toBe(0);
    await watched.close();
  },
  LONG * 2,
);

test(
  'a table of text is saved as a workbook; a fresh one, one that counts days from 1904, and the samples again',
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

    await anew(desk, () => choose(desk, 'fresh'));
    expect(await desk.ask('sheetNames')).toEqual(['Sheet1']);
    await desk.enter('A1', '=RZRQ.MARGIN_BALANCE(97753.18,982.29)');
    await desk.until(() => desk.values('A1'), [[98735.47]]);
    const own = await downloaded(desk, () => desk.page.keyboard.press('Control+s'));
    expect(own.name).toBe('workbook.xlsx');
    expect(await valueIn(own.bytes, 0, 0)).toBe(98735.47);

    const old = fixture('openpyxl-1904.xlsx');
    await anew(desk, () => drop(desk, 'old.xlsx', old));
    expect(await remark(desk).textContent()).toContain('Days in this file count from 1904');
    await desk.until(() => desk.values('A2'), [[46027]]);
    await desk.enter('F9', '7');
    const again = await downloaded(desk, () => desk.page.keyboard.press('Control+s'));
    expect(await valueIn(again.bytes, 8, 5)).toBe(7);
    expect(changedParts(old, again.bytes)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(sheetOf(again.bytes).match(/<c r="A2"[^>]*>.*?<\/c>/)?.[0]).toBe(
      sheetOf(old).match(/<c r="A2"[^>]*>.*?<\/c>/)?.[0],
    );

    await anew(desk, () => choose(desk, 'samples'));
    expect(await desk.ask('activeSheet')).toBe('SSE 601989');
    await desk.close();
  },
  LONG * 2,
);
