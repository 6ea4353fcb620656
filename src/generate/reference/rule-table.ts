import type { Language } from '../../language';
import type { RuleRow } from '../../functions/catalogue/words-of';
import { html, type Html } from '../html';
import { LABELS } from './labels';
import { sourceLine } from './source-line';

/** What was laid down when, with the notice behind each row. */
export function ruleTable(rules: readonly RuleRow[], language: Language): Html {
  const heads = [LABELS.from, LABELS.exchanges, LABELS.figure, LABELS.binds, LABELS.basis];
  return html`<table class="stacks rules">
<thead><tr>${heads.map((head) => html`<th scope="col">${head[language]}</th>`)}</tr></thead>
<tbody>
${rules.map(
  ({
    from,
    exchanges,
    figure,
    binds,
    note,
    source,
  }) => html`<tr><th scope="row"><time>${from}</time></th><td>${exchanges[language]}</td><td>${figure[language]}</td><td data-label="${LABELS.binds[language]}">${binds[language]}${note && html`${language === 'zh' ? '；' : '; '}${note[language]}`}</td><td data-label="${LABELS.basis[language]}">${sourceLine(source, language)}</td></tr>
`,
)}</tbody>
</table>
`;
}
