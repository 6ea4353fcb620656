import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Metadata } from '../../src/playground/metadata';
import type { Workbook } from '../../src/workbook/workbook';
import { addScript, launchBrowser, newPage, type WatchedPage } from '../support/browser';
import { bundle } from '../support/bundle';
import { conforms } from './conformance';
import type * as univer from './univer-page';

const dist = join(__dirname, '../../dist');

/** The port inside a page, from here. */
async function portIn(page: Page): Promise<Workbook> {
  const listeners = new Map<number, () => void>();
  await page.exposeFunction('tell', (id: number) => listeners.get(id)?.());
  const listening = (method: 'onSelection' | 'onChange') => (listener: () => void) => {
    const id = listeners.size;
    listeners.set(id, listener);
    void page.evaluate(
      ([method, id]) => {
        const { bundled, tell } = window as unknown as { bundled: typeof univer; tell: (id: number) => void };
        bundled.listen(method, id, tell);
      },
      [method, id] as const,
    );
    return () => void page.evaluate((id) => (window as unknown as { bundled: typeof univer }).bundled.stop(id), id);
  };
  const asking =
    (method: keyof Workbook) =>
    (...args: unknown[]) =>
      page.evaluate(
        ([method, args]) =>
          (window as unknown as { bundled: typeof univer }).bundled.ask(method, args as unknown[]) as Promise<unknown>,
        [method, args] as const,
      );
  return new Proxy({} as Workbook, {
    get(_, method) {
      // A promise would be asked for `then`.
      if (typeof method !== 'string' || method === 'then') return undefined;
      return method === 'onSelection' || method === 'onChange' ? listening(method) : asking(method as keyof Workbook);
    },
  });
}

describe('the embedded workbook', () => {
  let browser: Browser;
  let watched: WatchedPage;

  conforms({
    async open() {
      const script = await bundle('workbook/univer-page', 'web');
      browser = await launchBrowser({ sparing: true });
      watched = await newPage(browser);
      const { page } = watched;
      for (const file of [script, join(dist, 'functions.js'), join(dist, 'tables.js')]) await addScript(page, file);
      const metadata = JSON.parse(readFileSync(join(dist, 'functions.json'), 'utf8')) as Metadata;
      await page.evaluate(
        (metadata) => (window as unknown as { bundled: typeof univer }).bundled.open(metadata),
        metadata,
      );
      return portIn(page);
    },
    async close() {
      await watched.close();
      await browser.close();
    },
    calculates: true,
    spills: true,
    hasUser: true,
  });
});
