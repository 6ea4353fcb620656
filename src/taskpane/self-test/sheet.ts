import { parseReference } from '../../formula/references';
import type { Language, Text } from '../../language';
import { FILLS, HEADER, MUTED, TITLE, warningWords } from '../../templates/styles';
import { rectangle } from '../../templates/table-sheet';
import type { Block, Content, TemplateSheet } from '../../templates/template';
import type { Check } from './check';

export const FIRST_ROW = 4;
export const COLUMN = { reads: 2, got: 5, expected: 6, verdict: 7, beside: 9 } as const;
export const PASSED = '✓';
export const FAILED = '✗';

const WORDS = {
  name: { en: 'RZRQ self-test', zh: 'RZRQ 自检' },
  title: { en: 'Self-test of the RZRQ functions in this program', zh: '融资融券函数在本程序中的自检' },
  note: {
    en: 'Each row is one thing that builds of Excel do differently. Got is calculated here; a ✗ says what it means and which limit applies.',
    zh: '每行检查一项因 Excel 版本而异的行为。“结果”在此计算；出现 ✗ 时见其含义与相应限制。',
  },
  number: { en: 'No.', zh: '序号' },
  what: { en: 'What is tried', zh: '检查内容' },
  cells: { en: 'Cells', zh: '单元格' },
  got: { en: 'Got', zh: '结果' },
  expected: { en: 'Expected', zh: '应为' },
  verdict: { en: 'Agrees', zh: '一致' },
  means: { en: 'If it does not agree', zh: '不一致时' },
  beside: { en: 'Further cells', zh: '辅助单元格' },
  empty: { en: '(empty text)', zh: '（空文本）' },
  look: { en: 'To be seen by eye', zh: '请目视确认' },
} satisfies Readonly<Record<string, Text>>;

/** What nobody but a person can see. */
export const BY_EYE: readonly Text[] = [
  {
    en: 'Select the result of “no debt”: beside its error Excel shows a sentence that says so.',
    zh: '选中“无负债”一行的结果：Excel 在错误值旁显示相应说明。',
  },
  {
    en: 'Type =RZRQ.MARG in an empty cell: the list shows our functions with their descriptions.',
    zh: '在空单元格输入 =RZRQ.MARG：列表中出现本加载项的函数及说明。',
  },
  {
    en: 'Press Ctrl+Z once: does Excel take back what the self-test wrote, or say that it cannot?',
    zh: '按一次 Ctrl+Z：Excel 是撤销自检写入的内容，还是提示无法撤销？',
  },
];

/** Of a column by its letters. */
export const columnOf = (letters: string): number => parseReference(`${letters}1`)!.left;

/** `{r}` is the row of a check as formulas write it, `{r+1}` the next. */
export function placed(text: string, index: number): string {
  return text.replace(/\{r(?:\+(\d))?\}/g, (_, below = 0) => String(FIRST_ROW + index + 1 + Number(below)));
}

/** The sheet before the pane has done its own part. */
export function selfTestSheet(checks: readonly Check[], language: Language): TemplateSheet {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const header = [
    ...[say('number'), say('what'), say('cells'), '', '', say('got'), say('expected'), say('verdict'), say('means')],
    say('beside'),
  ];
  const cells: Content[][] = rectangle([
    [say('title')],
    [say('note')],
    [],
    header,
    ...checks.map((check, i) => rowOf(check, i, language, say('empty'))),
    [],
    [null, say('look')],
    ...BY_EYE.map((text) => [null, text[language]]),
  ]).map((row) => [...row]);
  checks.forEach(({ beside }, i) =>
    beside?.cells.forEach((line, down) =>
      line.forEach((content, right) => {
        cells[FIRST_ROW + i + down]![columnOf(beside.column) + right] =
          typeof content === 'string' ? placed(content, i) : content;
      }),
    ),
  );
  const lines = rectangle(cells);
  const row = (at: number): Block => ({ row: at, column: 0, rows: 1, columns: header.length });
  const column = (at: number): Block => ({ row: FIRST_ROW, column: at, rows: checks.length, columns: 1 });
  return {
    name: say('name'),
    widths: [6, 36, 12, 12, 12, 18, 18, 9, 70],
    cells: lines,
    formats: [
      { at: { ...row(0), columns: 1 }, format: TITLE },
      { at: { ...row(1), columns: 1 }, format: MUTED },
      { at: row(FIRST_ROW - 1), format: { ...HEADER, fill: FILLS.computed } },
      { at: column(COLUMN.got), format: { fill: FILLS.computed } },
      { at: column(COLUMN.verdict), format: { align: 'center', ...warningWords([FAILED]) } },
      ...checks.flatMap(({ format, beside }, i) => [
        ...(format === undefined
          ? []
          : [{ at: { row: FIRST_ROW + i, column: COLUMN.reads, rows: 1, columns: 3 }, format: { number: format } }]),
        ...(beside?.format === undefined
          ? []
          : [
              {
                at: { row: FIRST_ROW + i, column: columnOf(beside.column), rows: 1, columns: 1 },
                format: { number: beside.format },
              },
            ]),
      ]),
    ],
    charts: [],
    frozenRows: FIRST_ROW,
  };
}

function rowOf(check: Check, index: number, language: Language, empty: string): Content[] {
  const { what, reads = [], formula, expected, means } = check;
  const [c = null, d = null, e = null] = reads;
  return [
    index + 1,
    what[language],
    ...[c, d, e],
    placed(formula, index),
    expected === '' ? empty : shown(expected, index),
    null,
    means[language],
  ];
}

/** So that no host calculates what should merely stand there. */
function shown(expected: Check['expected'], index: number): Content {
  if (typeof expected === 'number') return expected;
  return `="${placed(String(expected), index).replace(/"/g, '""')}"`;
}
