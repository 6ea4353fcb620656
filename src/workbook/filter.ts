import type { Text } from '../language';

/** What to do about a sheet of which a filter hides rows. */
export const FILTER_ON: Text = {
  en: 'A filter hides rows of the sheet, and Excel would write past them: clear it first (Data, Clear).',
  zh: '工作表的筛选隐藏了部分行，写入会错位，请先清除筛选（数据 → 清除）。',
};

/** Nothing is written to such a sheet. */
export class FilterOn extends Error {
  constructor() {
    super(FILTER_ON.en);
  }
}
