import type { Language, Text } from '../language';
import { QUESTION_225, SSE_RULES, type Source } from '../functions/catalogue/sources';
import type { Format } from '../workbook/workbook';
import { DIRECTIONS, MONITOR } from './desk-columns';
import { AMOUNT, CENTS, FILLS, HEADER, MUTED, RATIO, TEXT, TITLE, warningWords } from './styles';
import { rectangle } from './table-sheet';
import type { Block, Content, Template } from './template';

const CALL: Source = {
  title: {
    en: 'A margin call with interest: assets 19.5 million, the call is for 3.45 million 元',
    zh: '含利息的追保示例：资产 1950 万元，应追加 345 万元',
  },
  url: 'https://licai.jiantou8.com/user/guide_view_2216768.html',
};

type Kind = keyof typeof FILLS;

/** One line of the form, and how the figures in it look. */
interface Line {
  readonly cells: readonly (Content | Text)[];
  readonly header?: Kind;
  /** How the cells of one kind look, by their column. */
  readonly own?: Readonly<Record<number, string>>;
  readonly computed?: Readonly<Record<number, string>>;
}

const GENERAL = 'General';
const t = (en: string, zh: string): Text => ({ en, zh });
const header = (...cells: readonly Text[]): Line => ({ cells, header: 'published' });
const input = (label: Text, value: Content, number: string): Line => ({ cells: [label, value], own: { 1: number } });
const result = (label: Text, formula: string, number: string, note?: Text): Line => ({
  cells: note ? [label, formula, note] : [label, formula],
  computed: { 1: number },
});
const blank: Line = { cells: [] };

const ACCOUNT = { 0: CENTS, 1: CENTS, 2: RATIO, 3: RATIO, 4: RATIO, 5: RATIO };
const POSITION = { 0: TEXT, 1: TEXT, 2: TEXT, 3: AMOUNT, 4: CENTS, 5: RATIO, 6: CENTS, 7: RATIO };

/** Rows as formulas write them. */
const ROW = { account: 5, positions: 8, total: 16, monitor: 19 } as const;
const ACCOUNTS = `A${ROW.account - 1}:F${ROW.account}`;
/** From the header to the total: a row inserted anywhere between belongs to it, whatever stands in it. */
const POSITIONS = `A${ROW.positions - 1}:H${ROW.total}`;
const CALL_PRICES_AT = 11;
const CALL_PRICES_COLUMNS = 13;
const MONITOR_COLUMNS = 19;

/** Quantity × price; a row that is not filled stays empty. */
const valueIn = (row: number): string => `=IF(C${row}="","",D${row}*E${row})`;

/** What a row adds to the available margin, by the function over this row alone. */
function contribution(row: number, language: Language): string {
  const [collateral, financed, lent] = DIRECTIONS.map((word) => `"${word[language]}"`);
  const [direction, value, rate, amount, ratio] = [`C${row}`, `I${row}`, `F${row}`, `G${row}`, `H${row}`];
  return (
    `=IF(${direction}=${collateral},RZRQ.AVAILABLE_MARGIN(0,${value},${rate},,,,,,,,,0),` +
    `IF(${direction}=${financed},RZRQ.AVAILABLE_MARGIN(0,,,${value},${amount},${rate},${ratio},,,,,0),` +
    `IF(${direction}=${lent},RZRQ.AVAILABLE_MARGIN(0,,,,,,,${amount},${value},${rate},${ratio},0),"")))`
  );
}

function positions(language: Language): readonly Line[] {
  const [collateral, financed] = DIRECTIONS;
  const held: readonly (readonly (Content | Text)[])[] = [
    ['A', null, collateral, 5000, 20, 0.7, null, null],
    ['B', null, financed, 20000, 10, 0.7, 200000, 1],
  ];
  return Array.from({ length: ROW.total - ROW.positions }, (_, i) => ({
    cells: [
      ...(held[i] ?? Array.from({ length: 8 }, () => null)),
      valueIn(ROW.positions + i),
      contribution(ROW.positions + i, language),
    ],
    own: POSITION,
    computed: { 8: AMOUNT, 9: AMOUNT },
  }));
}

/** The figure that the monitor spills into its second row. */
const monitored = (column: keyof typeof MONITOR): string => `=${cellOf(column)}`;
const cellOf = (column: keyof typeof MONITOR): string => `${MONITOR[column]}${ROW.monitor + 1}`;

const CHANGES = [-0.3, -0.2, -0.1, 0.1, 0.2, 0.3];
const STRESS = ROW.monitor + 16;

const lines = (language: Language): readonly Line[] => [
  { cells: [t('Credit account', '信用账户')] },
  {
    cells: [
      t(
        'Insert or paste rows anywhere above the total. An examination question (225%); conversion rate and margin ratio are assumed.',
        '“合计”以上任何位置均可插入或粘贴行。黄色格填自己的数据。数据取自试题（答案 225%），折算率与保证金比例为假设。',
      ),
    ],
  },
  blank,
  header(
    t('Cash', '现金'),
    t('Interest and fees', '利息及费用'),
    t('Warning line', '警戒线'),
    t('Call line', '追保线'),
    t('Withdraw line', '提取线'),
    t('Target', '目标比例'),
  ),
  { cells: [150000, 0, 1.5, 1.3, 3, 1.5], own: ACCOUNT },
  blank,
  {
    cells: [
      t('Code', '证券代码'),
      t('Name', '证券名称'),
      t('Direction', '方向'),
      t('Qty', '数量'),
      t('Price', '市价'),
      t('Conversion rate', '折算率'),
      t('Amount', '金额'),
      t('Margin ratio', '保证金比例'),
      t('Value', '市值'),
      t('In available margin', '计入保证金可用余额'),
      null,
      `=RZRQ.CALL_PRICES(${ACCOUNTS},${POSITIONS},D${ROW.account},"${language}")`,
    ],
    header: 'published',
  },
  ...positions(language),
  { cells: [t('Total', '合计')], own: {} },
  blank,
  header(t('The account as a whole', '账户整体')),
  {
    cells: [`=RZRQ.ACCOUNT_MONITOR(${ACCOUNTS},${POSITIONS},,,,,,"${language}")`],
    header: 'computed',
  },
  blank,
  header(t('Results', '结果'), t('', '')),
  result(t('Assets', '总资产'), monitored('assets'), AMOUNT),
  result(t('Debt', '总负债'), monitored('debt'), AMOUNT),
  result(t('Maintenance ratio', '维持担保比例'), monitored('ratio'), RATIO, t('published: 225%', '原题答案：225%')),
  result(t('Status', '担保状态'), monitored('status'), GENERAL),
  result(t('Available margin', '保证金可用余额'), monitored('available'), AMOUNT),
  result(
    t('Can be financed at 100%', '可融资金额（比例 100%）'),
    `=RZRQ.MARGIN_CAPACITY(${cellOf('available')},100%)`,
    AMOUNT,
  ),
  result(t('Can be withdrawn', '可提取金额'), monitored('withdrawable'), AMOUNT),
  result(t('Even fall to the call line', '距追保线的跌幅'), monitored('drop'), RATIO),
  result(t('Leverage', '杠杆倍数'), `=RZRQ.LEVERAGE(${cellOf('assets')},${cellOf('debt')})`, '0.00'),
  result(t('Top up with cash or securities', '追加现金或证券'), monitored('topUp'), AMOUNT),
  result(
    t('Or repay with outside cash', '或以外部资金还款'),
    `=RZRQ.TOP_UP_REPAYMENT(${cellOf('assets')},${cellOf('debt')},F${ROW.account},"cash")`,
    AMOUNT,
  ),
  result(t('Or repay by selling', '或卖券还款'), monitored('sell'), AMOUNT),
  blank,
  {
    cells: [t('All securities change by', '全部证券涨跌'), ...CHANGES],
    own: Object.fromEntries(CHANGES.map((_, i) => [i + 1, RATIO])),
  },
  {
    cells: [
      t('Maintenance ratio then', '届时维持担保比例'),
      ...CHANGES.map(
        (_, i) =>
          `=RZRQ.STRESSED_RATIO(${[
            `$${cellOf('assets')}`,
            `$${cellOf('debt')}`,
            `$${cellOf('securities')}`,
            `${letter(i)}${STRESS}`,
            `$${cellOf('lent')}`,
          ].join(',')})`,
      ),
    ],
    computed: Object.fromEntries(CHANGES.map((_, i) => [i + 1, RATIO])),
  },
  {
    cells: [
      t('Status then', '届时担保状态'),
      ...CHANGES.map(
        (_, i) =>
          `=RZRQ.MAINTENANCE_STATUS(${letter(i)}${STRESS + 1},$C$${ROW.account},$D$${ROW.account},,$E$${ROW.account},"${language}","fraction")`,
      ),
    ],
    computed: Object.fromEntries(CHANGES.map((_, i) => [i + 1, GENERAL])),
  },
  blank,
  header(t('Interest', '利息'), t('', '')),
  input(t('Annual rate', '融资年利率'), 0.086, RATIO),
  input(t('Days', '计息天数'), 30, AMOUNT),
  result(
    t('Interest on the financing', '融资利息'),
    `=RZRQ.FINANCING_INTEREST(${cellOf('principal')},B${STRESS + 5},B${STRESS + 6})`,
    CENTS,
  ),
  blank,
  { cells: [t(`${CALL.title.en}.`, `${CALL.title.zh}。`)] },
  header(t('Account', '账户'), t('元', '元')),
  input(t('Assets', '总资产'), 19500000, AMOUNT),
  input(t('Debt', '总负债'), 15300000, AMOUNT),
  input(t('Target', '目标比例'), 1.5, RATIO),
  result(t('Maintenance ratio', '维持担保比例'), example('MAINTENANCE_LEVEL', 0, 1), RATIO),
  result(
    t('Top up with collateral', '追加担保物金额'),
    example('TOP_UP_COLLATERAL', 0, 1, 2),
    AMOUNT,
    t('published: 3,450,000', '原文：345 万元'),
  ),
];

function letter(i: number): string {
  return 'BCDEFG'[i]!;
}

/** A call over lines of the published example, which stands at the foot. */
function example(id: string, ...places: readonly number[]): string {
  return `=RZRQ.${id}(${places.map((place) => `B${STRESS + 11 + place}`).join(',')})`;
}

const WARNINGS = warningWords(['警戒', '追保', '平仓', 'warning', 'call', 'close']);

export const creditAccount: Template = {
  id: 'credit-account',
  title: { en: 'Credit account', zh: '信用账户' },
  description: {
    en: 'A credit account position by position, with as many rows as it has: maintenance ratio, available margin, call prices, what a margin call takes, and the account after a fall or a rise.',
    zh: '逐笔列示的信用账户，行数不限：维持担保比例、保证金可用余额、各券触线价、追保所需金额，以及涨跌之后的账户。',
  },
  sources: [SSE_RULES, QUESTION_225, CALL],
  build(language) {
    const form = lines(language);
    const text = (cell: Content | Text): Content =>
      cell !== null && typeof cell === 'object' ? cell[language] || null : cell;
    return {
      sheets: [
        {
          name: { en: 'Credit account', zh: '信用账户' }[language],
          widths: WIDTHS,
          cells: rectangle(form.map(({ cells }) => cells.map(text))),
          formats: [
            { at: cellAt(0, 0), format: TITLE },
            { at: cellAt(1, 0), format: MUTED },
            ...form.flatMap((line, row) => formatsOf(line, row)),
            ...SPILLED,
            { at: { row: 0, column: 0, rows: form.length, columns: MONITOR_COLUMNS }, format: WARNINGS },
          ],
          charts: [],
          frozenRows: 0,
        },
      ],
    };
  },
};

const WIDTHS = [32, 18, 14, 16, 18, 18, 18, 16, 16, 22, 14, ...Array.from({ length: CALL_PRICES_COLUMNS }, () => 16)];

const spilled = (row: number, column: number, rows: number, columns: number, format: Format) => ({
  at: { row, column, rows, columns },
  format: { ...format, fill: FILLS.computed },
});

/** The tables that the two formulas spill. */
const SPILLED = [
  spilled(ROW.positions - 2, CALL_PRICES_AT, 1, CALL_PRICES_COLUMNS, HEADER),
  spilled(ROW.positions - 1, CALL_PRICES_AT, ROW.total - ROW.positions, CALL_PRICES_COLUMNS, { number: '#,##0.00' }),
  ...[7, 11].map((column) =>
    spilled(ROW.positions - 1, CALL_PRICES_AT + column, ROW.total - ROW.positions, 1, { number: RATIO }),
  ),
  spilled(ROW.monitor - 1, 0, 1, MONITOR_COLUMNS, HEADER),
  spilled(ROW.monitor, 0, 1, MONITOR_COLUMNS, { number: AMOUNT }),
  ...[8, 14, 16].map((column) => spilled(ROW.monitor, column, 1, 1, { number: RATIO })),
];

function formatsOf({ cells, header, own = {}, computed = {} }: Line, row: number): { at: Block; format: Format }[] {
  if (header)
    return [{ at: { row, column: 0, rows: 1, columns: cells.length }, format: { ...HEADER, fill: FILLS[header] } }];
  const filled = (kind: Kind, numbers: Readonly<Record<number, string>>) =>
    Object.entries(numbers).map(([column, number]) => ({
      at: cellAt(row, Number(column)),
      format: { fill: FILLS[kind], number },
    }));
  return [...filled('own', own), ...filled('computed', computed)];
}

function cellAt(row: number, column: number): Block {
  return { row, column, rows: 1, columns: 1 };
}
