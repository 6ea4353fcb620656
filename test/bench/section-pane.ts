import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { playExcelIn } from '../office/host/page';
import { launchBrowser, newPage, serveDist } from '../support/browser';
import { explainPositions, POSITIONS } from './explaining';
import { median } from './measure';
import { milliseconds, section, table, thousands, times, type Section } from './report';

const OPENINGS = 7;
const WORDS = ['rongziyue', 'maintenance ratio', '维持担保比例', 'rzmre'];
const KEY_TURNS = 5;

/** Milliseconds until the browser has painted something of a page. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const { page, close } = await newPage(browser);
  const excel = await playExcelIn(page);
  await page.goto(excel.address(url));
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const time = (await paint.jsonValue()) as number;
  await close();
  return time;
}

/** Milliseconds that each key of some words takes in the search, the page laid out anew, and the same keys in a box that only listens. */
async function searchKeys(browser: Browser, url: string): Promise<{ search: number; empty: number }> {
  const { page, close } = await newPage(browser);
  const excel = await playExcelIn(page);
  await page.goto(excel.address(url));
  await page.locator('#rzrq-search').waitFor();
  const keys = await page.evaluate(
    ({ words, turns }) => {
      const box = document.querySelector<HTMLInputElement>('#rzrq-search')!;
      const empty = box.parentElement!.appendChild(document.createElement('input'));
      empty.addEventListener('input', () => undefined);
      const press = (input: HTMLInputElement) =>
        words.flatMap((word) =>
          Array.from(word, (_, i) => {
            const start = performance.now();
            input.value = word.slice(0, i + 1);
            input.dispatchEvent(new Event('input', { bubbles: true }));
            document.body.getBoundingClientRect();
            return performance.now() - start;
          }),
        );
      const times = { search: [] as number[], empty: [] as number[] };
      for (let i = 0; i < turns; i++) {
        times.empty.push(...press(empty));
        times.search.push(...press(box));
      }
      return times;
    },
    { words: WORDS, turns: KEY_TURNS },
  );
  await close();
  // The clock of a page ticks in tenths of a millisecond, and a key in the empty box takes less.
  return { search: median(keys.search), empty: keys.empty.reduce((sum, time) => sum + time, 0) / keys.empty.length };
}

/** When the pane is first seen, beside a page with one word on it; how long a key and an explanation take. */
export async function paneSection(): Promise<Section> {
  const browser = await launchBrowser();
  const site = await serveDist();
  const empty = createServer((_request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><link rel="icon" href="data:,"><p>RZRQ'),
  );
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  try {
    const paints: Record<'empty' | 'pane', number[]> = { empty: [], pane: [] };
    for (let i = 0; i < OPENINGS; i++) {
      paints.empty.push(await firstPaint(browser, `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`));
      paints.pane.push(await firstPaint(browser, `${site.url}/taskpane.html`));
    }
    const keys = await searchKeys(browser, `${site.url}/taskpane.html`);
    const positions = await explainPositions();
    const [pane, beside] = [median(paints.pane), median(paints.empty)];
    return section(
      'The pane',
      table(
        ['first paint in Chromium', 'pane with office.js', 'a page with one word', 'pane ÷ page'],
        [[`median of ${OPENINGS}, by turns`, milliseconds(pane), milliseconds(beside), times(pane / beside)]],
      ),
      table(
        ['a key', 'in the search', 'in a box that only listens', 'search ÷ box'],
        [
          [
            `of ${WORDS.length} words, listed and laid out`,
            milliseconds(keys.search),
            `${(keys.empty * 1000).toFixed(0)} µs`,
            times(keys.search / keys.empty),
          ],
        ],
      ),
      table(
        ['AVAILABLE_MARGIN', 'Explain, its figures by component', 'the evaluation', 'Explain ÷ evaluation'],
        [
          [
            `${thousands(POSITIONS)} positions, processor time`,
            milliseconds(positions.explain),
            milliseconds(positions.evaluate),
            times(positions.explain / positions.evaluate),
          ],
        ],
      ),
    );
  } finally {
    await browser.close();
    await site.close();
    empty.close();
  }
}
