import type { Browser } from 'playwright-core';
import type { Server } from '../../src/dev/server';
import { launchBrowser, Pages, type PageOptions, serveDist, type WatchedPage } from '../support/browser';

export interface Site {
  open(options?: PageOptions): Promise<WatchedPage>;
  /** Where the built site is served, without a slash at the end. */
  readonly url: string;
}

/** One browser and one server for all the tests of a file. Hooks run in the order of their call: what closes pages comes before this. */
export function useSite(): Site {
  let browser: Browser;
  let server: Server;
  let pages: Pages;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser({ sparing: true }), serveDist()]);
    pages = new Pages(browser);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return {
    open: (options) => pages.open(options),
    get url() {
      return server.url;
    },
  };
}
