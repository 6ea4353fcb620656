import { on, type Exchange, type Rule } from './rule';

export type AssetClass =
  | 'index_member'
  | 'a_share'
  | 'etf'
  | 'treasury'
  | 'money_fund'
  | 'cash_product'
  | 'fund'
  | 'bond'
  | 'risk_warning'
  | 'warrant'
  | 'high_pe';

export interface ConversionRateCap extends Rule {
  readonly asset: AssetClass;
}

const PILOT: readonly Exchange[] = ['SSE', 'SZSE'];
const EVERYTHING_HELD = { appliesTo: 'all' } as const;
const OF_THE_PILOT = { from: on('2010-03-31'), exchanges: PILOT, ...EVERYTHING_HELD, notice: 'pilot_2006' } as const;
const OF_2011 = { from: on('2011-11-25'), exchanges: PILOT, ...EVERYTHING_HELD, notice: 'general_rules_2011' } as const;
const OF_2015 = { from: on('2015-07-01'), exchanges: PILOT, ...EVERYTHING_HELD, notice: 'revision_2015_07' } as const;
const OF_THE_BSE = {
  from: on('2023-02-13'),
  exchanges: ['BSE'],
  ...EVERYTHING_HELD,
  notice: 'bse_rules_2022',
  quotedBy: ['dahe_2022', 'nbd_2022'],
} as const;
/** The draft of 2006 as a member of the exchange told it, and the article as examinations quote it. */
const TOLD = { quotedBy: ['qianjiang_2006', 'examination_pilot'] } as const;

/** The highest conversion rates (折算率上限) that the exchanges allow, oldest first. */
export const conversionRateCaps: readonly ConversionRateCap[] = [
  { ...OF_THE_PILOT, asset: 'index_member', figure: 0.7, ...TOLD },
  { ...OF_THE_PILOT, asset: 'a_share', figure: 0.65, quotedBy: ['examination_pilot'] },
  { ...OF_THE_PILOT, asset: 'etf', figure: 0.9, ...TOLD },
  { ...OF_THE_PILOT, asset: 'treasury', figure: 0.95, ...TOLD },
  { ...OF_THE_PILOT, asset: 'fund', figure: 0.8, ...TOLD },
  { ...OF_THE_PILOT, asset: 'bond', figure: 0.8, ...TOLD },
  // The annexes of the notices of 2010-02-12 that would say it were not found.
  { ...OF_THE_PILOT, asset: 'risk_warning', figure: null },
  { ...OF_THE_PILOT, asset: 'warrant', figure: null },
  { ...OF_2011, asset: 'risk_warning', figure: 0, quotedBy: ['adviser_2011'] },
  { ...OF_2011, asset: 'warrant', figure: 0, quotedBy: ['adviser_2011'] },
  { ...OF_2015, asset: 'money_fund', figure: 0.95, quotedBy: ['adviser_2015'] },
  { ...OF_2015, asset: 'cash_product', figure: 0.95, quotedBy: ['adviser_2015'] },
  {
    from: on('2016-12-12'),
    exchanges: PILOT,
    ...EVERYTHING_HELD,
    asset: 'high_pe',
    figure: 0,
    notice: 'high_pe_2016',
  },
  { ...OF_THE_BSE, asset: 'index_member', figure: 0.7 },
  { ...OF_THE_BSE, asset: 'a_share', figure: 0.65 },
  { ...OF_THE_BSE, asset: 'etf', figure: 0.9 },
  { ...OF_THE_BSE, asset: 'treasury', figure: 0.95 },
  { ...OF_THE_BSE, asset: 'money_fund', figure: 0.95 },
  { ...OF_THE_BSE, asset: 'cash_product', figure: 0.95 },
  { ...OF_THE_BSE, asset: 'fund', figure: 0.8 },
  { ...OF_THE_BSE, asset: 'bond', figure: 0.8 },
  { ...OF_THE_BSE, asset: 'risk_warning', figure: 0 },
  { ...OF_THE_BSE, asset: 'high_pe', figure: 0 },
];
