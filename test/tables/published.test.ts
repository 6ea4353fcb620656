import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import type { Definition } from '../../src/functions/catalogue/define';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { COLUMNS, figures, keys, type Column } from '../../src/tables/columns';
import { tried } from '../../src/generate/reference/tried';
import { readCsv } from '../fixtures/csv';
import { shown } from '../support/cells';

const fixture = <T>(name: string) => JSON.parse(readFileSync(join(__dirname, '../fixtures', name), 'utf8')) as T;
const FUNCTIONS = { RECONCILE, STANDARDIZE } as unknown as Record<string, Definition>;
const standardize = (...args: unknown[]) => shown(FUNCTIONS.STANDARDIZE!, ...args);
const reconcile = (...args: unknown[]) => shown(FUNCTIONS.RECONCILE!, ...args);
const sentence = (id: string, table: unknown, language: 'zh' | 'en' = 'zh') =>
  String(bind(FUNCTIONS[id]!)([table], (fault) => explain(fault, FUNCTIONS[id]!, language))[0]![0]);

interface Case {
  readonly id: string;
  readonly function: string;
  readonly args: unknown[];
  readonly expected: unknown;
}

const cases = fixture<Case[]>('public-cases.json');
const caseOf = (id: string) => cases.find((found) => found.id === id)!;
const exact = cases.filter(({ expected }) => Array.isArray(expected));

describe('a published table', () => {
  test.each(exact.map((found) => [found.id, found] as const))('%s', (_, { function: id, args, expected }) => {
    const result = shown(FUNCTIONS[id]!, ...args);
    expect(result.map((row) => row.map((cell) => (cell === null ? '' : cell)))).toEqual(expected);
  });

  test('上海 | 深圳 | 全市场 side by side become a row each', () => {
    const rows = standardize(...caseOf('WIDE-MARKETS').args);
    expect(rows.slice(1).map((row) => [row[0], row[1], row[4], row[5], row[10], row[11]])).toEqual([
      ['SSE', 43832, 561396722311, 39665569600, '', ''],
      ['SZSE', 43832, 449269066938, 42873443329, '', ''],
      ['全市场', 43832, 1010665789249, 82539012929, 14409482682, 1025075271931],
    ]);
  });

  test('聚源', () => {
    expect(standardize(...caseOf('JYDB').args)[1]).toEqual([
      'SZSE',
      46052,
      '000001',
      '',
      5497686207,
      124029567,
      142066358,
      2494700,
      12700,
      105500,
      27017601,
      5524703808,
    ]);
  });

  test('东方财富', () => {
    const [header, row] = standardize(...caseOf('EM-JSON-S').args);
    expect(row!.slice(0, 12)).toEqual([
      'SZSE',
      45296,
      '000001',
      '平安银行',
      5105063089,
      266715372,
      325760031,
      '',
      564400,
      201500,
      106309509,
      5211372598,
    ]);
    expect(header!.slice(12)).toEqual(expect.arrayContaining(['SPJ', 'ZDF', 'RZJME', 'RQJMG', 'SZ']));
  });

  test('a note below the figures is no figure', () => {
    const rows = standardize(...caseOf('NOTE-ROW').args);
    expect(rows).toHaveLength(2);
    expect(rows.flat().filter((cell) => String(cell).startsWith('#'))).toEqual([]);
  });

  test('three dots are rows and columns that are not shown', () => {
    const rows = standardize(...caseOf('PANDAS-PRINT').args);
    expect(rows.slice(1).map((row) => [row[2], row[4]])).toEqual([
      ['000001', 4134786000],
      ['300881', 35229470],
    ]);
    expect(rows.flat().filter((cell) => String(cell).startsWith('#'))).toEqual([]);
  });
});

describe('is refused with the sentence that helps', () => {
  test.each<[string, RegExp]>([
    ['CSV-IN-COLUMN-A', /文本未分列.*分列/],
    ['GBK-MOJIBAKE', /错误的编码.*GBK/],
    ['AK-1522', /无法判断“融券卖出量”的单位/],
    ['NOT-A-TABLE', /转融资/],
    ['OWN-MARGIN-BALANCE', /“margin_balance”在此有歧义/],
  ])('%s', (id, expected) => {
    const { function: name, args } = caseOf(id);
    expect(sentence(name, args[0])).toMatch(expected);
  });
});

interface Variant {
  readonly vendor: string;
  readonly kind: string;
  readonly meaning: readonly (string | null)[];
  readonly headers: number;
  readonly sample: (string | number | null)[][];
}

const variants = fixture<Variant[]>('header-variants.json');
/** What is refused, and why. */
const REFUSED: Record<string, RegExp> = {
  'stock_margin_szse (亿, no unit in the header)': /无法判断“.*融券余量.*”的单位/,
  'margin YYYYMMDD.xls sheet 转融券交易汇总': /转融券/,
  '标的证券信息 .xlsx 1834_xxpl (2010–2020)': /标的证券/,
};
/** Words of the source that say something else than it holds; no reader can know. */
const SWAPPED = /labelled (\S+),/;

describe.each(variants.map((variant) => [`${variant.vendor}, ${variant.kind}`, variant] as const))(
  '%s',
  (_, variant) => {
    const refusal = REFUSED[variant.kind];
    if (refusal) {
      test('is refused by name', () => {
        expect(sentence('STANDARDIZE', variant.sample)).toMatch(refusal);
        // What cannot be scaled can still be added up.
        if (!refusal.source.includes('单位')) expect(sentence('RECONCILE', variant.sample)).toMatch(refusal);
      });
      return;
    }

    test('every column is what it means, and the others stay at the right', () => {
      const { sample, meaning } = variant;
      const header = sample[variant.headers - 1]!.map((cell, at) => cell ?? sample[0]![at]);
      const rows = sample.slice(variant.headers).filter((row) => row.filter((cell) => cell !== null).length > 1);
      const result = standardize(sample, null, null, 'en');
      const order = [...keys, ...figures] as readonly Column[];
      expect(result).toHaveLength(rows.length + 1);
      const column = (said: string) =>
        (SWAPPED.exec(said) ? order.find((name) => COLUMNS[name].zh === SWAPPED.exec(said)![1]) : said) as Column;
      for (const name of order.slice(1)) {
        const at = meaning.findIndex((said) => said !== null && column(said) === name);
        const filled = result.slice(1).some((row) => row[order.indexOf(name)] !== '');
        // The day may stand in a note.
        if (name !== 'date') expect([name, filled]).toEqual([name, at >= 0 && rows.some((row) => row[at] !== null)]);
        if (at < 0 || !(figures as readonly string[]).includes(name)) continue;
        rows.forEach((row, i) => {
          const written = String(row[at]).replace(/,/g, '');
          const figure = result[i + 1]![order.indexOf(name)];
          const digits = (text: string) => text.replace(/[^1-9]*([0-9.]*?)0*$/, '$1').replace(/[.0]/g, '');
          if (row[at] !== null) expect(digits(String(figure))).toBe(digits(written.replace(/[亿万]/g, '')));
        });
      }
      expect(result[0]!.slice(12)).toEqual(
        meaning.flatMap((said, at) => (said === null && (header[at] ?? '') !== '' ? [header[at]] : [])),
      );
    });
  },
);

test('the page on testing says how many tables of others were tried', () => {
  const { samples, tables } = fixture<{ samples: unknown[]; tables: unknown[] }>('counter-tables.json');
  expect(tried.tables).toEqual({
    published: cases.length,
    headers: variants.length,
    headersRefused: Object.keys(REFUSED).length,
    counters: samples.length + tables.length,
  });
});

describe('Tushare, whole files', () => {
  test('margin_detail of January 2026: 1,685 rows agree, 4,312 have no day before, 3 lack a figure', () => {
    const [header, ...rows] = reconcile(readCsv('tushare_margin_detail_2026-01'));
    const counts = new Map<unknown, number>();
    for (const row of rows) counts.set(row[row.length - 1], (counts.get(row[row.length - 1]) ?? 0) + 1);
    expect(header).toEqual(['日期', '代码', '融资余额差异', '融券余量差异', '融资融券余额差异', '核对结果']);
    expect(Object.fromEntries(counts)).toEqual({ 一致: 1685, 无前日: 4312, 缺失: 3 });
  });

  test('margin of 2020 to 2026: nothing rolls, and the head of the column says so with the size', () => {
    const [header, ...rows] = reconcile(readCsv('tushare_margin_2020-2026'));
    const verdicts = rows.map((row) => row[row.length - 1]);
    expect(verdicts.filter((verdict) => verdict === '差异')).toHaveLength(3670);
    expect(verdicts.filter((verdict) => verdict === '无前日')).toHaveLength(3);
    expect(header![header!.length - 1]).toMatch(
      /^核对结果（融资余额差异 3,670 行中 3,670 行，中位数 \S+ (?:亿|万)元）$/,
    );
  });
});
