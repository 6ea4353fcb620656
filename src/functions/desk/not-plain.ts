import type { Text } from '../../language';

/** The error of each function of a desk's tables whose rows cannot be added up. */
export const NOT_PLAIN: { readonly code: string; readonly when: Text } = {
  code: '#NUM!',
  when: {
    en: 'A row is in another currency or unit than yuan and shares (rows of 0 are left out), or a table holds several days.',
    zh: '某行是人民币以外的币种或股以外的单位（全为 0 的行不计），或一张表中有多个日期。',
  },
};
