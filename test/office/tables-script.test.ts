// What the functions of tables need is a script of its own, loaded when one of them is first called.
import { functionsBundle } from './built';
import { type RunningExcel, startExcel } from './host/start';

interface Watched {
  /** The addresses of the scripts that our own asked for. */
  readonly asked: readonly string[];
  refuse: boolean;
}

/** Runs in the page. */
function watch(page: { document: Document } & { asked: string[]; refuse: boolean }): void {
  const { head } = page.document;
  const append = head.appendChild.bind(head) as (script: HTMLScriptElement) => HTMLScriptElement;
  Object.assign(page, { asked: [], refuse: false });
  head.appendChild = ((script: HTMLScriptElement) => {
    if (script.src.startsWith('https:')) return append(script);
    page.asked.push(script.src);
    if (!page.refuse) return append(script);
    setTimeout(() => script.onerror!({ type: 'error', target: script } as unknown as Event));
    return script;
  }) as typeof head.appendChild;
}

const TABLE = [
  ['日期', '标的证券代码', '融资余额', '融资买入额', '融资偿还额'],
  [20150417, '600000', 100, 0, 0],
  [20150420, '600000', 131, 50, 20],
];
/** The first difference of the second day, which is a break of 1. */
const verdict = (rows: unknown): unknown => (rows as readonly (readonly unknown[])[])[2]?.slice(-1)[0];

let excel: RunningExcel;
const page = () => excel.window as unknown as Watched;
beforeEach(async () => {
  excel = await startExcel({
    bundles: [{ source: `(${String(watch)})(window)` }, functionsBundle()],
    locale: 'en-US',
  });
});
afterEach(() => excel.close());

test('a function of cells loads nothing', async () => {
  expect(await excel.call('MARGIN_BALANCE', [[[97753.18]], [[982.29]]])).toEqual([[98735.47]]);
  expect(page().asked).toEqual([]);
});

test('the first functions of tables wait for one script, and those after them for none', async () => {
  const both = await Promise.all([excel.call('RECONCILE', [TABLE]), excel.call('STANDARDIZE', [TABLE])]);
  expect(both.map((rows) => (rows as unknown[]).length)).toEqual([3, 3]);
  expect(verdict(both[0])).toBe('差异');
  expect(verdict(await excel.call('RECONCILE', [TABLE]))).toBe('差异');
  expect(page().asked).toEqual([expect.stringMatching(/^tables\.js\?[0-9a-f]{8}$/)]);
});

test('where it cannot be loaded the cell says so, and the next calculation tries again', async () => {
  page().refuse = true;
  expect(JSON.stringify(await excel.call('RECONCILE', [TABLE]))).toMatch(/#N.A.*could not be loaded/);
  expect(await excel.call('MARGIN_BALANCE', [[[1]], [[2]]])).toEqual([[3]]);
  page().refuse = false;
  expect(verdict(await excel.call('RECONCILE', [TABLE]))).toBe('差异');
  expect(page().asked).toHaveLength(2);
});
