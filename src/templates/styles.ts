import type { Format } from '../workbook/workbook';

export const AMOUNT = '#,##0';
export const CENTS = '#,##0.00';
export const RATIO = '0.00%';
/** Security codes stay text. */
export const TEXT = '@';

export const TITLE: Format = { bold: true };
export const MUTED: Format = { color: '#5f6b7a' };
/** Dates stand clear of the figures beside them. */
export const DAY: Format = { number: 'yyyy-mm-dd', align: 'center' };
export const HEADER: Format = { bold: true, wrap: true, align: 'center' };

/** Whose figures a column holds: published ones, our formulas, or the reader's own. */
export const FILLS = { published: '#e3ecf6', computed: '#dcefe1', own: '#fdf1cf' } as const;

const RED = { fill: '#fde3e1', color: '#9c1c13' };
const GREEN = { fill: '#e0f2e4', color: '#1b6b34' };

/** A difference that is not 0 is red. */
export const DIFFERENCE: Format = { when: [{ operator: '<>', value: 0, ...RED }] };

export function warningWords(words: readonly string[]): Format {
  return { when: words.map((value) => ({ operator: '=', value, ...RED })) };
}

/** Chinese markets show a rise in red and a fall in green. */
export const RISE_AND_FALL: Format = {
  when: [
    { operator: '>', value: 0, ...RED },
    { operator: '<', value: 0, ...GREEN },
  ],
};
