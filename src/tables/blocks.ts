import { isFigure, type Column } from './columns';
import type { Market } from './exchange';
import type { Heading } from './heading';

/** The columns of one market or security, where a row of the table holds several; else all columns. */
export interface Block {
  readonly market: Market | null;
  readonly code: string;
  /** Which headers belong to it, with those that belong to all. */
  readonly headers: readonly number[];
}

/** A table with a block of columns for each market (上海 | 深圳 | 合计) has so many rows in each of its rows. */
export function blocksOf(headings: readonly Heading[]): Block[] {
  const places = headings.map((_, at) => at);
  const figures = places.filter((at) => figuresOf(headings[at]!).length > 0);
  const labels = [...new Set(figures.map((at) => labelOf(headings[at]!)))];
  const labelled = labels.filter((label) => label !== '');
  const own = (label: string) => figures.filter((at) => labelOf(headings[at]!) === label);
  const shared = places.filter((at) => !figures.includes(at));
  const block = (label: string, headers: readonly number[]): Block => {
    const [first] = own(label);
    const { market = null, code = '' } = label === '' || first === undefined ? {} : headings[first]!;
    return { market, code, headers };
  };
  const [only = ''] = labelled;
  if (labelled.length === 0) return [block('', places)];
  if (labelled.length === 1 && !overlap(headings, own(only), own(''))) return [withoutTotal(block(only, places))];
  return labels.map((label) =>
    block(
      label,
      [...shared, ...own(label)].sort((a, b) => a - b),
    ),
  );
}

function labelOf({ market, code }: Heading): string {
  return code || (market ? market.word : '');
}

function figuresOf({ readings }: Heading): Column[] {
  return readings.map(({ column }) => column).filter(isFigure);
}

function overlap(headings: readonly Heading[], some: readonly number[], others: readonly number[]): boolean {
  const columns = (places: readonly number[]) => new Set(places.flatMap((at) => figuresOf(headings[at]!)));
  const taken = columns(others);
  return [...columns(some)].some((column) => taken.has(column));
}

/** 融资余额合计 in a table of one market says nothing of where. */
function withoutTotal(block: Block): Block {
  return block.market?.exchange === null ? { ...block, market: null } : block;
}
