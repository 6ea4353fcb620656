import type { Text } from '../language';

/** Where ACCOUNT_MONITOR spills its figures when it stands in column A. */
export const MONITOR = {
  assets: 'B',
  debt: 'C',
  principal: 'E',
  lent: 'F',
  securities: 'H',
  ratio: 'I',
  status: 'J',
  available: 'K',
  withdrawable: 'L',
  topUp: 'M',
  sell: 'N',
  drop: 'O',
} as const;

/** What the rows of a table of positions are: collateral, bought with financing, sold short. */
export const DIRECTIONS: readonly [Text, Text, Text] = [
  { en: 'collateral', zh: '担保' },
  { en: 'financed', zh: '融资' },
  { en: 'lent', zh: '融券' },
];
