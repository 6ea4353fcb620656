import { on, type Exchange, type Rule } from './rule';

export type Investor = 'general' | 'private_fund';

export interface MarginRatioRule extends Rule {
  readonly investors: readonly Investor[];
}

const ALL: readonly Investor[] = ['general', 'private_fund'];
const PILOT: readonly Exchange[] = ['SSE', 'SZSE'];
const EVERY: readonly Exchange[] = ['SSE', 'SZSE', 'BSE'];

/** Minimum financing margin ratios (融资保证金最低比例), oldest first. */
export const financingRatios: readonly MarginRatioRule[] = [
  {
    from: on('2010-03-31'),
    exchanges: PILOT,
    investors: ALL,
    figure: 0.5,
    appliesTo: 'new',
    notice: 'pilot_2006',
    quotedBy: ['xinhua_2006'],
  },
  {
    from: on('2015-11-23'),
    exchanges: PILOT,
    investors: ALL,
    figure: 1,
    appliesTo: 'new',
    notice: 'financing_2015_11',
  },
  {
    from: on('2023-02-13'),
    exchanges: ['BSE'],
    investors: ALL,
    figure: 1,
    appliesTo: 'new',
    notice: 'bse_rules_2022',
    quotedBy: ['paper_2022'],
  },
  {
    from: on('2023-09-11'),
    exchanges: EVERY,
    investors: ALL,
    figure: 0.8,
    appliesTo: 'new_and_lower',
    notice: 'financing_2023_08',
  },
  {
    from: on('2026-01-19'),
    exchanges: EVERY,
    investors: ALL,
    figure: 1,
    appliesTo: 'new',
    notice: 'financing_2026_01',
  },
];

/** Minimum lending margin ratios (融券保证金最低比例), oldest first. */
export const lendingRatios: readonly MarginRatioRule[] = [
  {
    from: on('2010-03-31'),
    exchanges: PILOT,
    investors: ALL,
    figure: 0.5,
    appliesTo: 'new',
    notice: 'pilot_2006',
    quotedBy: ['xinhua_2006'],
  },
  {
    from: on('2023-02-13'),
    exchanges: ['BSE'],
    investors: ALL,
    figure: 0.5,
    appliesTo: 'new',
    notice: 'bse_rules_2022',
    quotedBy: ['paper_2022'],
  },
  {
    from: on('2023-10-30'),
    exchanges: PILOT,
    investors: ['general'],
    figure: 0.8,
    appliesTo: 'new',
    notice: 'lending_2023_10',
    quotedBy: ['caixin_2023'],
  },
  {
    from: on('2023-10-30'),
    exchanges: PILOT,
    investors: ['private_fund'],
    figure: 1,
    appliesTo: 'new',
    notice: 'lending_2023_10',
    quotedBy: ['caixin_2023'],
  },
  {
    from: on('2023-10-30'),
    exchanges: ['BSE'],
    investors: ['general'],
    figure: 0.8,
    appliesTo: 'new',
    notice: 'bse_lending_2023_10',
    quotedBy: ['securities_daily_2024'],
  },
  {
    from: on('2023-10-30'),
    exchanges: ['BSE'],
    investors: ['private_fund'],
    figure: 1,
    appliesTo: 'new',
    notice: 'bse_lending_2023_10',
    quotedBy: ['securities_daily_2024'],
  },
  {
    from: on('2024-07-22'),
    exchanges: EVERY,
    investors: ['general'],
    figure: 1,
    appliesTo: 'new',
    notice: 'lending_2024_07',
  },
  {
    from: on('2024-07-22'),
    exchanges: EVERY,
    investors: ['private_fund'],
    figure: 1.2,
    appliesTo: 'new',
    notice: 'lending_2024_07',
  },
];
