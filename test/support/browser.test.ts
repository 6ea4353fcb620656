import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Server, serveFolder } from '../../src/dev/server';
import { drawsChinese, hasInk, launchBrowser, newPage, type PageOptions, Pages } from './browser';

const PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body style="margin:0;font:24px sans-serif">';

let browser: Browser;
let server: Server;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  server = await serveFolder(folder, { path: '/below' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function open(name: string, body: string, options?: PageOptions) {
  writeFileSync(join(folder, name), PAGE + body);
  const watched = await newPage(browser, options);
  await watched.page.goto(`${server.url}/${name}`, { waitUntil: 'load' });
  return watched;
}

test('a page of ours is served below a path and closes without a problem', async () => {
  const { page, requests, close } = await open('good.html', '<h1>余额</h1>');
  expect(await page.textContent('h1')).toBe('余额');
  expect(requests).toEqual([`${server.url}/good.html`]);
  await close();
});

test('Chinese text has ink, in bold and in every generic family too', async () => {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  const lines = families
    .map((family) => `<p style="margin:0;height:40px;font-family:${family}">融资 <b>融券</b></p>`)
    .join('');
  const { page, close } = await open('chinese.html', lines);
  const picture = await page.screenshot();
  for (const [index, family] of families.entries()) {
    expect([family, hasInk(picture, { x: 0, y: index * 40, width: 120, height: 40 })]).toEqual([family, true]);
    expect([family, await drawsChinese(page, `p:nth-of-type(${index + 1})`)]).toEqual([family, true]);
  }
  expect(hasInk(picture, { x: 200, y: 0, width: 120, height: 160 })).toBe(false);
  await close();
});

test('glyphs that are all the same box do not count as Chinese text', async () => {
  const { page, close } = await open('boxes.html', '<p>融资</p>');
  await page.evaluate(() => {
    CanvasRenderingContext2D.prototype.fillText = function box() {
      this.fillRect(8, 8, 20, 20);
    };
  });
  expect(await drawsChinese(page)).toBe(false);
  await close();
});

describe.each([false, true])('with its own files only: %s', (ownFilesOnly) => {
  test.each([
    ['a script that throws', '<script>throw new Error("broken page")</script>', 'broken page'],
    ['a file that is not there', '<script src="absent.js"></script>', '404 for'],
    [
      'a request to another machine',
      '<img src="https://example.com/pixel.png">',
      'left the machine: https://example.com/pixel.png',
    ],
    [
      'a socket to another machine',
      '<script>new WebSocket("wss://example.com/")</script>',
      'left the machine: wss://example.com/',
    ],
  ])('%s is a problem that closing the page throws', async (_name, body, problem) => {
    const { close } = await open('bad.html', body, { ownFilesOnly });
    await expect(close()).rejects.toThrow(problem);
  });

  test('every address that was asked for is told', async () => {
    const { page, requests, close } = await open('good.html', '<h1>余额</h1>', { ownFilesOnly });
    await page.reload();
    expect(requests).toEqual(new Array(2).fill(`${server.url}/good.html`));
    await close();
  });
});

test('a page with its own files only reaches no other machine', async () => {
  const { page, problems } = await open('alone.html', '<img src="https://203.0.113.1/pixel.png">', {
    ownFilesOnly: true,
  });
  const failed = page.waitForEvent('requestfailed');
  await page.evaluate(() => void fetch('https://example.com/').catch(() => undefined));
  expect((await failed).failure()!.errorText).toBe('net::ERR_NAME_NOT_RESOLVED');
  expect(problems).toEqual(
    ['https://203.0.113.1/pixel.png', 'https://example.com/'].map((url) => `request left the machine: ${url}`),
  );
  await page.context().close();
});

test("office.js comes from the package, under Microsoft's address", async () => {
  const source = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
  const { page, requests, close } = await open('office.html', source);
  expect(await page.evaluate(() => Office.onReady().then(({ host }) => host))).toBeNull();
  expect(requests).toContain('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  await close();
});

test('pages that share a process find nothing of the one before, and look as they are told', async () => {
  const pages = new Pages(browser);
  writeFileSync(join(folder, 'shared.html'), PAGE);
  const first = await pages.open();
  await first.page.goto(`${server.url}/shared.html`);
  await first.page.evaluate(async () => {
    localStorage.setItem('left', 'behind');
    document.cookie = 'left=behind';
    await new Promise<void>((done) => {
      const opening = indexedDB.open('left');
      opening.onsuccess = () => {
        opening.result.close();
        done();
      };
    });
  });
  await first.close();

  const second = await pages.open({ viewport: { width: 400, height: 300 }, colorScheme: 'dark' });
  expect(second.page.context()).toBe(first.page.context());
  await second.page.goto(`${server.url}/shared.html`);
  expect(
    await second.page.evaluate(async () => ({
      left: [localStorage.length, document.cookie, (await indexedDB.databases()).length],
      width: innerWidth,
      media: ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map(
        (query) => matchMedia(query).matches,
      ),
    })),
  ).toEqual({ left: [0, '', 0], width: 400, media: [true, true] });
  expect(second.requests).toEqual([`${server.url}/shared.html`]);
  await second.close();

  const chinese = await pages.open({ locale: 'zh-CN' });
  expect(await chinese.page.evaluate(() => navigator.language)).toBe('zh-CN');
  await chinese.close();
});

test('two browsers run side by side', async () => {
  const second = await launchBrowser();
  expect(second.version()).toBe(browser.version());
  await second.close();
});
