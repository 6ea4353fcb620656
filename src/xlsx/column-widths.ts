import { childrenOf, parsed } from './elements';
import { bytesOfText, escaped } from './text';

/** ECMA-376, 18.3.1.13: a width holds five pixels of margin at seven pixels a digit. */
const MARGIN = 5 / 7;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The widths of a sheet with another one for some columns, which keep what else is said of them. */
export function withWidth(
  text: string | undefined,
  prefix: string,
  { column, columns }: { readonly column: number; readonly columns: number },
  width: number,
): string {
  const [first, last] = [column + 1, column + columns];
  const spans = text === undefined ? [] : spansOf(text);
  const set = { width: String(Math.round((width + MARGIN) * 256) / 256), customWidth: '1' };
  const result: Span[] = [];
  let next = first;
  for (const span of spans) {
    if (span.to < first || span.from > last) {
      result.push(span);
      continue;
    }
    if (span.from < first) result.push({ ...span, to: first - 1 });
    const [from, to] = [Math.max(span.from, first), Math.min(span.to, last)];
    if (next < from) result.push({ from: next, to: from - 1, attributes: new Map(Object.entries(set)) });
    result.push({ from, to, attributes: new Map([...span.attributes, ...Object.entries(set)]) });
    next = to + 1;
    if (span.to > last) result.push({ ...span, from: last + 1 });
  }
  if (next <= last) result.push({ from: next, to: last, attributes: new Map(Object.entries(set)) });
  const cols = result
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, attributes }) => {
      const others = [...attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
      return `<${prefix}col min="${from}" max="${to}"${others}/>`;
    });
  return `<${prefix}cols>${cols.join('')}</${prefix}cols>`;
}

function spansOf(text: string): readonly Span[] {
  return childrenOf(parsed(bytesOfText(text), 'cols'), 'col').map((element) => {
    const attributes = new Map(element.attributes());
    const [from, to] = ['min', 'max'].map((name) => Number(attributes.get(name))) as [number, number];
    attributes.delete('min');
    attributes.delete('max');
    return { from, to, attributes };
  });
}
