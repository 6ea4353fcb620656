import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { releaseFiles } from '../../src/dev/release-files';
import { Zip } from '../../src/xlsx/zip';
import { launchBrowser, newPage } from '../support/browser';

const DIST = join(__dirname, '../../dist');
const VERSION = '9.8.7';
const LONG = 240_000;

let files: ReadonlyMap<string, Uint8Array>;
let folder: string;
beforeAll(async () => {
  files = await releaseFiles(DIST, 'rzrq-functions', VERSION);
  folder = mkdtempSync(join(tmpdir(), 'rzrq-release-'));
  const zip = Zip.open(files.get(`rzrq-functions-${VERSION}.zip`)!);
  for (const name of zip.names()) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), await zip.read(name));
  }
}, LONG);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('one folder named after the version holds all that was built, and the checksum is the zip’s', () => {
  const [archive, sum, bill] = [...files.keys()];
  expect([archive, sum, bill]).toEqual([
    `rzrq-functions-${VERSION}.zip`,
    `rzrq-functions-${VERSION}.zip.sha256`,
    `rzrq-functions-${VERSION}.cdx.json`,
  ]);
  const hash = createHash('sha256').update(files.get(archive!)!).digest('hex');
  expect(Buffer.from(files.get(sum!)!).toString()).toBe(`${hash}  ${archive}\n`);
  const names = Zip.open(files.get(archive!)!).names();
  expect(names.every((name) => name.startsWith(`${VERSION}/`))).toBe(true);
  for (const name of [
    'manifest.xml',
    'taskpane.html',
    'functions.js',
    'tables.js',
    'sql/README.md',
    'licences.txt',
    'sbom.cdx.json',
  ])
    expect(names).toContain(`${VERSION}/${name}`);
  expect(readFileSync(join(folder, VERSION, 'functions.js'))).toEqual(readFileSync(join(DIST, 'functions.js')));
});

test('the bill of materials lists what is in the scripts and nothing else, and says nothing of when or where', () => {
  const text = readFileSync(join(folder, VERSION, 'sbom.cdx.json'), 'utf8');
  const bill = JSON.parse(text) as {
    bomFormat: string;
    metadata: { component: { name: string } };
    components: readonly {
      name: string;
      hashes: readonly { alg: string }[];
      licenses: readonly unknown[];
      scope: string;
    }[];
    dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.metadata.component.name).toBe('rzrq-functions');
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['decimal.js', '@univerjs/core', '@borgar/fx', 'uplot']));
  expect(names).not.toContain('jest');
  expect(
    bill.components.filter(({ hashes, licenses, scope }) => !hashes.length || !licenses.length || scope !== 'required'),
  ).toEqual([]);
  expect(bill.dependencies[0]!.dependsOn).toHaveLength(bill.components.length);
  expect(text).not.toMatch(/timestamp|serialNumber|file:/);
});

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** As plain as a server can be: files below a path, and no header but their type. */
async function serve(path: string): Promise<Server> {
  const server = createServer((request, response) => {
    const name = new URL(request.url!, 'http://any').pathname;
    try {
      const content = readFileSync(join(folder, name.slice(path.length)));
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('unpacked', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launchBrowser({ sparing: true })), LONG);
  afterAll(() => browser.close());

  test(
    'a plain static server below a path serves workbook, pane and pages',
    async () => {
      const server = await serve('/team/rzrq');
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/team/rzrq/${VERSION}`;
      const watched = await newPage(browser, { locale: 'zh-CN' });
      try {
        const { page } = watched;
        await page.goto(`${url}/index.html`);
        await page.waitForFunction(() => 'rzrqWorkbook' in window, undefined, { timeout: LONG });
        await page.goto(`${url}/taskpane.html`);
        await page.locator('#pane > *').first().waitFor();
        await page.goto(`${url}/reference/install.html`);
        // Excel would take no manifest with this address.
        expect(await page.locator('.zh .here .needs').isVisible()).toBe(true);
        expect(await page.locator('.zh .here button:enabled').count()).toBe(0);
      } finally {
        await watched.close();
        server.close();
      }
    },
    LONG,
  );

  test('the page about installing makes the files that name an address for its own', async () => {
    const here = `https://intranet.example/rzrq/${VERSION}`;
    const watched = await newPage(browser, { locale: 'en-GB', acceptDownloads: true });
    try {
      const { page } = watched;
      await page.route(`${here}/**`, (route) =>
        route.fulfill({
          path: join(folder, VERSION, new URL(route.request().url()).pathname.split(`${VERSION}/`)[1]!),
        }),
      );
      await page.goto(`${here}/reference/install.html`);
      expect(await page.locator('.en .here .address').textContent()).toBe(here);
      for (const [file, address] of [
        ['manifest.xml', `"${here}/taskpane.html"`],
        ['functions.json', `"${here}/functions/MARGIN_BALANCE.html"`],
        ['functions.zh-CN.json', `"${here}/functions/MARGIN_BALANCE.html"`],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('.en .here').getByText(file, { exact: true }).click(),
        ]);
        const text = readFileSync((await download.path())!, 'utf8');
        expect(text).toContain(address);
        expect(text).not.toContain('localhost');
      }
    } finally {
      await watched.close();
    }
  }, 60_000);
});
