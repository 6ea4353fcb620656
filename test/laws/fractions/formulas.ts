import { Rational } from '../../support/rational';
import {
  amount,
  among,
  annualRate,
  change,
  conversionRate,
  costRate,
  days,
  type Draw,
  flow,
  line,
  orNothing,
  part,
  price,
  quantity,
  quantityFlow,
  ratio,
} from './draw';

/** The arguments of a row: fractions, several of a range, words. */
export interface Row {
  /** A cell; what is left out is what the definition says. */
  (name: string, without?: number): Rational;
  readonly list: (name: string) => readonly Rational[];
  readonly word: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/** How the arguments of a function are drawn, and what it gives for them: a fraction, or the error that Excel shows. */
export interface Formula {
  readonly cells?: Readonly<Record<string, Draw>>;
  /** Ranges used whole, all of one length; `single` ones serve the whole group from one cell. */
  readonly ranges?: Readonly<Record<string, Draw>>;
  readonly single?: readonly string[];
  readonly words?: Readonly<Record<string, readonly (string | null)[]>>;
  readonly gives: (row: Row) => Rational | string | readonly Rational[];
}

const n = (value: number) => Rational.of(value);
const ZERO = n(0);
const ONE = n(1);
const sum = (terms: readonly Rational[]) => terms.reduce((total, term) => total.plus(term), ZERO);
const least = (a: Rational, b: Rational) => (a.compare(b) <= 0 ? a : b);
const most = (a: Rational, b: Rational) => (a.compare(b) >= 0 ? a : b);
const up = (a: Rational) => ZERO.minus(ZERO.minus(a).floor());
const over = (a: Rational, b: Rational) => (b.sign === 0 ? '#DIV/0!' : a.by(b));
const positive = (a: Rational) => (a.sign > 0 ? a : '#N/A');
const mean = (values: readonly Rational[]) => sum(values).by(n(values.length));
const along = (names: readonly string[], row: Row, term: (...position: Rational[]) => Rational) => {
  const lists = names.map(row.list);
  const length = Math.max(...lists.map((list) => list.length));
  return sum(Array.from({ length }, (_, i) => term(...lists.map((list) => (list.length === 1 ? list[0]! : list[i]!)))));
};

const CELLS = (...names: readonly [string, Draw][]) => Object.fromEntries(names);
const PER_UNIT: Readonly<Record<string, number>> = { lot: 10 };
const POWER: Readonly<Record<string, number>> = { thousand: 3, wan: 4, million: 6, yi: 8 };
const powerOf = (unit: string) => Rational.parse(`1e${POWER[unit.split('_')[0]!] ?? 0}`);

const value = (row: Row) =>
  row('qty')
    .times(row('price'))
    .times(n(PER_UNIT[row.word('unit')] ?? 1));
/** A part may be 1 % more than its whole, as two reports differ. */
const isMoreThan = (row: Row, some: string, whole: string) =>
  row(some, 0).compare(row(whole).times(Rational.parse('1.01'))) > 0;
const lacking = (row: Row) => row('target').times(row('debt')).minus(row('assets'));
/** A gain counts at its rate, a loss in full. */
const gain = (x: Rational, rate: Rational) => (x.sign >= 0 ? x.times(rate) : x);

const roll = (prior: string, plus: string, minus: string) => (row: Row) => row(prior).plus(row(plus)).minus(row(minus));
const running = (opening: string, plus: string, minus: string) => (row: Row) => {
  let total = row(opening);
  return row.list(plus).map((inflow, day) => (total = total.plus(inflow).minus(row.list(minus)[day]!)));
};
const interest = (row: Row, principal: Rational) =>
  principal.times(row('annual_rate')).times(row('days')).by(row('day_basis', 360));
const BASIS = orNothing(among(360, 365, 366));
const UNITS = { unit: [null, 'share', 'fund_unit', 'bond', 'lot'] };

/** Written from the definitions of the exchanges and the reference of each function, not from the code. */
export const FORMULAS: Readonly<Record<string, Formula>> = {
  MARGIN_BALANCE: {
    cells: CELLS(['financing_balance', amount], ['lending_balance', amount]),
    gives: (row) => row('financing_balance').plus(row('lending_balance')),
  },
  FINANCING_BALANCE_ROLL: {
    cells: CELLS(['prior_balance', amount], ['purchases', flow], ['repayments', flow]),
    gives: roll('prior_balance', 'purchases', 'repayments'),
  },
  FINANCING_REPAYMENT: {
    cells: CELLS(
      ['direct', flow],
      ['by_selling', flow],
      ['forced', flow],
      ['positive_adjustment', orNothing(flow)],
      ['negative_adjustment', orNothing(flow)],
    ),
    gives: (row) =>
      sum([row('direct'), row('by_selling'), row('forced'), row('positive_adjustment', 0)]).minus(
        row('negative_adjustment', 0),
      ),
  },
  LENDING_QTY_ROLL: {
    cells: CELLS(['prior_qty', quantity], ['sold', quantityFlow], ['returned', quantityFlow]),
    gives: roll('prior_qty', 'sold', 'returned'),
  },
  LENDING_QTY_RETURNED: {
    cells: CELLS(
      ['by_buying', quantityFlow],
      ['direct', quantityFlow],
      ['forced', quantityFlow],
      ['positive_adjustment', orNothing(quantityFlow)],
      ['negative_adjustment', orNothing(quantityFlow)],
      ['surplus_transfer', orNothing(quantityFlow)],
    ),
    gives: (row) =>
      sum([row('by_buying'), row('direct'), row('forced'), row('positive_adjustment', 0)])
        .minus(row('negative_adjustment', 0))
        .minus(row('surplus_transfer', 0)),
  },
  LENDING_BALANCE: { cells: CELLS(['qty', quantity], ['price', price]), words: UNITS, gives: value },
  FINANCING_BALANCE_SERIES: {
    cells: CELLS(['opening_balance', amount]),
    ranges: CELLS(['purchases', flow], ['repayments', flow]),
    gives: running('opening_balance', 'purchases', 'repayments'),
  },
  LENDING_QTY_SERIES: {
    cells: CELLS(['opening_qty', quantity]),
    ranges: CELLS(['sold', quantityFlow], ['returned', quantityFlow]),
    gives: running('opening_qty', 'sold', 'returned'),
  },
  FINANCING_REPAYMENT_IMPLIED: {
    cells: CELLS(['prior_balance', amount], ['purchases', flow], ['balance', amount]),
    gives: roll('prior_balance', 'purchases', 'balance'),
  },
  LENDING_QTY_RETURNED_IMPLIED: {
    cells: CELLS(['prior_qty', quantity], ['sold', quantityFlow], ['qty', quantity]),
    gives: roll('prior_qty', 'sold', 'qty'),
  },
  FINANCING_BALANCE_BREAK: {
    cells: CELLS(['prior_balance', amount], ['purchases', flow], ['repayments', flow], ['balance', amount]),
    gives: (row) => roll('prior_balance', 'purchases', 'repayments')(row).minus(row('balance')),
  },
  LENDING_QTY_BREAK: {
    cells: CELLS(['prior_qty', quantity], ['sold', quantityFlow], ['returned', quantityFlow], ['qty', quantity]),
    gives: (row) => roll('prior_qty', 'sold', 'returned')(row).minus(row('qty')),
  },
  MARGIN_BALANCE_BREAK: {
    cells: CELLS(['financing_balance', amount], ['lending_balance', amount], ['margin_balance', amount]),
    gives: roll('financing_balance', 'lending_balance', 'margin_balance'),
  },
  LENDING_BALANCE_BREAK: {
    cells: CELLS(['qty', quantity], ['price', price], ['lending_balance', amount]),
    words: UNITS,
    gives: (row) => value(row).minus(row('lending_balance')),
  },

  FINANCING_MARGIN_RATIO: {
    cells: CELLS(['margin', amount], ['qty', quantity], ['price', price]),
    gives: (row) => over(row('margin'), row('qty').times(row('price'))),
  },
  LENDING_MARGIN_RATIO: {
    cells: CELLS(['margin', amount], ['qty', quantity], ['price', price]),
    gives: (row) => over(row('margin'), row('qty').times(row('price'))),
  },
  MARGIN_REQUIRED: {
    cells: CELLS(['qty', quantity], ['price', price], ['ratio', ratio]),
    gives: (row) => row('qty').times(row('price')).times(row('ratio')),
  },
  BROKER_MARGIN_RATIO: {
    cells: CELLS(
      ['base', ratio],
      ['conversion_rate', conversionRate],
      ['markup', orNothing(conversionRate)],
      ['minimum', orNothing(ratio)],
    ),
    gives: (row) => {
      const own = row('base')
        .plus(ONE.minus(row('conversion_rate')))
        .plus(row('markup', 0));
      return row.has('minimum') ? most(own, row('minimum')) : own;
    },
  },
  MARGIN_CAPACITY: {
    cells: CELLS(['available_margin', flow], ['ratio', ratio], ['credit_left', orNothing(amount)]),
    gives(row) {
      const capacity = row('available_margin').by(row('ratio'));
      return most(ZERO, row.has('credit_left') ? least(capacity, row('credit_left')) : capacity);
    },
  },
  MARGIN_CAPACITY_QTY: {
    cells: CELLS(
      ['available_margin', flow],
      ['ratio', ratio],
      ['price', price],
      ['lot', orNothing(among(1, 10, 100, 200))],
      ['minimum', orNothing(among(100, 200, 1000))],
      ['credit_left', orNothing(amount)],
    ),
    gives(row) {
      const capacity = row('available_margin').by(row('ratio'));
      const bounded = row.has('credit_left') ? least(capacity, row('credit_left')) : capacity;
      const lot = row('lot', 100);
      const qty = bounded.by(row('price')).by(lot).floor().times(lot);
      const minimum = row.has('minimum') ? row('minimum') : lot;
      return qty.compare(minimum) < 0 || qty.sign < 0 ? ZERO : qty;
    },
  },
  CAPACITY_TO_LINE: {
    cells: CELLS(['assets', amount], ['debt', amount], ['line', line]),
    gives: (row) =>
      most(
        ZERO,
        row('assets')
          .minus(row('line').times(row('debt')))
          .by(row('line').minus(ONE)),
      ),
  },

  AVAILABLE_MARGIN: {
    cells: CELLS(['cash', flow], ['interest_and_fees', amount]),
    ranges: CELLS(
      ['collateral_values', amount],
      ['collateral_conversion_rates', conversionRate],
      ['financed_values', amount],
      ['financed_amounts', amount],
      ['financed_conversion_rates', conversionRate],
      ['financed_ratios', ratio],
      ['short_proceeds', amount],
      ['lent_values', amount],
      ['lent_conversion_rates', conversionRate],
      ['lent_ratios', ratio],
    ),
    single: [
      'collateral_conversion_rates',
      'financed_conversion_rates',
      'financed_ratios',
      'lent_conversion_rates',
      'lent_ratios',
    ],
    gives: (row) =>
      row('cash')
        .plus(along(['collateral_values', 'collateral_conversion_rates'], row, (v, h) => v!.times(h!)))
        .plus(
          along(
            ['financed_values', 'financed_amounts', 'financed_conversion_rates', 'financed_ratios'],
            row,
            (v, a, h, r) => gain(v!.minus(a!), h!).minus(a!.times(r!)),
          ),
        )
        .plus(
          along(['short_proceeds', 'lent_values', 'lent_conversion_rates', 'lent_ratios'], row, (p, s, h, r) =>
            gain(p!.minus(s!), h!).minus(p!).minus(s!.times(r!)),
          ),
        )
        .minus(row('interest_and_fees')),
  },
  MAINTENANCE_RATIO: {
    cells: CELLS(['cash', amount], ['interest_and_fees', amount], ['other_collateral', orNothing(amount)]),
    ranges: CELLS(
      ['securities_values', amount],
      ['financed_amounts', amount],
      ['lent_qty', quantity],
      ['lent_prices', price],
    ),
    gives: (row) =>
      sum([row('cash'), ...row.list('securities_values'), row('other_collateral', 0)]).by(
        sum([...row.list('financed_amounts'), row('interest_and_fees')]).plus(
          along(['lent_qty', 'lent_prices'], row, (q, p) => q!.times(p!)),
        ),
      ),
  },
  MARGIN_DEBT: {
    cells: CELLS(['interest_and_fees', orNothing(amount)]),
    ranges: CELLS(['financed_amounts', amount], ['lent_qty', quantity], ['lent_prices', price]),
    gives: (row) =>
      sum([...row.list('financed_amounts'), row('interest_and_fees', 0)]).plus(
        along(['lent_qty', 'lent_prices'], row, (q, p) => q!.times(p!)),
      ),
  },
  MAINTENANCE_LEVEL: {
    cells: CELLS(['assets', amount], ['debt', amount]),
    gives: (row) => row('assets').by(row('debt')),
  },
  DROP_TO_LINE: {
    cells: CELLS(
      ['assets', amount],
      ['debt', amount],
      ['securities_value', part],
      ['lent_value', orNothing(part)],
      ['line', orNothing(line)],
    ),
    gives(row) {
      if (isMoreThan(row, 'securities_value', 'assets') || isMoreThan(row, 'lent_value', 'debt')) return '#VALUE!';
      const at = row.has('line') ? row('line') : Rational.parse('1.3');
      const exposure = row('securities_value').minus(at.times(row('lent_value', 0)));
      return exposure.sign === 0
        ? '#N/A'
        : row('assets')
            .minus(at.times(row('debt')))
            .by(exposure);
    },
  },
  STRESSED_RATIO: {
    cells: CELLS(
      ['assets', amount],
      ['debt', amount],
      ['securities_value', part],
      ['change', change],
      ['lent_value', orNothing(part)],
      ['lent_change', orNothing(change)],
    ),
    gives(row) {
      if (isMoreThan(row, 'securities_value', 'assets') || isMoreThan(row, 'lent_value', 'debt')) return '#VALUE!';
      const moved = row.has('lent_change') ? row('lent_change') : row('change');
      const debt = row('debt').plus(moved.times(row('lent_value', 0)));
      return debt.sign <= 0
        ? '#N/A'
        : row('assets')
            .plus(row('change').times(row('securities_value')))
            .by(debt);
    },
  },
  TOP_UP_COLLATERAL: {
    cells: CELLS(['assets', amount], ['debt', amount], ['target', line]),
    gives: (row) => most(ZERO, lacking(row)),
  },
  TOP_UP_REPAYMENT: {
    cells: CELLS(['assets', amount], ['debt', amount], ['target', line]),
    words: { source: [null, 'sell', 'cash'] },
    gives(row) {
      if (row.word('source') === 'cash') return most(ZERO, lacking(row).by(row('target')));
      if (row('assets').compare(row('debt')) < 0) return '#N/A';
      return most(ZERO, lacking(row).by(row('target').minus(ONE)));
    },
  },
  LIQUIDATION_QTY: {
    cells: CELLS(
      ['assets', amount],
      ['debt', amount],
      ['target', line],
      ['price', price],
      ['qty', quantity],
      ['cost_rate', orNothing(costRate)],
      ['lot', orNothing(among(1, 10, 100))],
    ),
    words: { side: [null, 'sell', 'buy'] },
    gives(row) {
      if (lacking(row).sign <= 0) return ZERO;
      const cost = row('cost_rate', 0);
      const selling = row.word('side') !== 'buy';
      const gained = selling ? row('target').times(ONE.minus(cost)).minus(ONE) : row('target').minus(ONE).minus(cost);
      if (gained.sign <= 0) return '#NUM!';
      const traded = lacking(row).by(gained);
      // What would be repaid is more than is owed: no sale reaches the target.
      const repaid = selling ? traded.times(ONE.minus(cost)) : traded;
      if (repaid.compare(row('debt')) > 0) return '#N/A';
      const lot = row('lot', 100);
      const lots = up(traded.by(row('price')).by(lot)).times(lot);
      if (lots.compare(row('qty')) <= 0) return lots;
      return traded.by(row('price')).compare(row('qty')) <= 0 ? row('qty') : '#N/A';
    },
  },
  WITHDRAWABLE: {
    cells: CELLS(
      ['withdrawable_cash', amount],
      ['assets', amount],
      ['debt', amount],
      ['available_margin', flow],
      ['line', orNothing(line)],
    ),
    gives: (row) =>
      most(
        ZERO,
        least(
          least(row('available_margin'), row('withdrawable_cash')),
          row('assets').minus(row('line', 3).times(row('debt'))),
        ),
      ),
  },
  FINANCING_CALL_PRICE: {
    cells: CELLS(['other_assets', amount], ['debt', amount], ['qty', quantity], ['line', line]),
    gives: (row) => positive(row('line').times(row('debt')).minus(row('other_assets')).by(row('qty'))),
  },
  LENDING_CALL_PRICE: {
    cells: CELLS(['assets', amount], ['other_debt', amount], ['qty', quantity], ['line', line]),
    gives: (row) => positive(row('assets').by(row('line')).minus(row('other_debt')).by(row('qty'))),
  },
  LEVERAGE: {
    cells: CELLS(['assets', amount], ['debt', amount]),
    gives: (row) =>
      row('assets').compare(row('debt')) <= 0 ? '#N/A' : row('assets').by(row('assets').minus(row('debt'))),
  },

  INTEREST_DAYS: {
    cells: CELLS(['start', among(45000, 45001, 45100)], ['end', among(45100, 45101, 46000)]),
    gives: (row) => most(ONE, row('end').minus(row('start'))),
  },
  FINANCING_INTEREST: {
    cells: CELLS(['principal', amount], ['annual_rate', annualRate], ['days', days], ['day_basis', BASIS]),
    gives: (row) => interest(row, row('principal')),
  },
  LENDING_FEE: {
    cells: CELLS(
      ['qty', quantity],
      ['sell_price', price],
      ['annual_rate', annualRate],
      ['days', days],
      ['day_basis', BASIS],
    ),
    gives: (row) => interest(row, row('qty').times(row('sell_price'))),
  },
  FINANCING_PROFIT: {
    cells: CELLS(['qty', quantity], ['buy_price', price], ['sell_price', price], ['costs', orNothing(flow)]),
    gives: (row) =>
      row('qty')
        .times(row('sell_price').minus(row('buy_price')))
        .minus(row('costs', 0)),
  },
  LENDING_PROFIT: {
    cells: CELLS(['qty', quantity], ['sell_price', price], ['buy_price', price], ['costs', orNothing(flow)]),
    gives: (row) =>
      row('qty')
        .times(row('sell_price').minus(row('buy_price')))
        .minus(row('costs', 0)),
  },
  ACCRUED_INTEREST: {
    cells: CELLS(['end', among(46100, 46200)], ['day_basis', BASIS]),
    ranges: CELLS(['dates', among(0)], ['balances', amount], ['rates', annualRate]),
    single: ['rates'],
    gives(row) {
      const [dates, rates] = [row.list('dates'), row.list('rates')];
      const parts = row
        .list('balances')
        .map((balance, i) =>
          balance.times(rates[rates.length === 1 ? 0 : i]!).times((dates[i + 1] ?? row('end')).minus(dates[i]!)),
        );
      return sum(parts).by(row('day_basis', 360));
    },
  },

  FINANCING_NET_PURCHASE: {
    cells: CELLS(['purchases', flow], ['repayments', flow]),
    gives: (row) => row('purchases').minus(row('repayments')),
  },
  LENDING_NET_SOLD: {
    cells: CELLS(['sold', quantityFlow], ['returned', quantityFlow]),
    gives: (row) => row('sold').minus(row('returned')),
  },
  PURCHASE_REPAYMENT_RATIO: {
    cells: CELLS(['purchases', flow], ['repayments', flow]),
    gives: (row) => over(row('purchases'), row('repayments')),
  },
  REPAYMENT_RATE: {
    cells: CELLS(['repayments', flow], ['prior_balance', amount]),
    gives: (row) => over(row('repayments'), row('prior_balance')),
  },
  LONG_SHORT_RATIO: {
    cells: CELLS(['financing_balance', amount], ['lending_balance', amount]),
    gives: (row) => over(row('financing_balance'), row('lending_balance')),
  },
  BALANCE_TO_TURNOVER: {
    cells: CELLS(['balance', amount]),
    ranges: CELLS(['turnovers', amount]),
    gives: (row) => over(row('balance'), mean(row.list('turnovers'))),
  },
  PURCHASES_TO_TURNOVER: {
    ranges: CELLS(['purchases', flow], ['turnovers', amount]),
    words: { per: [null, 'total', 'average'] },
    gives: (row) =>
      over(
        sum(row.list('purchases')),
        row.word('per') === 'average' ? mean(row.list('turnovers')) : sum(row.list('turnovers')),
      ),
  },
  MARGIN_TRADE_SHARE: {
    cells: CELLS(['purchases', flow], ['sold', quantityFlow], ['price', price], ['turnover', amount]),
    gives: (row) => over(row('purchases').plus(row('sold').times(row('price'))), row('turnover')),
  },
  BALANCE_TO_FLOAT: {
    cells: CELLS(['balance', amount], ['float_value', amount]),
    gives: (row) => over(row('balance'), row('float_value')),
  },
  DAYS_TO_COVER: {
    cells: CELLS(['qty', quantity]),
    ranges: CELLS(['volumes', quantity]),
    gives: (row) => over(row('qty'), mean(row.list('volumes'))),
  },
  BALANCE_STREAK: {
    ranges: CELLS(['balances', among(100, 101, 102.5, 103)]),
    gives(row) {
      const balances = row.list('balances');
      if (balances.length < 2) return '#N/A';
      const signs = balances.slice(1).map((balance, i) => balance.compare(balances[i]!));
      const last = signs[signs.length - 1]!;
      const other = [...signs].reverse().findIndex((sign) => sign !== last);
      return n(last * (other < 0 ? signs.length : other));
    },
  },
  BALANCE_TREND: {
    cells: CELLS(['window', orNothing(among(2, 3, 5, 20))]),
    ranges: CELLS(['balances', amount]),
    gives(row) {
      const window = row.list('balances').slice(-Number(row('window', 20).over));
      if (window.length < 2) return '#N/A';
      const middle = mean(window.map((_, i) => n(i)));
      const level = mean(window);
      const [xy, xx] = [
        sum(window.map((y, i) => n(i).minus(middle).times(y.minus(level)))),
        sum(window.map((_, i) => n(i).minus(middle).times(n(i).minus(middle)))),
      ];
      return xy.by(xx).by(level);
    },
  },
  QUOTA_REMAINING: {
    cells: CELLS(['quota', amount], ['used', amount]),
    gives: (row) => row('quota').minus(row('used')),
  },
  SCALE: {
    cells: CELLS(['value', flow]),
    words: {
      from: ['yuan', 'thousand_yuan', 'wan_yuan', 'million_yuan', 'yi_yuan'],
      to: ['yuan', 'thousand_yuan', 'wan_yuan', 'million_yuan', 'yi_yuan'],
    },
    gives: (row) =>
      row('value')
        .times(powerOf(row.word('from')))
        .by(powerOf(row.word('to'))),
  },
};
