import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { playExcelIn } from '../office/host/page';
import { launchBrowser, newPage, serveDist } from '../support/browser';
import { median, table, times } from './measure';

const OPENINGS = 7;

/** Milliseconds until the browser has painted something of a page. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const { page, close } = await newPage(browser);
  const excel = await playExcelIn(page);
  await page.goto(excel.address(url));
  const paint = await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  const milliseconds = (await paint.jsonValue()) as number;
  await close();
  return milliseconds;
}

/** When the pane is first seen, beside a page with one word on it. */
export async function paneSection(): Promise<string> {
  const browser = await launchBrowser();
  const site = await serveDist();
  const empty = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><link rel="icon" href="data:,"><p>RZRQ'));
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  try {
    const paints: Record<'empty' | 'pane', number[]> = { empty: [], pane: [] };
    for (let i = 0; i < OPENINGS; i++) {
      paints.empty.push(await firstPaint(browser, `http://127.0.0.1:${(empty.address() as AddressInfo).port}/`));
      paints.pane.push(await firstPaint(browser, `${site.url}/taskpane.html`));
    }
    const [pane, beside] = [median(paints.pane), median(paints.empty)];
    return ['## The pane', '', table(['first paint in Chromium', 'pane with office.js', 'a page with one word', 'pane ÷ page'], [['median of 7, by turns', `${pane.toFixed(0)} ms`, `${beside.toFixed(0)} ms`, times(pane / beside)]])].join('\n');
  } finally {
    await browser.close();
    await site.close();
    empty.close();
  }
}
