import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import type { Check } from '../../tables/desk/accounts';
import type { Printed } from '../../tables/printed';
import type { Book } from './book';
import type { Shown } from './cell-of';
import type { Sum } from './figures';

/** Cells lose the zeros at the end of what was printed, so no figure of money is judged by more than its cents. */
const CENTS = -2;
/** A ratio, a percentage, and 宽睿 OES' per mille. */
const SCALES = [1, 100, 1000];

/** What the counter prints is compared: with other collateral or without it, and a ratio at whatever scale it has. */
export function compareWithCounter(book: Book, available: Sum, ratio: Shown): void {
  const { account, assets, debt, other, problems } = book;
  if (!account || account.checks.length === 0) return;
  if (assets instanceof Fault || debt instanceof Fault || other instanceof Fault) return;
  const bare = assets.minus(other);
  const figures: Readonly<Record<Exclude<Check, 'ratio_printed'>, readonly Sum[]>> = {
    total_assets: [assets, bare],
    total_debt: [debt],
    net_assets: [assets.minus(debt), bare.minus(debt)],
    margin_printed: [available],
  };
  for (const { check, header, printed } of account.checks) {
    if (check === 'ratio_printed') {
      if (typeof ratio !== 'number' || debt.sign() === 0) continue;
      const ratios = [ratio, bare.over(debt).toNumber()];
      if (!ratios.some((one) => scaleThatAgrees(printed, one))) problems.note(differs(header, printed.value, ratio));
      continue;
    }
    const [figure, ...others] = figures[check];
    if (figure instanceof Exact && ![figure, ...others].some((one) => agrees(printed, one)))
      problems.note(differs(header, printed.value, figure.toNumber()));
  }
}

const differs = (header: string, printed: Exact, own: number) => ({
  en: `the counter’s ${header} ${printed.toString()} differs from ${Number(own.toPrecision(12))}`,
  zh: `柜台${header} ${printed.toString()} 与计算值 ${Number(own.toPrecision(12))} 不符`,
});

/** Whether a printed figure is the figure but for rounding. */
function agrees({ value, place }: Printed, figure: Exact | Fault): boolean {
  if (figure instanceof Fault) return true;
  return Math.abs(value.minus(figure).toNumber()) <= 0.5 * 10 ** Math.max(place, CENTS);
}

/** Whether a printed ratio is this one at one of the scales in use. */
function scaleThatAgrees({ value, place }: Printed, ratio: number): boolean {
  const half = 0.5 * 10 ** place;
  return SCALES.some((scale) => Math.abs(value.toNumber() - ratio * scale) <= half * (1 + 1e-9));
}
