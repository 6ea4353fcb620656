import { toCell } from '../cells/cell';
import type { Rows } from './column';
import { headerWord } from './header-word';

const WORDS = {
  date: ['trade_date', '日期', '交易日期', '数据日期'],
  opening: ['ob', '期初余额', '期初', '转融资期初余额'],
  auction: ['auc_amount', '竞价成交', '竞价成交金额', '竞价成交额'],
  again: ['repo_amount', '再借成交', '再借成交金额', '再借成交额'],
  repaid: ['repay_amount', '偿还', '偿还金额', '偿还额'],
  closing: ['cb', '期末余额', '期末', '转融资期末余额'],
} as const;

type Place = keyof typeof WORDS;

/** A table of 转融资: where its columns stand, and its rows. */
export interface Refinancing {
  readonly at: Readonly<Record<Place, number>>;
  readonly dateHeader: string;
  readonly body: Rows;
}

const MOST_ROWS_ABOVE = 9;

/** The table of what brokers borrow from China Securities Finance, by the words that only it has; null for any other. */
export function refinancingOf(table: Rows): Refinancing | null {
  for (let row = 0; row < Math.min(table.length, MOST_ROWS_ABOVE + 1); row++) {
    const words = table[row]!.map((raw) => {
      const cell = toCell(raw);
      return typeof cell === 'string' ? headerWord(cell.replace(/[(（].*$/, '')) : '';
    });
    const place = (name: Place) =>
      words.findIndex((word) => (WORDS[name] as readonly string[]).some((known) => headerWord(known) === word));
    const at = Object.fromEntries((Object.keys(WORDS) as Place[]).map((name) => [name, place(name)])) as Record<
      Place,
      number
    >;
    const { date, ...figures } = at;
    if (Object.values(figures).every((found) => found >= 0))
      return { at, dateHeader: date < 0 ? '' : String(table[row]![date]), body: table.slice(row + 1) };
  }
  return null;
}
