// A header that is not understood is never passed over where something would be taken for granted without it.
import { bind } from '../../src/binding/bind';
import { explain } from '../../src/binding/errors';
import type { Definition } from '../../src/functions/catalogue/define';
import { ACCOUNT_MONITOR } from '../../src/functions/desk/account-monitor';
import { CALL_PRICES } from '../../src/functions/desk/call-prices';
import { CONTRACT_LEDGER } from '../../src/functions/desk/contract-ledger';
import { serialOf } from '../../src/cells/date';
import { ACCOUNT_GUARDS, CONTRACT_GUARDS, type Guard, POSITION_GUARDS } from '../../src/tables/desk/guards';
import { readDesk } from '../../src/tables/desk/columns';
import { ACCOUNTS, CONTRACTS, POSITIONS, type Vocabulary } from '../../src/tables/desk/vocabulary';
import type { Language } from '../../src/language';
import { shown } from '../support/cells';

type Cells = (string | number | null)[];
type Table = Cells[];

const AS_OF = serialOf(2026, 8, 1);
const CONTRACT: Record<Language, Table> = {
  zh: [
    ['合约编号', '账户', '合约类型', '起息日', '本金', '年利率'],
    ['A1', '1', '融资', '2026-06-01', 100000, '8%'],
    ['A2', '1', '融资', '2026-06-03', 100000, '8%'],
  ],
  en: [
    ['Contract', 'Account', 'Type', 'Start date', 'Principal', 'Annual rate'],
    ['A1', '1', 'financing', '2026-06-01', 100000, '8%'],
    ['A2', '1', 'financing', '2026-06-03', 100000, '8%'],
  ],
};
const ACCOUNT: Record<Language, Table> = {
  zh: [
    ['账户', '现金', '融资利息'],
    ['1', 150000, 0],
  ],
  en: [
    ['Account', 'Cash', 'ffee'],
    ['1', 150000, 0],
  ],
};
const POSITION: Record<Language, Table> = {
  zh: [
    ['账户', '代码', '方向', '数量', '市价', '折算率', '合约金额', '保证金比例'],
    ['1', '600036', '融资', 30000, 44, 0.7, 1260000, 1],
  ],
  en: [
    ['Account', 'Code', 'Direction', 'Quantity', 'Price', 'Conversion rate', 'business_balance', 'Margin ratio'],
    ['1', '600036', 'financing', 30000, 44, 0.7, 1260000, 1],
  ],
};

const also = (table: Table, header: string, ...cells: Cells): Table =>
  table.map((row, i) => [...row, i === 0 ? header : (cells[i - 1] ?? null)]);

function saidBy(definition: unknown, language: Language, ...args: unknown[]): string {
  let said = '';
  const result = bind(definition as Definition)(args, (fault) => {
    said = explain(fault, definition as Definition, language);
    return said;
  });
  expect(result).toEqual([[said]]);
  return said;
}

const rowsOf = (definition: unknown, ...args: unknown[]) => {
  const [headers, ...rows] = shown(definition as Definition, ...args);
  return rows.map((row) => Object.fromEntries(headers!.map((header, i) => [header, row[i]!])));
};

describe('a due date', () => {
  test.each(['到期日', '归还截止日', 'Due', 'Due date', 'Maturity', 'maturity_date', 'Expiry', 'due_date'])(
    '%s is read',
    (header) => {
      for (const language of ['zh', 'en'] as const) {
        const table = also(CONTRACT[language], header, '2026-09-01', '2026-09-03');
        expect(rowsOf(CONTRACT_LEDGER, table, AS_OF).map((row) => row['到期日'])).toEqual([
          serialOf(2026, 9, 1),
          serialOf(2026, 9, 3),
        ]);
      }
    },
  );

  test.each(['到期', '最后还款期限', 'Until', 'Repay by', 'Due on or before', 'Col7'])(
    '%s is refused by name, not taken for six months',
    (header) => {
      for (const language of ['zh', 'en'] as const) {
        for (const days of [
          ['2026-09-01', '2026-09-03'],
          [20260901, 20260903],
          [serialOf(2026, 9, 1), serialOf(2026, 9, 3)],
        ]) {
          const table = also(CONTRACT[language], header, ...days);
          const said = saidBy(CONTRACT_LEDGER, language, table, AS_OF);
          expect(said).toContain(`“${header}”`);
          expect(said).toContain(language === 'zh' ? '到期日' : 'due date');
        }
      }
    },
  );

  test('other columns are left alone, and beside a due date every other day is', () => {
    const six = rowsOf(CONTRACT_LEDGER, CONTRACT.en, AS_OF);
    expect(six.map((row) => row['到期日'])).toEqual([serialOf(2026, 12, 1), serialOf(2026, 12, 3)]);
    for (const [header, ...cells] of [
      ['Remark', 'abc', 'def'],
      ['Rows', 1, 2],
      ['Due', null, null],
      ['Overdue', 'no', 'no'],
      ['Opened', '2026-05-30', '2026-06-02'],
    ] as const)
      expect(rowsOf(CONTRACT_LEDGER, also(CONTRACT.en, header, ...cells), AS_OF)).toEqual(six);
    const dated = also(CONTRACT.en, 'Due', '2026-09-01', '2026-09-03');
    expect(rowsOf(CONTRACT_LEDGER, also(dated, 'Reviewed', '2026-08-01', '2026-08-01'), AS_OF)).toEqual(
      rowsOf(CONTRACT_LEDGER, dated, AS_OF),
    );
  });
});

describe('what is taken for granted', () => {
  test.each<[string, string, string | number]>([
    ['展期后的到期日', '续签到期日期', '2026-09-01'],
    ['Renewed due', 'postponed due date', '2026-09-01'],
    ['累计已付利息', '已付息费', 500],
    ['Interest already paid', 'interest paid', 500],
    ['逾期利率', '罚息利率', 0.18],
    ['Overdue rate', 'penalty rate', 0.18],
    ['上次结息日', '已付息费', '2026-07-20'],
    ['Last interest settlement', 'interest paid', '2026-07-20'],
    ['利息起始日', '起息日', '2026-07-01'],
    ['Accrual start', 'start date', '2026-07-01'],
    ['优惠利率', '年利率', 0.065],
    ['Agreed rate', 'annual rate', 0.065],
    ['剩余未还', '未还本金', 60000],
    ['合约余额', '未还本金', 60000],
    ['Outstanding', 'unpaid principal', 60000],
  ])('the ledger does not pass over %s', (header, meant, cell) => {
    const language = /[一-鿿]/.test(header) ? 'zh' : 'en';
    const opened = CONTRACT[language].map((row, i) =>
      row.map((own, at) => (i > 0 ? own : at === 3 ? '开仓日期' : at === 4 ? '合约金额' : own)),
    );
    const table = also(also(opened, 'Due', '2026-12-01', '2026-12-03'), header, cell, cell);
    const said = saidBy(CONTRACT_LEDGER, language, table, AS_OF);
    expect(said).toContain(`“${header}”`);
    expect(said).toContain(meant);
  });

  test.each<[string, string, string | number]>([
    ['融资应收利息', '利息及费用', 500],
    ['Broker fee', 'interest and fees', 500],
    ['场外担保物', '其他担保物', 1e6],
    ['Other assets', 'other collateral', 1e6],
    ['其他债务', '其他负债', 1e6],
    ['Other liabilities', 'other debt', 1e6],
    ['关注线', '警戒线', 1.6],
    ['补仓比例', '追保线', 1.4],
    ['Margin call level', 'call line', 1.4],
    ['强制平仓线', '平仓线', 1.1],
    ['Liquidation line', 'close line', 1.1],
    ['可提取比例', '提取线', 2.5],
    ['恢复比例', '目标比例', 1.6],
  ])('the monitor does not pass over %s', (header, meant, cell) => {
    const language = /[一-鿿]/.test(header) ? 'zh' : 'en';
    const said = saidBy(ACCOUNT_MONITOR, language, also(ACCOUNT[language], header, cell), POSITION[language]);
    expect(said).toContain(`“${header}”`);
    expect(said).toContain(meant);
  });

  test('beside the unpaid principal and the first day of interest other words of the kind are left alone', () => {
    const plain = CONTRACT.zh.map((row, i) => row.map((own, at) => (i === 0 && at === 4 ? '未还本金' : own)));
    const ledger = rowsOf(CONTRACT_LEDGER, plain, AS_OF);
    for (const header of ['剩余未还', '计息起始', '基准利率', '剩余天数'])
      expect(rowsOf(CONTRACT_LEDGER, also(plain, header, 60000, 60000), AS_OF)).toEqual(ledger);
  });

  test('a principal that stands in no column is asked for, not an unnamed cell', () => {
    const [headers, row] = POSITION.zh;
    const unnamed = [headers!.map((header) => (header === '合约金额' ? '融资额' : header)), row!];
    expect(saidBy(ACCOUNT_MONITOR, 'zh', ACCOUNT.zh, unnamed)).toContain('未还本金');
  });

  test.each([
    ['应付其他费用', 120],
    ['融资利息费用', 120],
    ['financing_fee', 120],
    ['利息总额', 120],
  ])('%s is counted with the fees', (header, fee) => {
    const accounts: Table = [ACCOUNT.zh[0]!.map((own, at) => (at === 2 ? header : own)), ['1', 150000, fee]];
    expect(rowsOf(ACCOUNT_MONITOR, accounts, POSITION.zh)[0]!['息费']).toBe(120);
  });

  test('nor what was repaid, nor whose a position is', () => {
    for (const language of ['zh', 'en'] as const) {
      const repaid = language === 'zh' ? '累计偿还' : 'Repayments so far';
      expect(saidBy(ACCOUNT_MONITOR, language, ACCOUNT[language], also(POSITION[language], repaid, 60000))).toContain(
        repaid,
      );
      const owner = language === 'zh' ? '客户代码' : 'Customer';
      const [headers, row] = POSITION[language];
      const ofTwo = [[owner, ...headers!.slice(1)], [...row!], ['2', ...row!.slice(1)]];
      expect(saidBy(ACCOUNT_MONITOR, language, ACCOUNT[language], ofTwo)).toContain(owner);
      const nobody = ACCOUNT[language].map((cells) => cells.slice(1));
      expect(saidBy(ACCOUNT_MONITOR, language, nobody, [headers!, row!, ['2', ...row!.slice(1)]])).toContain(
        language === 'zh' ? '账户' : 'account',
      );
    }
  });

  test('a name that a sentence advises is understood', () => {
    const all: [readonly Guard<string>[], Vocabulary<string>][] = [
      [ACCOUNT_GUARDS, ACCOUNTS],
      [POSITION_GUARDS, POSITIONS],
      [CONTRACT_GUARDS, CONTRACTS],
    ];
    for (const [guards, vocabulary] of all)
      for (const { roles, name } of guards)
        for (const header of [name.en, name.zh]) {
          const any = Object.values(vocabulary)[0]!.split(' ')[0]!;
          const table = readDesk([[any, header]], vocabulary, { en: '', zh: '' });
          expect([header, roles.some((role) => (table as { has(role: string): boolean }).has(role))]).toEqual([
            header,
            true,
          ]);
        }
  });
});

describe('two columns of one meaning', () => {
  const lent = (cells: Cells) => [...cells.slice(0, 2), '融券', ...cells.slice(3)];

  test('agree, or the row says so', () => {
    const due = also(CONTRACT.zh, '到期日', 20260901, 20260903);
    const [same, other] = rowsOf(CONTRACT_LEDGER, also(due, '归还截止日', 20260901, 20260904), AS_OF);
    expect(same).toMatchObject({ 到期日: serialOf(2026, 9, 1), 问题: '' });
    expect(other).toMatchObject({ 到期日: '#VALUE!', 剩余天数: '#VALUE!', 应计息费: expect.any(Number) });
    expect(other!['问题']).toContain('到期日 与“归还截止日”不一致');
  });

  test('of financing and of lending each serve their own rows', () => {
    const [headers, first, second] = CONTRACT.zh;
    const rates = [
      [...headers!.slice(0, 5), '融资利率', '融券费率'],
      [...first!.slice(0, 5), 0.08, 0.1],
      [...lent(second!).slice(0, 5), 0.08, 0.1],
    ];
    expect(rowsOf(CONTRACT_LEDGER, rates, AS_OF).map((row) => row['年利率'])).toEqual([0.08, 0.1]);
    const onlyFinancing = rates.map((row) => row.slice(0, 6));
    expect(rowsOf(CONTRACT_LEDGER, onlyFinancing, AS_OF).map((row) => row['年利率'])).toEqual([0.08, '#N/A']);
  });

  test('what was repaid before the day and on it is added up', () => {
    const table: Table = [
      ['sno', 'creditdirect', 'orderdate', 'enddate', 'matchamt', 'creditrepay', 'creditrepayunfrz', 'annual_rate'],
      ['1', '0', 20260601, 20261127, 100000, 20000, 5000, 0.08],
    ];
    expect(rowsOf(CONTRACT_LEDGER, table, AS_OF)[0]).toMatchObject({ 本金: 75000, 问题: '' });
  });
});

describe('units', () => {
  const [headers, row] = POSITION.zh;
  const account = ACCOUNT.zh;
  const ratio = (accounts: Table, positions: Table) => rowsOf(ACCOUNT_MONITOR, accounts, positions)[0]!['维持担保比例'];
  const plain = ratio(account, POSITION.zh);

  test('over a table are those of its money, not of prices and ratios', () => {
    const inWan = [['信用账户（单位：万元）', null, null], account[0]!, ['1', 15, 0]];
    expect(ratio(inWan, POSITION.zh)).toBe(plain);
    const positions = [['单位: 万元'], headers!, row!.map((cell, i) => (i === 6 ? 126 : cell))];
    expect(ratio(account, positions)).toBe(plain);
    expect(saidBy(ACCOUNT_MONITOR, 'zh', [['单位：港元', null, null], ...account], POSITION.zh)).toContain('港元');
  });

  test.each([
    ['in a title', [['信用账户资产表（万元）', null, null]], []],
    ['as what it is counted in', [['信用账户资产表 以万元计', null, null]], []],
    ['in two cells', [['单位', '万元', null]], []],
    ['without a colon', [['单位 万元', null, null]], []],
    ['in a row above the headers', [[null, '万元', '万元']], []],
    ['in a note below', [], [['注：金额单位为万元', null, null]]],
  ] as [string, Table, Table][])('%s', (_where, above, below) =>
    expect(ratio([...above, account[0]!, ['1', 15, 0], ...below], POSITION.zh)).toBe(plain),
  );

  test('of money and quantities apart, and of a column that nobody can name', () => {
    const cells = row!.map((cell, i) => (i === 6 ? 126 : i === 3 ? 3 : cell));
    expect(ratio(account, [['持仓表（数量：万股，金额：万元）'], headers!, cells])).toBe(plain);
    const odd = [...account, ['注：资金余额单位：万元', null, null]];
    expect(saidBy(ACCOUNT_MONITOR, 'zh', odd, POSITION.zh)).toContain('资金余额单位');
    expect(ratio([['编制单位：中信证券股份', null, null], ...account], POSITION.zh)).toBe(plain);
  });

  test('in a row of their own below the headers', () => {
    const below = [null, null, null, '股', '(元)', '%', '万元', '%'];
    const cells = row!.map((cell, i) => (i === 5 ? 70 : i === 6 ? 126 : i === 7 ? 100 : cell));
    const rows = rowsOf(ACCOUNT_MONITOR, account, [headers!, below, cells]);
    expect(rows).toEqual(rowsOf(ACCOUNT_MONITOR, account, POSITION.zh));
  });

  test('of another kind are no unit: 手 is not a share, $ is not 元', () => {
    const as = (from: string, to: string) => [headers!.map((header) => (header === from ? to : header)), row!];
    expect(saidBy(ACCOUNT_MONITOR, 'en', account, as('数量', '数量(手)'))).toContain('quantity');
    expect(saidBy(ACCOUNT_MONITOR, 'zh', [['账户', '现金($)', '融资利息'], account[1]!], POSITION.zh)).toContain(
      '现金',
    );
    expect(saidBy(ACCOUNT_MONITOR, 'zh', account, as('市价', '市价(港元)'))).toContain('市价');
  });

  test('a fraction below (%) is told, for a cell that shows 70% holds 0.7', () => {
    const of = (header: string, cell: number | string) =>
      rowsOf(ACCOUNT_MONITOR, account, [
        headers!.map((one) => (one === header ? `${header}(%)` : one)),
        row!.map((one, i) => (headers![i] === header ? cell : one)),
      ])[0]!;
    const fine = rowsOf(ACCOUNT_MONITOR, account, POSITION.zh)[0]!;
    expect(of('折算率', 70)).toEqual(fine);
    expect(of('折算率', '70%')).toEqual(fine);
    expect(of('折算率', 0.7)).toMatchObject({ 保证金可用余额: '#VALUE!', 问题: expect.stringContaining('折算率(%)') });
    expect(of('保证金比例', 1)).toMatchObject({ 保证金可用余额: '#VALUE!' });
    const lines = also(account, '警戒线%', 1.5);
    expect(rowsOf(ACCOUNT_MONITOR, lines, POSITION.zh)[0]).toMatchObject({ 状态: '#VALUE!' });
    expect(rowsOf(ACCOUNT_MONITOR, also(account, '警戒线%', 150), POSITION.zh)[0]).toEqual(fine);
  });
});

test('a value that is not quantity × price is told', () => {
  const table = also(POSITION.zh, '市值', 1_214_400);
  expect(rowsOf(ACCOUNT_MONITOR, ACCOUNT.zh, table)[0]!['问题']).toContain('市值 1214400 与数量×市价不符');
  expect(rowsOf(ACCOUNT_MONITOR, ACCOUNT.zh, also(POSITION.zh, '市值', 1_320_100))[0]!['问题']).toBe('');
});

test('a value without a quantity has no call price', () => {
  const table: Table = [
    ['账户', '代码', '方向', '市值', '折算率', '金额', '保证金比例'],
    ['1', '600036', '融资', 1320000, 0.7, 1260000, 1],
  ];
  expect(rowsOf(CALL_PRICES, ACCOUNT.zh, table)[0]).toMatchObject({
    触线价: '#N/A',
    问题: expect.stringContaining('第2行缺数量'),
  });
  expect(rowsOf(ACCOUNT_MONITOR, ACCOUNT.zh, table)[0]).toMatchObject({ 担保证券市值: 1320000, 问题: '' });
});

describe('what the counter has booked as unpaid', () => {
  const ledger = (...booked: (string | number | null)[]) =>
    shown(
      CONTRACT_LEDGER as unknown as Definition,
      CONTRACT.zh.map((row, i) => [...row, i === 0 ? '未还利息' : booked[i - 1]!]),
      AS_OF,
    );

  test('stands behind the other columns with ours less its', () => {
    // 61 and 59 days of 8,000 a year over 360 days; the second counter reckons a day less.
    const [header, first, second] = ledger((8000 * 61) / 360, (8000 * 58) / 360);
    expect(header!.slice(-3)).toEqual(['问题', '柜台未还息费', '未付息费差异']);
    expect(first!.slice(-3)).toEqual(['', expect.closeTo((8000 * 61) / 360, 9), expect.closeTo(0, 9)]);
    expect(second!.slice(-3)).toEqual(['', expect.closeTo((8000 * 58) / 360, 9), expect.closeTo(8000 / 360, 9)]);
  });

  test('is blank where it is, and its error spoils its own cells', () => {
    const [, first, second] = ledger(null, '？');
    expect(first!.slice(-2)).toEqual(['', '']);
    expect(second!.slice(-2)).toEqual(['#VALUE!', '#VALUE!']);
    expect(String(second!.at(-3))).toContain('未还利息');
    expect(second![11]).toBeCloseTo((8000 * 59) / 360, 9);
  });

  test('adds no column where the counter says nothing', () => {
    expect(shown(CONTRACT_LEDGER as unknown as Definition, CONTRACT.zh, AS_OF)[0]!.at(-1)).toBe('问题');
  });
});

describe('rows that cannot be added to the others', () => {
  const [headers, row] = POSITION.zh;
  const two = [headers!, row!, row!.map((cell, i) => (i === 1 ? '600000' : cell))];
  const whole = rowsOf(ACCOUNT_MONITOR, ACCOUNT.zh, two)[0]!;
  const monitor = (accounts: Table, positions: Table) => rowsOf(ACCOUNT_MONITOR, accounts, positions);

  test.each(['币种', '币种类别', '货币代码', 'money_type', 'currency'])(
    '%s in another money spoils the account',
    (header) => {
      for (const yuan of ['人民币', 'RMB', 'CNY', 0, '0'])
        expect(monitor(ACCOUNT.zh, also(two, header, yuan, yuan))).toEqual([whole]);
      for (const foreign of ['港币', 'HKD', '美元', 2])
        expect(monitor(ACCOUNT.zh, also(two, header, '人民币', foreign))[0]).toMatchObject({
          总资产: '#NUM!',
          维持担保比例: '#NUM!',
          问题: `持仓表第3行 ${header}：“${foreign}”`,
        });
      // Beside another money a blank may be either.
      const blank = also([...two, two[2]!], header, '人民币', '港币', null);
      expect(monitor(ACCOUNT.zh, blank)[0]!['问题']).toContain(`持仓表第4行缺${header}`);
    },
  );

  test('an account’s row of another money is left out where it holds nothing', () => {
    const accounts = (foreign: Cells): Table => [
      ['账户', '币种', '现金', '融资利息'],
      ['1', '人民币', 150000, 0],
      foreign,
    ];
    expect(monitor(accounts(['1', '港币', '0.00', null]), two)).toEqual([whole]);
    for (const one of monitor(accounts(['1', '港币', 5000, 0]), two)) expect(one['总资产']).toMatch(/^#/);
    const alone = monitor(
      [
        ['账户', '币种', '现金', '融资利息'],
        ['1', 'USD', 150000, 0],
      ],
      two,
    )[0]!;
    expect(alone).toMatchObject({ 总资产: '#NUM!', 问题: '账户表第2行 币种：“USD”' });
    expect(saidBy(ACCOUNT_MONITOR, 'zh', [['币种：港币', null, null], ...ACCOUNT.zh], two)).toContain('币种：港币');
  });

  test('a contract in another money has no interest', () => {
    const [first, second] = rowsOf(CONTRACT_LEDGER, also(CONTRACT.zh, '币种类别', '人民币', '港币'), AS_OF);
    expect(first).toEqual(rowsOf(CONTRACT_LEDGER, CONTRACT.zh, AS_OF)[0]);
    expect(second).toMatchObject({ 本金: '#NUM!', 应计息费: '#NUM!', 问题: '合约表第3行 币种类别：“港币”' });
  });

  test('a unit of 手 and a rate of exchange are not passed over', () => {
    expect(monitor(ACCOUNT.zh, also(two, '单位', '股', '股'))).toEqual([whole]);
    expect(monitor(ACCOUNT.zh, also(two, '单位', '股', '手'))[0]!['问题']).toBe('持仓表第3行 单位：“手”');
    expect(monitor(ACCOUNT.zh, also(two, '汇率', 1, '1.0000'))).toEqual([whole]);
    expect(monitor(ACCOUNT.zh, also(two, '汇率', 1, 0.92))[0]!['问题']).toBe('持仓表第3行 汇率：“0.92”');
  });

  test('a table of several days is refused', () => {
    expect(monitor(ACCOUNT.zh, also(two, '交易日期', 20261127, 20261127))).toEqual([whole]);
    const said = saidBy(ACCOUNT_MONITOR, 'zh', ACCOUNT.zh, also(two, '交易日期', 20261127, 20261126));
    expect(said).toContain('交易日期');
    expect(said).toContain('20261126');
  });

  test('totals are left out wherever they are named', () => {
    const total = (at: number, text: string) => row!.map((cell, i) => (i === at ? text : cell));
    for (const one of [
      total(1, '小计'),
      total(1, '合 计'),
      total(0, '1 小计'),
      total(0, '1合计：'),
      total(0, '共 2 笔'),
    ])
      expect(monitor(ACCOUNT.zh, [...two, one])).toEqual([whole]);
    const accounts = [...ACCOUNT.zh, [null, 150000, 0]];
    expect(monitor(accounts, two)[1]).toMatchObject({ 总资产: '#N/A', 问题: '账户表第3行缺账户' });
  });

  test('a blank account is that of the merged cell above, or refused', () => {
    const accounts: Table = [...ACCOUNT.zh, ['2', 5, 0]];
    const blank = row!.map((cell, i) => (i === 0 ? null : i === 1 ? '600000' : cell));
    const merged = monitor(accounts, [headers!, row!, blank]);
    expect(merged[0]).toEqual({ ...whole, 问题: '账户空白者同上一行' });
    const other = row!.map((cell, i) => (i === 0 ? '2' : cell));
    expect(saidBy(ACCOUNT_MONITOR, 'zh', accounts, [headers!, row!, other, row!, blank])).toContain('账户');
    expect(saidBy(ACCOUNT_MONITOR, 'zh', accounts, [headers!, blank, row!])).toContain('第 2 格');
  });
});

// GuosenOXTraderApi, COXRspCreditBalanceDebtField and COXRspCreditContractField, as the header of the interface lists them.
describe('国信 OX', () => {
  const oxAccounts: Table = [
    [
      'CustCode',
      'Account',
      'Currency',
      'MarginRate',
      'RealRate',
      'TotalAssert',
      'TotalDebts',
      'MarginValue',
      'FundAvl',
    ],
    ['9', '1', '0', 3.7481, 3.7481, 750000, 200100, 229900, 100000],
  ].map((row, i) => [
    ...row,
    ...(i === 0
      ? [
          'FundBln',
          'SlAmt',
          'ColMktVal',
          'FiAmt',
          'TotalFiFee',
          'FiTotalDebts',
          'SlMktVal',
          'TotalSlFee',
          'TotalCredit',
        ]
      : [150000, 0, 600000, 200000, 60, 200060, 0, 40, 1000000]),
  ]);
  const held: Table = [
    ['Account', 'Symbol', 'Direction', 'Quantity', 'Price', 'Conversion rate', 'Amount', 'Margin ratio'],
    ['1', '600036', 'collateral', 10000, 40, 0.7, null, null],
    ['1', '600030', 'financing', 20000, 10, 0.7, 200000, 1],
  ];

  test('accounts are read: cash by FundBln and not by FundAvl, all fees, and what it prints agrees', () => {
    expect(rowsOf(ACCOUNT_MONITOR, oxAccounts, held)).toEqual([
      expect.objectContaining({
        总资产: 750000,
        总负债: 200100,
        息费: 100,
        剩余授信: 800000,
        保证金可用余额: 229900,
        问题: '',
      }),
    ]);
  });

  test('a bare code below its ContractType is no direction: it is not the contract_type of 华泰 MATIC', () => {
    const contracts = (header: string): Table => [
      ['contract_sno', header, 'open_date', 'principal', 'annual_rate'],
      ['1', 1, '2026-06-01', 100000, '8%'],
    ];
    expect(rowsOf(CONTRACT_LEDGER, contracts('contract_type'), AS_OF)[0]!['类型']).toBe('融资');
    const [row] = rowsOf(CONTRACT_LEDGER, contracts('ContractType'), AS_OF);
    expect(row!['类型']).toBe('#VALUE!');
    expect(row!['问题']).toContain('ContractType');
  });
});

// 海通 e海方舟 and the ATP interface of 华锐 (contract_sno) know a contract by its number in this.
test('合约流水号 is the number of a contract', () => {
  const table = CONTRACT.zh.map((row, i) => (i === 0 ? ['合约流水号', ...row.slice(1)] : row));
  expect(rowsOf(CONTRACT_LEDGER, table, AS_OF).map((row) => row['合约编号'])).toEqual(['A1', 'A2']);
});
