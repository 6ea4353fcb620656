import type { Browser } from 'playwright-core';
import type { Server } from '../../src/dev/server';
import { launchBrowser, serveDist } from '../support/browser';

export interface Site {
  readonly browser: Browser;
  /** Where the built site is served, without a slash at the end. */
  readonly url: string;
}

/** One browser and one server for all the tests of a file. Hooks run in the order of their call: what closes pages comes before this. */
export function useSite(): Site {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveDist()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return server.url;
    },
  };
}
