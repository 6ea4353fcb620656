import type { Rule } from './rule';

export type Investor = 'general' | 'private_fund';

export interface MarginRatioRule extends Rule {
  readonly investors: readonly Investor[];
  readonly ratio: number;
}

const ALL: readonly Investor[] = ['general', 'private_fund'];

/** Minimum financing margin ratios (融资保证金最低比例), oldest first. */
export const financingRatios: readonly MarginRatioRule[] = [
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    investors: ALL,
    ratio: 0.5,
    appliesTo: 'new',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2015-11-23',
    exchanges: ['SSE', 'SZSE'],
    investors: ALL,
    ratio: 1,
    appliesTo: 'new',
    notice: 'financing_2015_11',
  },
  { from: '2023-02-13', exchanges: ['BSE'], investors: ALL, ratio: 1, appliesTo: 'new', notice: 'bse_rules_2022' },
  {
    from: '2023-09-11',
    exchanges: ['SSE', 'SZSE', 'BSE'],
    investors: ALL,
    ratio: 0.8,
    appliesTo: 'all',
    notice: 'financing_2023_08',
  },
  {
    from: '2026-01-19',
    exchanges: ['SSE', 'SZSE', 'BSE'],
    investors: ALL,
    ratio: 1,
    appliesTo: 'new',
    notice: 'financing_2026_01',
  },
];

/** Minimum lending margin ratios (融券保证金最低比例), oldest first. */
export const lendingRatios: readonly MarginRatioRule[] = [
  {
    from: '2010-03-31',
    exchanges: ['SSE', 'SZSE'],
    investors: ALL,
    ratio: 0.5,
    appliesTo: 'new',
    notice: 'launch_2010',
    unverified: true,
  },
  {
    from: '2023-02-13',
    exchanges: ['BSE'],
    investors: ALL,
    ratio: 0.5,
    appliesTo: 'new',
    notice: 'bse_rules_2022',
    unverified: true,
  },
  {
    from: '2023-10-30',
    exchanges: ['SSE', 'SZSE', 'BSE'],
    investors: ['general'],
    ratio: 0.8,
    appliesTo: 'new',
    notice: 'lending_2023_10',
  },
  {
    from: '2023-10-30',
    exchanges: ['SSE', 'SZSE', 'BSE'],
    investors: ['private_fund'],
    ratio: 1,
    appliesTo: 'new',
    notice: 'lending_2023_10',
  },
  {
    from: '2024-07-22',
    exchanges: ['SSE', 'SZSE', 'BSE'],
    investors: ['general'],
    ratio: 1,
    appliesTo: 'new',
    notice: 'lending_2024_07',
  },
  {
    from: '2024-07-22',
    exchanges: ['SSE', 'SZSE', 'BSE'],
    investors: ['private_fund'],
    ratio: 1.2,
    appliesTo: 'new',
    notice: 'lending_2024_07',
  },
];
