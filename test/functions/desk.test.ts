import fc from 'fast-check';
import { AVAILABLE_MARGIN } from '../../src/functions/account/available-margin';
import { DROP_TO_LINE } from '../../src/functions/account/drop-to-line';
import { FINANCING_CALL_PRICE } from '../../src/functions/account/financing-call-price';
import { LENDING_CALL_PRICE } from '../../src/functions/account/lending-call-price';
import { CONTRACT_DUE_DATE } from '../../src/functions/cost/contract-due-date';
import { FINANCING_INTEREST } from '../../src/functions/cost/financing-interest';
import { INTEREST_DAYS } from '../../src/functions/cost/interest-days';
import { LENDING_FEE } from '../../src/functions/cost/lending-fee';
import { MAINTENANCE_RATIO } from '../../src/functions/account/maintenance-ratio';
import { MAINTENANCE_STATUS } from '../../src/functions/account/maintenance-status';
import { MARGIN_DEBT } from '../../src/functions/account/margin-debt';
import { TOP_UP_COLLATERAL } from '../../src/functions/account/top-up-collateral';
import { TOP_UP_REPAYMENT } from '../../src/functions/account/top-up-repayment';
import { WITHDRAWABLE } from '../../src/functions/account/withdrawable';
import { RECONCILE } from '../../src/functions/check/reconcile';
import { NET_PURCHASE_RANKING } from '../../src/functions/desk/net-purchase-ranking';
import { readCsv } from '../fixtures/csv';
import { cases } from '../support/thorough';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT_MONITOR } from '../../src/functions/desk/account-monitor';
import { CALL_PRICES } from '../../src/functions/desk/call-prices';
import { CONTRACT_LEDGER } from '../../src/functions/desk/contract-ledger';
import { serialOf } from '../../src/cells/date';
import type { Definition } from '../../src/functions/catalogue/define';
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import {
  ACCOUNTS as ACCOUNT_WORDS,
  CONTRACTS as CONTRACT_WORDS,
  POSITIONS as POSITION_WORDS,
} from '../../src/tables/desk/vocabulary';
import { headerWord } from '../../src/tables/header-word';
import { shown } from '../support/cells';

type Table = (string | number | null)[][];
type Row = Record<string, string | number | null>;

interface Sample {
  readonly id: string;
  readonly accounts: Table;
  readonly positions: Table;
  readonly expected: readonly { readonly 账户: string; readonly monitor: Row; readonly call_prices: readonly Row[] }[];
}

const fixture = JSON.parse(readFileSync(join(__dirname, '../fixtures/counter-tables.json'), 'utf8')) as {
  samples: readonly Sample[];
  refusals: readonly { readonly id: string; readonly table: Table }[];
  tables: readonly {
    readonly system: string;
    readonly kind: string;
    readonly headers: readonly string[];
    readonly meaning: readonly (string | null)[];
  }[];
};
const { samples } = fixture;

/** The rows of a table by its headers. */
function rowsOf([headers, ...rows]: (string | number)[][]): Row[] {
  return rows.map((row) => Object.fromEntries(headers!.map((header, i) => [header, row[i]!])));
}

const run = (definition: unknown, ...args: unknown[]) => rowsOf(shown(definition as Definition, ...args));

function expectRow(found: Row, expected: Row): void {
  for (const [header, value] of Object.entries(expected)) {
    if (typeof value === 'number') expect([header, found[header]]).toEqual([header, expect.closeTo(value, 9)]);
    else expect([header, found[header]]).toEqual([header, value ?? '']);
  }
}

describe.each(samples.filter(({ id }) => id.startsWith('S')))('$id', ({ accounts, positions, expected }) => {
  test('the monitor', () => {
    const rows = run(ACCOUNT_MONITOR, accounts, positions);
    expect(rows).toHaveLength(expected.length);
    expected.forEach(({ monitor }, i) => expectRow(rows[i]!, monitor));
  });

  test('the call prices', () => {
    const rows = run(CALL_PRICES, accounts, positions);
    const all = expected.flatMap(({ call_prices }) => call_prices);
    expect(rows.map((row) => row['代码'])).toEqual(all.map((row) => row['代码']));
    all.forEach((row, i) => expectRow(rows[i]!, row));
  });
});

test('C1: the ledger', () => {
  const { contracts, expected } = samples.find(({ id }) => id === 'C1') as unknown as {
    contracts: Table;
    expected: Row[];
  };
  const rows = run(CONTRACT_LEDGER, contracts, serialOf(2026, 11, 27));
  // Nobody gives a market price, so the securities borrowed are owed at the selling price.
  const decided = expected.map((row) => ({
    ...row,
    ...(row['合约编号'] === 'A002' ? { 负债合计: 504702 } : {}),
    ...(row['到期日'] ? { 到期日: serialOf(2026, 11, 27) } : {}),
  }));
  expect(rows).toHaveLength(decided.length);
  decided.forEach((row, i) => expectRow(rows[i]!, row));
  expect(rows.map((row) => row['问题'])).toEqual(['', '', '', '']);
  const [, , , overdue] = run(CONTRACT_LEDGER, contracts, serialOf(2026, 11, 27), null, 0.18);
  expectRow(overdue!, { 罚息: 1050, 负债合计: 312510 });
});

const refusals = Object.fromEntries(fixture.refusals.map(({ id, table }) => [id, table] as const)) as Readonly<
  Record<string, Table>
>;
const ACCOUNTS: Table = [
  ['账户', '现金', '利息及费用'],
  ['1', 150000, 0],
];
const POSITIONS: Table = [
  ['账户', '代码', '方向', '数量', '市价', '折算率', '金额', '保证金比例'],
  ['1', '600036', '担保', 20000, 44, 0.7, null, null],
  ['1', '600036', '融资', 30000, 44, 0.7, 1260000, 1],
];

/** What the only cell of a refusal says. */
function refusal(definition: unknown, ...args: unknown[]): string {
  let said = '';
  bind(definition as Definition)(args, (fault) => {
    said = explain(fault, definition as Definition, 'zh');
    return said;
  });
  return said;
}

describe('what is refused', () => {
  test.each<[string, string, unknown, (table: Table) => unknown[]]>([
    ['R1', '标签与数值', ACCOUNT_MONITOR, (table) => [table, POSITIONS]],
    ['R3', '可用资金', ACCOUNT_MONITOR, (table) => [table, POSITIONS]],
    ['R4', '股东代码', ACCOUNT_MONITOR, (table) => [[...ACCOUNTS, ['2', 1, 0]], table]],
    ['R5', '折算市值', ACCOUNT_MONITOR, (table) => [ACCOUNTS, table]],
    ['R8', '可用资金', ACCOUNT_MONITOR, (table) => [table, POSITIONS]],
  ])('%s: the sentence names %s', (id, word, definition, args) => {
    expect(shown(definition as Definition, ...args(refusals[id]!))).toEqual([['#VALUE!']]);
    expect(refusal(definition, ...args(refusals[id]!))).toContain(word);
  });

  const ledgerOf = (table: Table) => {
    const [headers, ...rows] = table;
    const add: [string, string | number][] = [
      ['合约编号', 'A'],
      ['类型', '融资'],
      ['起息日', 20260615],
      ['年利率', 0.08],
      ['本金', 100000],
    ];
    const type = ['合约类型', '类型'];
    const missing = add.filter(
      ([header]) =>
        !headers!.includes(header) &&
        !(header === '类型' && headers!.some((h) => type.includes(String(h)))) &&
        !headers!.some((h) => String(h).includes(header)),
    );
    return run(
      CONTRACT_LEDGER,
      [[...headers!, ...missing.map(([h]) => h)], ...rows.map((row) => [...row, ...missing.map(([, v]) => v)])],
      serialOf(2026, 11, 27),
    );
  };

  test('R2: a header that is there twice spoils only who needs it', () => {
    const [headers, row] = refusals['R2']!;
    const lent = row!.map((cell) => (cell === '融资' ? '融券' : cell === '1260000.00' ? null : cell));
    const rows = run(
      CONTRACT_LEDGER,
      [
        [...headers!, '卖出价'],
        [...row!, null],
        [...lent, 30],
      ],
      serialOf(2026, 11, 27),
    );
    expect(rows[0]).toMatchObject({ 本金: 1260000, 问题: '' });
    expect(rows[1]!['本金']).toBe('#VALUE!');
    expect(rows[1]!['问题']).toContain('未还数量');
  });

  test('R6: a bare code is no direction', () => {
    const [row] = ledgerOf(refusals['R6']!);
    expect(row!['本金']).toBe('#VALUE!');
    expect(row!['问题']).toContain('合约类型');
  });

  test('R6: under the field name of a counter it is', () => {
    const table = (header: string, code: number): Table => [
      ['contract_id', header, 'open_date', 'principal', 'annual_rate'],
      ['A', code, 20260615, 100, 0.08],
    ];
    const typeOf = (header: string, code: number) =>
      run(CONTRACT_LEDGER, table(header, code), serialOf(2026, 11, 27))[0]!['类型'];
    expect(typeOf('compact_type', 48)).toBe('融资');
    expect(typeOf('compact_type', 1)).toBe('融券');
    expect(typeOf('contract_type', 1)).toBe('融资');
    expect(typeOf('m_eCompactType', 49)).toBe('融券');
    expect(typeOf('creditdirect', 0)).toBe('融资');
  });

  test('R7: a rate as a plain number', () => {
    const [row] = ledgerOf(refusals['R7']!);
    expect(row!['应计息费']).toBe('#VALUE!');
    expect(row!['问题']).toContain('合约年利率');
    const [, contract] = refusals['R7']!;
    const percent = ledgerOf([['合约编号', '本金', '合约年利率(%)'], contract!]);
    expect(percent[0]).toMatchObject({ 年利率: 0.0835, 问题: '' });
  });

  test('R9: a blank direction is none', () => {
    const [row] = run(ACCOUNT_MONITOR, ACCOUNTS, refusals['R9']!);
    expect(row!['维持担保比例']).toBe('#N/A');
    expect(row!['问题']).toContain('持仓表第2行缺方向');
  });

  test('R10: a status code ends no contract, a word does', () => {
    expect(ledgerOf(refusals['R10']!)).toHaveLength(1);
    expect(
      ledgerOf([
        ['合约编号', '合约状态', '未还本金'],
        ['A1', '已了结', 0],
        ['A2', '已了结', 5],
        ['A3', '1', 0],
      ]),
    ).toHaveLength(2);
  });
});

test('holdings as exported, with the financed shares inside, beside the contracts', () => {
  const s3 = samples.find(({ id }) => id === 'S3') as unknown as Record<
    'accounts' | 'holdings_as_exported' | 'contracts_as_exported' | 'positions',
    Table
  >;
  const positions: Table = [
    ['account_id', 'stock_code', '方向', 'volume', 'market_value', '折算率', 'real_compact_balance', '保证金比例'],
    ['30030001', '600036.SH', '持仓', 50000, 2200000, 0.7, null, null],
    ['30030001', '601899.SH', '持仓', 40000, 660000, 0.65, null, null],
    ['30030001', '600036.SH', '融资', 30000, null, null, 1260000, 1],
  ];
  expect(run(ACCOUNT_MONITOR, s3.accounts, positions)).toEqual(run(ACCOUNT_MONITOR, s3.accounts, s3.positions));
  const tooMany = positions.map((row) => row.map((cell) => (cell === 30000 ? 50001 : cell)));
  expect(run(ACCOUNT_MONITOR, s3.accounts, tooMany)[0]!['总资产']).toBe('#NUM!');
});

describe('what a header holds, by 59 tables of 22 systems', () => {
  const ROLES: Readonly<Record<string, readonly string[]>> = {
    account: ['account'],
    cash: ['cash'],
    cash_available: ['cash_available'],
    fee_part: ['fee_part'],
    fee_total: ['fees'],
    other_collateral: ['other_collateral'],
    other_debt: ['other_debt'],
    credit_line: ['credit_line'],
    warning_line: ['warning_line'],
    ratio_printed: ['ratio_printed'],
    margin_printed: ['margin_printed'],
    total_debt: ['total_debt'],
    code: ['code'],
    name: ['name'],
    qty: ['qty'],
    price: ['price'],
    value: ['value'],
    conversion_rate: ['conversion_rate'],
    margin_ratio: ['margin_ratio'],
    type: ['direction'],
    start_date: ['start'],
    due_date: ['due'],
    due_date_extended: ['extended'],
    contract_id: ['contract'],
    annual_rate: ['rate'],
    paid_interest: ['paid'],
    penalty_rate: ['penalty_rate'],
    principal: ['unpaid'],
  };
  const vocabularies = { accounts: ACCOUNT_WORDS, contracts: CONTRACT_WORDS, positions: POSITION_WORDS };
  const kindOf = (kind: string) =>
    /^accounts|_fund_hs/.test(kind) ? 'accounts' : /contract|仓单/.test(kind) ? 'contracts' : 'positions';
  const word = (text: string) => headerWord(text).replace(/帐/g, '账').replace(/其它/g, '其他');

  test.each(fixture.tables.filter(({ kind }) => !/label–value/.test(kind)))(
    '$system: $kind',
    ({ kind, headers, meaning }) => {
      const vocabulary: Readonly<Record<string, string>> = vocabularies[kindOf(kind)];
      const holds = (header: string, role: string) =>
        (vocabulary[role] ?? '')
          .split(' ')
          .some((known) => [header, header.replace(/\(.*\)/, '')].some((text) => word(known) === word(text)));
      const unknown = headers.filter((header, i) => {
        const roles = ROLES[meaning[i] ?? ''];
        return roles && roles.some((role) => role in vocabulary) && !roles.some((role) => holds(header, role));
      });
      expect(unknown).toEqual([]);
      const invented = headers.filter(
        (header, i) =>
          /^(?:REFUSE|cash_available)$/.test(meaning[i] ?? '') && ['cash', 'value'].some((role) => holds(header, role)),
      );
      expect(invented).toEqual([]);
    },
  );
});

describe('laws', () => {
  const cents = (max: number) => fc.integer({ min: 1, max }).map((units) => units / 100);
  const position = fc.record({
    account: fc.constantFrom('a', 'b'),
    code: fc.constantFrom('600000', '600036', '000001'),
    direction: fc.constantFrom('担保', '融资', '融券'),
    qty: fc.integer({ min: 1, max: 500 }).map((lots) => lots * 200),
    rate: fc.constantFrom(0.5, 0.65, 0.7, 0),
    amount: cents(10_000_000).map((amount) => amount * 2),
    ratio: fc.constantFrom(0.8, 1, 1.2),
  });
  const PRICES: Readonly<Record<string, number>> = { '600000': 10.25, '600036': 44, '000001': 11.5 };
  const HEADERS = ['账户', '代码', '方向', '数量', '市价', '折算率', '金额', '保证金比例'];
  /** Another security, so that there is a debt. */
  const DEBT = ['a', '688001', '融资', 100, 10, 0.7, 1_000, 1];
  type Made = {
    account: string;
    code: string;
    direction: string;
    qty: number;
    rate: number;
    amount: number;
    ratio: number;
  };
  const rowOf = ({ account, code, direction, qty, rate, amount, ratio }: Made) =>
    direction === '担保'
      ? [account, code, direction, qty, PRICES[code]!, rate, null, null]
      : [account, code, direction, qty, PRICES[code]!, rate, amount, ratio];
  const desk = fc.record({
    positions: fc.array(position, { minLength: 1, maxLength: 8 }),
    cash: fc.tuple(cents(100_000_000), cents(100_000_000)),
    fees: fc.tuple(cents(100_000), cents(100_000)),
  });
  const accountsOf = (cash: readonly number[], fees: readonly number[]): Table => [
    ['账户', '现金', '利息及费用'],
    ['a', cash[0]!, fees[0]!],
    ['b', cash[1]!, fees[1]!],
  ];

  test('in any order, split or joined, the rows are the same', () =>
    fc.assert(
      fc.property(desk, ({ positions, cash, fees }) => {
        const accounts = accountsOf(cash, fees);
        const rows = run(ACCOUNT_MONITOR, accounts, [HEADERS, ...positions.map(rowOf)]);
        const split = positions.flatMap((one) => {
          const half = { ...one, qty: one.qty / 2, amount: one.amount / 2 };
          return [half, half];
        });
        const turned = [accounts[0]!, accounts[2]!, accounts[1]!];
        const other = run(ACCOUNT_MONITOR, turned, [HEADERS, ...split.reverse().map(rowOf)]);
        expect([other[1], other[0]]).toEqual(rows);
      }),
      { numRuns: cases(40, 1_000) },
    ));

  test('one bad position changes one account and names itself', () =>
    fc.assert(
      fc.property(desk, ({ positions, cash, fees }) => {
        const accounts = accountsOf(cash, fees);
        const table = [HEADERS, ...positions.map(rowOf)];
        const good = run(ACCOUNT_MONITOR, accounts, table);
        const at = positions.length;
        const spoilt = table.map((row, i) => (i === at ? row.map((cell, j) => (j === 4 ? '停?' : cell)) : row));
        const bad = run(ACCOUNT_MONITOR, accounts, spoilt);
        const own = positions[at - 1]!.account === 'a' ? 0 : 1;
        expect(bad[1 - own]).toEqual(good[1 - own]);
        expect(bad[own]!['问题']).toContain(`第${at + 1}行`);
        expect(bad[own]!['维持担保比例']).toBe('#VALUE!');
      }),
      { numRuns: cases(40, 1_000) },
    ));

  test('each column is the function called by hand', () =>
    fc.assert(
      fc.property(desk, ({ positions, cash, fees }) => {
        const [row] = run(ACCOUNT_MONITOR, accountsOf(cash, fees), [HEADERS, ...positions.map(rowOf)]);
        const own = positions.filter(({ account }) => account === 'a');
        const of = (direction: string, cell: (one: Made) => number) => {
          const rows = own.filter((one) => one.direction === direction).map((one) => [cell(one)]);
          return rows.length > 0 ? rows : null;
        };
        const value = ({ qty, code }: Made) => Math.round(qty * PRICES[code]! * 100) / 100;
        const held = own.filter(({ direction }) => direction !== '融券').map((one) => [value(one)]);
        const by = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args)[0]![0]!;
        const near = (header: string, expected: unknown) =>
          expect([header, row![header]]).toEqual([
            header,
            typeof expected === 'number' ? expect.closeTo(expected, 6) : expected,
          ]);
        const debt = by(
          MARGIN_DEBT,
          of('融资', (one) => one.amount),
          of('融券', (one) => one.qty),
          of('融券', (one) => PRICES[one.code]!),
          fees[0],
        );
        const assets = held.reduce((sum, [one]) => sum + one!, cash[0]);
        near('总负债', debt);
        near('总资产', assets);
        near(
          '维持担保比例',
          by(
            MAINTENANCE_RATIO,
            cash[0],
            held.length > 0 ? held : null,
            of('融资', (one) => one.amount),
            of('融券', (one) => one.qty),
            of('融券', (one) => PRICES[one.code]!),
            fees[0],
          ),
        );
        const available = by(
          AVAILABLE_MARGIN,
          cash[0],
          of('担保', value),
          of('担保', (one) => one.rate),
          of('融资', value),
          of('融资', (one) => one.amount),
          of('融资', (one) => one.rate),
          of('融资', (one) => one.ratio),
          of('融券', (one) => one.amount),
          of('融券', value),
          of('融券', (one) => one.rate),
          of('融券', (one) => one.ratio),
          fees[0],
        );
        near('保证金可用余额', available);
        const proceeds = own.reduce((sum, one) => sum + (one.direction === '融券' ? one.amount : 0), 0);
        near('可提取', by(WITHDRAWABLE, cash[0] - proceeds, assets, debt, available));
        near('追加担保物', by(TOP_UP_COLLATERAL, assets, debt, 1.5));
        const lent = own.reduce((sum, one) => sum + (one.direction === '融券' ? value(one) : 0), 0);
        near('距追保线跌幅', by(DROP_TO_LINE, assets, debt, assets - cash[0], lent, 1.3));
        near('卖券还款', by(TOP_UP_REPAYMENT, assets, debt, 1.5, 'sell'));
        near('状态', by(MAINTENANCE_STATUS, row!['维持担保比例'], null, null, null, null, 'zh', 'fraction'));
      }),
      { numRuns: cases(40, 1_000) },
    ));

  test('a security on one side alone has the call price of the function of that side', () =>
    fc.assert(
      fc.property(position, fc.constantFrom('担保', '融资', '融券'), cents(100_000_000), (one, direction, cash) => {
        const own = { ...one, account: 'a', direction };
        const debt = 1_000 + (direction === '融资' ? one.amount : 0);
        const expected =
          direction === '融券'
            ? shown(LENDING_CALL_PRICE as unknown as Definition, cash + 1_000, debt, one.qty)
            : shown(FINANCING_CALL_PRICE as unknown as Definition, cash + 1_000, debt, one.qty);
        const rows = run(CALL_PRICES, accountsOf([cash, 0], [0, 0]), [HEADERS, rowOf(own), DEBT]);
        const found = rows.find((other) => other['代码'] === one.code)!['触线价'];
        const [[wanted]] = expected as [[number | string]];
        expect(found).toEqual(typeof wanted === 'number' ? expect.closeTo(wanted, 6) : '不会触线');
      }),
      { numRuns: cases(40, 1_000) },
    ));

  test('each column of the ledger is the function called by hand', () =>
    fc.assert(
      fc.property(
        fc.record({
          start: fc.integer({ min: serialOf(2025, 1, 1), max: serialOf(2026, 11, 1) }),
          principal: cents(100_000_000),
          rate: fc.integer({ min: 1, max: 2_000 }).map((n) => n / 10_000),
          paid: cents(100_000),
          lot: fc.integer({ min: 1, max: 1_000 }),
          isLent: fc.boolean(),
        }),
        ({ start, principal, rate, paid, lot, isLent }) => {
          const asOf = serialOf(2026, 11, 27);
          const by = (definition: unknown, ...args: unknown[]) => shown(definition as Definition, ...args)[0]![0]!;
          const [row] = run(
            CONTRACT_LEDGER,
            [
              ['合约编号', '类型', '起息日', '本金', '数量', '卖出价', '年利率', '已付息费'],
              [
                'A',
                isLent ? '融券' : '融资',
                start,
                ...(isLent ? [null, lot * 100, 10.5] : [principal, null, null]),
                rate,
                paid,
              ],
            ],
            asOf,
            365,
            0.18,
          );
          const days = by(INTEREST_DAYS, start, asOf);
          const due = Number(by(CONTRACT_DUE_DATE, start));
          const owed = isLent ? lot * 100 * 10.5 : principal;
          const interest = isLent
            ? Number(by(LENDING_FEE, lot * 100, 10.5, rate, days, 365))
            : Number(by(FINANCING_INTEREST, principal, rate, days, 365));
          const over = Math.max(0, asOf - due);
          const penalty = over === 0 ? 0 : Number(by(FINANCING_INTEREST, owed, 0.18, over, 365));
          expect(row).toMatchObject({ 计息天数: days, 到期日: due, 剩余天数: due - asOf });
          const near = (header: string, figure: number) =>
            expect([header, row![header]]).toEqual([header, expect.closeTo(figure, 5)]);
          near('应计息费', interest);
          near('未付息费', interest - paid);
          near('罚息', penalty);
          near('负债合计', owed + interest - paid + penalty);
        },
      ),
      { numRuns: cases(40, 1_000) },
    ));

  test('a call price puts the ratio on the line', () =>
    fc.assert(
      fc.property(desk, ({ positions, cash, fees }) => {
        const accounts = accountsOf(cash, fees);
        for (const row of run(CALL_PRICES, accounts, [HEADERS, ...positions.map(rowOf)])) {
          const price = row['触线价'];
          if (typeof price !== 'number') continue;
          const moved = positions.map((one) => {
            const cells = rowOf(one);
            return one.code === row['代码'] && one.account === row['账户']
              ? cells.map((cell, i) => (i === 4 ? price : cell))
              : cells;
          });
          const after = run(ACCOUNT_MONITOR, accounts, [HEADERS, ...moved]).find((one) => one['账户'] === row['账户']);
          expect(after!['维持担保比例']).toBeCloseTo(1.3, 9);
        }
      }),
      { numRuns: cases(40, 1_000) },
    ));
});

describe('the ranking of January 2026', () => {
  const [header, ...rows] = readCsv('tushare_margin_detail_2026-01');
  const of = (day: number) => rows.filter(([date]) => date === day);

  test.each([
    [20260129, 1685, 717],
    [20260130, 4315, 1582],
  ])('%i: of %i securities %i were net bought', (day, securities, bought) => {
    const ranked = run(NET_PURCHASE_RANKING, [header!, ...of(day)]);
    expect(ranked).toHaveLength(securities);
    expect(ranked.filter((row) => Number(row['净买入']) > 0)).toHaveLength(bought);
    expect(ranked.every((row) => row['口径'] === '买入−偿还')).toBe(true);
    expect(ranked.map((row) => row['排名'])).toEqual(ranked.map((_, i) => i + 1));
  });

  test('net is the change of the balance wherever repayments are published and agree', () => {
    const published = run(NET_PURCHASE_RANKING, [header!, ...rows]);
    const at = header!.indexOf('rzche');
    const without = [header!, ...rows].map((row) => row.filter((_, i) => i !== at));
    const changes = new Map(run(NET_PURCHASE_RANKING, without).map((row) => [row['代码'], row]));
    const breaks = new Set(
      run(RECONCILE, [header!, ...rows])
        .filter((row) => typeof row['融资余额差异'] === 'number' && row['融资余额差异'] !== 0)
        .map((row) => row['代码']),
    );
    let agreed = 0;
    for (const row of published) {
      const change = changes.get(row['代码']!)!;
      if (change['口径'] !== '余额变动' || breaks.has(row['代码']!)) continue;
      agreed++;
      expect([row['代码'], change['净买入']]).toEqual([row['代码'], row['净买入']]);
    }
    expect(agreed).toBeGreaterThan(1_000);
    expect([...changes.values()].filter((row) => row['排名'] === '').every((row) => row['问题'] === '无前日')).toBe(
      true,
    );
  });

  test('totals are no securities by whatever key they are named, and a code that is none is told', () => {
    const names: Table = [
      ['日期', '证券简称', '融资余额', '融资买入额', '融资偿还额'],
      [20260130, '贵州茅台', 105, 10, 5],
      [20260130, '沪市合计', 205, 21, 10],
      [20260130, '总 计', 205, 21, 10],
    ];
    expect(run(NET_PURCHASE_RANKING, names).map((row) => row['名称'])).toEqual(['贵州茅台']);
    const codes: Table = [
      ['日期', '证券代码', '证券简称', '融资余额', '融资买入额', '融资偿还额'],
      [20260130, '600519.QQ', '贵州茅台', 105, 10, 5],
      [20260130, null, '平安银行', 105, 12, 5],
      [20260130, '600000', '浦发银行', 105, 11, 5],
      [20260130, '上交所合计', null, 105, 11, 5],
      [20260130, null, '全市场', 105, 11, 5],
    ];
    expect(run(NET_PURCHASE_RANKING, codes).map((row) => [row['排名'], row['名称'], row['问题']])).toEqual([
      [1, '浦发银行', ''],
      ['', '平安银行', '缺证券代码'],
      ['', '贵州茅台', '证券代码：“600519.QQ”'],
    ]);
  });

  test('more bought than was traded is told: one of the two is in another unit', () => {
    const table: Table = [
      ['日期', '代码', '融资余额', '融资买入额', '融资偿还额', '成交额', '流通市值'],
      [20260130, '600000', 105e8, 3e8, 2e8, 12.5, 31.4],
    ];
    expect(run(NET_PURCHASE_RANKING, table)[0]!['问题']).toBe('买入额大于成交额；余额大于流通市值');
  });

  test('a turnover is in the unit of the table, or nobody can say', () => {
    const of = (above: Table, ...headers: string[]): Table => [
      ...above,
      ['日期', '代码', ...headers],
      [20260129, '600000', 10000.25, 300.12, 200.5, 50000],
      [20260130, '600000', 10099.87, 300.12, 200.5, 50000],
    ];
    const wan = of([['单位：万元']], '融资余额', '融资买入额', '融资偿还额', '成交额');
    expect(run(NET_PURCHASE_RANKING, wan)[0]).toMatchObject({ 买入额: 3001200, '买入÷成交额': 0.0060024 });
    const yuan = of([['单位：万元']], '融资余额', '融资买入额', '融资偿还额', '成交额(元)');
    expect(run(NET_PURCHASE_RANKING, yuan)[0]).toMatchObject({ '买入÷成交额': 60.024 });
    const mixed = of([], '融资余额(万元)', '融资买入额(万元)', '融资偿还额(万元)', '成交额');
    expect(refusal(NET_PURCHASE_RANKING, mixed)).toContain('成交额');
    const lots = of([], '融资余额', '融资买入额', '融资偿还额', '成交额(手)');
    expect(refusal(NET_PURCHASE_RANKING, lots)).toContain('成交额(手)');
  });

  test('over several days, and the first of them', () => {
    const days: Table = [
      ['日期', '代码', '名称', '行业', '融资余额', '融资买入额', '融资偿还额', '成交额(万元)', '流通市值(亿元)'],
      [20260128, '000001', '平安银行', '银行', 100, 30, 20, 1, 1],
      [20260129, '000001', '平安银行', '银行', 110, 30, 20, 1, 1],
      [20260130, '000001', '平安银行', '银行', 115, 25, 20, 1, 1],
      [20260129, '000002', '万科', '地产', 500, 1, 50, 1, 1],
      [20260130, '000002', '万科', '地产', 540, 50, 10, 2, 1],
      [20260130, '000003', 'PT', null, 1, null, null, 1, 1],
    ];
    const [first, second, third] = run(NET_PURCHASE_RANKING, days, 2);
    expect(first).toMatchObject({
      代码: '000001',
      净买入: 5,
      累计净买入: 15,
      连续净买入天数: 3,
      '净买入÷前余额': 5 / 110,
    });
    expect(second).toMatchObject({
      代码: '000002',
      累计净买入: -9,
      连续净买入天数: 1,
      '买入÷成交额': 50 / 20000,
      '余额÷流通市值': 540 / 1e8,
      行业: '地产',
    });
    expect(third).toMatchObject({ 排名: '', 代码: '000003', 净买入: '', 问题: '无前日' });
    expect(run(NET_PURCHASE_RANKING, days, 3).map((row) => row['排名'])).toEqual([1, '', '']);
    expect(run(NET_PURCHASE_RANKING, days, null, 1)).toHaveLength(1);
    expect(shown(NET_PURCHASE_RANKING as unknown as Definition, days, 1.5)).toEqual([['#NUM!']]);
    // Which of two rows of the last day is meant nobody knows: neither has a sum over the days.
    const twice = run(NET_PURCHASE_RANKING, [...days, days[3]!], 2);
    expect(twice.map((row) => [row['排名'], row['代码'], row['累计净买入']])).toEqual([
      [1, '000002', -9],
      ['', '000001', '#VALUE!'],
      ['', '000001', '#VALUE!'],
      ['', '000003', ''],
    ]);
  });
});
