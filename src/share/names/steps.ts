import type { ChoiceParam, SeriesParam } from '../../functions/catalogue/define';
import { definitionOf } from '../../functions/by-id';
import { UNITS } from '../../functions/indicator/scale';
import { BIAS } from '../../functions/indicator/market-bias';
import { conversionRateCaps } from '../../rules/conversion-rate-caps';
import { financingRatios, lendingRatios, type MarginRatioRule } from '../../rules/margin-ratios';
import type { Rule } from '../../rules/rule';
import { defaulted, limited } from './reading';
import { slot } from './slots';

export type Words = Readonly<Record<string, string>>;

/** What a procedure does that is no arithmetic, in the functions of Excel. */
export interface Steps {
  /** Printed for each combination of words, or once for all of them. */
  readonly words: 'each' | 'all';
  readonly text: (words: Words) => string;
  /** What an omitted day stands for. */
  readonly days?: Readonly<Record<string, string>>;
}

const AFTER_EVERY_RULE = '99999';

const OPENED = { as_of: slot('open_date') } as const;

export const steps: Readonly<Record<string, Steps>> = {
  SCALE: { words: 'all', text: scaled },
  MIN_FINANCING_MARGIN_RATIO: {
    words: 'each',
    text: ({ exchange }) => minimum(financingRatios, exchange!, 'general'),
    days: OPENED,
  },
  MIN_LENDING_MARGIN_RATIO: {
    words: 'each',
    text: ({ exchange, investor }) => minimum(lendingRatios, exchange!, investor!),
    days: OPENED,
  },
  CONVERSION_RATE_CAP: {
    words: 'each',
    text: ({ asset_class, exchange }) =>
      ladder(
        conversionRateCaps.filter(
          ({ asset, exchanges }) => asset === asset_class && exchanges.some((one) => one === exchange),
        ),
        slot('date'),
        slot('date'),
      ),
    days: { date: AFTER_EVERY_RULE },
  },
  BALANCE_STREAK: {
    words: 'each',
    text: () =>
      `LET(v,${valuesOf('BALANCE_STREAK', 'balances')},n,RZ._SIZE(v),IF(n<2,NA()+0*SUM(v),LET(moves,SIGN(DROP(v,1)-DROP(v,-1)),latest,INDEX(moves,n-1),latest*(n-1-MAX(IF(moves<>latest,SEQUENCE(n-1),0))))))`,
  },
  BALANCE_TREND: {
    words: 'each',
    text: () =>
      windowed(
        `LET(v,${valuesOf('BALANCE_TREND', 'balances')},IF(RZ._SIZE(v)<2,NA()+0*SUM(v),LET(n,MIN(${slot('window')},RZ._SIZE(v)),y,TAKE(v,0-n)+0*SUM(v),SUM((2*SEQUENCE(n)-n-1)*y)*6/(SUM(y)*(n*n-1)))))`,
      ),
  },
  MARKET_BIAS: {
    words: 'each',
    text: ({ language }) => {
      const words = BIAS[language as keyof typeof BIAS];
      return windowed(
        `LET(buying,${rises('financing_balances')},selling,${rises('lending_qty')},IF(buying=selling,"${words.neutral}",IF(buying,"${words.buyers}","${words.sellers}")))`,
      );
    },
  },
};

function paramOf<P>(id: string, name: string): P {
  return definitionOf(id)!.params.find((param) => param.name === name) as P;
}

/** The numbers of a range, its blanks left out. */
function valuesOf(id: string, name: string): string {
  const read = limited(paramOf<SeriesParam>(id, name), defaulted(name, 0));
  return `FILTER(TOCOL(${read}),TOCOL(RZ._BLANK(${name})=FALSE))`;
}

/** Here one window serves a range; for each of several our function answers in turn, which TAKE can't. */
function windowed(text: string): string {
  const window = slot('window');
  return `IF(RZ._SIZE(${window})>1,#VALUE!,IF((${window}<2)+(${window}<>INT(${window}))>0,#NUM!,${text}))`;
}

/** Whether the line through the last values rises. */
function rises(name: string): string {
  const values = `LET(v,${valuesOf('MARKET_BIAS', name)},IF(RZ._SIZE(v)<2,NA()+0*SUM(v),`;
  return `${values}LET(n,MIN(${slot('window')},RZ._SIZE(v)),y,(2*SEQUENCE(n)-n-1)*(TAKE(v,0-n)+0*SUM(v)),RZ._TIDY(SUM(y),SUM(ABS(y)))>0)))`;
}

/** A unit is a power of ten of money, or beyond these of a quantity: between the two there is no way. */
const OF_QUANTITIES = 101;
const NO_SUCH_POWER = 50;

function scaled(): string {
  const keys = Object.values(UNITS).map(({ of, power }) => power + (of === 'money' ? 1 : OF_QUANTITIES));
  const spelt = paramOf<ChoiceParam>('SCALE', 'from').options.flatMap(({ value, zh, also = [] }) =>
    [value, zh, ...also].map((word) => ({ word, key: keys[Object.keys(UNITS).indexOf(value)]! })),
  );
  const find = (name: string) => `SUM(IF(RZ._TEXT(${name})=words,powers,0))`;
  const blank = 'RZ._BLANK(from)+RZ._BLANK(to)';
  const named = [
    `words,{${spelt.map(({ word }) => `"${word}"`).join(',')}}`,
    `powers,{${spelt.map(({ key }) => key).join(',')}}`,
    `old,${find('from')}`,
    `new,${find('to')}`,
    'more,old-new',
  ];
  const value = slot('value');
  return `LET(${named.join(',')},IF(${blank}>0,NA(),IF((old=0)+(new=0)+(ABS(more)>${NO_SUCH_POWER})>0,#VALUE!,IF(more<0,${value}/10^(0-more),${value}*10^more))))`;
}

/** The minimum ratio of a contract, by the day it was opened and the day it is judged. */
function minimum(rules: readonly MarginRatioRule[], exchange: string, investor: string): string {
  const [opened, judged] = [slot('open_date'), slot('as_of')];
  const own = rules.filter(
    ({ exchanges, investors }) =>
      exchanges.some((one) => one === exchange) && investors.some((one) => one === investor),
  );
  return `IF(${judged}<${opened},#VALUE!,${ladder(own, opened, judged)})`;
}

/** As rules/rule.ts finds a figure: from the newest rule to the oldest, the first that binds. */
function ladder(rules: readonly Rule[], opened: string, judged: string): string {
  return rules.reduce((older, { from, figure, appliesTo }) => {
    const own = figure === null ? 'NA()' : String(figure);
    const earlier =
      appliesTo === 'new_and_lower' ? `IF(${judged}>=${from},RZ._LESSER(${own},${older}),${older})` : older;
    return `IF(${appliesTo === 'all' ? judged : opened}>=${from},${own},${earlier})`;
  }, 'NA()');
}
