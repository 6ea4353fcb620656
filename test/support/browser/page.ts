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

/**
 * A page that is cut off from everything but this machine.
 * A page error, a failed answer and a request that leaves the machine are problems; office.js is answered from node_modules.
 */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];

  page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  await context.routeWebSocket(/.*/, (socket) => {
    problems.push(`request left the machine: ${socket.url()}`);
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    requests.push(url);
    if (isLocal(url)) return route.continue();
    if (url.startsWith(OFFICE_JS)) return officeJs(route, url);
    if (!url.startsWith(OFFICE_TELEMETRY)) problems.push(`request left the machine: ${url}`);
    return route.abort();
  });

  return {
    page,
    requests,
    problems,
    async close() {
      await context.close();
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
