import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ExcelDesk } from '../browser/excel-desk';
import { launchBrowser, newPage, serveDist } from '../support/browser';
import type { ImportTimes } from './import';
import { run } from './process';
import { atMost, megabytes, milliseconds, section, table, thousands, times, type Section } from './report';

const DAYS = 84;
const MOST_TIMES = 2.5;
const LONGEST_PAUSE_MS = 100;
const TICK_MS = 10;

/** 84 days of three exchanges: beside plain reading in Node, and in the pane, which goes on answering. */
export async function importSection(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'rzrq-import-'));
  try {
    run('import.ts', 'write', folder, String(DAYS));
    const { files, rows, plain, own } = run<ImportTimes>('import.ts', 'times', folder);
    const pane = await inPane(readdirSync(folder).map((name) => join(folder, name)));
    return section(
      'Import',
      table(
        [`${files} files, ${thousands(rows)} rows`, 'ours, with all checks', 'read by SheetJS alone', 'ours ÷ plain'],
        [['.xls and .xlsx', milliseconds(own), milliseconds(plain), atMost(MOST_TIMES, own / plain, times)]],
      ),
      table(
        ['in the pane', 'all files', 'longest pause of the page', 'heap of the page', 'cancelled after'],
        [
          [
            'Chromium, one worker',
            milliseconds(pane.all),
            atMost(LONGEST_PAUSE_MS, pane.pause, milliseconds),
            megabytes(pane.heap),
            milliseconds(pane.cancelled),
          ],
        ],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inPane(paths: readonly string[]) {
  const browser = await launchBrowser();
  const site = await serveDist();
  try {
    const desk = await ExcelDesk.open({ open: (options) => newPage(browser, options), url: site.url });
    const { page } = desk;
    await page.locator('#rzrq-tab-import').click();
    const picker = page.locator('#rzrq-panel-import input[type=file]').first();
    await picker.waitFor({ state: 'attached' });

    await picker.setInputFiles([...paths]);
    await page.locator('progress').waitFor();
    const pressed = performance.now();
    await page.locator('.job button').click();
    await page.locator('.job').waitFor({ state: 'detached' });
    const cancelled = performance.now() - pressed;

    await watchPauses(page);
    const start = performance.now();
    await picker.setInputFiles([...paths]);
    await page.locator('#rzrq-import-total').waitFor({ timeout: 600_000 });
    const all = performance.now() - start;
    const [pause, heap] = await page.evaluate(() => [
      (window as unknown as { pause: number }).pause,
      (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
    ]);
    await desk.close();
    return { all, cancelled, pause: pause!, heap: heap! };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** How late a timer of the page ever is. */
function watchPauses(page: Page): Promise<void> {
  return page.evaluate((tick) => {
    const seen = window as unknown as { pause: number };
    seen.pause = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      seen.pause = Math.max(seen.pause, now - last - tick);
      last = now;
    }, tick);
  }, TICK_MS);
}
