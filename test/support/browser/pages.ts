import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { type PageOptions, SCREEN, type WatchedPage, watch } from './page';

/** What a page may leave behind in the browser. */
const LEFT_BEHIND = 'cookies,local_storage,indexeddb,cache_storage';

/**
 * Pages one after the other, each with nothing left of the one before, and yet in one process where their language and
 * rights are the same: what a process has compiled it need not compile again, and that is a third of opening the embedded workbook.
 */
export class Pages {
  private readonly homes = new Map<string, Home>();

  constructor(private readonly browser: Browser) {}

  async open({
    ownFilesOnly = false,
    viewport = SCREEN,
    colorScheme = 'light',
    ...options
  }: PageOptions = {}): Promise<WatchedPage> {
    const key = JSON.stringify(options);
    const home = this.homes.get(key) ?? (await Home.in(this.browser, options));
    this.homes.set(key, home);
    const page = await home.context.newPage();
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    return watch(page, ownFilesOnly, () => home.leave(page));
  }
}

/** Where pages live that may share a process. */
class Home {
  private keeper: CDPSession | undefined;

  private constructor(readonly context: BrowserContext) {}

  static async in(browser: Browser, options: BrowserContextOptions): Promise<Home> {
    return new Home(await browser.newContext({ viewport: SCREEN, reducedMotion: 'reduce', ...options }));
  }

  async leave(page: Page): Promise<void> {
    const { origin, protocol } = new URL(page.url());
    const isServed = protocol.startsWith('http');
    if (isServed) this.keeper ??= await this.keep(origin);
    await page.close();
    if (isServed) await this.keeper!.send('Storage.clearDataForOrigin', { origin, storageTypes: LEFT_BEHIND });
  }

  /** An empty page of the same server, without which the process would end with the last page. */
  private async keep(origin: string): Promise<CDPSession> {
    const page = await this.context.newPage();
    await page.route('**/*', (route) => route.fulfill({ body: '' }));
    await page.goto(origin);
    return this.context.newCDPSession(page);
  }
}
