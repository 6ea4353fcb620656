/**
 * Tables as they come out of hands and programs: 500 of them, each spoilt in one way where another column, an identity
 * or a caption still shows what is meant.
 */
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import { isoDate, serialOf } from '../../src/cells/date';
import type { Definition } from '../../src/functions/catalogue/define';
import { tried } from '../../src/generate/reference/tried';
import { STANDARDIZE } from '../../src/functions/check/standardize';
import { nextTradingDay } from '../../src/rules/calendar';

const definition = STANDARDIZE as unknown as Definition;
const standardize = (table: unknown): (string | number)[][] =>
  bind(definition)([table], (fault) => `#${explain(fault, definition, 'zh')}`);

type Table = (string | number | null)[][];

/** A source of chance that is the same in every run. */
function chanceOf(seed: number) {
  let state = seed * 2654435761 + 12345;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}
type Chance = ReturnType<typeof chanceOf>;

const HEADERS: readonly (readonly string[])[] = [
  [
    '日期',
    '证券代码',
    '证券简称',
    '融资余额',
    '融资买入额',
    '融资偿还额',
    '融券余量',
    '融券卖出量',
    '融券偿还量',
    '融券余额',
    '融资融券余额',
  ],
  ['trade_date', 'ts_code', 'name', 'rzye', 'rzmre', 'rzche', 'rqyl', 'rqmcl', 'rqchl', 'rqye', 'rzrqye'],
  [
    'TRADE_DATE',
    'SECUCODE',
    'SECURITY_NAME_ABBR',
    'FIN_BALANCE',
    'FIN_BUY_AMT',
    'FIN_REPAY_AMT',
    'LOAN_BALANCE_VOL',
    'LOAN_SELL_VOL',
    'LOAN_REPAY_VOL',
    'LOAN_BALANCE',
    'MARGIN_BALANCE',
  ],
  [
    'TradingDay',
    'SecuCode',
    'SecuAbbr',
    'FinanceValue',
    'FinanceBuyValue',
    'FinanceRefundValue',
    'SecurityVolume',
    'SecuritySellVolume',
    'SecurityRefundVolume',
    'SecurityValue',
    'TradingValue',
  ],
];
const SECURITIES = [
  ['000001', '平安银行', '.SZ'],
  ['600519', '贵州茅台', '.SH'],
  ['300750', '宁德时代', '.SZ'],
  ['920002', '万达轴承', '.BJ'],
  ['510050', '50ETF', '.SH'],
] as const;
const UNITS = ['', '(万元)', '(亿元)'] as const;

interface Whole {
  readonly table: Table;
  readonly unit: (typeof UNITS)[number];
  readonly days: number;
}

/** Securities by days, in whole 元, or printed in 万元 or 亿元 with the decimals that make it exact. */
function wholeTable(chance: Chance, withUnit: boolean): Whole {
  const unit = withUnit ? UNITS[1 + chance(2)]! : '';
  const step = unit === '(万元)' ? 1e4 : unit === '(亿元)' ? 1e8 : 1;
  const header = HEADERS[chance(HEADERS.length)]!;
  const days = 2 + chance(4);
  const table: Table = [
    header.map((word, at) => (/^.*$/.test(word) && [3, 4, 5, 9, 10].includes(at) ? word + unit : word)),
  ];
  const grain = unit === '' ? 1 : step / 100;
  for (const [code, name] of SECURITIES.slice(0, 2 + chance(4))) {
    let day = serialOf(2026, 1, 5);
    let balance = (200_000 + chance(9_000_000)) * grain;
    let qty = 20_000 + chance(5_000_000);
    for (let i = 0; i < days; i++) {
      const [bought, repaid] = [(2_000 + chance(90_000)) * grain, (2_000 + chance(90_000)) * grain];
      const [sold, returned] = [chance(9_000), chance(9_000)];
      balance += bought - repaid;
      qty += sold - returned;
      const lent = (500 + chance(20_000)) * grain;
      const print = (amount: number) => Number((amount / step).toFixed(2));
      table.push([
        isoDate(day),
        code,
        name,
        print(balance),
        print(bought),
        print(repaid),
        qty,
        sold,
        returned,
        print(lent),
        Number((print(balance) + print(lent)).toFixed(2)),
      ]);
      day = nextTradingDay(day);
    }
  }
  return { table, unit, days };
}

const copy = (table: Table): Table => table.map((row) => row.slice());

interface Kind {
  readonly withUnit?: boolean;
  readonly spoil: (whole: Whole, chance: Chance) => Table;
}

const WRONG_CHARACTERS = '佘卷咨人尝坏頟偿拪x';

const KINDS: Readonly<Record<string, Kind>> = {
  'a header misspelt': {
    spoil({ table }, chance) {
      const spoilt = copy(table);
      const at = 3 + chance(8);
      const word = String(spoilt[0]![at]);
      const place = chance(word.length);
      const other = /[^ -~]/.test(word) ? WRONG_CHARACTERS[chance(WRONG_CHARACTERS.length)]! : 'abcdefgh'[chance(8)]!;
      spoilt[0]![at] = [
        () => word.slice(0, place) + word.slice(place + 1),
        () => word.slice(0, place) + word[place]! + word.slice(place),
        () => word.slice(0, place) + other + word.slice(place + 1),
        () =>
          place + 1 < word.length
            ? word.slice(0, place) + word[place + 1]! + word[place]! + word.slice(place + 2)
            : `${word} `,
        () => `${word.slice(0, place)} ${word.slice(place)}`,
      ][chance(5)]!();
      return spoilt;
    },
  },
  'a key header that nobody knows': {
    spoil({ table }, chance) {
      const spoilt = copy(table);
      const at = chance(2);
      spoilt[0]![at] = [
        ['何时', '统计口径日', 'Tag', '交易日历', 'day_id'],
        ['证券标识', '品种', 'sec_key', '编码', '股票编号'],
      ][at]![chance(5)]!;
      if (at === 1) for (const row of spoilt.slice(1)) row[1] += SECURITIES.find(([code]) => code === row[1])![2];
      return spoilt;
    },
  },
  'codes turned into numbers': {
    spoil: ({ table }) =>
      table.map((row, i) => (i === 0 ? row : row.map((cell, at) => (at === 1 ? Number(cell) : cell)))),
  },
  'one code turned into a number': {
    spoil({ table }, chance) {
      const spoilt = copy(table);
      const row = spoilt[1 + chance(table.length - 1)]!;
      row[1] = Number(row[1]);
      return spoilt;
    },
  },
  'the codes merged': {
    spoil: ({ table }) =>
      table.map((row, i) =>
        i > 1 && row[1] === table[i - 1]![1] ? row.map((cell, at) => (at === 1 || at === 2 ? null : cell)) : row,
      ),
  },
  'one block of codes merged': {
    spoil({ table, days }, chance) {
      const block = chance((table.length - 1) / days);
      return table.map((row, i) =>
        i > 1 + block * days && i <= (block + 1) * days ? row.map((cell, at) => (at === 1 ? null : cell)) : row,
      );
    },
  },
  'the days merged': {
    spoil({ table }) {
      const [header, ...rows] = table;
      const byDay = rows.slice().sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0));
      return [
        header!,
        ...byDay.map((row, i) => (i > 0 && row[0] === byDay[i - 1]![0] ? [null, ...row.slice(1)] : row)),
      ];
    },
  },
  'a note in the middle': {
    spoil({ table }, chance) {
      const spoilt = copy(table);
      const notes = [
        '注：以下为补充披露',
        '数据来源：交易所',
        '…',
        '资料来源: Wind',
        '以上数据由各证券公司报送，仅供参考',
        '备注',
        '说明 1',
      ];
      const note: Table[0] = table[0]!.map(() => null);
      note[[0, 1, 3][chance(3)]!] = notes[chance(notes.length)]!;
      spoilt.splice(2 + chance(table.length - 1), 0, note);
      return spoilt;
    },
  },
  'the header again in the middle': {
    spoil({ table }, chance) {
      const spoilt = copy(table);
      spoilt.splice(2 + chance(table.length - 2), 0, table[0]!.slice());
      return spoilt;
    },
  },
  'the unit of one column dropped': {
    withUnit: true,
    spoil({ table, unit }, chance) {
      const spoilt = copy(table);
      const at = [3, 4, 5, 9, 10][chance(5)]!;
      spoilt[0]![at] = String(spoilt[0]![at]).replace(unit, '');
      return spoilt;
    },
  },
  'the units in a caption': {
    withUnit: true,
    spoil({ table, unit }) {
      const width = table[0]!.length;
      const caption: Table[0] = Array.from({ length: width }, () => null);
      caption[width - 1] = `单位：${unit.slice(1, -1)}、股`;
      return [caption, table[0]!.map((word) => String(word).replace(unit, '')), ...table.slice(1)];
    },
  },
  'a row shifted to the right': {
    spoil({ table }, chance) {
      const at = 1 + chance(table.length - 1);
      return table.map((row, i) => (i === at ? [null, ...row] : [...row, null]));
    },
  },
  'a row shifted to the right, its last figure lost': {
    spoil({ table }, chance) {
      const at = 1 + chance(table.length - 1);
      return table.map((row, i) => (i === at ? [null, ...row.slice(0, -1)] : row));
    },
  },
  'a row shifted to the left, its number lost': {
    spoil({ table }, chance) {
      const numbered = table.map((row, i) => [i === 0 ? '序号' : i, ...row]);
      const at = 1 + chance(table.length - 1);
      return numbered.map((row, i) => (i === at ? [...row.slice(1), null] : row));
    },
  },
  'a name lost, and the rest of its row moved up': {
    spoil({ table }, chance) {
      const at = 1 + chance(table.length - 1);
      return table.map((row, i) => (i === at ? [...row.slice(0, 2), ...row.slice(3), null] : row));
    },
  },
  'a blank cell put into a row': {
    spoil({ table }, chance) {
      const at = 1 + chance(table.length - 1);
      const place = 2 + chance(6);
      return table.map((row, i) => (i === at ? [...row.slice(0, place), null, ...row.slice(place)] : [...row, null]));
    },
  },
};

/** The rows of a canonical table by code and day. */
function rowsOf(canonical: (string | number)[][]): ReadonlyMap<string, (string | number)[]> {
  return new Map(canonical.slice(1).map((row) => [`${row[2]} ${row[1]}`, row.slice(4, 12)]));
}

type Outcome = 'right' | 'refused' | 'partly' | 'WRONG';

function judge(spoilt: (string | number)[][], right: (string | number)[][]): Outcome {
  const refused = spoilt.length === 1 && spoilt[0]!.length === 1;
  if (refused) return String(spoilt[0]![0]).startsWith('#') ? 'refused' : 'WRONG';
  const expected = rowsOf(right);
  let whole = spoilt.length === right.length;
  for (const row of spoilt.slice(1)) {
    const keysFine = !row.slice(0, 3).some((cell) => String(cell).startsWith('#'));
    const figures = expected.get(`${row[2]} ${row[1]}`);
    for (const [i, cell] of row.slice(4, 12).entries()) {
      if (figures && cell === figures[i]) continue;
      whole = false;
      // A blank, an error, or a row whose code or day says that it is not understood.
      if (cell === '' || String(cell).startsWith('#') || !keysFine || row[1] === '' || row[2] === '') continue;
      return 'WRONG';
    }
  }
  return whole ? 'right' : 'partly';
}

const RUNS = 500;

test('500 spoilt tables: never a wrong figure, and at least 450 are read right', () => {
  const names = Object.keys(KINDS);
  const counts = new Map<string, Record<Outcome, number>>();
  const total: Record<Outcome, number> = { right: 0, refused: 0, partly: 0, WRONG: 0 };
  const wrong: unknown[] = [];
  const refusals: string[] = [];
  for (let run = 0; run < RUNS; run++) {
    const name = names[run % names.length]!;
    const { withUnit = false, spoil } = KINDS[name]!;
    const chance = chanceOf(run + 1);
    const whole = wholeTable(chance, withUnit);
    const spoilt = spoil(whole, chance);
    const result = standardize(spoilt);
    const outcome = judge(result, standardize(whole.table));
    const count = counts.get(name) ?? { right: 0, refused: 0, partly: 0, WRONG: 0 };
    counts.set(name, count);
    count[outcome]++;
    total[outcome]++;
    if (outcome === 'WRONG') wrong.push({ name, spoilt, result });
    if (outcome === 'refused') refusals.push(`${name}: ${String(result[0]![0])} ${JSON.stringify(spoilt[0])}`);
  }
  const lines = [...counts].map(
    ([name, { right, refused, partly }]) => `${name}: ${right} right, ${partly} partly, ${refused} refused`,
  );
  console.log(
    [
      `understood ${total.right} of ${RUNS}; ${total.partly} in part, ${total.refused} refused, ${total.WRONG} wrong`,
      ...lines,
    ].join('\n'),
  );
  expect(wrong).toEqual([]);
  for (const refusal of refusals) expect(refusal).toMatch(/“[^”]+”/);
  expect(total.right).toBeGreaterThanOrEqual(450);
  // The page on testing says so.
  expect(tried.spoilt).toEqual(total);
});
