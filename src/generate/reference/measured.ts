import type { Text } from '../../language';
import measured from './bench-ratios.json';

/** Ratios of `npm run bench`, which writes them to bench-ratios.json; what was not measured yet has no row on the page. */
export const SHOWN = {
  oursToLoop: {
    en: 'A roll over a million rows in one call ÷ the bare loop over doubles that somebody would write',
    zh: '一次调用递推一百万行 ÷ 自己写的浮点循环',
  },
  oursToJson: {
    en: 'The same roll ÷ reading and writing its cells as text, which Excel’s runtime asks of every add-in',
    zh: '同一递推 ÷ 以文本读写这些单元格（Excel 运行时对任何加载项的要求）',
  },
  decimalToOurs: {
    en: 'The same roll with decimal.js throughout ÷ ours',
    zh: '同一递推全程使用 decimal.js ÷ 本加载项',
  },
  oursEachToPlain: {
    en: 'A call in each of 10,000 rows ÷ `=A1+B1-C1` in each, in the embedded workbook. In Excel a plain formula is faster per cell, as each call goes through the add-in’s runtime; the difference buys exact cents, text figures and an error that says why',
    zh: '内嵌工作簿中 10,000 行各一次调用 ÷ 各一个 `=A1+B1-C1`。在 Excel 中普通公式逐格更快（每次调用都经过加载项运行时）；多出的时间换来精确到分、文本数字与会说明原因的错误',
  },
  plainToOurs: {
    en: '`=A1+B1-C1` in each of 100,000 rows ÷ one call that spills, in the embedded workbook',
    zh: '内嵌工作簿中 100,000 行各一个 `=A1+B1-C1` ÷ 一次溢出的调用',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Shown = keyof typeof SHOWN;

const { date, ...ratios } = measured as { readonly date: string } & Readonly<Partial<Record<Shown, number>>>;

/** The day of the measurement, and a ratio for each label. */
export const measurements = {
  date,
  rows: (Object.keys(SHOWN) as Shown[]).flatMap((name) => {
    const ratio = ratios[name];
    return ratio === undefined ? [] : [{ label: SHOWN[name], ratio }];
  }),
};
