import { DAILY_2026, EASTMONEY_MARGIN } from '../catalogue/sources';
import type { Unit, Words } from '../catalogue/words-of';
import type { Cell } from '../../cells/cell';
import { isoDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import type { Language } from '../../language';
import { Exact } from '../../number/exact';
import type { Figure } from '../../tables/columns';
import { figureOf } from '../../tables/desk/figure';
import { marketOf } from '../../tables/exchange';
import { headerWord } from '../../tables/header-word';
import { type History, historyOf } from '../../tables/history';
import { measure, type Readings } from '../../tables/measured';
import { readSheet, type Sheet } from '../../tables/sheet';
import { tableProcedure } from '../catalogue/define';
import { choose, language, optional, ranking_days, table, top } from '../catalogue/params';
import { FINANCING_NET_PURCHASE } from '../indicator/financing-net-purchase';
import { outcomesOf } from '../arguments/arguments-of';
import { difference, shareOf } from './book';
import { cellOf, type Outcome } from './cell-of';
import type { Sum } from './figures';
import { problemsIn } from './problems';

const COLUMNS = [
  ['rank', '排名'],
  ['exchange', '交易所'],
  ['code', '代码'],
  ['name', '名称'],
  ['financing_balance', '融资余额'],
  ['net_purchase', '净买入'],
  ['net_to_prior_balance', '净买入÷前余额'],
  ['purchases', '买入额'],
  ['purchases_to_turnover', '买入÷成交额'],
  ['net_to_turnover', '净买入÷成交额'],
  ['balance_to_float', '余额÷流通市值'],
  ['streak', '连续净买入天数'],
  ['cumulative_net', '累计净买入'],
  ['lending_qty_change', '融券余量增减'],
  ['basis', '口径'],
  ['industry', '行业'],
  ['problem', '问题'],
] as const;

const BASIS = {
  flows: { zh: '买入−偿还', en: 'purchases − repayments' },
  change: { zh: '余额变动', en: 'change of balance' },
} as const;

/** Columns beside those of a margin table, in 元 unless the header says otherwise. */
const ASIDE = {
  turnover: new Set(['成交额', '成交金额', '当日成交额', 'turnover'].map(headerWord)),
  float: new Set(['流通市值', 'a股流通市值', 'float_value'].map(headerWord)),
  industry: new Set(['行业', '所属行业', 'industry'].map(headerWord)),
};

const USED = ['financing_balance', 'purchases', 'repayments', 'lending_qty'] as const;
const ZERO = Exact.of(0);
const netPurchase = outcomesOf(FINANCING_NET_PURCHASE);

interface Net {
  readonly figure: Sum | null;
  readonly basis: keyof typeof BASIS;
}

interface Market {
  readonly sheet: Sheet;
  readonly readings: Readings;
  readonly history: History;
  readonly language: Language;
  /** Of any exchange: another may lag behind. */
  readonly lastDay: number;
  readonly aside: (name: keyof typeof ASIDE, line: number) => Cell | Exact;
}

export const NET_PURCHASE_RANKING = tableProcedure({
  id: 'NET_PURCHASE_RANKING',
  params: [table, optional(ranking_days, 1), optional(top), choose(language, 'zh')],
  run({ table, days, top, language }) {
    for (const [param, count] of [
      ['days', days],
      ['top', top],
    ] as const)
      if (count && (!count.isInteger() || count.sign() <= 0))
        return new Fault('not_allowed', {
          param,
          text: count.toString(),
          allowed: { en: '1, 2, 3, …', zh: '1、2、3……' },
        });
    const sheet = readSheet(table);
    if (sheet instanceof Fault) return sheet;
    if (!sheet.has('financing_balance'))
      return new Fault('unknown_header', { text: { en: 'financing_balance', zh: '融资余额' } });
    const readings = measure(sheet);
    const unknown = USED.find((figure) => sheet.has(figure) && !readings.isUnitKnown(figure));
    if (unknown) return new Fault('unknown_unit', { text: sheet.headings[sheet.at(unknown)]!.text });
    let lastDay = 0;
    for (const day of sheet.keys.days) if (day > lastDay) lastDay = day;
    const aside = asideOf(sheet, readings);
    if (aside instanceof Fault) return aside;
    const market = { sheet, readings, history: historyOf(sheet), language, lastDay, aside };
    const ranked = lastLines(sheet)
      .map((line) => rowOf(market, line, days.toNumber()))
      .sort((a, b) => compare(a, b));
    const rows = top === null ? ranked : ranked.slice(0, top.toNumber());
    return [
      COLUMNS.map(([en, zh]) => (language === 'zh' ? zh : en)),
      ...rows.map(({ by, cells }, i) => [by instanceof Exact ? i + 1 : '', ...cells]),
    ];
  },
});

interface Row {
  /** What it is ranked by; null at the foot. */
  readonly by: Sum | null;
  readonly code: string;
  readonly cells: readonly Cell[];
}

function compare(a: Row, b: Row): number {
  if (a.by instanceof Exact && b.by instanceof Exact) return b.by.compare(a.by) || order(a.code, b.code);
  if (a.by instanceof Exact || b.by instanceof Exact) return a.by instanceof Exact ? -1 : 1;
  return order(a.code, b.code);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const SIX_DIGITS = /^\d{6}$/;
/** Words of a row that is no security: 合计, 沪市小计, 全市场. */
const SUM = /[合总小共]\s*计|汇\s*总|平均|均值|^(?:sub|grand)?\s*total|^(?:all|average|mean)$/i;

/** Whether a row is a sum of others, by its keys. */
function isSum(sheet: Sheet, line: number): boolean {
  return (['code', 'name', 'date', 'exchange'] as const).some((key) => {
    const at = sheet.at(key);
    const cell = at < 0 ? null : sheet.cell(line, at);
    return typeof cell === 'string' && (SUM.test(cell.trim()) || (key !== 'exchange' && isMarket(cell)));
  });
}

const isMarket = (cell: string): boolean => marketOf(headerWord(cell)) !== null;

/** What is wrong with the code of a line that is a security's: it is missing, or none. */
function codeFaultOf(sheet: Sheet, line: number): Fault | undefined {
  const at = sheet.at('code');
  const code = at < 0 ? null : sheet.keys.code(line);
  if (code === null || SIX_DIGITS.test(code)) return undefined;
  const param = sheet.headings[at]!.text;
  return code === '' ? new Fault('missing', { param }) : new Fault('not_a_code', { param, text: code });
}

/** Whether nothing says what a line of a table with codes is of. */
function isNobodys(sheet: Sheet, line: number): boolean {
  return (
    sheet.at('code') >= 0 &&
    sheet.keys.code(line) === '' &&
    (sheet.at('name') < 0 || !sheet.cell(sheet.head(line), sheet.at('name')))
  );
}

/** The lines of securities on the last day that the table has for their exchange; totals are no securities. */
function lastLines(sheet: Sheet): number[] {
  const { keys, height } = sheet;
  const isCode = keys.codeList.map((code) => SIX_DIGITS.test(code));
  const lines: number[] = [];
  const last = keys.exchangeList.map(() => -Infinity);
  for (let line = 0; line < height; line++) {
    if (!sheet.isData(line)) continue;
    if (!isCode[keys.codeNumbers[line]!] && (isNobodys(sheet, line) || isSum(sheet, line))) continue;
    lines.push(line);
    const exchange = keys.exchangeNumbers[line]!;
    last[exchange] = Math.max(last[exchange]!, keys.days[line]!);
  }
  return lines.filter((line) => {
    const day = keys.days[line]!;
    return day === last[keys.exchangeNumbers[line]!] || keys.date(line) instanceof Fault;
  });
}

function rowOf(market: Market, line: number, days: number): Row {
  const { sheet, history, language, aside } = market;
  const problems = problemsIn(language);
  const { keys } = sheet;
  const date = keys.date(line);
  const badCode = codeFaultOf(sheet, line);
  const twice = history.isDuplicate(line) ? new Fault('double_day', { param: keys.code(line) }) : undefined;
  const bad = badCode ?? (date instanceof Fault ? date : twice);
  if (badCode) problems.fault(badCode);
  else if (bad) problems.note(date instanceof Fault ? BAD_DAY : TWICE);
  const net = bad ? { figure: bad, basis: 'flows' as const } : netOf(market, line);
  const balance = figure(market, 'financing_balance', line);
  const purchases = figure(market, 'purchases', line);
  const prior = bad ? -1 : dayBefore(market, line);
  const before = prior < 0 ? null : figure(market, 'financing_balance', prior);
  const cumulative = bad ?? (days === 1 ? net.figure : sumOver(market, line, days));
  for (const one of [net.figure, balance, cumulative]) if (one instanceof Fault && one !== bad) problems.fault(one);
  if (net.figure instanceof Exact && cumulative === null)
    problems.note({ en: `fewer than ${days} days`, zh: `不足 ${days} 日` });
  if (net.figure === null) problems.note({ en: 'no day before', zh: '无前日' });
  if (typeof date === 'number' && date < market.lastDay) problems.note({ en: isoDate(date), zh: isoDate(date) });
  const [turnover, float] = [aside('turnover', line), aside('float', line)];
  if (exceeds(purchases, turnover)) problems.note({ en: 'purchases exceed the turnover', zh: '买入额大于成交额' });
  if (exceeds(balance, float)) problems.note({ en: 'balance exceeds the float', zh: '余额大于流通市值' });
  const lent = figure(market, 'lending_qty', line);
  const lentBefore = prior < 0 ? null : figure(market, 'lending_qty', prior);
  const cells: readonly Outcome[] = [
    balance ?? '',
    net.figure ?? '',
    ratio(net.figure, before),
    purchases ?? '',
    ratio(purchases, turnover),
    ratio(net.figure, turnover),
    ratio(balance, float),
    net.figure instanceof Exact ? streakOf(market, line, net.figure) : (net.figure ?? ''),
    cumulative ?? '',
    lent === null || lentBefore === null ? '' : difference(lent, lentBefore),
    net.figure === null ? '' : BASIS[net.basis][language],
  ];
  const code = keys.code(line);
  const name = sheet.at('name') < 0 ? '' : sheet.cell(sheet.head(line), sheet.at('name'));
  const industry = aside('industry', line);
  return {
    by: cumulative,
    code,
    cells: [
      keys.exchange(line),
      code,
      name ?? '',
      ...cells.map(cellOf),
      industry instanceof Exact ? industry.toNumber() : (industry ?? ''),
      problems.text(),
    ],
  };
}

const TWICE = { en: 'there more than once', zh: '重复' };
const BAD_DAY = { en: 'the day cannot be read', zh: '日期有误' };

function figure({ readings, sheet }: Market, name: Figure, line: number): Sum | null {
  return sheet.has(name) ? readings.at(line, name) : null;
}

/** The line of the day before; -1 where there is none, or where it is there twice and nobody knows which is meant. */
function dayBefore({ history }: Market, line: number): number {
  const prior = history.prior(line);
  return prior >= 0 && history.isDuplicate(prior) ? -1 : prior;
}

/** Purchases less repayments where both are published, else the change of the balance; null without a day before. */
function netOf(market: Market, line: number): Net {
  const [purchases, repayments] = [figure(market, 'purchases', line), figure(market, 'repayments', line)];
  if (purchases !== null && repayments !== null)
    return { figure: netPurchase(purchases, repayments) as Sum, basis: 'flows' };
  const prior = dayBefore(market, line);
  const [now, before] = [
    figure(market, 'financing_balance', line),
    prior < 0 ? null : figure(market, 'financing_balance', prior),
  ];
  return { figure: now === null || before === null ? null : difference(now, before), basis: 'change' };
}

/** Over so many days back from a line; null where the table does not reach so far. */
function sumOver(market: Market, line: number, days: number): Sum | null {
  let sum = ZERO;
  for (let day = 0, at = line; day < days; day++, at = dayBefore(market, at)) {
    const net = at < 0 ? null : netOf(market, at).figure;
    if (net === null || net instanceof Fault) return net;
    sum = sum.plus(net);
  }
  return sum;
}

/** How many days in a row, this one with them, the net had this sign; negative for repayments. */
function streakOf(market: Market, line: number, net: Exact): number {
  const sign = net.sign();
  if (sign === 0) return 0;
  let days = 1;
  for (let at = dayBefore(market, line); at >= 0; at = dayBefore(market, at)) {
    const before = netOf(market, at).figure;
    if (!(before instanceof Exact) || before.sign() !== sign) break;
    days++;
  }
  return sign * days;
}

/** Nobody buys more than was traded: one of the two is in another unit. */
function exceeds(part: Sum | null, whole: Cell | Exact): boolean {
  return part instanceof Exact && whole instanceof Exact && whole.sign() > 0 && part.compare(whole) > 0;
}

function ratio(part: Sum | null, whole: Cell | Exact): Outcome {
  if (part === null || whole === null || typeof whole !== 'object') return '';
  return shareOf(part, whole);
}

/** A column that stands beside those of a margin table. */
function asideOf(sheet: Sheet, readings: Readings): Market['aside'] | Fault {
  const places = new Map(
    (Object.keys(ASIDE) as (keyof typeof ASIDE)[]).map((name) => {
      const index = sheet.headings.findIndex(({ word }) => ASIDE[name].has(word));
      const heading = sheet.headings[index];
      const column = heading && {
        index,
        header: heading.text,
        word: heading.word,
        power: heading.unit?.power ?? 0,
        twice: false,
        sides: [],
        fraction: 0,
      };
      return [name, column] as const;
    }),
  );
  const balance = sheet.headings[sheet.at('financing_balance')]?.unit;
  for (const name of ['turnover', 'float'] as const) {
    const column = places.get(name);
    const unit = column && sheet.headings[column.index]!.unit;
    // 手 are no 元; and beside balances in 万元 a figure without a unit may be in either.
    if (column && (unit ? unit.measures === 'quantity' : balance && balance.power !== 0))
      return new Fault('unknown_unit', { text: column.header });
  }
  return (name, line) => {
    const column = places.get(name);
    if (!column) return null;
    const { index, power } = column;
    const cell = sheet.cell(line, index);
    if (name === 'industry') return cell;
    // Without a unit of its own it is in that of the table.
    const own = sheet.headings[index]!.unit ? power : readings.power(line, 'financing_balance');
    return figureOf({ ...column, index: 0, power: own }, { cells: [cell], at: line + 1 });
  };
}

export const words: Words<typeof NET_PURCHASE_RANKING> = {
  family: 'desk',
  title: { en: 'Net purchase ranking', zh: '融资净买入排名' },
  doc: {
    en: 'Securities of the last day ranked by net financed purchases, with streaks and ratios.',
    zh: '最近一日各证券的融资净买入排名，附连续天数、累计净买入与融券余量增减。',
  },
  returns: 'table',
  answers: {
    headings: COLUMNS,
    units: {
      rank: 'number',
      exchange: 'word',
      code: 'word',
      name: 'word',
      financing_balance: 'amount',
      net_purchase: 'amount',
      net_to_prior_balance: 'ratio',
      purchases: 'amount',
      purchases_to_turnover: 'ratio',
      net_to_turnover: 'ratio',
      balance_to_float: 'ratio',
      streak: 'days',
      cumulative_net: 'amount',
      lending_qty_change: 'quantity',
      basis: 'word',
      industry: 'word',
      problem: 'word',
    } satisfies Record<(typeof COLUMNS)[number][0], Unit>,
  },
  formula: {
    en: 'net = purchases − repayments where both are published, else the change of the balance since the trading day before; basis says which',
    zh: '净买入 = 买入额 − 偿还额（均已公布时），否则为较前一交易日的余额变动；口径列注明',
  },
  params: {
    table: {
      en: 'Anything that STANDARDIZE reads; 成交额, 流通市值 and 行业 are used where they stand there',
      zh: 'STANDARDIZE 可读的任一表格；如有成交额、流通市值、行业列亦会使用',
    },
    days: {
      en: 'Over how many trading days the cumulative net goes, by which securities are ranked',
      zh: '累计净买入的交易日数，排名按累计净买入',
    },
  },
  remarks: [
    {
      en: 'All columns but the cumulative one are of the last day that the table has for the exchange. A streak is negative where repayments exceed purchases.',
      zh: '除累计净买入外，各列均为该交易所在表中的最近一日。连续天数为负表示连续净偿还。',
    },
    {
      en: 'Without a day before, and where the table is shorter than the days asked for, a security stands at the foot without a rank.',
      zh: '没有前一交易日，或表中天数不足者，列于表尾，不排名。',
    },
  ],
  sources: [EASTMONEY_MARGIN, DAILY_2026],
  examples: [
    {
      title: { en: 'Three securities of Shenzhen on 2026-01-30', zh: '深市三只证券，2026-01-30' },
      args: {
        table: [
          ['trade_date', 'ts_code', 'rzye', 'rzmre', 'rzche', 'rqyl'],
          ['2026-01-29', '000001.SZ', 5515722998, 209950241, 180657614, 2587500],
          ['2026-01-29', '000002.SZ', 3225393616, 307446179, 292349974, 2530500],
          ['2026-01-29', '000006.SZ', 914135831, 25216427, 51415239, 48600],
          ['2026-01-30', '000001.SZ', 5497686207, 124029567, 142066358, 2494700],
          ['2026-01-30', '000002.SZ', 3247364937, 208994753, 187023432, 2375500],
          ['2026-01-30', '000006.SZ', 929115321, 55282383, 40302893, 52600],
        ],
        top: 2,
      },
      result: [
        COLUMNS.map(([, zh]) => zh),
        [
          1,
          'SZSE',
          '000002',
          '',
          3247364937,
          21971321,
          0.006811981300827378,
          208994753,
          '',
          '',
          '',
          2,
          21971321,
          -155000,
          '买入−偿还',
          '',
          '',
        ],
        [
          2,
          'SZSE',
          '000006',
          '',
          929115321,
          14979490,
          0.01638650350639193,
          55282383,
          '',
          '',
          '',
          1,
          14979490,
          4000,
          '买入−偿还',
          '',
          '',
        ],
      ],
      source: DAILY_2026,
    },
    {
      title: { en: 'A table without a financing balance', zh: '没有融资余额的表' },
      args: {
        table: [
          ['日期', '代码', '融资买入额'],
          ['2026-01-30', '000001', 124029567],
        ],
      },
      result: '#VALUE!',
    },
  ],
  related: ['STANDARDIZE', 'FINANCING_NET_PURCHASE', 'BALANCE_STREAK', 'RECONCILE'],
  search: ['净买入', '排行', '资金榜', '龙虎榜', 'ranking', 'rzjme'],
};
