import type { Language, Text } from '../language';
import { QUESTION_225, SSE_RULES, type Source } from '../functions/catalogue/sources';
import type { Format } from '../workbook/workbook';
import { AMOUNT, CENTS, FILLS, HEADER, MUTED, RATIO, TITLE, warningWords } from './styles';
import { rectangle } from './table-sheet';
import type { Block, Content, Template } from './template';

const CALL: Source = {
  title: {
    en: 'A margin call with interest: assets 19.5 million, the call is for 3.45 million 元',
    zh: '含利息的追保示例：资产 1950 万元，应追加 345 万元',
  },
  url: 'https://licai.jiantou8.com/user/guide_view_2216768.html',
};

/** One line of the form: up to eight cells, and how the figures among them look. */
interface Line {
  readonly cells: readonly (Content | Text)[];
  readonly header?: true;
  readonly own?: readonly number[];
  readonly computed?: readonly number[];
  readonly number?: Readonly<Record<number, string>>;
}

const t = (en: string, zh: string): Text => ({ en, zh });
const header = (...cells: readonly Text[]): Line => ({ cells, header: true });
const input = (label: Text, value: Content, number: string, note?: Text): Line => ({
  cells: note ? [label, value, note] : [label, value],
  own: [1],
  number: { 1: number },
});
const result = (label: Text, formula: string, number: string, note?: Text): Line => ({
  cells: note ? [label, formula, note] : [label, formula],
  computed: [1],
  number: { 1: number },
});
const blank: Line = { cells: [] };
const CONVERSION_RATE = t('Conversion rate\n折算率', '折算率');

const COLLATERAL = { 1: AMOUNT, 2: CENTS, 3: AMOUNT, 4: RATIO };
const FINANCED = { 1: AMOUNT, 2: CENTS, 3: AMOUNT, 4: AMOUNT, 5: RATIO, 6: RATIO };

// Row numbers stand in the formulas: cash 5, fees 6, collateral 10–12, financed 15–16, lent 19–20, results from 23, the call from 40.
const lines = (language: Language): readonly Line[] => [
  { cells: [t('Credit account', '信用账户')] },
  {
    cells: [
      t(
        'Yellow cells are yours, green ones are formulas. An examination question (answer: 225%); conversion rates and margin ratios are assumed.',
        '黄色格填自己的数据，绿色格为公式。数据取自维持担保比例试题（答案 225%），折算率与保证金比例为假设。',
      ),
    ],
  },
  blank,
  header(t('Account', '账户'), t('元', '元')),
  input(t('Cash', '现金'), 150000, AMOUNT, t('including the proceeds of short sales', '含融券卖出所得')),
  input(t('Interest and fees', '利息及费用'), 0, AMOUNT),
  blank,
  { cells: [t('Securities put up as collateral', '充抵保证金证券')] },
  header(t('Security', '证券'), t('Quantity', '数量'), t('Price', '市价'), t('Value', '市值'), CONVERSION_RATE),
  { cells: [t('A', 'A'), 5000, 20, '=B10*C10', 0.7], own: [1, 2, 4], computed: [3], number: COLLATERAL },
  { cells: [null, null, null, '=B11*C11', null], own: [1, 2, 4], computed: [3], number: COLLATERAL },
  { cells: [null, null, null, '=B12*C12', null], own: [1, 2, 4], computed: [3], number: COLLATERAL },
  { cells: [t('Securities bought with financing', '融资买入证券')] },
  header(
    t('Security', '证券'),
    t('Quantity', '数量'),
    t('Price', '市价'),
    t('Value', '市值'),
    t('Amount financed', '融资金额'),
    CONVERSION_RATE,
    t('Margin ratio', '保证金比例'),
  ),
  {
    cells: [t('B', 'B'), 20000, 10, '=B15*C15', 200000, 0.7, 1],
    own: [1, 2, 4, 5, 6],
    computed: [3],
    number: FINANCED,
  },
  { cells: [null, null, null, '=B16*C16', null, null, null], own: [1, 2, 4, 5, 6], computed: [3], number: FINANCED },
  { cells: [t('Securities sold short', '融券卖出证券')] },
  header(
    t('Security', '证券'),
    t('Quantity', '数量'),
    t('Price', '市价'),
    t('Value', '市值'),
    t('Proceeds', '卖出金额'),
    CONVERSION_RATE,
    t('Margin ratio', '保证金比例'),
  ),
  { cells: [null, null, null, '=B19*C19', null, null, null], own: [1, 2, 4, 5, 6], computed: [3], number: FINANCED },
  { cells: [null, null, null, '=B20*C20', null, null, null], own: [1, 2, 4, 5, 6], computed: [3], number: FINANCED },
  blank,
  header(t('Results', '结果'), t('', '')),
  result(t('Securities', '证券市值合计'), '=SUM(D10:D12)+SUM(D15:D16)', AMOUNT),
  result(t('Assets', '总资产'), '=B5+B23', AMOUNT),
  result(t('Debt', '总负债'), '=RZRQ.MARGIN_DEBT(E15:E16,B19:B20,C19:C20,B6)', AMOUNT),
  result(
    t('Maintenance ratio', '维持担保比例'),
    '=RZRQ.MAINTENANCE_RATIO(B5,B23,E15:E16,B19:B20,C19:C20,B6)',
    RATIO,
    t('published: 225%', '原题答案：225%'),
  ),
  result(t('Status', '担保状态'), `=RZRQ.MAINTENANCE_STATUS(B26,,,,,"${language}")`, 'General'),
  result(
    t('Available margin', '保证金可用余额'),
    '=RZRQ.AVAILABLE_MARGIN(B5,D10:D12,E10:E12,D15:D16,E15:E16,F15:F16,G15:G16,E19:E20,D19:D20,F19:F20,G19:G20,B6)',
    AMOUNT,
  ),
  result(t('Can be financed at 100%', '可融资金额（比例 100%）'), '=RZRQ.MARGIN_CAPACITY(B28,100%)', AMOUNT),
  result(t('Even fall to 130%', '距 130% 的跌幅'), '=RZRQ.DROP_TO_LINE(B24,B25,B23)', RATIO),
  result(t('Price of B at 130%', 'B 触及 130% 的价格'), '=RZRQ.FINANCING_CALL_PRICE(B24-D15,B25,B15)', CENTS),
  result(t('Can be withdrawn', '可提取金额'), '=RZRQ.WITHDRAWABLE(B5-SUM(E19:E20),B24,B25,B28)', AMOUNT),
  result(t('Leverage', '杠杆倍数'), '=RZRQ.LEVERAGE(B24,B25)', '0.00'),
  input(t('Annual rate', '融资年利率'), 0.086, RATIO),
  input(t('Days', '计息天数'), 30, AMOUNT),
  result(t('Interest on the financing', '融资利息'), '=RZRQ.FINANCING_INTEREST(SUM(E15:E16),B34,B35)', CENTS),
  blank,
  { cells: [t(`${CALL.title.en}.`, `${CALL.title.zh}。`)] },
  header(t('Account', '账户'), t('元', '元')),
  input(t('Assets', '总资产'), 19500000, AMOUNT),
  input(t('Debt', '总负债'), 15300000, AMOUNT),
  input(t('Target', '目标比例'), 1.5, RATIO),
  result(t('Maintenance ratio', '维持担保比例'), '=RZRQ.MAINTENANCE_LEVEL(B40,B41)', RATIO),
  result(t('Status', '担保状态'), `=RZRQ.MAINTENANCE_STATUS(B43,,,,,"${language}")`, 'General'),
  result(
    t('Top up with collateral', '追加担保物金额'),
    '=RZRQ.TOP_UP_COLLATERAL(B40,B41,B42)',
    AMOUNT,
    t('published: 3,450,000', '原文：345 万元'),
  ),
  result(t('Or repay by selling', '或卖券还款'), '=RZRQ.TOP_UP_REPAYMENT(B40,B41,B42,"sell")', AMOUNT),
  result(t('Or repay with outside cash', '或以外部资金还款'), '=RZRQ.TOP_UP_REPAYMENT(B40,B41,B42,"cash")', AMOUNT),
];

const WARNINGS = warningWords(['警戒', '追保', '平仓', 'warning', 'call', 'close']);

export const creditAccount: Template = {
  id: 'credit-account',
  title: { en: 'Credit account', zh: '信用账户' },
  description: {
    en: 'A credit account position by position: maintenance ratio, available margin, distance to the lines, and what a margin call takes.',
    zh: '逐笔列示的信用账户：维持担保比例、保证金可用余额、距各线的距离，以及追保所需金额。',
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
          widths: [30, 18, 14, 16, 18, 18, 16],
          cells: rectangle(form.map(({ cells }) => cells.map(text))),
          formats: [
            { at: cellAt(0, 0), format: TITLE },
            { at: cellAt(1, 0), format: MUTED },
            ...form.flatMap((line, row) => formatsOf(line, row)),
            { at: { row: 22, column: 1, rows: form.length - 22, columns: 1 }, format: WARNINGS },
          ],
          charts: [],
          frozenRows: 0,
        },
      ],
    };
  },
};

function formatsOf(
  { cells, header, own = [], computed = [], number = {} }: Line,
  row: number,
): { at: Block; format: Format }[] {
  if (header)
    return [{ at: { row, column: 0, rows: 1, columns: cells.length }, format: { ...HEADER, fill: FILLS.published } }];
  return [
    ...own.map((column) => ({
      at: cellAt(row, column),
      format: { fill: FILLS.own, ...(number[column] && { number: number[column] }) },
    })),
    ...computed.map((column) => ({
      at: cellAt(row, column),
      format: { fill: FILLS.computed, ...(number[column] && { number: number[column] }) },
    })),
  ];
}

function cellAt(row: number, column: number): Block {
  return { row, column, rows: 1, columns: 1 };
}
