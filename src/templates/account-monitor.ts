import type { Language, Text } from '../language';
import { ADVISER_2216768, FEE_OF_ZHONGSHAN, GUIDE_2586463, QUESTION_225 } from '../functions/catalogue/sources';
import type { Format } from '../workbook/workbook';
import { DIRECTIONS } from './desk-columns';
import { AMOUNT, CENTS, DAY, FILLS, HEADER, MUTED, RATIO, TEXT, TITLE, warningWords } from './styles';
import { rectangle } from './table-sheet';
import type { Content, Template, TemplateSheet } from './template';

type Words = Content | Text;

/** A column of the reader's own table. */
interface Column {
  readonly header: Text;
  readonly width: number;
  readonly format: Format;
}

/** A table that one formula spills; the formats of its columns, the widths of which are their headers'. */
interface Spill {
  readonly formula: (language: Language) => string;
  readonly formats: readonly Format[];
}

const column = (en: string, zh: string, width: number, format: Format): Column => ({
  header: { en, zh },
  width,
  format,
});

const text: Format = { number: TEXT };
const amount: Format = { number: AMOUNT };
const cents: Format = { number: CENTS };
const ratio: Format = { number: RATIO };
const [collateral, financed, lent] = DIRECTIONS;

/** Settings stand in row 4 below their names, the tables from row 6 on, as far down as a counter's file goes. */
const SETTINGS = 2;
const TABLES = 5;
const LAST = { accounts: 2_000, positions: 20_000, contracts: 20_000 } as const;
/** So many columns a counter's table may have: what it is pasted over is its own. */
const ROOM = 20;
/** So far down the cells have their formats at once. */
const FORMATTED = 40;
const GAP = 10;

const accounts: readonly Column[] = [
  column('Account', '资金账号', 14, text),
  column('Cash', '资金余额', 16, cents),
  column('Fees', '利息及费用', 14, cents),
  column('Credit line', '授信额度', 16, amount),
];

const positions: readonly Column[] = [
  column('Account', '资金账号', 14, text),
  column('Code', '证券代码', 12, text),
  column('Name', '证券名称', 14, text),
  column('Direction', '方向', 13, text),
  column('Qty', '数量', 12, amount),
  column('Price', '最新价', 10, cents),
  column('Conversion rate', '折算率', 17, ratio),
  column('Amount', '金额', 16, cents),
  column('Margin ratio', '保证金比例', 13, ratio),
];

const contracts: readonly Column[] = [
  column('Contract id', '合约编号', 14, text),
  column('Account', '资金账号', 14, text),
  column('Code', '证券代码', 12, text),
  column('Type', '合约类型', 13, text),
  column('Open date', '开仓日期', 14, DAY),
  column('End date', '到期日', 14, DAY),
  column('Amount', '未还本金', 16, cents),
  column('Annual rate', '合约年利率', 13, ratio),
  column('Paid interest', '已还利息', 15, cents),
];

/** An examination question, a margin call with interest, and a purchase of 200,000 元 with as much borrowed. */
const ACCOUNTS: readonly (readonly Content[])[] = [
  ['880001', 150_000, 0, 500_000],
  ['880002', 9_500_000, 100_000, 20_000_000],
  ['880003', 0, 0, 300_000],
];
const POSITIONS: readonly (readonly Words[])[] = [
  ['880001', '000001', 'A', collateral, 5_000, 20, 0.7, null, null],
  ['880001', '000002', 'B', financed, 20_000, 10, 0.7, 200_000, 1],
  ['880002', '000003', 'C', financed, 1_000_000, 10, 0.65, 10_000_000, 1],
  ['880002', '000004', 'D', lent, 400_000, 13, 0.65, 5_200_000, 1],
  ['880003', '000005', 'E', collateral, 10_000, 10, 0.7, null, null],
  ['880003', '000005', 'E', financed, 20_000, 10, 0.7, 200_000, 1],
];
const CONTRACTS: readonly (readonly Words[])[] = [
  ['20260001', '880003', '000005', financed, '2026-01-05', null, 200_000, 0.086, 0],
  ['20260002', '880001', '000002', financed, '2025-08-04', '2026-01-22', 200_000, 0.0835, 2_000],
];

const NAMES: Readonly<Record<'warning' | 'call' | 'close' | 'withdraw' | 'target', Text>> = {
  warning: { en: 'Warning line', zh: '警戒线' },
  call: { en: 'Call line', zh: '追保线' },
  close: { en: 'Close-out line', zh: '平仓线' },
  withdraw: { en: 'Withdraw line', zh: '提取线' },
  target: { en: 'Target', zh: '目标比例' },
};

interface Sheet {
  readonly name: Text;
  readonly title: Text;
  readonly note: Text;
  readonly settings: readonly (readonly [name: Text, value: Content, format: Format])[];
  /** At the right of what is computed from them, with a gap between any two. */
  readonly tables: readonly { readonly columns: readonly Column[]; readonly rows: readonly (readonly Words[])[] }[];
  readonly spills: readonly Spill[];
}

const monitor: Sheet = {
  name: { en: 'Account monitor', zh: '账户监控' },
  title: { en: 'All accounts of a desk, from two tables of its counter', zh: '全部信用账户：由柜台导出的两张表得出' },
  note: {
    en: 'Paste the counter’s accounts over AI6, its positions over BD6, with their headers (up to 20 columns); list and call prices stand here.',
    zh: '把柜台导出的账户表、持仓表连同各自表头（至多 20 列）贴到 AI6、BD6；此处即得账户清单与各券触线价。首行为公开示例，折算率等为假设。',
  },
  settings: [
    [NAMES.warning, 1.5, ratio],
    [NAMES.call, 1.3, ratio],
    [NAMES.close, null, ratio],
    [NAMES.withdraw, 3, ratio],
    [NAMES.target, 1.5, ratio],
  ],
  tables: [
    { columns: accounts, rows: ACCOUNTS },
    { columns: positions, rows: POSITIONS },
  ],
  spills: [
    {
      formula: (language) =>
        `=RZRQ.ACCOUNT_MONITOR(AI6:BB${LAST.accounts},BD6:BW${LAST.positions},A4,B4,C4,D4,E4,"${language}")`,
      formats: [
        text,
        ...Array.from({ length: 7 }, () => amount),
        ratio,
        {},
        ...Array.from({ length: 4 }, () => amount),
        ratio,
        text,
        ratio,
        amount,
        {},
      ],
    },
    {
      formula: (language) => `=RZRQ.CALL_PRICES(AI6:BB${LAST.accounts},BD6:BW${LAST.positions},B4,"${language}")`,
      formats: [text, text, text, amount, amount, cents, amount, ratio, amount, amount, cents, ratio, {}],
    },
  ],
};

const ledger: Sheet = {
  name: { en: 'Contract ledger', zh: '合约台账' },
  title: { en: 'Contracts with their interest, one by one', zh: '逐笔合约的息费与到期' },
  note: {
    en: 'Paste the counter’s contracts over U6 with their own headers of up to 20 columns; the day of the ledger and the rates stand in row 4.',
    zh: '把柜台导出的合约表连同表头（至多 20 列）贴到 U6；台账日期、计息基数与罚息利率填在第 4 行。',
  },
  settings: [
    [{ en: 'Day', zh: '台账日期' }, '2026-01-15', DAY],
    [{ en: 'Days a year', zh: '计息基数' }, 360, amount],
    [{ en: 'Penalty', zh: '罚息利率' }, 0, ratio],
    [{ en: 'Due within', zh: '临期天数' }, 10, amount],
  ],
  tables: [{ columns: contracts, rows: CONTRACTS }],
  spills: [
    {
      formula: (language) => `=RZRQ.CONTRACT_LEDGER(U6:AN${LAST.contracts},A4,B4,C4,D4,"${language}")`,
      formats: [
        text,
        text,
        text,
        text,
        {},
        DAY,
        DAY,
        cents,
        ratio,
        amount,
        cents,
        cents,
        cents,
        cents,
        amount,
        {},
        {},
        cents,
        cents,
      ],
    },
  ],
};

const WARNINGS = warningWords(['警戒', '追保', '平仓', '逾期', 'warning', 'call', 'close', 'overdue']);
/** English headers are the ids of columns: financing_debt, drop_to_call_line. */
const SPILLED_WIDTH = { zh: 16, en: 22 } as const;
const SPARE = { width: 14, format: {} };

export const accountMonitor: Template = {
  id: 'account-monitor',
  title: { en: 'Account monitor', zh: '账户监控' },
  description: {
    en: 'A whole desk: its counter’s accounts, positions and contracts, as many as there are, become the morning’s list, every security’s call price, and a ledger.',
    zh: '整个营业部的信用账户：粘贴柜台导出的账户、持仓、合约，行数不限，得到早间清单、各券触线价与合约台账。',
  },
  sources: [QUESTION_225, ADVISER_2216768, GUIDE_2586463, FEE_OF_ZHONGSHAN],
  build: (language) => ({ sheets: [sheetOf(monitor, language), sheetOf(ledger, language)] }),
};

function sheetOf({ name, title, note, settings, tables, spills }: Sheet, language: Language): TemplateSheet {
  const word = (cell: Words): Content => (cell !== null && typeof cell === 'object' ? cell[language] : cell);
  const height = Math.max(...tables.map(({ rows }) => rows.length)) + 1;
  const lines: Content[][] = Array.from({ length: TABLES + Math.max(height, FORMATTED) }, () => []);
  const formats: TemplateSheet['formats'][number][] = [
    { at: { row: 0, column: 0, rows: 1, columns: 1 }, format: TITLE },
    { at: { row: 1, column: 0, rows: 1, columns: 1 }, format: MUTED },
  ];
  const widths: number[] = [];
  lines[0] = [title[language]];
  lines[1] = [note[language]];
  settings.forEach(([label, value, format], at) => {
    lines[SETTINGS]![at] = label[language];
    lines[SETTINGS + 1]![at] = value;
    formats.push(
      { at: { row: SETTINGS, column: at, rows: 1, columns: 1 }, format: { ...HEADER, fill: FILLS.own } },
      { at: { row: SETTINGS + 1, column: at, rows: 1, columns: 1 }, format: { ...format, fill: FILLS.own } },
    );
  });
  let left = 0;
  const place = (kind: keyof typeof FILLS, columns: readonly { width: number; format: Format }[]) => {
    columns.forEach(({ width, format }, i) => {
      widths[left + i] = width;
      formats.push(
        { at: { row: TABLES, column: left + i, rows: 1, columns: 1 }, format: { ...HEADER, fill: FILLS[kind] } },
        { at: { row: TABLES + 1, column: left + i, rows: FORMATTED - 1, columns: 1 }, format },
      );
    });
    left += columns.length;
    widths[left] = GAP;
    left += 1;
  };
  for (const { formula, formats: shown } of spills) {
    lines[TABLES]![left] = formula(language);
    const from = left;
    place(
      'computed',
      shown.map((format) => ({ width: SPILLED_WIDTH[language], format })),
    );
    formats.push({
      at: { row: TABLES + 1, column: from, rows: FORMATTED - 1, columns: shown.length },
      format: WARNINGS,
    });
  }
  for (const { columns, rows } of tables) {
    columns.forEach(({ header }, i) => (lines[TABLES]![left + i] = header[language]));
    rows.forEach((row, at) => row.forEach((cell, i) => (lines[TABLES + 1 + at]![left + i] = word(cell))));
    place('own', [...columns, ...Array.from({ length: ROOM - columns.length }, () => SPARE)]);
  }
  return {
    name: name[language],
    widths: widths.slice(0, -1).map((width) => Math.max(width, 14 * Number(width !== GAP))),
    cells: rectangle(lines),
    formats,
    charts: [],
    frozenRows: TABLES + 1,
  };
}
