import { version } from '../../package.json';
import { OFFICE_JS, siteFiles, taskpaneFor } from '../../src/dev/site';

const CHINA = 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js';
const options = { base: 'https://example.org/rzrq/', preview: false };
const text = (files: ReturnType<typeof siteFiles>, path: string) => String(files.get(path));

test('office.js comes from where the store wants it, and its page allows no other host', () => {
  const page = text(siteFiles(options), 'taskpane.html');
  expect(page).toContain(`<script src="${OFFICE_JS}"></script>`);
  expect(page).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
});

test('it can come from another address, which the policy then allows instead', () => {
  const page = text(siteFiles({ ...options, office: CHINA }), 'taskpane.html');
  expect(page).toContain(`<script src="${CHINA}"></script>`);
  expect(page).toContain("script-src 'self' https://appsforoffice.cdn.partner.office365.cn;");
  expect(page).not.toContain('microsoft.com');
});

describe('office.js served with the site', () => {
  const files = siteFiles({ ...options, office: 'self' });
  const own = [...files.keys()].filter((path) => path.startsWith('office/'));

  test('its page asks nothing of another host, and allows none', () => {
    const page = text(files, 'taskpane.html');
    expect(page).toContain('<script src="office/office.js"></script>');
    expect(page).toContain("script-src 'self';");
    const pages = [...files].filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(60);
    for (const [path, content] of pages) {
      const loaded = String(content).match(
        /<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)="(?:\w+:)?\/\/[^>]*>/g,
      );
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(String(content))?.[1] ?? '';
      expect([path, loaded, policy.includes('//')]).toEqual([path, null, false]);
    }
  });

  test('what Excel loads is there on every platform, and nothing of other programs or for debugging', () => {
    for (const name of [
      'office.js',
      'custom-functions-runtime.js',
      'zh-cn/office_strings.js',
      'en-us/office_strings.js',
    ])
      expect(own).toContain(`office/${name}`);
    // office.js keeps a table of the platforms and of the version that each loads.
    const [, platforms = ''] = /\bexcel:\{([^}]*)\}/.exec(text(files, 'office/office.js')) ?? [];
    const loaded = [...platforms.matchAll(/(\w+):"([\d.]+)"/g)].map(
      ([, name, version]) => `excel-${name}-${version}.js`,
    );
    expect(loaded.length).toBeGreaterThanOrEqual(5);
    expect(loaded.filter((name) => !own.includes(`office/${name}`))).toEqual([]);
    expect(own.filter((path) => /debug|vsdoc|\.d\.ts|(?:word|outlook|powerpoint)[^/]*$/.test(path))).toEqual([]);
  });

  test('no other build carries it', () => {
    expect([...siteFiles(options).keys()].filter((path) => path.startsWith('office/'))).toEqual([]);
  });
});

test.each(['', 'office.js', 'http://example.org/office.js', 'https://example.org/other.js'])(
  '"%s" is no address of office.js',
  (office) => {
    expect(() => taskpaneFor(office)).toThrow('must be like');
  },
);

test('the base is in the manifest and the metadata', () => {
  const files = siteFiles(options);
  expect(text(files, 'manifest.xml')).toContain('"https://example.org/rzrq/reference/support.html"');
  expect(text(files, 'functions.json')).toContain('"https://example.org/rzrq/functions/MARGIN_BALANCE.html"');
});

test('the manifest and the support page say the version', () => {
  const files = siteFiles(options);
  expect(text(files, 'manifest.xml')).toContain(`<Version>${version}.0</Version>`);
  const page = text(files, 'reference/support.html');
  expect(page).toContain(`belong to version ${version};`);
  expect(page).toContain(`本页属于 ${version} 版；`);
});

test('no page of the site depends on where it is served', () => {
  const pages = [...siteFiles(options)].filter(([path]) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(60);
  for (const [path, content] of pages) expect([path, String(content).includes('example.org')]).toEqual([path, false]);
});

test('the contact of the support page is an address', () => {
  expect(text(siteFiles({ ...options, support: 'https://example.org/help' }), 'reference/support.html')).toContain(
    'href="https://example.org/help"',
  );
  expect(() => siteFiles({ ...options, support: 'javascript:alert(1)' })).toThrow('must begin with https: or mailto:');
});
