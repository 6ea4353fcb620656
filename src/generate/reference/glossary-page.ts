import type { Term } from '../../functions/glossary';
import { html } from '../html';
import { both, eachLanguage } from './bilingual';
import { frame } from './frame';

/** The terms of the field, each with the functions that compute it or take it. */
export function glossaryPage(glossary: readonly Term[]): string {
  return frame({
    title: 'Glossary · 术语 · RZRQ Functions',
    description: 'Terms of margin trading and securities lending in English and Chinese. 融资融券术语中英对照。',
    heading: both({ en: 'Glossary', zh: '术语' }),
    body: eachLanguage(
      (language) => html`<dl class="glossary">
${glossary.map(
  ({
    term,
    meaning,
    functions,
  }) => html`<dt>${term[language]} <small lang="${language === 'zh' ? 'en' : 'zh-CN'}">${term[language === 'zh' ? 'en' : 'zh']}</small></dt>
<dd>${meaning[language]}${functions.map((id) => html` <a href="../functions/${id}.html"><code>${id}</code></a>`)}</dd>
`,
)}</dl>
`,
    ),
  });
}
