import { CONTRACT_TERM, FEE_OF_ZHONGSHAN } from '../catalogue/sources';
import type { Unit, Words } from '../catalogue/words-of';
import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Language, Text } from '../../language';
import { Exact, Quotient } from '../../number/exact';
import { readCode } from '../../tables/code';
import { readDesk } from '../../tables/desk/columns';
import type { DeskTable } from '../../tables/desk/desk-table';
import { readDirection } from '../../tables/desk/direction';
import type { Row } from '../../tables/desk/figure';
import { CONTRACT_GUARDS } from '../../tables/desk/guards';
import { type Owing, owingIn, principalOf, proceedsOf } from '../../tables/desk/owed';
import { CONTRACTS } from '../../tables/desk/vocabulary';
import { outcomeOf } from '../arguments/arguments-of';
import type { Matrix } from '../arguments/matrix';
import { tableProcedure } from '../catalogue/define';
import {
  annual_rate,
  as_of,
  choose,
  contracts_table,
  costs,
  day_basis,
  due_soon,
  language,
  optional,
  penalty_rate,
  principal,
} from '../catalogue/params';
import { CONTRACT_DUE_DATE } from '../cost/contract-due-date';
import { FINANCING_INTEREST } from '../cost/financing-interest';
import { INTEREST_DAYS } from '../cost/interest-days';
import { LENDING_FEE } from '../cost/lending-fee';
import { difference, sumOf } from './book';
import { NOT_PLAIN } from './not-plain';
import { cellOf, type Outcome } from './cell-of';
import { type Figures, figuresOf, Rule, type Sum } from './figures';
import { type Problems, problemsIn } from './problems';

const COLUMNS = [
  ['contract', '合约编号'],
  ['account', '账户'],
  ['code', '代码'],
  ['name', '名称'],
  ['type', '类型'],
  ['start', '起息日'],
  ['due', '到期日'],
  ['principal', '本金'],
  ['annual_rate', '年利率'],
  ['interest_days', '计息天数'],
  ['accrued_interest', '应计息费'],
  ['unpaid_interest', '未付息费'],
  ['penalty', '罚息'],
  ['debt', '负债合计'],
  ['days_left', '剩余天数'],
  ['status', '状态'],
  ['problem', '问题'],
] as const;

/** Behind the others, where the counter says what is owed by its books. */
const BOOKED = [
  ['counter_unpaid_interest', '柜台未还息费'],
  ['unpaid_interest_difference', '未付息费差异'],
] as const;

const TYPES = { financed: { zh: '融资', en: 'financing' }, lent: { zh: '融券', en: 'lending' } } as const;
const STATES = {
  open: { zh: '未到期', en: 'not due' },
  soon: { zh: '临期', en: 'due soon' },
  today: { zh: '今日到期', en: 'due today' },
  overdue: { zh: '逾期', en: 'overdue' },
} as const;
const ROWS: Text = { en: 'contracts row', zh: '合约表第' };
/** Words alone end a contract: the codes of its status mean different things at different counters. */
const ENDED = /^(?:已了结|已偿还|已归还|了结|closed|repaid)/i;
const ONE = Exact.of(1);
const RULES = { principal: new Rule(principal), rate: new Rule(annual_rate), costs: new Rule(costs) };

type Table = DeskTable<keyof typeof CONTRACTS>;

interface Terms {
  readonly as_of: number;
  readonly day_basis: Exact;
  readonly penalty_rate: Exact;
  readonly due_soon: Exact;
  readonly language: Language;
}

export const CONTRACT_LEDGER = tableProcedure({
  id: 'CONTRACT_LEDGER',
  params: [
    contracts_table,
    as_of,
    optional(day_basis, 360),
    optional(penalty_rate, 0),
    optional(due_soon, 10),
    choose(language, 'zh'),
  ],
  run({ contracts, ...terms }) {
    const table = readContracts(contracts);
    if (table instanceof Fault) return table;
    const owing = owingIn(table);
    const columns = table.has('booked') ? [...COLUMNS, ...BOOKED] : COLUMNS;
    return [
      columns.map(([en, zh]) => (terms.language === 'zh' ? zh : en)),
      ...table.lines
        .map((line) => table.row(line))
        .filter((row) => !hasEnded(table, row))
        .map((row) => rowOf(table, owing, row, terms)),
    ];
  },
});

function readContracts(rows: Matrix): Table | Fault {
  const table = readDesk(rows, CONTRACTS, { en: 'contracts', zh: '合约表' });
  if (table instanceof Fault) return table;
  return (
    table.lacks('contract') ??
    table.lacks('direction') ??
    table.lacks('start') ??
    table.lacks('rate') ??
    (table.has('original') || (table.has('qty') && table.has('sell_price')) ? undefined : table.lacks('unpaid')) ??
    table.doubt(CONTRACT_GUARDS) ??
    table
  );
}

function hasEnded(table: Table, row: Row): boolean {
  const status = table.cell('status', row);
  if (typeof status !== 'string' || !ENDED.test(status.trim())) return false;
  return (['unpaid', 'qty'] as const).every((role) => {
    const left = table.figure(role, row);
    return left === null || (left instanceof Exact && left.sign() === 0);
  });
}

function rowOf(table: Table, owing: Owing, row: Row, terms: Terms): Cell[] {
  const { as_of, day_basis, language } = terms;
  const { at } = row;
  const problems = problemsIn(language);
  const figures = figuresOf(table, ROWS, problems);
  const apart = table.apart(row);
  if (apart) problems.fault(apart, ROWS);
  const direction = apart ?? readDirection(table.cell('direction', row), table.column('direction'), at);
  const side = direction === 'financed' || direction === 'lent' ? direction : undefined;
  const bad = side
    ? undefined
    : (apart ??
      figures.told(
        direction instanceof Fault
          ? direction
          : new Fault('not_a_direction', { text: String(table.cell('direction', row)) }),
        'direction',
        at,
      ));
  const price = side === 'lent' ? table.figure('sell_price', row) : null;
  const owed =
    side === 'lent'
      ? proceedsOf(owing, row, table.figure('qty', row, side), price)
      : { figure: principalOf(owing, row), doubtful: false };
  const money = bad ?? figures.read('unpaid', RULES.principal, owed.figure, at);
  const rate = figures.read('rate', RULES.rate, table.figure('rate', row, side), at);
  const start = dayOf(table, row, 'start', problems) ?? figures.told(new Fault('missing'), 'start', at);
  const days = start instanceof Fault ? start : (outcomeOf(INTEREST_DAYS, { start, end: as_of }) as number | Fault);
  if (days instanceof Fault && days !== start) problems.note({ en: 'starts after as_of', zh: '起息日晚于基准日' });
  const due = dueOf(table, row, start, problems);
  const left = due instanceof Fault ? due : due - as_of;
  const over = left instanceof Fault ? left : Math.max(0, -left);
  const ownPenalty = table.figure('penalty_rate', row, side);
  const penaltyRate =
    ownPenalty === null ? terms.penalty_rate : figures.read('penalty_rate', RULES.rate, ownPenalty, at);
  // All of them are so much ÷ the day basis: added before they are divided.
  const accrued = interestOf(side, money, rate, days, day_basis);
  const paid = figures.read('paid', RULES.costs, table.figure('paid', row, side), at);
  const unpaid = difference(accrued, paid instanceof Fault ? paid : paid.times(day_basis));
  const penalty = interestOf(side, money, penaltyRate, over, day_basis);
  const debt = debtOf(table, row, side, money);
  if (owed.doubtful)
    problems.note({
      en: `${(table.column('unpaid') ?? table.column('original'))?.header ?? ''} is taken for the proceeds`,
      zh: `以${(table.column('unpaid') ?? table.column('original'))?.header ?? ''}为融券卖出金额`,
    });
  const divided = (sum: Sum): Outcome => (sum instanceof Fault ? sum : sum.over(day_basis));
  const cells: readonly Outcome[] = [
    start,
    due,
    money,
    rate,
    days,
    divided(accrued),
    divided(unpaid),
    divided(penalty),
    divided(sumOf([debt instanceof Fault ? debt : debt.times(day_basis), unpaid, penalty])),
    left,
    left instanceof Fault ? left : stateOf(left, terms),
  ];
  const { code } = readCode(table.cell('code', row));
  const booked = table.has('booked') ? bookedCells(table, row, figures, unpaid, day_basis) : [];
  return [
    table.cell('contract', row) ?? '',
    table.cell('account', row) ?? '',
    code,
    table.cell('name', row) ?? '',
    side ? TYPES[side][language] : bad!,
    ...cells.map(cellOf),
    problems.text(),
    ...booked,
  ];
}

/** What the counter has booked as unpaid, and ours less that. */
function bookedCells(
  table: Table,
  row: Row,
  figures: Figures<keyof typeof CONTRACTS>,
  unpaid: Sum,
  day_basis: Exact,
): Cell[] {
  const figure = table.figure('booked', row);
  if (figure === null) return ['', ''];
  const booked = figures.read('booked', RULES.costs, figure, row.at);
  const apart = difference(unpaid, booked instanceof Fault ? booked : booked.times(day_basis));
  return [booked, apart instanceof Fault ? apart : apart.over(day_basis)].map(cellOf);
}

function dayOf(table: Table, row: Row, role: 'start' | 'due' | 'extended', problems: Problems): number | null | Fault {
  const day = table.day(role, row);
  if (day instanceof Fault) problems.fault(day, ROWS);
  return day;
}

/** Interest or fee × the day basis, so that it can be added up. */
function interestOf(
  side: 'financed' | 'lent' | undefined,
  money: Sum,
  annual_rate: Sum,
  days: number | Fault,
  day_basis: Exact,
): Sum {
  for (const needed of [money, annual_rate, days]) if (needed instanceof Fault) return needed;
  const common = { annual_rate, days, day_basis };
  const outcome =
    side === 'lent'
      ? outcomeOf(LENDING_FEE, { qty: money, sell_price: ONE, ...common })
      : outcomeOf(FINANCING_INTEREST, { principal: money, ...common });
  return outcome instanceof Quotient ? outcome.numerator : (outcome as Sum);
}

/** A postponed day goes before the first one; where none stands there the contract runs six months. */
function dueOf(table: Table, row: Row, start: number | Fault, problems: Problems): number | Fault {
  const day = dayOf(table, row, 'extended', problems) ?? dayOf(table, row, 'due', problems);
  if (day !== null) return day;
  return start instanceof Fault ? start : (outcomeOf(CONTRACT_DUE_DATE, { open_date: start }) as number | Fault);
}

/** Borrowed securities are owed at the market price where the table has one, else at the selling price. */
function debtOf(table: Table, row: Row, side: 'financed' | 'lent' | undefined, money: Sum): Sum {
  if (side !== 'lent') return money;
  const [qty, price] = [table.figure('qty', row, side), table.figure('fair_price', row) ?? table.figure('price', row)];
  return qty instanceof Exact && price instanceof Exact ? qty.times(price) : price instanceof Fault ? price : money;
}

function stateOf(left: number, { due_soon, language }: Terms): string {
  const state = left < 0 ? 'overdue' : left === 0 ? 'today' : due_soon.compare(Exact.of(left)) >= 0 ? 'soon' : 'open';
  return STATES[state][language];
}

export const words: Words<typeof CONTRACT_LEDGER> = {
  family: 'desk',
  title: { en: 'Contract ledger', zh: '合约台账' },
  doc: {
    en: 'A row for each contract: days, interest accrued and unpaid, penalty, debt, days left, status.',
    zh: '逐笔合约台账：计息天数、应计与未付息费、罚息、负债合计、剩余天数与状态。',
  },
  returns: 'table',
  answers: {
    headings: [...COLUMNS, ...BOOKED],
    units: {
      contract: 'word',
      account: 'word',
      code: 'word',
      name: 'word',
      type: 'word',
      start: 'date',
      due: 'date',
      principal: 'amount',
      annual_rate: 'rate',
      interest_days: 'days',
      accrued_interest: 'amount',
      unpaid_interest: 'amount',
      penalty: 'amount',
      debt: 'amount',
      days_left: 'days',
      status: 'word',
      problem: 'word',
      counter_unpaid_interest: 'amount',
      unpaid_interest_difference: 'amount',
    } satisfies Record<(typeof COLUMNS | typeof BOOKED)[number][0], Unit>,
  },
  formula: {
    en: 'interest = principal × annual rate × days ÷ day basis; unpaid = interest − paid; penalty = principal × penalty rate × days overdue ÷ day basis',
    zh: '应计息费 = 本金 × 年利率 × 计息天数 ÷ 计息基数；未付 = 应计 − 已付；罚息 = 本金 × 罚息利率 × 逾期天数 ÷ 计息基数',
  },
  params: {
    contracts: {
      en: 'contract, direction, first day of interest, due date, principal (or quantity and selling price), annual rate, interest paid',
      zh: '合约编号、类型、起息日、到期日、本金（或数量与卖出价）、年利率、已付息费',
    },
    as_of: { en: 'Day of the ledger', zh: '台账日期' },
  },
  errors: [NOT_PLAIN],
  remarks: [
    {
      en: 'A blank due date is six months after the first day; a postponed date goes first. The penalty is on overdue principal alone, at the row’s own rate where it has one.',
      zh: '到期日为空则为起息日后六个月，续签到期日优先。罚息只按逾期本金计算，合约自带罚息利率者从其利率。',
    },
    {
      en: 'Securities borrowed are owed at the market price where the table has one, else at the selling price. Contracts are left out only where a word says that they have ended and nothing is owed.',
      zh: '融券负债有市价列时按市价，否则按卖出价。只有文字写明已了结且无余额的合约才不列出。',
    },
    {
      en: 'Where the counter says what interest is unpaid (未还利息, 未还息费 …), two columns stand behind the others: its figure, and ours less its.',
      zh: '表中有柜台的未还利息（未还息费等）时，末尾另列柜台未还息费与未付息费差异（本表减柜台）。',
    },
    {
      en: 'Headers of 22 counters and clients are known (恒生, 金证, QMT, 掘金, OES, 通达信 and others) and our own Chinese and English ones; a needed column that is missing or ambiguous is refused by name.',
      zh: '识别 22 种柜台与客户端的表头（恒生、金证、QMT、掘金、OES、通达信等）及本文所列中英文表头；缺少或有歧义的列会指名拒绝。',
    },
  ],
  sources: [FEE_OF_ZHONGSHAN, CONTRACT_TERM],
  examples: [
    {
      title: {
        en: '200,000 元 at 8.6% for ten days; a broker prints 477.77',
        zh: '20 万元、年利率 8.6%、十天；券商印为 477.77',
      },
      args: {
        contracts: [
          ['合约编号', '类型', '起息日', '到期日', '本金', '年利率'],
          ['A001', '融资', '2026-01-05', '2026-07-03', 200000, '8.6%'],
        ],
        as_of: '2026-01-15',
        language: 'en',
      },
      result: [
        COLUMNS.map(([en]) => en),
        [
          'A001',
          '',
          '',
          '',
          'financing',
          46027,
          46206,
          200000,
          0.086,
          10,
          477.77777777777777,
          477.77777777777777,
          0,
          200477.77777777778,
          169,
          'not due',
          '',
        ],
      ],
      source: FEE_OF_ZHONGSHAN,
    },
    {
      title: { en: 'No column for the contract', zh: '缺少合约编号' },
      args: {
        contracts: [
          ['类型', '起息日', '本金', '年利率'],
          ['融资', '2026-01-05', 200000, '8.6%'],
        ],
        as_of: '2026-01-15',
      },
      result: '#VALUE!',
    },
  ],
  related: ['FINANCING_INTEREST', 'LENDING_FEE', 'CONTRACT_DUE_DATE', 'INTEREST_DAYS', 'ACCOUNT_MONITOR'],
  search: ['合约', '展期', '到期', '逾期', '罚息', '息费', 'due', 'overdue'],
};
