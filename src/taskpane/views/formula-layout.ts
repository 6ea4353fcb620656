import { clausesOf, type Clause, type Item } from '../../functions/catalogue/formula-items';
import { type Child, element } from '../element';

/** A formula of the words, set, with a line for each clause; read aloud it is the text. */
export function formulaLayout(text: string): HTMLElement {
  return element('div', { class: 'formula', role: 'math', 'aria-label': text }, ...clausesOf(text).map(line));
}

function line({ when, items }: Clause): HTMLElement {
  return element('p', {}, ...when.map((text) => element('span', { class: 'hint' }, `${text} `)), ...items.map(set));
}

function set(item: Item): Child {
  if ('text' in item) return item.text;
  if ('sign' in item) return element('span', { class: 'operator' }, item.sign);
  if ('index' in item) return element('sub', {}, item.index);
  if ('unseen' in item) return undefined;
  return element(
    'span',
    { class: 'fraction' },
    element('span', { class: 'over' }, ...item.over.map(set)),
    element('span', { class: 'under' }, ...item.under.map(set)),
  );
}
