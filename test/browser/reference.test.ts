import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { drawsChinese, serveDist, type WatchedPage } from '../support/browser';
import { thorough } from '../support/thorough';
import { violationsIn } from './axe';
import { Desk } from './desk';
import { useSite } from './site';

const DIST = join(__dirname, '../../dist');
const read = (path: string) => readFileSync(join(DIST, path), 'utf8');
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((path) => path.replace(/\\/g, '/'));
const pages = files.filter((path) => path.endsWith('.html'));
const articles = pages.filter((path) => path.startsWith('reference/'));
/** One of each make: a plain formula, a long one, rules by date, a table, choices. */
const REPRESENTATIVE = [
  ...['MARGIN_BALANCE', 'AVAILABLE_MARGIN', 'CONVERSION_RATE_CAP', 'RECONCILE', 'SCALE'].map(
    (id) => `functions/${id}.html`,
  ),
  ...articles,
];

/** Where the site was built to be served. */
const base = /<SourceLocation DefaultValue="([^"]+)\/taskpane\.html"/.exec(read('manifest.xml'))![1]!;
const helpPages = (json: string) =>
  (JSON.parse(read(json)) as { functions: { id: string; helpUrl: string }[] }).functions.map(({ id, helpUrl }) => ({
    id,
    path: helpUrl.replace(`${base}/`, ''),
  }));

const site = useSite();

/** Does something on a page of its own, which must ask nobody but our server. */
async function visit<T>(
  options: BrowserContextOptions,
  work: (page: Page, watched: WatchedPage) => Promise<T>,
): Promise<T> {
  const watched = await site.open({ ownFilesOnly: true, ...options });
  const result = await work(watched.page, watched);
  await watched.close();
  expect(watched.requests.filter((url) => !url.startsWith(`${site.url}/`))).toEqual([]);
  return result;
}

/** The language that is seen, if it is one. */
const seen = (page: Page) =>
  page.evaluate(() =>
    ['en', 'zh']
      .filter((language) =>
        [...document.querySelectorAll<HTMLElement>(`.${language}`)].some((part) => part.checkVisibility()),
      )
      .join('+'),
  );

describe('the links', () => {
  const targetsOf = (page: string) =>
    [...read(page).matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target!.replace(/&amp;/g, '&'));

  test.each(pages)('%s leads nowhere that is not there', (page) => {
    const dead = targetsOf(page).filter((target) => {
      if (/^(?:https?:\/\/[\w.-]+\.[a-z]+(?:\/|$)|mailto:\S+@)/.test(target)) return false;
      const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(target)!;
      const file = path === '' ? page : posix.normalize(posix.join(dirname(page), path));
      if (file.startsWith('..') || !existsSync(join(DIST, file))) return true;
      return fragment !== undefined && !read(file).includes(` id="${fragment}"`);
    });
    expect(dead).toEqual([]);
  });

  test('every page is reached from the list of functions', () => {
    const reached = new Set(['reference/index.html']);
    for (const page of reached) {
      for (const target of targetsOf(page)) {
        const file = posix.normalize(posix.join(dirname(page), target.replace(/[?#].*$/, '')));
        if (pages.includes(file)) reached.add(file);
      }
    }
    expect(pages.filter((page) => !reached.has(page))).toEqual(['taskpane.html']);
  });

  test('every address of the manifest is a file of the site', () => {
    const addresses = [...read('manifest.xml').matchAll(/"(https:[^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(10);
    expect(
      addresses.filter(
        (address) => !address.startsWith(`${base}/`) || !existsSync(join(DIST, address.slice(base.length + 1))),
      ),
    ).toEqual([]);
  });

  test('every example can be tried, under its function and its number', () => {
    for (const { id, path } of helpPages('functions.json')) {
      const tries = targetsOf(path).filter((target) => target.includes('?try='));
      const half = tries.length / 2;
      expect(half).toBeGreaterThan(0);
      expect(tries).toEqual(
        [0, 1].flatMap(() => Array.from({ length: half }, (_, n) => `../index.html?try=${id}&example=${n}`)),
      );
    }
  });
});

test('help on every function opens, in the language of the browser, and the other one is a click away', async () => {
  expect(helpPages('functions.zh-CN.json')).toEqual(helpPages('functions.json'));
  // Nobody looks at them: painting more would only take its time.
  await visit({ locale: 'zh-CN', viewport: { width: 320, height: 240 } }, async (page) => {
    for (const { id, path } of helpPages('functions.json')) {
      await page.goto(`${site.url}/${path}`, { waitUntil: 'domcontentloaded' });
      const before = await seen(page);
      const name = await page.evaluate(() => {
        [...document.querySelectorAll<HTMLElement>('a')]
          .find((link) => link.checkVisibility() && link.innerText === 'English')!
          .click();
        return document.querySelector('h1 code')!.textContent.replace(/\s/g, '');
      });
      expect([name, before, await seen(page)]).toEqual([`RZRQ.${id}`, 'zh', 'en']);
    }
  });
});

test.each(['zh-CN', 'en-GB'])(
  'nothing stands in anybody’s way, by daylight or at night, and nothing is wider than the screen (%s)',
  async (locale) => {
    const found: string[] = [];
    await visit({ locale, colorScheme: 'light' }, async (page) => {
      for (const [index, path] of REPRESENTATIVE.entries()) {
        await page.goto(`${site.url}/${path}`);
        // A page is built alike in both languages; each language sees every other page.
        if (thorough || (index % 2 === 0) === (locale === 'zh-CN')) {
          const light = await violationsIn(page);
          await page.emulateMedia({ colorScheme: 'dark' });
          // The night changes colours and nothing else.
          const dark = await violationsIn(page, 'html', ['color-contrast']);
          await page.emulateMedia({ colorScheme: 'light' });
          found.push(...[...light, ...dark].map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]!.html}`));
        }
        for (const width of [360, 1200]) {
          await page.setViewportSize({ width, height: 800 });
          if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
            found.push(`${path}: wider than ${width}`);
        }
      }
      expect(await drawsChinese(page)).toBe(true);
    });
    expect(found).toEqual([]);
  },
  180_000,
);

describe('the language', () => {
  test('a choice goes along from page to page', async () => {
    await visit({ locale: 'en-GB' }, async (page) => {
      await page.goto(`${site.url}/functions/MARGIN_BALANCE.html`);
      expect(await seen(page)).toBe('en');
      await page.getByRole('link', { name: '中文' }).click();
      await page.getByRole('navigation').getByText('术语').click();
      await page.waitForURL(/glossary\.html\?lang=zh$/);
      expect(await seen(page)).toBe('zh');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      await page.goBack();
      expect(await seen(page)).toBe('zh');
    });
  });

  test('without scripts both are there, and the switch shows one', async () => {
    const watched = await site.open({ ownFilesOnly: true, javaScriptEnabled: false });
    const shown = async () =>
      Promise.all(['en', 'zh'].map((language) => watched.page.locator(`div.${language}`).isVisible()));
    await watched.page.goto(`${site.url}/functions/MAINTENANCE_RATIO.html`);
    expect(await shown()).toEqual([true, true]);
    await watched.page.getByRole('link', { name: '中文' }).click();
    expect(await shown()).toEqual([false, true]);
    await watched.page.getByRole('link', { name: 'English' }).click();
    expect(await shown()).toEqual([true, false]);
    await watched.page.goto(`${site.url}/reference/index.html`);
    expect(await watched.page.locator('div.en .functions a').count()).toBe(helpPages('functions.json').length);
    expect(await watched.page.locator('.search').first().isVisible()).toBe(false);
    await watched.close();
  });
});

test.each([
  ['en-GB', 'rzye', 'FINANCING_BALANCE_ROLL'],
  ['en-GB', 'maintenance status', 'MAINTENANCE_STATUS'],
  ['zh-CN', 'weichidanbaobili', 'MAINTENANCE_RATIO'],
  ['zh-CN', '折算率 上限', 'CONVERSION_RATE_CAP'],
])('the search (%s) finds by %s', async (locale, query, id) => {
  await visit({ locale }, async (page) => {
    await page.goto(`${site.url}/reference/index.html`);
    const entries = page.locator('[data-search]:visible');
    const all = await entries.count();
    await page.getByRole('searchbox').fill(query);
    const found = await entries.count();
    expect(found).toBeLessThan(all);
    await entries.getByText(id, { exact: true }).waitFor();
    expect(await page.getByRole('status').innerText()).toBe(String(found));
    await page.getByRole('searchbox').fill('');
    expect(await entries.count()).toBe(all);
    expect(await page.getByRole('status').innerText()).toBe('');
  });
});

describe('the security policy', () => {
  const violations = async (path: string, until: (page: Page) => Promise<unknown>) => {
    const watched = await site.open();
    await watched.page.addInitScript(() => {
      const list: string[] = ((window as unknown as { violations: string[] }).violations = []);
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        list.push(`${effectiveDirective} ${blockedURI}`),
      );
    });
    await watched.page.goto(`${site.url}/${path}`);
    await until(watched.page);
    const found = await watched.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    await watched.close();
    return found;
  };

  test('lets everything of ours work; an example that is not there leaves the samples', async () => {
    const samples = async (page: Page) => {
      await page.waitForFunction(() => 'rzrqWorkbook' in window);
      expect(await page.evaluate(() => window.rzrqWorkbook.activeSheet())).toBe('SSE 601989');
    };
    expect(await violations('index.html?try=NO_SUCH&example=0&lang=en', samples)).toEqual([]);
    expect(await violations('reference/index.html', (page) => page.getByRole('searchbox').fill('x'))).toEqual([]);
  });

  test('keeps from the page of the add-in only what office.js sends about itself', async () => {
    const telemetry = ['style-src-attr inline', 'frame-src https://telemetryservice.firstpartyapps.oaspapps.com'];
    const found = await violations('taskpane.html', (page) =>
      page.waitForFunction(() => 'Office' in window && document.querySelector('#pane > *') !== null),
    );
    expect(found.filter((violation) => !telemetry.includes(violation))).toEqual([]);
  });

  test.each(pages)('%s: no script from elsewhere but office.js, none inline', (path) => {
    const policy = new Map(
      /http-equiv="Content-Security-Policy" content="([^"]+)"/
        .exec(read(path))![1]!
        .split('; ')
        .map((part) => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('connect-src')).toBe("'self'");
    expect(policy.get('script-src')).toBe(
      path === 'taskpane.html' ? "'self' https://appsforoffice.microsoft.com" : "'self'",
    );
    expect(policy.get('style-src')).toBe(path === 'index.html' ? "'self' 'unsafe-inline'" : "'self'");
  });
});

describe('an example in the embedded workbook', () => {
  test('is opened from its page, live', async () => {
    const watched = await site.open();
    await watched.page.goto(`${site.url}/functions/FINANCING_BALANCE_ROLL.html?lang=zh`);
    const href = await watched.page.locator('div.zh .try').first().getAttribute('href');
    await watched.close();

    const desk = await Desk.open(site, new URL(href!, `${site.url}/functions/`).href);
    expect(await desk.ask('activeSheet')).toBe('FINANCING_BALANCE_ROLL');
    expect(await desk.ask('selection')).toBe('D2');
    expect((await desk.ask('formulas', 'D2'))[0]).toEqual(['=RZRQ.FINANCING_BALANCE_ROLL(A2,B2,C2)']);
    expect(await desk.values('A1:D1')).toEqual([['前日余额', '融资买入额', '融资偿还额', '结果']]);
    const [[prior, purchases, repayments]] = (await desk.values('A2:C2')) as [[number, number, number]];
    await desk.until(() => desk.values('D2'), [[Number((prior + purchases - repayments).toFixed(2))]]);
    await desk.enter('B2', '0');
    await desk.until(() => desk.values('D2'), [[Number((prior - repayments).toFixed(2))]]);
    await desk.close();
  });

  test('spills, takes text and words, and shows its error', async () => {
    const desk = await Desk.open(site, `${site.url}/index.html?try=FINANCING_BALANCE_SERIES&example=0&lang=en`);
    await desk.until(async () => (await desk.column('D2:D3')).every((value) => typeof value === 'number'), true);
    await desk.page.goto(`${site.url}/index.html?try=CONVERSION_RATE_CAP&example=3&lang=en`);
    await desk.ready();
    await desk.until(() => desk.values('B2'), [['#N/A']]);
    await desk.page.goto(`${site.url}/index.html?try=FINANCING_REPAYMENT&example=1&lang=en`);
    await desk.ready();
    await desk.until(() => desk.values('D2'), [[4650000]]);
    await desk.close();
  });
});

test('below the root of a server everything works', async () => {
  const below = await serveDist({ path: '/team/rzrq' });
  try {
    const watched = await site.open();
    const { page } = watched;
    await page.goto(`${below.url}/reference/index.html?lang=zh`);
    await page.locator('div.zh').getByText('MARGIN_BALANCE', { exact: true }).click();
    await page.locator('div.zh .try').first().click();
    await page.waitForFunction(() => 'rzrqWorkbook' in window);
    await page.goto(`${below.url}/taskpane.html`);
    await page.locator('#pane > *').first().waitFor();
    await watched.close();
    expect(
      watched.requests.filter(
        (url) =>
          !url.startsWith(`${below.url}/`) && !/^(?:data|blob):|^https:\/\/appsforoffice\.microsoft\.com\//.test(url),
      ),
    ).toEqual([]);
  } finally {
    await below.close();
  }
});

test('on paper every table is read to its last column', async () => {
  await visit({ viewport: { width: 718, height: 1000 } }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const id of ['ACCOUNT_MONITOR', 'AVAILABLE_MARGIN', 'RECONCILE', 'STANDARDIZE']) {
      await page.goto(`${site.url}/functions/${id}.html`);
      expect([id, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([id, 718]);
    }
  });
});
