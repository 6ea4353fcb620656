import type { Text } from '../../language';
import type { Arithmetic, Operations, Outcome } from '../../number/arithmetic';
import { Exact, exactOperations } from '../../number/exact';
import type { Figure } from '../../tables/columns';
import { FINANCING_BALANCE_BREAK } from './financing-balance-break';
import { LENDING_BALANCE_BREAK } from './lending-balance-break';
import { LENDING_QTY_BREAK } from './lending-qty-break';
import { MARGIN_BALANCE_BREAK } from './margin-balance-break';

/** Where a term of an identity stands: in the row, or in the row of the day before. */
export interface Term {
  readonly figure: Figure;
  readonly prior: boolean;
}

/** An identity that published figures should keep. */
export interface Identity {
  readonly title: Text;
  readonly published: Figure;
  readonly terms: readonly Term[];
  readonly needsPrice: boolean;
  /** How often each term is in the difference, which is their sum; null where they are multiplied. */
  readonly signs: readonly number[] | null;
  /** Expected less published, in 元 or 股. */
  difference<N extends Arithmetic<N>>(terms: readonly N[], price: N, ops: Operations<N>): N;
  /** The largest difference that the rounding of the terms explains, in 元 or 股. */
  tolerance<N extends Arithmetic<N>>(roundings: readonly N[], price: N, ops: Operations<N>): N;
}

const today = (figure: Figure): Term => ({ figure, prior: false });
const before = (figure: Figure): Term => ({ figure, prior: true });

/** Brokers round the value of each holding to whole 元, one by one. */
const BROKERS_ROUNDING = 2;

function sum<N extends Arithmetic<N>>(roundings: readonly N[], _price: N, { of }: Operations<N>): N {
  return roundings.reduce((total, rounding) => total.plus(rounding), of(0));
}

/** The identities in the order of their columns; each is computed by the function that checks it alone. */
const computed: readonly Omit<Identity, 'signs'>[] = [
  {
    title: { zh: '融资余额差异', en: 'financing_balance_break' },
    published: 'financing_balance',
    terms: [before('financing_balance'), today('purchases'), today('repayments'), today('financing_balance')],
    needsPrice: false,
    difference: ([prior, purchases, repayments, balance], _, ops) =>
      only(
        FINANCING_BALANCE_BREAK.compute(
          { prior_balance: prior!, purchases: purchases!, repayments: repayments!, balance: balance! },
          ops,
        ),
      ),
    tolerance: sum,
  },
  {
    title: { zh: '融券余量差异', en: 'lending_qty_break' },
    published: 'lending_qty',
    terms: [before('lending_qty'), today('sold'), today('returned'), today('lending_qty')],
    needsPrice: false,
    difference: ([prior, sold, returned, qty], _, ops) =>
      only(LENDING_QTY_BREAK.compute({ prior_qty: prior!, sold: sold!, returned: returned!, qty: qty! }, ops)),
    tolerance: sum,
  },
  {
    title: { zh: '融券余额差异', en: 'lending_balance_break' },
    published: 'lending_balance',
    terms: [today('lending_qty'), today('lending_balance')],
    needsPrice: true,
    difference: ([qty, balance], price, ops) =>
      only(LENDING_BALANCE_BREAK.compute({ qty: qty!, price, lending_balance: balance!, unit: 'share' }, ops)),
    tolerance: ([qty, balance], price, { of }) => qty!.times(price).plus(balance!).plus(of(BROKERS_ROUNDING)),
  },
  {
    title: { zh: '融资融券余额差异', en: 'margin_balance_break' },
    published: 'margin_balance',
    terms: [today('financing_balance'), today('lending_balance'), today('margin_balance')],
    needsPrice: false,
    difference: ([financing, lending, margin], _, ops) =>
      only(
        MARGIN_BALANCE_BREAK.compute(
          { financing_balance: financing!, lending_balance: lending!, margin_balance: margin! },
          ops,
        ),
      ),
    tolerance: sum,
  },
];

const [NOTHING, ONE] = [Exact.of(0), Exact.of(1)];

/** What a sum says of each of its terms is found by its formula, with 1 for that term and 0 for the others. */
export const identities: readonly Identity[] = computed.map((identity) => {
  const { terms, needsPrice, difference } = identity;
  const signOf = (at: number) =>
    difference(
      terms.map((_, i) => (i === at ? ONE : NOTHING)),
      NOTHING,
      exactOperations,
    ).toNumber();
  return { ...identity, signs: needsPrice ? null : terms.map((_, i) => signOf(i)) };
});

/** A difference is never a quotient. */
function only<N>(outcome: Outcome<N>): N {
  return outcome as N;
}
