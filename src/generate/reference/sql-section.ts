import type { Definition } from '../../functions/catalogue/define';
import type { Words } from '../../functions/catalogue/words-of';
import type { Language } from '../../language';
import { type Dialect, dialects } from '../../number/sql-dialects';
import { html, type Html } from '../html';
import { ABSENT } from '../sql/absent';
import { functionText, viewText } from '../sql/library';
import { views } from '../sql/views';
import { LABELS } from './labels';
import { prose } from './prose';

/** What is longer stands in the library alone: pages stay quick to open. */
const LONGEST = 6_000;

/** The function or its queries for the first engine, folded, and the libraries of all; else why there is none. */
export function sqlSection(definition: Definition, words: Words, language: Language): Html {
  const [first] = dialects as readonly [Dialect, ...Dialect[]];
  const own = functionText(definition, words, first);
  const queries = views.filter(({ id }) => id === definition.id);
  const texts = own === undefined ? queries.map((view) => viewText(view, first)) : [own];
  const absent = ABSENT[definition.id];
  const body =
    texts.length > 0
      ? html`<p>${queries.length > 0 ? html`${queries.map(({ name }) => html`<code>${name}</code> `)}` : undefined}${dialects.map(({ name, title }) => html`<a href="../sql/rzrq.${name}.sql" download>${title}</a> `)}</p>
${texts
  .filter(({ length }) => length <= LONGEST)
  .map(
    (text) => html`<details>
<summary>${first.title}</summary>
<pre><code>${text}</code></pre>
</details>
`,
  )}`
      : html`<p>${LABELS.notInSql[language]}${absent && prose(absent[language])}</p>
`;
  return html`<section>
<h2>${LABELS.sql[language]}</h2>
${body}</section>
`;
}
