import type { Rule } from './rule';

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
  readonly cap: number;
}

/** The highest conversion rates (折算率上限) that the exchanges allow, oldest first. No text of the BSE's caps has been read, so it has no row. */
export const conversionRateCaps: readonly ConversionRateCap[] = [
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    asset: 'index_member',
    cap: 0.7,
    appliesTo: 'all',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    asset: 'a_share',
    cap: 0.65,
    appliesTo: 'all',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    asset: 'etf',
    cap: 0.9,
    appliesTo: 'all',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    asset: 'treasury',
    cap: 0.95,
    appliesTo: 'all',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    asset: 'fund',
    cap: 0.8,
    appliesTo: 'all',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    asset: 'bond',
    cap: 0.8,
    appliesTo: 'all',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2011-11-25',
    exchanges: ['SSE', 'SZSE'],
    asset: 'risk_warning',
    cap: 0,
    appliesTo: 'all',
    notice: 'general_rules_2011',
    unverified: true,
  },
  {
    from: '2011-11-25',
    exchanges: ['SSE', 'SZSE'],
    asset: 'warrant',
    cap: 0,
    appliesTo: 'all',
    notice: 'general_rules_2011',
    unverified: true,
  },
  {
    from: '2015-07-01',
    exchanges: ['SSE', 'SZSE'],
    asset: 'money_fund',
    cap: 0.95,
    appliesTo: 'all',
    notice: 'revision_2015_07',
    unverified: true,
  },
  {
    from: '2015-07-01',
    exchanges: ['SSE', 'SZSE'],
    asset: 'cash_product',
    cap: 0.95,
    appliesTo: 'all',
    notice: 'revision_2015_07',
    unverified: true,
  },
  {
    from: '2016-12-12',
    exchanges: ['SSE', 'SZSE'],
    asset: 'high_pe',
    cap: 0,
    appliesTo: 'new',
    notice: 'high_pe_2016',
  },
];
