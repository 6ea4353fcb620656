import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Language, Text } from '../../language';
import { Exact, type Quotient } from '../../number/exact';
import { type Account, accountAt, type Accounts, readAccounts } from '../../tables/desk/accounts';
import type { Figure } from '../../tables/desk/figure';
import { type Position, type Positions, positionsAt, readPositions } from '../../tables/desk/positions';
import { NEEDED } from '../../tables/desk/vocabulary';
import type { Matrix } from '../arguments/matrix';
import {
  collateral_conversion_rates,
  financed_amounts,
  financed_ratios,
  lent_qty,
  securities_values,
  short_proceeds,
} from '../catalogue/params';
import { figuresOf, Rule, type Sum } from './figures';
import { located, type Problems, problemsIn } from './problems';

/** A position with its figures under the rules of the functions that use them. */
export interface Held {
  readonly position: Position;
  readonly kind: 'collateral' | 'financed' | 'lent';
  readonly qty: Sum;
  readonly value: Sum;
  readonly conversion_rate: Sum;
  /** Principal of a financing, proceeds of a short sale. */
  readonly amount: Sum;
  readonly ratio: Sum;
}

/** One account with what it holds and owes. */
export interface Book {
  /** Undefined where positions name an account that is not among the accounts. */
  readonly account: Account | undefined;
  readonly label: Cell;
  readonly held: readonly Held[];
  readonly byKind: Holdings['byKind'];
  readonly problems: Problems;
  readonly cash: Sum;
  readonly other: Sum;
  readonly securities: Sum;
  readonly principal: Sum;
  readonly proceeds: Sum;
  readonly lent: Sum;
  readonly fees: Sum;
  /** Cash and securities, with other collateral. */
  readonly assets: Sum;
  readonly debt: Sum;
}

const ZERO = Exact.of(0);

/**
 * The books of a desk: the accounts in their order, then those that only positions name. Each is opened when it is
 * wanted, so that no more than one of thousands is held.
 */
export function booksOf(accountTable: Matrix, positionTable: Matrix, language: Language): Iterable<Book> | Fault {
  kept ??= withBooks(read(...SMALLEST, language) as Context);
  const context = read(accountTable, positionTable, language);
  return context instanceof Fault ? context : opened(context);
}

/**
 * An engine throws compiled code away with the last object of the shape that it was compiled for, as all of them are
 * gone after a call: the books of one desk stay, and with them the code.
 */
let kept: unknown;
const withBooks = (context: Context) => [context, ...opened(context)];
const SMALLEST = [
  [
    ['account', 'cash', 'fees'],
    ['1', 1, 0],
  ],
  [
    ['account', 'code', 'direction', 'value', 'amount'],
    ['1', '600000', 'financing', 1, 1],
    ['1', '600000', 'lending', 1, 1],
  ],
] as const;

function read(accountTable: Matrix, positionTable: Matrix, language: Language): Context | Fault {
  const accounts = readAccounts(accountTable);
  if (accounts instanceof Fault) return accounts;
  const only = accounts.keys.length === 1 ? accounts.keys[0] : undefined;
  const positions = readPositions(positionTable, only !== undefined);
  if (positions instanceof Fault) return positions;
  if (!accounts.keyed && positions.byAccount.size > 1) return new Fault('unknown_header', { text: NEEDED['account']! });

  const { byAccount } = positions;
  // Where one table has no column for the account, its rows belong to the only one.
  if (only !== undefined && !(positions.keyed && accounts.keyed)) {
    const lines = [...byAccount.values()].flat();
    byAccount.clear();
    byAccount.set(only, lines);
  }
  return { accounts, positions, language };
}

function* opened(context: Context): Iterable<Book> {
  const { keys } = context.accounts;
  const { byAccount } = context.positions;
  const known = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (known.has(key) ? twice : known).add(key);
  for (let i = 0; i < keys.length; i++) {
    const account = accountAt(context.accounts, i);
    const key = keys[i]!;
    yield bookOf(account, account.label, byAccount.get(key) ?? [], twice.has(key), context);
  }
  for (const [key, lines] of byAccount) if (!known.has(key)) yield bookOf(undefined, key, lines, false, context);
}

interface Context {
  readonly accounts: Accounts;
  readonly positions: Positions;
  readonly language: Language;
}

function bookOf(
  account: Account | undefined,
  label: Cell,
  lines: readonly number[],
  twice: boolean,
  { accounts, positions, language }: Context,
): Book {
  const problems = problemsIn(language);
  const held = heldIn(positionsAt(positions, lines), positions, problems, language);
  const common =
    account?.bad ?? (twice ? new Fault('double_account') : account ? undefined : new Fault('unknown_account'));
  if (common) problems.fault(common, ACCOUNT_ROWS);
  const total = (figure: 'value' | 'amount', kind: Held['kind'], other = kind): Sum => {
    if (common ?? held.bad) return (common ?? held.bad)!;
    let sum = ZERO;
    for (const one of held.rows) {
      if (one.kind !== kind && one.kind !== other) continue;
      const add = one[figure];
      if (add instanceof Fault) return add;
      sum = sum.plus(add);
    }
    return sum;
  };
  const ofAccount = (role: 'cash' | 'fees' | 'other'): Sum => {
    if (common || !account) return common!;
    const figure =
      account[role] ??
      located(new Fault('missing'), accounts.header(role === 'other' ? 'other_collateral' : role), account.at);
    if (figure instanceof Fault) problems.fault(figure, ACCOUNT_ROWS);
    return figure;
  };
  const cash = ofAccount('cash');
  const other = ofAccount('other');
  const securities = total('value', 'collateral', 'financed');
  const principal = total('amount', 'financed');
  const proceeds = total('amount', 'lent');
  const lent = total('value', 'lent');
  const own = sumOf([principal, lent, ofAccount('fees')]);
  const deducted = account ? deductedFrom(account, own, problems) : ZERO;
  account?.notes.forEach((note) => problems.note(note));
  return {
    account,
    label,
    held: held.rows,
    byKind: held.byKind,
    problems,
    cash,
    other,
    securities,
    principal,
    proceeds,
    lent,
    fees: account ? sumOf([account.fees ?? ZERO, deducted, common ?? ZERO]) : common!,
    assets: sumOf([cash, securities, other]),
    debt: sumOf([own, deducted]),
  };
}

export const ACCOUNT_ROWS: Text = { en: 'accounts row', zh: '账户表第' };
export const POSITION_ROWS: Text = { en: 'positions row', zh: '持仓表第' };

/** Charged and not debited yet: part of the debt if the counter's own total says so. */
function deductedFrom({ toDeduct, checks }: Account, debt: Sum, problems: Problems): Exact {
  if (toDeduct === null || debt instanceof Fault) return ZERO;
  const printed = checks.find(({ check }) => check === 'total_debt')?.printed;
  if (printed && debt.plus(toDeduct).compare(printed.value) === 0) return toDeduct;
  if (!printed || debt.compare(printed.value) !== 0)
    problems.note({ en: `待扣收 ${toDeduct.toString()} is not counted`, zh: `未计入待扣收 ${toDeduct.toString()}` });
  return ZERO;
}

export function sumOf(figures: readonly Sum[]): Sum {
  let sum = ZERO;
  for (const figure of figures) {
    if (figure instanceof Fault) return figure;
    sum = sum.plus(figure);
  }
  return sum;
}

export const difference = (a: Sum, b: Sum): Sum => (a instanceof Fault ? a : b instanceof Fault ? b : a.minus(b));

/** Blank where there is no whole. */
export function shareOf(part: Sum, whole: Sum): Quotient | Fault | '' {
  if (part instanceof Fault) return part;
  if (whole instanceof Fault) return whole;
  return whole.sign() === 0 ? '' : part.over(whole);
}

const RULES = {
  amount: { financed: new Rule(financed_amounts), lent: new Rule(short_proceeds) },
  value: new Rule(securities_values),
  qty: new Rule(lent_qty),
  conversion_rate: new Rule(collateral_conversion_rates),
  ratio: new Rule(financed_ratios),
};

const MERGED: Text = { en: 'a blank account is the one above', zh: '账户空白者同上一行' };

interface Holdings {
  readonly rows: readonly Held[];
  readonly byKind: { readonly [K in Held['kind']]: readonly Held[] };
  /** Of a row that is in no group. */
  readonly bad: Fault | undefined;
}

function heldIn(rows: readonly Position[], positions: Positions, problems: Problems, language: Language): Holdings {
  const resolved = rows.some(({ direction }) => direction === 'holding') ? withoutFinanced(rows, positions) : rows;
  const { priced } = positions;
  const held: Held[] = [];
  const byKind: Record<Held['kind'], Held[]> = { collateral: [], financed: [], lent: [] };
  let bad: Fault | undefined;
  const figures = figuresOf(positions, POSITION_ROWS, problems);
  for (const position of resolved) {
    const { direction, at } = position;
    if (direction instanceof Fault) {
      problems.fault(direction, POSITION_ROWS);
      bad ??= direction;
      continue;
    }
    const kind = direction === 'holding' ? 'collateral' : direction;
    const amount = kind === 'collateral' ? ZERO : figures.read('unpaid', RULES.amount[kind], position.amount, at);
    if (position.merged) problems.note(MERGED);
    // A ratio of 0 beside money that is owed is an old Excel's blank.
    const isBlank = position.ratio instanceof Exact && position.ratio.sign() === 0;
    if (position.doubtful)
      problems.note({
        en: `positions row ${at}: ${positions.header('unpaid') || positions.header('original')} is taken for the proceeds`,
        zh: `持仓表第${at}行：以${positions.header('unpaid') || positions.header('original')}为融券卖出金额`,
      });
    if (position.printed)
      problems.note({
        en: `positions row ${at}: ${positions.header('value')} ${position.printed.toString()} is not quantity × price`,
        zh: `持仓表第${at}行：${positions.header('value')} ${position.printed.toString()} 与数量×市价不符`,
      });
    const value = figures.read(priced, RULES.value, position.value, at);
    const one: Held = {
      position,
      kind,
      qty:
        position.qty === null
          ? unknownQty(value, position, positions, language)
          : figures.read('qty', RULES.qty, position.qty, at),
      value,
      conversion_rate: figures.read('conversion_rate', RULES.conversion_rate, position.conversion_rate, at),
      amount,
      ratio:
        kind === 'collateral' ? ZERO : figures.read('margin_ratio', RULES.ratio, isBlank ? null : position.ratio, at),
    };
    held.push(one);
    byKind[kind].push(one);
  }
  return { rows: held, byKind, bad };
}

/** Nothing is nothing; a value without a quantity is enough for the ratio, not for a price. */
function unknownQty(value: Sum, { at }: Position, positions: Positions, language: Language): Sum {
  const isNothing = value instanceof Exact && value.sign() === 0;
  return isNothing ? ZERO : located(new Fault('missing'), positions.header('qty') || NEEDED['qty']![language], at);
}

/** Collateral is what is held in all less the financed shares of the same code, which have rows of their own. */
function withoutFinanced(rows: readonly Position[], positions: Positions): readonly Position[] {
  const holdings = rows.filter(({ direction }) => direction === 'holding');
  const left = new Map<string, Figure>();
  for (const { code, qty } of rows.filter(({ direction }) => direction === 'financed'))
    left.set(code, plus(left.get(code) ?? ZERO, qty));
  const financedIn = new Map(left);
  const known = new Map(holdings.map((holding) => [holding.code, holding] as const));
  return rows.map((row) => {
    if (row.direction === 'financed') return inHolding(row, known.get(row.code), holdings, financedIn, positions);
    if (row.direction !== 'holding') return row;
    const financed = left.get(row.code) ?? ZERO;
    if (financed instanceof Fault || financed === null || !(row.qty instanceof Exact)) return { ...row, qty: financed };
    const taken = financed.min(row.qty);
    left.set(row.code, financed.minus(taken));
    const qty = row.qty.minus(taken);
    return { ...row, qty, value: worth(row, qty) };
  });
}

function plus(a: Figure, b: Figure): Figure {
  if (a === null || a instanceof Fault) return a;
  return b === null || b instanceof Fault ? b : a.plus(b);
}

/** What so many of the shares of a row are worth. */
function worth({ price, qty, value }: Position, shares: Exact): Figure {
  if (price instanceof Exact && price.sign() !== 0) return shares.times(price);
  if (value === null || value instanceof Fault || !(qty instanceof Exact)) return value;
  return shares.compare(qty) === 0 ? value : value.times(shares).dividedBy(qty);
}

/** The financed shares are held: a price or rate that stands only in the row of the holding is theirs too. */
function inHolding(
  row: Position,
  holding: Position | undefined,
  holdings: readonly Position[],
  financed: ReadonlyMap<string, Figure>,
  positions: Positions,
): Position {
  const held = holdings.filter(({ code }) => code === row.code).reduce<Figure>((sum, { qty }) => plus(sum, qty), ZERO);
  const all = financed.get(row.code) ?? null;
  if (row.qty === null) return { ...row, value: located(new Fault('missing'), positions.header('qty'), row.at) };
  if (!holding || (held instanceof Exact && all instanceof Exact && all.compare(held) > 0)) {
    const fault = new Fault('above_most', { text: String(all), allowed: String(held ?? 0) });
    return { ...row, value: located(fault, positions.header('qty'), row.at) };
  }
  return {
    ...row,
    price: row.price ?? holding.price,
    value: row.value ?? (row.qty instanceof Exact ? worth(holding, row.qty) : row.qty),
    conversion_rate: row.conversion_rate ?? holding.conversion_rate,
  };
}
