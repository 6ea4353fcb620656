import { resultsOf } from '../../src/generate/samples/evaluate';
import { definitions } from '../../src/functions/index';
import { allCalls } from '../../src/share/calls';
import { templates } from '../../src/templates';

const LANGUAGES = ['en', 'zh'] as const;
const built = LANGUAGES.flatMap((language) => templates.flatMap((template) => template.build(language).sheets.map((sheet) => ({ template, language, sheet }))));

test.each(built)('$template.id in $language: rows of one length, everything on them, formulas of ours', ({ sheet: { cells, widths, formats, charts } }) => {
  expect(new Set(cells.map((line) => line.length)).size).toBe(1);
  const within = ({ row, column, rows, columns }: { row: number; column: number; rows: number; columns: number }, below = 0) => row >= 0 && column >= 0 && row + rows <= cells.length + below && column + columns <= Math.max(widths.length, cells[0]!.length);
  expect(formats.filter(({ at }) => !within(at))).toEqual([]);
  expect(charts.filter(({ data }) => !within(data))).toEqual([]);
  const ids = new Set(definitions.map(({ id }) => id as string));
  const calls = cells.flat().flatMap((content) => (typeof content === 'string' && content.startsWith('=') ? allCalls(content) : []));
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test.each(built.filter(({ template }) => template.id !== 'worked-examples'))('$template.id in $language: every formula has a result', ({ sheet }) => {
  expect(resultsOf(sheet).flatMap(({ values }) => values.flat()).filter((value) => String(value).startsWith('#'))).toEqual([]);
});

test('the two languages differ in words alone', () => {
  const shape = (language: (typeof LANGUAGES)[number]) => templates.map((template) => template.build(language).sheets.map((sheet) => sheet.cells.map((line) => line.map((content) => (typeof content === 'string' ? content.replace(/"(zh|en)"/, '').startsWith('=') : content)))));
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

test('the worked examples give what stands beside them', () => {
  const [sheet] = templates.find(({ id }) => id === 'worked-examples')!.build('en').sheets;
  for (const { row, column, values } of resultsOf(sheet!)) {
    values.forEach((line, i) => line.forEach((value, j) => expect(value).toBe(sheet!.cells[row + i]![column + columnsToExpected(row) + j] ?? '')));
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
