import type { Language } from '../../src/language';
import { Fault, type FaultKind } from '../../src/cells/fault';
import { bind } from '../../src/binding/bind';
import { errorCode, EXPLANATIONS, explain } from '../../src/binding/errors';
import { definitions } from '../../src/functions/index';

const roll = definitions.find(({ id }) => id === 'FINANCING_BALANCE_ROLL')!;

function sentence(language: Language, ...args: unknown[]): string {
  return bind(roll)(args, (fault) => `${errorCode(fault)} ${explain(fault, roll, language)}`)[0]![0] as string;
}

test.each<[Language, unknown[], string]>([
  ['en', [null, 1, 2], '#N/A prior_balance is missing.'],
  ['zh', [null, 1, 2], '#N/A 缺少前日余额。'],
  ['en', [1, '待定', 2], '#VALUE! purchases is not a number: “待定”.'],
  ['zh', [1, '待定', 2], '#VALUE! 融资买入额不是数字：“待定”。'],
  ['en', [1, true, 2], '#VALUE! purchases is not a number: “TRUE”.'],
  ['zh', [1, { type: 'Error', basicValue: '#REF!' }, 2], '#REF! 参数中有错误值 #REF!。'],
])('%s %p', (language, args, expected) => {
  expect(sentence(language, ...args)).toBe(expected);
});

const said = (id: string, language: Language, ...args: unknown[]) => {
  const definition = definitions.find((candidate) => candidate.id === id)!;
  return bind(definition)(args, (fault) => explain(fault, definition, language))[0]![0];
};

test.each<[string, unknown[], string, string]>([
  [
    'MAINTENANCE_STATUS',
    [1.2, 130],
    'warning_line is 130: for a percentage write 130% or 1.3.',
    '警戒线为 130：百分数请写 130% 或 1.3。',
  ],
  [
    'MAINTENANCE_STATUS',
    [125],
    'ratio is 125, which may be a fraction or a percentage: say which with ratio_unit, fraction or percent.',
    '维持担保比例为 125，可能是小数，也可能是百分数：请用比例单位说明是小数还是百分数。',
  ],
  [
    'MAINTENANCE_STATUS',
    [1.2745, null, null, null, null, null, 'percent'],
    'ratio is 1.2745, and ratio_unit says that it is a percentage: 1.2745% is too low for one. A cell that shows a % sign holds a fraction.',
    '维持担保比例为 1.2745，而比例单位为百分数：1.2745% 过低。显示 % 号的单元格存的是小数。',
  ],
  [
    'FINANCING_INTEREST',
    [1, 8.35, 30],
    'annual_rate is 8.35: for a percentage write 8.35% or 0.0835.',
    '年利率为 8.35：百分数请写 8.35% 或 0.0835。',
  ],
  [
    'FINANCING_INTEREST',
    [1000000, 30, 0.0835],
    'annual_rate is 30 and days is 0.0835: the two may be exchanged. A percentage is written with its sign, %.',
    '年利率为 30，天数为 0.0835：两者可能填反了。百分数请带 % 号。',
  ],
  [
    'FINANCING_INTEREST',
    [1000000, 360, 30, '8.35%'],
    'annual_rate is 360 and day_basis is 8.35%: the two may be exchanged. A percentage is written with its sign, %.',
    '年利率为 360，计息基数为 8.35%：两者可能填反了。百分数请带 % 号。',
  ],
  [
    'FINANCING_INTEREST',
    [1000000, 8350, 30],
    'annual_rate is 8350, which is too large even for a percentage.',
    '年利率为 8350，即使是百分数也过大。',
  ],
  [
    'MARGIN_REQUIRED',
    [1000, 12.5, 100],
    'ratio is 100: for a percentage write 100% or 1.',
    '保证金比例为 100：百分数请写 100% 或 1。',
  ],
  [
    'MIN_FINANCING_MARGIN_RATIO',
    ['SSE', '2024-01-02'],
    'open_date is “SSE” and exchange is “2024-01-02”: the two may be exchanged.',
    '开仓日为“SSE”，交易所为“2024-01-02”：两者可能填反了。',
  ],
  [
    'LENDING_BALANCE',
    [100, '手', 12.5],
    'price is “手” and unit is “12.5”: the two may be exchanged.',
    '价格为“手”，单位为“12.5”：两者可能填反了。',
  ],
  [
    'BROKER_MARGIN_RATIO',
    [1, 0.65, 5],
    'markup is 5: for a percentage write 5% or 0.05.',
    '上浮比例为 5：百分数请写 5% 或 0.05。',
  ],
  [
    'CONTRACT_DUE_DATE',
    [6, 45292],
    'open_date is “6” and months is “45292”: the two may be exchanged.',
    '开仓日为“6”，月数为“45292”：两者可能填反了。',
  ],
  [
    'STRESSED_RATIO',
    [300000, 200000, 303001, -0.2],
    'securities_value is 303001, more than assets, 300000, of which it is a part.',
    '证券市值为 303001，大于应包含它的总资产 300000。',
  ],
  [
    'DROP_TO_LINE',
    [300000, 200000, 303000, 202000.01],
    'lent_value is 202000.01, more than debt, 200000, of which it is a part.',
    '融券市值为 202000.01，大于应包含它的总负债 200000。',
  ],
  [
    'FINANCING_BALANCE_SERIES',
    [100, [['2025-01-02'], ['2025-01-03']], [[1], [2]], [[5000.5], [6000]]],
    'dates (cell 1) is “5000.5” and purchases is “2025-01-02”: the two may be exchanged.',
    '日期第 1 格为“5000.5”，融资买入额为“2025-01-02”：两者可能填反了。',
  ],
  [
    'ACCRUED_INTEREST',
    [[[45292], [45300]], [[0.0835], [0.08]], [[100], [90]], 45400],
    'rates (cell 1) is 100 and balances is 0.0835: the two may be exchanged. A percentage is written with its sign, %.',
    '年利率第 1 格为 100，余额为 0.0835：两者可能填反了。百分数请带 % 号。',
  ],
  [
    'BALANCE_STREAK',
    [
      [[45292], [45293]],
      [['x'], [8000]],
    ],
    'dates (cell 1) is not a date between 1990 and 2100: “x”.',
    '日期第 1 格不是 1990 至 2100 年间的日期：“x”。',
  ],
  ['LENDING_BALANCE', [100, '手', null], 'price is not a number: “手”.', '价格不是数字：“手”。'],
  [
    'INTEREST_DAYS',
    ['2025年13月1日', '2025-02-01'],
    'start names a day that the calendar does not have: “2025年13月1日”.',
    '起始日的月份或日期不存在：“2025年13月1日”。',
  ],
  [
    'INTEREST_DAYS',
    ['2025-02-02', '2025-02-01'],
    'The end lies before the start: the two may be exchanged.',
    '结束日早于起始日：两者可能填反了。',
  ],
  [
    'FINANCING_INTEREST',
    [1, 0.05, 30, 364],
    'day_basis must be one of 360, 365, 366, not 364.',
    '计息基数只能是 360、365、366，不能是 364。',
  ],
  [
    'BALANCE_TREND',
    [[[1], [2]], 1],
    'window must be one of 2, 3, 4, …, not 1.',
    '窗口天数只能是 2、3、4……，不能是 1。',
  ],
  [
    'CONTRACT_DUE_DATE',
    ['2024-01-02', 0.5],
    'months must be one of 0, 1, 2, 3, …, not 0.5.',
    '月数只能是 0、1、2、3……，不能是 0.5。',
  ],
  [
    'TOP_UP_REPAYMENT',
    [1, 1, 2, 'x'],
    'source cannot be “x”; it is one of: sell 卖券还款, cash 外部资金.',
    '还款来源不能是“x”，可用：sell 卖券还款、cash 外部资金。',
  ],
  [
    'SCALE',
    [1, '元', '万股'],
    'Money and quantities do not convert into each other: yuan → wan_share.',
    '金额与数量不能互相换算：元 → 万股。',
  ],
  [
    'RECONCILE',
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    'The range has no header row that is known.',
    '区域中没有可识别的标题行。',
  ],
  [
    'RECONCILE',
    [
      [
        ['a', 'b'],
        [3, 4],
      ],
    ],
    'The range has no header row that is known: a, b.',
    '区域中没有可识别的标题行：a、b。',
  ],
  [
    'STANDARDIZE',
    [
      [
        ['日期', 'margin_balance'],
        ['2024-01-02', 1],
      ],
    ],
    'The header “margin_balance” can mean more than one thing here: ',
    '标题“margin_balance”在此有歧义：',
  ],
  [
    'STANDARDIZE',
    [
      [
        ['日期', '融券余量', '融券卖出量'],
        ['2024-01-02', 1.5, 2.5],
      ],
    ],
    'The unit of “融券余量, 融券卖出量” cannot be told; say it in the header or as an argument.',
    '无法判断“融券余量、融券卖出量”的单位，请在标题中写明或用参数指定。',
  ],
])('%s %p is answered in the reader’s language', (id, args, en, zh) => {
  expect(said(id, 'en', ...args)).toMatch(new RegExp(`^${escaped(en)}`));
  expect(said(id, 'zh', ...args)).toMatch(new RegExp(`^${escaped(zh)}`));
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('a text from a cell is shown as it is, whatever it looks like', () => {
  expect(sentence('en', 1, '{param} $& <b>', 2)).toBe('#VALUE! purchases is not a number: “{param} $& <b>”.');
});

test.each(Object.keys(EXPLANATIONS) as FaultKind[])('%s has its error, and its sentence in both languages', (kind) => {
  const fault = new Fault(kind, { param: 'purchases', text: '5', allowed: '6', at: 2, code: '#REF!' });
  expect(explain(fault, roll, 'zh')).toMatch(/\p{Script=Han}/u);
  expect(explain(fault, roll, 'en')).not.toMatch(/\p{Script=Han}|[{}]/u);
  expect(errorCode(new Fault(kind))).toMatch(/^#(VALUE!|N\/A|NUM!|DIV\/0!)$/);
});

describe('what is quoted', () => {
  const quoted = (text: string) => sentence('en', 1, text, 2);

  test('is what the cell says, unchanged', () => {
    expect(quoted('时间：１５：００ ⑤')).toBe('#VALUE! purchases is not a number: “时间：１５：００ ⑤”.');
  });

  test('is at most 60 characters of it', () => {
    expect(quoted('x'.repeat(60))).toContain(`“${'x'.repeat(60)}”`);
    expect(quoted('x'.repeat(61))).toContain(`“${'x'.repeat(60)}…”`);
    expect(quoted(`${'x'.repeat(59)}😀 and more`)).toContain(`“${'x'.repeat(59)}…”`);
  });

  test('is at most a part of a long row of headers', () => {
    const headers = Array.from({ length: 500 }, (_, i) => `列${i}`.padEnd(100, '列'));
    expect(said('RECONCILE', 'zh', [headers, headers])!.toString().length).toBeLessThan(2_000);
  });
});
