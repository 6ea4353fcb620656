import { resultsOf } from '../../src/generate/samples/evaluate';
import { definitions } from '../../src/functions/index';
import { allCalls } from '../../src/formula/calls';
import { templates } from '../../src/templates';
import { accountMonitor } from '../../src/templates/account-monitor';
import counterTables from '../fixtures/counter-tables.json';

/** How many decimals a number format shows; a number without a format of decimals shows all that it has. */
const placesOf = (number: string | undefined): number => /\.(0+)/.exec(number ?? '')?.[1]?.length ?? 15;

/** Where the tables of the account monitor begin, and how many columns each may have. */
const HEADERS = 5;
const ROOM = 20;

const LANGUAGES = ['en', 'zh'] as const;
const built = LANGUAGES.flatMap((language) =>
  templates.flatMap((template) => template.build(language).sheets.map((sheet) => ({ template, language, sheet }))),
);

test.each(built)(
  '$template.id in $language: rows of one length, everything on them, formulas of ours',
  ({ sheet: { cells, widths, formats, charts } }) => {
    expect(new Set(cells.map((line) => line.length)).size).toBe(1);
    const within = (
      { row, column, rows, columns }: { row: number; column: number; rows: number; columns: number },
      below = 0,
    ) =>
      row >= 0 &&
      column >= 0 &&
      row + rows <= cells.length + below &&
      column + columns <= Math.max(widths.length, cells[0]!.length);
    expect(formats.filter(({ at }) => !within(at))).toEqual([]);
    expect(charts.filter(({ data }) => !within(data))).toEqual([]);
    const ids = new Set(definitions.map(({ id }) => id as string));
    const calls = cells
      .flat()
      .flatMap((content) => (typeof content === 'string' && content.startsWith('=') ? allCalls(content) : []));
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ id }) => !ids.has(id))).toEqual([]);
  },
);

test.each(built.filter(({ template }) => template.id !== 'worked-examples'))(
  '$template.id in $language: every formula has a result',
  ({ sheet }) => {
    expect(
      resultsOf(sheet)
        .flatMap(({ values }) => values.flat())
        .filter((value) => String(value).startsWith('#')),
    ).toEqual([]);
  },
);

/** In characters of the default font; a Chinese one is as wide as two. */
const widthOf = (text: string) =>
  [...text].reduce((width, character) => width + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
/** Bold letters are wider than the figures by which columns are measured. */
const BOLD = 1.25;
/** What a laptop shows beside the pane. */
const SCREEN = 140;

test.each(built)(
  '$template.id in $language: nothing runs off the screen or breaks inside a word',
  ({ sheet: { cells, widths, formats } }) => {
    expect(widthOf(String(cells[1]![0] ?? ''))).toBeLessThanOrEqual(SCREEN);
    const headers = formats
      .filter(({ format }) => format.bold && format.wrap)
      .flatMap(({ at }) =>
        Array.from({ length: at.columns }, (_, i) => ({ text: cells[at.row]![at.column + i], column: at.column + i })),
      );
    expect(headers.length).toBeGreaterThan(0);
    const broken = headers.flatMap(({ text, column }) =>
      typeof text === 'string' && !text.startsWith('=')
        ? text.split(/\s+/).filter((word) => /^[\x20-\x7e]+$/.test(word) && word.length * BOLD > widths[column]!)
        : [],
    );
    expect(broken).toEqual([]);
  },
);

test.each(built)(
  '$template.id in $language: a label is not cut off by the figure beside it',
  ({ sheet: { cells, widths, formats } }) => {
    const wraps = new Set(formats.filter(({ format }) => format.wrap).map(({ at }) => `${at.row},${at.column}`));
    const cut = cells.flatMap((line, row) =>
      typeof line[0] === 'string' && line[1] != null && !wraps.has(`${row},0`) && widthOf(line[0]) > widths[0]!
        ? [line[0]]
        : [],
    );
    expect(cut).toEqual([]);
  },
);

test.each(built)('$template.id in $language: days stand clear of the border', ({ sheet: { formats, widths } }) => {
  const days = formats.filter(({ format }) => format.number === 'yyyy-mm-dd');
  expect(
    days.filter(({ at, format }) => format.align !== 'center' || widths[at.column]! < 'yyyy-mm-dd'.length + 4),
  ).toEqual([]);
});

test.each(['en', 'zh'] as const)(
  'the worked examples in %s show thousands and days, and codes as they are',
  (language) => {
    const [{ cells, formats, widths }] = templates.find(({ id }) => id === 'worked-examples')!.build(language)
      .sheets as [(typeof built)[number]['sheet']];
    const numberAt = new Map(
      formats
        .filter(({ format }) => format.number !== undefined)
        .map(({ at, format }) => [`${at.row},${at.column}`, format.number!]),
    );
    const shown = cells.flatMap((line, row) =>
      line.flatMap((content, column) =>
        typeof content === 'number' && Math.abs(content) >= 1000
          ? [{ content, column, number: numberAt.get(`${row},${column}`) }]
          : [],
      ),
    );
    const plain = shown.filter(({ number }) => number === undefined).map(({ content }) => content);
    expect([...new Set(plain)].sort()).toEqual([20220704, 20230911, 601989]);
    expect(shown.filter(({ number }) => number === 'yyyy-mm-dd').map(({ content }) => content)).toEqual(
      expect.arrayContaining([41654, 42102]),
    );
    expect(shown.filter(({ number }) => number?.startsWith('#,##0')).map(({ content }) => content)).toEqual(
      expect.arrayContaining([97753.18, 13543599484]),
    );
    expect(
      shown.filter(
        ({ content, column, number }) =>
          content.toLocaleString('en', { maximumFractionDigits: placesOf(number) }).length > widths[column]!,
      ),
    ).toEqual([]);
  },
);

test('the two languages differ in words alone', () => {
  const shape = (language: (typeof LANGUAGES)[number]) =>
    templates.map((template) =>
      template
        .build(language)
        .sheets.map((sheet) =>
          sheet.cells.map((line) =>
            line.map((content) =>
              typeof content === 'string' ? content.replace(/"(zh|en)"/, '').startsWith('=') : content,
            ),
          ),
        ),
    );
  expect(shape('en')).toEqual(shape('zh'));
});

test('figures that texts publish come out', () => {
  const at = (id: string, label: string) => {
    const [sheet] = templates.find((template) => template.id === id)!.build('zh').sheets;
    const row = sheet!.cells.findIndex((line) => line[0] === label);
    return resultsOf(sheet!).find((result) => result.row === row)!.values[0]![0];
  };
  expect(at('credit-account', '维持担保比例')).toBe(2.25);
  expect(at('credit-account', '追加担保物金额')).toBe(3450000);
  expect(at('market-indicators', '是否达到 10%')).toBe('达到');
});

describe('the credit account grows', () => {
  const [sheet] = templates.find(({ id }) => id === 'credit-account')!.build('zh').sheets;
  const header = sheet!.cells.findIndex(([first]) => first === '证券代码');
  const total = sheet!.cells.findIndex(([first]) => first === '合计');
  const own = sheet!.cells[0]!.length;
  /** Rows of positions put before a row, as a sheet does it: everything from there on moves down, and so do references. */
  const inserted = (at: number, rows: readonly (readonly (string | number | null)[])[]) => {
    const moved = (formula: string) =>
      formula.replace(
        /(\$?[A-Z]{1,2}\$?)(\d+)/g,
        (_, column: string, row: string) => column + (Number(row) > at ? Number(row) + rows.length : Number(row)),
      );
    const cells = sheet!.cells.map((line) =>
      line.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? moved(cell) : cell)),
    );
    const added = rows.map((row) => [...row, ...Array.from({ length: own - row.length }, () => null)]);
    return [...cells.slice(0, at), ...added, ...cells.slice(at)];
  };
  const MORE = [
    ['600000', null, '融资', 100_000, 10, 0.7, 1_000_000, 1],
    ['600036', null, '担保', 10_000, 40, 0.7, null, null],
    ['000001', null, '融券', 50_000, '11.8', 0.6, 600_000, 0.5],
  ];
  const figure = (cells: readonly (readonly (string | number | null)[])[], label: string) =>
    resultsOf({ cells }).find(({ row }) => cells[row]![0] === label)!.values[0]![0];

  test.each(Array.from({ length: total - header }, (_, i) => header + 1 + i))(
    'three rows before row index %i count, and no other figure moves',
    (at) => {
      const cells = inserted(at, MORE);
      expect(figure(cells, '总负债')).toBe(200_000 + 1_000_000 + 590_000);
      expect(figure(cells, '总资产')).toBe(450_000 + 1_000_000 + 400_000);
      expect(figure(cells, '追加现金或证券')).toBe(1.5 * 1_790_000 - 1_850_000);
      expect(figure(cells, '追加担保物金额')).toBe(3_450_000);
    },
  );

  test('what the rows count for makes the available margin', () => {
    const cells = inserted(header + 1, []);
    const counted = resultsOf({ cells })
      .filter(({ row, column }) => row > header && row < total && column === 9)
      .reduce((sum, { values }) => sum + Number(values[0]![0]), 150_000);
    expect(figure(cells, '保证金可用余额')).toBe(counted);
  });

  test('a cell that is no figure spoils the account and says so', () => {
    const cells = inserted(total, [['600000', null, '融资', '十万股', 10, 0.7, 1_000_000, 1]]);
    expect(figure(cells, '维持担保比例')).toBe('#VALUE!');
    expect(JSON.stringify(resultsOf({ cells }))).toContain(`第${total - header + 1}行`);
  });
});

test('the worked examples give what stands beside them', () => {
  const [sheet] = templates.find(({ id }) => id === 'worked-examples')!.build('en').sheets;
  for (const { row, column, values } of resultsOf(sheet!)) {
    values.forEach((line, i) =>
      line.forEach((value, j) => expect(value).toBe(sheet!.cells[row + i]![column + columnsToExpected(row) + j] ?? '')),
    );
  }

  /** The expected values begin as far from the results as the headers say. */
  function columnsToExpected(row: number): number {
    for (let above = row; ; above--) {
      const line = sheet!.cells[above]!;
      const result = line.indexOf('Result');
      if (result > 0) return line.indexOf('Expected') - result;
    }
  }
});

test('a counter’s tables of their own columns are pasted into the account monitor', () => {
  const sheet = accountMonitor.build('zh').sheets[0]!;
  const { accounts, positions } = counterTables.samples.find(({ id }) => id === 'S2')! as unknown as Record<
    'accounts' | 'positions',
    (string | number | null)[][]
  >;
  const cells = sheet.cells.map((line) => [...line]);
  const paste = (header: number, table: (string | number | null)[][]) =>
    cells.slice(HEADERS).forEach((line, i) => {
      for (let j = 0; j < ROOM; j++) line[header + j] = table[i]?.[j] ?? null;
    });
  const [first, second] = cells[HEADERS]!.flatMap((cell, at) => (cell === '资金账号' ? [at] : [])) as [number, number];
  expect(second - first).toBe(ROOM + 1);
  paste(first, accounts);
  paste(second, positions);
  const [list] = resultsOf({ ...sheet, cells });
  expect(list!.values.slice(1).map((line) => [line[0], line[9]])).toEqual([
    ['20020001', '可提取'],
    ['20020002', '警戒'],
    ['20020003', '无负债'],
  ]);
});
