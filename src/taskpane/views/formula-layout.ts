import { clausesOf, type Clause, type Item } from '../../functions/catalogue/formula-items';
import { type Child, element } from '../element';

/** A formula of the words, set, with a line for each clause; read aloud it is the text. */
export function formulaLayout(text: string): HTMLElement {
  return element('div', { class: 'formula', role: 'math', 'aria-label': text }, ...clausesOf(text).map(line));
}

/** Longer words may be broken anywhere. */
const LONGEST_UNBROKEN = 28;

function line({ when, items }: Clause): HTMLElement {
  return element('p', {}, ...when.map((text) => element('span', { class: 'hint' }, `${text} `)), ...setAll(items));
}

/** A line is broken before a sign, and never behind an opening parenthesis or in the name of an operand. */
function setAll(items: readonly Item[]): Child[] {
  let leading: Child[] = [];
  return items.flatMap((item, i) => {
    const next = items[i + 1];
    const leads = 'sign' in item || ('text' in item && /[(（]$/.test(item.text));
    if (leads && next && isName(next)) {
      leading.push(set(item));
      return [];
    }
    if (!isName(item)) return [set(item)];
    const operand = element('span', { class: 'operand' }, ...leading, item.text);
    leading = [];
    return [operand];
  });
}

const isName = (item: Item): item is { readonly text: string } =>
  'text' in item && item.text.length <= LONGEST_UNBROKEN && /^[^\s,，、]/.test(item.text);

function set(item: Item): Child {
  if ('text' in item) return item.text;
  if ('sign' in item) return element('span', { class: 'operator' }, item.sign);
  if ('index' in item) return element('sub', {}, item.index);
  if ('unseen' in item) return undefined;
  return element(
    'span',
    { class: 'fraction' },
    element('span', { class: 'over' }, ...setAll(item.over)),
    element('span', { class: 'under' }, ...setAll(item.under)),
  );
}
