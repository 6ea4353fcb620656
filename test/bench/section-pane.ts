import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { playExcelIn } from '../office/host/page';
import { launchBrowser, newPage, serveDist } from '../support/browser';
import { median } from './measure';
import { milliseconds, section, table, times, type Section } from './report';

const OPENINGS = 7;

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

/** When the pane is first seen, beside a page with one word on it. */
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
    const [pane, beside] = [median(paints.pane), median(paints.empty)];
    return section(
      'The pane',
      table(
        ['first paint in Chromium', 'pane with office.js', 'a page with one word', 'pane ÷ page'],
        [[`median of ${OPENINGS}, by turns`, milliseconds(pane), milliseconds(beside), times(pane / beside)]],
      ),
    );
  } finally {
    await browser.close();
    await site.close();
    empty.close();
  }
}
