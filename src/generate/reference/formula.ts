import { clausesOf, type Clause, type Item } from '../../functions/catalogue/formula-items';
import { html, type Html } from '../html';

/** A formula of the words, set, with a line for each clause. The text stays what it is for whoever copies it or has it read aloud. */
export function formula(text: string): Html {
  return html`<div class="formula">
${clausesOf(text).map(
  (clause) => html`<p>${line(clause)}</p>
`,
)}</div>
`;
}

function line({ when, items }: Clause): Html {
  return html`${when.map((text) => html`<span class="when">${text}</span> `)}${items.map(set)}`;
}

function set(item: Item): Html {
  if ('text' in item) return html`${item.text}`;
  if ('sign' in item) return html`<span class="operator"> ${item.sign} </span>`;
  if ('index' in item) return html`<sub>${item.index}</sub>`;
  if ('unseen' in item) return unseen(item.unseen);
  return html`<span class="fraction"><span class="over">${item.over.map(set)}</span>${unseen(' ÷ ')}<span class="under">${item.under.map(set)}</span></span>`;
}

/** Copied and read aloud, but not seen. */
function unseen(text: string): Html {
  return html`<span class="unseen">${text}</span>`;
}
