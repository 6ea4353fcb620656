import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE_JS_FOLDER = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
// office.js asks for this by itself whenever it runs outside Office.
const OFFICE_TELEMETRY = 'https://telemetryservice.firstpartyapps.oaspapps.com/';

export interface WatchedPage {
  readonly page: Page;
  /** Every address the page asked for so far, in order. */
  readonly requests: readonly string[];
  /** What went wrong so far; empty on a good page. */
  readonly problems: readonly string[];
  /** Closes the page. Throws the problems, so that a test cannot end well on a bad page. */
  close(): Promise<void>;
}

export interface PageOptions extends BrowserContextOptions {
  /** Nobody answers for other machines, not for office.js either. What the browser has loaded it keeps for the next opening. */
  readonly ownFilesOnly?: boolean;
}

export const SCREEN = { width: 1280, height: 800 };

/**
 * A page that is cut off from everything but this machine, and moves nothing for show.
 * A page error, a failed answer and a request that leaves the machine are problems; office.js is answered from node_modules.
 */
export async function newPage(
  browser: Browser,
  { ownFilesOnly = false, ...options }: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: SCREEN, reducedMotion: 'reduce', ...options });
  return watch(await context.newPage(), ownFilesOnly, () => context.close());
}

/** The same of a page that is there, and how it is left. */
export async function watch(page: Page, ownFilesOnly: boolean, leave: () => Promise<void>): Promise<WatchedPage> {
  const requests: string[] = [];
  const problems: string[] = [];
  const leaves = (url: string) => problems.push(`request left the machine: ${url}`);

  page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  await page.routeWebSocket(/.*/, (socket) => {
    leaves(socket.url());
  });
  if (ownFilesOnly) {
    // A browser whose requests are answered by somebody else keeps nothing of what it loads.
    page.on('request', (request) => {
      requests.push(request.url());
      if (!isLocal(request.url())) leaves(request.url());
    });
  } else {
    await page.route('**/*', async (route) => {
      const url = route.request().url();
      requests.push(url);
      if (isLocal(url)) return route.continue();
      if (url.startsWith(OFFICE_JS)) return officeJs(route, url);
      if (!url.startsWith(OFFICE_TELEMETRY)) leaves(url);
      return route.abort();
    });
  }

  return {
    page,
    requests,
    problems,
    async close() {
      await leave();
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
  };
}

function isLocal(address: string): boolean {
  const { hostname, protocol } = new URL(address);
  return ['data:', 'blob:'].includes(protocol) || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

async function officeJs(route: Route, url: string): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(url).pathname.slice(new URL(OFFICE_JS).pathname.length)));
  try {
    await route.fulfill({ body: await readFile(join(OFFICE_JS_FOLDER, path)), contentType: 'text/javascript' });
  } catch {
    await route.fulfill({ status: 404 });
  }
}
