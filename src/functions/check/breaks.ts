import type { Language } from '../../language';
import { COLUMNS } from '../../tables/columns';
import type { Identity } from './identities';

/** From so many rows on, and from this share, breaks are no news of single rows but of the table. */
const ENOUGH_ROWS = 20;
const NEARLY_ALL = 0.9;

/** How one identity comes out over a whole table. */
export class Breaks {
  private checked = 0;
  private readonly sizes: number[] = [];

  constructor(readonly identity: Identity) {}

  /** Counts a row: its difference where that is a break. */
  add(broken: number | null): void {
    this.checked++;
    if (broken !== null) this.sizes.push(Math.abs(broken));
  }

  /** What is to be said at the head of the column of verdicts; nothing where most rows agree. */
  summary(language: Language): string | null {
    const { checked, sizes, identity } = this;
    if (checked < ENOUGH_ROWS || sizes.length < checked * NEARLY_ALL) return null;
    const middle = sizes.slice().sort((a, b) => a - b)[Math.floor(sizes.length / 2)]!;
    const size = sizeOf(middle, COLUMNS[identity.published].measures === 'quantity', language);
    const [breaks, all] = [sizes.length, checked].map((count) => count.toLocaleString('en-US'));
    return language === 'zh'
      ? `${identity.title.zh} ${all} 行中 ${breaks} 行，中位数 ${size}`
      : `${identity.title.en} in ${breaks} of ${all} rows, median ${size}`;
  }
}

/** `（融资余额差异 3,670 行中 3,670 行，中位数 19 亿元）` */
export function summaryOf(breaks: readonly Breaks[], language: Language): string {
  const said = breaks.flatMap((column) => column.summary(language) ?? []);
  if (said.length === 0) return '';
  return language === 'zh' ? `（${said.join('；')}）` : ` (${said.join('; ')})`;
}

const STEPS: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, ' billion'],
    [1e6, ' million'],
    [1e3, ' thousand'],
  ],
};

function sizeOf(amount: number, isQuantity: boolean, language: Language): string {
  const [step, word] = STEPS[language].find(([least]) => amount >= least) ?? [1, ''];
  const shown = Number((amount / step).toPrecision(2));
  return language === 'zh'
    ? `${shown} ${word}${isQuantity ? '股' : '元'}`
    : `${shown}${word} ${isQuantity ? 'shares' : 'yuan'}`;
}
