import { toCell, type Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Language } from '../../language';
import { Exact } from '../../number/exact';
import { readDay } from '../../tables/day';
import { readPrinted } from '../../tables/printed';
import { refinancingOf, type Refinancing } from '../../tables/refinancing';
import { exactNumbers } from '../arguments/numbers';

const TITLES = {
  zh: ['日期', '代码', '转融资余额差异', '核对结果'],
  en: ['date', 'code', 'refinancing_balance_break', 'verdict'],
} as const;
const WORDS = {
  zh: { break: '差异', missing: '缺失', ok: '一致' },
  en: { break: 'break', missing: 'missing', ok: 'ok' },
} as const;

/**
 * 转融资: what brokers borrow from China Securities Finance. 期初 + 竞价成交 + 再借成交 − 偿还 = 期末, on each day by
 * itself (Tushare, slb_len). Null where the table is of another kind.
 */
export function reconcileRefinancing(
  table: readonly (readonly unknown[])[],
  tolerance: Exact | null,
  language: Language,
): Cell[][] | null {
  const found = refinancingOf(table);
  if (!found) return null;
  return [[...TITLES[language]], ...found.body.map((row) => checkRow(row, found, tolerance, language))];
}

function checkRow(
  row: readonly unknown[],
  { at, dateHeader }: Refinancing,
  tolerance: Exact | null,
  language: Language,
): Cell[] {
  if (row.every((cell) => toCell(cell) === null)) return ['', '', '', ''];
  const date = at.date < 0 ? null : readDay(toCell(row[at.date]), dateHeader);
  const [opening, auction, again, repaid, closing] = [at.opening, at.auction, at.again, at.repaid, at.closing].map(
    (place) => readPrinted(toCell(row[place])),
  );
  const terms = [opening!, auction!, again!, repaid!, closing!];
  const fault = [date, ...terms].find((term) => term instanceof Fault);
  if (fault) return [date, '', terms.find((term) => term instanceof Fault) ?? null, fault];
  const value = (term: (typeof terms)[number]) => (term === null || term instanceof Fault ? ZERO : term.value);
  const difference = value(opening!)
    .plus(value(auction!))
    .plus(value(again!))
    .minus(value(repaid!))
    .minus(value(closing!));
  const place = Math.min(0, ...terms.map((term) => (term === null || term instanceof Fault ? 0 : term.place)));
  const limit = tolerance ?? (place === 0 ? ZERO : Exact.parse(`5e${place - 1}`).times(Exact.of(terms.length)));
  const size = difference.sign() < 0 ? ZERO.minus(difference) : difference;
  const isBreak = size.compare(limit) > 0;
  const words = WORDS[language];
  if (opening === null || closing === null) return [date, '', null, words.missing];
  // A day without auctions has no figure for them; where the balance does not roll without it, the figure is missing.
  if (terms.some((term) => term === null) && isBreak) return [date, '', null, words.missing];
  const shown = exactNumbers.result(difference);
  return [date, '', shown, shown instanceof Fault ? shown : isBreak ? words.break : words.ok];
}

const ZERO = Exact.of(0);
