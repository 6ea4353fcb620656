import { GUIDE_2586463, SSE_RULES } from '../catalogue/sources';
import type { Unit, Words } from '../catalogue/words-of';
import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { Exact, exactOperations, type Quotient } from '../../number/exact';
import { type Price, priceOf } from '../../tables/desk/positions';
import { FINANCING_CALL_PRICE } from '../account/financing-call-price';
import { LENDING_CALL_PRICE } from '../account/lending-call-price';
import { tableProcedure } from '../catalogue/define';
import { accounts_table, choose, language, optional, positions_table, threshold_line } from '../catalogue/params';
import { type Book, booksOf, difference, type Held, POSITION_ROWS, shareOf, sumOf } from './book';
import { NOT_PLAIN } from './not-plain';
import { cellOf, type Outcome } from './cell-of';
import type { Sum } from './figures';

const COLUMNS = [
  ['account', '账户'],
  ['code', '代码'],
  ['name', '名称'],
  ['held', '持有'],
  ['lent', '融券'],
  ['price', '市价'],
  ['value', '市值'],
  ['share_of_assets', '占总资产'],
  ['unrealised_profit', '浮动盈亏'],
  ['margin_in_use', '占用保证金'],
  ['call_price', '触线价'],
  ['move_to_call', '触线涨跌幅'],
  ['problem', '问题'],
] as const;

const NEVER = { zh: '不会触线', en: 'never' } as const;
const ZERO = Exact.of(0);

export const CALL_PRICES = tableProcedure({
  id: 'CALL_PRICES',
  params: [accounts_table, positions_table, optional(threshold_line, 1.3), choose(language, 'zh')],
  run({ accounts, positions, line, language }) {
    const books = booksOf(accounts, positions, language);
    if (books instanceof Fault) return books;
    const rows: Cell[][] = [COLUMNS.map(([en, zh]) => (language === 'zh' ? zh : en))];
    for (const book of books) rows.push(...rowsOf(book, line, language));
    return rows;
  },
});

/** One account's securities, the nearest to the line first. */
function rowsOf(book: Book, line: Exact, language: 'zh' | 'en'): Cell[][] {
  const byCode = new Map<string, Held[]>();
  for (const held of book.held) {
    if (held.qty instanceof Fault) book.problems.fault(held.qty, POSITION_ROWS);
    const rows = byCode.get(held.position.code);
    if (rows) rows.push(held);
    else byCode.set(held.position.code, [held]);
  }
  return [...byCode]
    .map(([code, held]) => securityOf(book, code, held, line, language))
    .sort((a, b) => a.distance - b.distance)
    .map(({ cells }) => cells);
}

function securityOf(book: Book, code: string, held: readonly Held[], line: Exact, language: 'zh' | 'en') {
  const own = held.filter(({ kind }) => kind !== 'lent');
  const lent = held.filter(({ kind }) => kind === 'lent');
  const sums = [
    sumOf(own.map(({ qty }) => qty)),
    sumOf(lent.map(({ qty }) => qty)),
    sumOf(own.map(({ value }) => value)),
    sumOf(lent.map(({ value }) => value)),
  ];
  const bad = sums.find((sum) => sum instanceof Fault);
  const price = onePrice(held);
  const call = bad ?? (price instanceof Fault ? price : callOf(book, sums as Exact[], line));
  const isPrice = call !== null && !(call instanceof Fault);
  const move = isPrice && !(price instanceof Fault) ? cellOf(moveTo(call, price)) : '';
  const cells: readonly Outcome[] = [
    sums[0]!,
    sums[1]!,
    price instanceof Fault ? price : price.of.over(price.per),
    sums[2]!,
    shareOf(sums[2]!, book.assets),
    profitOf(held),
    sumOf(held.map(marginInUse)),
    isPrice ? call.price : (call ?? NEVER[language]),
    call instanceof Fault ? call : move,
  ];
  const name = held.find(({ position }) => position.name !== null)?.position.name ?? '';
  return {
    cells: [book.label, code, name, ...cells.map(cellOf), book.problems.text()],
    distance: typeof move === 'number' ? Math.abs(move) : Number.MAX_VALUE,
  };
}

/** The rows of a security must have one price: the call price is one. */
function onePrice(held: readonly Held[]): Price | Fault {
  const bad = held.find(({ value }) => value instanceof Fault);
  if (bad) return bad.value as Fault;
  const prices = held.flatMap(({ position }) => priceOf(position) ?? []);
  const [first] = prices;
  if (first === undefined) return new Fault('missing', { param: 'price' });
  const figure = first.of.over(first.per).toNumber();
  const isOne = prices.every(({ of, per }) => Math.abs(of.over(per).toNumber() - figure) <= ROUNDING * figure);
  return isOne ? first : new Fault('different_prices');
}

/** A value divided by a quantity has the rounding of the value. */
const ROUNDING = 1e-4;

interface Call {
  readonly price: Exact | Quotient;
  /** The price is gap ÷ exposure. */
  readonly gap: Exact;
  readonly exposure: Exact;
}

/** The price that puts the ratio on the line, all else unchanged; null where no price above 0 does. */
function callOf({ assets, debt }: Book, [q, s, v, o]: readonly Exact[], line: Exact): Call | Fault | null {
  if (assets instanceof Fault) return assets;
  if (debt instanceof Fault) return debt;
  // On the line, assets without the security + q·p = line × (debt without it + s·p).
  const others = assets.minus(v!);
  const otherDebt = debt.minus(o!);
  const gap = line.times(otherDebt).minus(others);
  const exposure = q!.minus(line.times(s!));
  if (gap.sign() * exposure.sign() <= 0) return null;
  const one = { qty: q!.plus(s!), line };
  const price =
    s!.sign() === 0
      ? FINANCING_CALL_PRICE.compute({ ...one, other_assets: others, debt }, exactOperations)
      : q!.sign() === 0
        ? LENDING_CALL_PRICE.compute({ ...one, assets, other_debt: otherDebt }, exactOperations)
        : gap.over(exposure);
  return { price: price as Exact | Quotient, gap, exposure };
}

/** By how much the price would have to move to the call price. */
const moveTo = ({ gap, exposure }: Call, { of, per }: Price): Quotient =>
  gap.times(per).minus(of.times(exposure)).over(exposure.times(of));

/** Of what was bought with financing and sold short; what was put up has no cost here. */
function profitOf(held: readonly Held[]): Outcome {
  const open = held.filter(({ kind }) => kind !== 'collateral');
  if (open.length === 0) return '';
  return sumOf(
    open.map(({ kind, value, amount }) =>
      kind === 'financed' ? difference(value, amount) : difference(amount, value),
    ),
  );
}

function marginInUse({ kind, amount, value, ratio }: Held): Sum {
  if (kind === 'collateral') return ZERO;
  const base = kind === 'financed' ? amount : value;
  return base instanceof Fault ? base : ratio instanceof Fault ? ratio : base.times(ratio);
}

export const words: Words<typeof CALL_PRICES> = {
  family: 'desk',
  title: { en: 'Call prices', zh: '逐券触线价' },
  doc: {
    en: 'Price of each security at which its account reaches the line, nearest first.',
    zh: '各账户每只证券触及该线的价格与涨跌幅，按距离由近及远。',
  },
  returns: 'table',
  answers: {
    headings: COLUMNS,
    units: {
      account: 'word',
      code: 'word',
      name: 'word',
      held: 'quantity',
      lent: 'quantity',
      price: 'price',
      value: 'amount',
      share_of_assets: 'ratio',
      unrealised_profit: 'amount',
      margin_in_use: 'amount',
      call_price: 'price',
      move_to_call: 'ratio',
      problem: 'word',
    } satisfies Record<(typeof COLUMNS)[number][0], Unit>,
  },
  formula: {
    en: 'call price = (line × debt without it − assets without it) ÷ (quantity held − line × quantity borrowed)',
    zh: '触线价 =（线 × 其余负债 − 其余资产）÷（持有数量 − 线 × 融券数量）',
  },
  errors: [NOT_PLAIN],
  remarks: [
    {
      en: 'All else unchanged. Where a security is only held or only sold short it is FINANCING_CALL_PRICE or LENDING_CALL_PRICE; where no price above 0 reaches the line the cell says so.',
      zh: '其他不变时。只持有或只融券者即 FINANCING_CALL_PRICE 或 LENDING_CALL_PRICE；没有大于 0 的价格触线时为“不会触线”。',
    },
    {
      en: 'Unrealised profit is of financed and short positions. Margin in use: financed amount × ratio, value sold short × ratio.',
      zh: '浮动盈亏只计融资与融券。占用保证金：融资金额 × 比例，融券市值 × 比例。',
    },
    {
      en: 'Headers of 22 counters and clients are known (恒生, 金证, QMT, 掘金, OES, 通达信 and others) and our own Chinese and English ones; a needed column that is missing or ambiguous is refused by name.',
      zh: '识别 22 种柜台与客户端的表头（恒生、金证、QMT、掘金、OES、通达信等）及本文所列中英文表头；缺少或有歧义的列会指名拒绝。',
    },
  ],
  sources: [SSE_RULES, GUIDE_2586463],
  examples: [
    {
      title: {
        en: '100,000 元 of one’s own, 200,000 financed, 30,000 shares at 10: published 120% at 8 元, so the call comes before',
        zh: '自有 10 万元、融资 20 万元、3 万股每股 10 元：原文 8 元时为 120%',
      },
      args: {
        accounts: [
          ['账户', '现金', '利息及费用'],
          ['A', 0, 0],
        ],
        positions: [
          ['账户', '代码', '名称', '方向', '数量', '市价', '折算率', '金额', '保证金比例'],
          ['A', '600000', '浦发银行', '融资', 30000, 10, 0.7, 200000, 1],
        ],
      },
      result: [
        COLUMNS.map(([, zh]) => zh),
        [
          'A',
          '600000',
          '浦发银行',
          30000,
          0,
          10,
          300000,
          1,
          100000,
          200000,
          8.666666666666666,
          -0.13333333333333333,
          '',
        ],
      ],
      source: GUIDE_2586463,
    },
    {
      title: { en: '折算市值 is no value', zh: '折算市值不是市值' },
      args: {
        accounts: [
          ['账户', '现金', '利息及费用'],
          ['A', 0, 0],
        ],
        positions: [
          ['账户', '代码', '方向', '折算市值'],
          ['A', '600000', '担保', 140000],
        ],
      },
      result: '#VALUE!',
    },
  ],
  related: ['ACCOUNT_MONITOR', 'FINANCING_CALL_PRICE', 'LENDING_CALL_PRICE', 'DROP_TO_LINE'],
  search: ['追保价', '平仓价', '预警价', '触线', 'margin call price'],
};
