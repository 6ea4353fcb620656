import type { Definition } from '../../functions/catalogue/define';
import type { Words } from '../../functions/catalogue/words-of';
import type { Language } from '../../language';
import { type Dialect, dialects } from '../../number/sql-dialects';
import { html, type Html } from '../html';
import { functionText } from '../sql/library';
import { LABELS } from './labels';

/** What is longer stands in the library alone: pages stay quick to open. */
const LONGEST = 6_000;

/** The function for the first engine, folded, and the libraries of all; nothing where it has no closed form. */
export function sqlSection(definition: Definition, words: Words, language: Language): Html | undefined {
  const [first] = dialects as readonly [Dialect, ...Dialect[]];
  const text = functionText(definition, words, first);
  if (text === undefined) return undefined;
  const shown = text.length <= LONGEST ? text : undefined;
  return html`<section>
<h2>${LABELS.sql[language]}</h2>
<p>${dialects.map(({ name, title }) => html`<a href="../sql/rzrq.${name}.sql" download>${title}</a> `)}</p>
${
  shown &&
  html`<details>
<summary>${first.title}</summary>
<pre><code>${shown}</code></pre>
</details>
`
}</section>
`;
}
