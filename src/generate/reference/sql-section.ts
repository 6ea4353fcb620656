import type { Definition } from '../../functions/catalogue/define';
import type { Words } from '../../functions/catalogue/words-of';
import type { Language } from '../../language';
import { dialects } from '../../number/sql-dialects';
import { html, type Html } from '../html';
import { functionText } from '../sql/library';
import { LABELS } from './labels';

/** The function for each engine, folded; nothing where it has no closed form. */
export function sqlSection(definition: Definition, words: Words, language: Language): Html | undefined {
  const texts = dialects.flatMap((dialect) => {
    const text = functionText(definition, words, dialect);
    return text === undefined ? [] : [{ dialect, text }];
  });
  if (texts.length === 0) return undefined;
  return html`<section>
<h2>${LABELS.sql[language]}</h2>
${texts.map(
  ({ dialect, text }) => html`<details>
<summary>${dialect.title}</summary>
<p><a href="../sql/rzrq.${dialect.name}.sql" download>rzrq.${dialect.name}.sql</a></p>
<pre><code>${text}</code></pre>
</details>
`,
)}</section>
`;
}
