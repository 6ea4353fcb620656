/** The figures of a margin table: an amount is in 元, a quantity in 股, 份 or 张. */
export const FIGURES = {
  financing_balance: { zh: '融资余额', measures: 'amount' },
  purchases: { zh: '融资买入额', measures: 'amount' },
  repayments: { zh: '融资偿还额', measures: 'amount' },
  lending_qty: { zh: '融券余量', measures: 'quantity' },
  sold: { zh: '融券卖出量', measures: 'quantity' },
  returned: { zh: '融券偿还量', measures: 'quantity' },
  lending_balance: { zh: '融券余额', measures: 'amount' },
  margin_balance: { zh: '融资融券余额', measures: 'amount' },
} as const;

/** What a row is about. */
export const KEYS = {
  exchange: { zh: '交易所' },
  date: { zh: '日期' },
  code: { zh: '代码' },
  name: { zh: '名称' },
} as const;

/** Columns that are understood but are no part of the canonical table; they stay at the right. */
export const ASIDE = {
  price: { zh: '收盘价' },
  amount_unit: { zh: '金额单位' },
  qty_unit: { zh: '数量单位' },
} as const;

export type Measure = 'amount' | 'quantity';
export type Figure = keyof typeof FIGURES;
export type Key = keyof typeof KEYS;
export type Column = Figure | Key | keyof typeof ASIDE;

export const COLUMNS: Readonly<Record<Column, { readonly zh: string; readonly measures?: Measure }>> = {
  ...KEYS,
  ...FIGURES,
  ...ASIDE,
};

export const figures = Object.keys(FIGURES) as readonly Figure[];
export const keys = Object.keys(KEYS) as readonly Key[];

export function isFigure(column: Column): column is Figure {
  return column in FIGURES;
}
