import type { Language, Text } from '../../language';
import { html, type Html } from '../html';
import { both, eachLanguage } from './bilingual';
import { frame } from './frame';
import { plain, prose } from './prose';

/** A part of an article; its texts are prose. */
export type Block =
  | { readonly text: Text }
  | { readonly list: readonly Text[] }
  | { readonly steps: readonly Text[] }
  | { readonly code: string }
  /** Files of the site's root that name its address, offered with the address at which the reader has the page open. */
  | { readonly addressed: readonly string[]; readonly needs: Text }
  | { readonly head: readonly Text[]; readonly rows: readonly (readonly Text[])[] };

export interface Section {
  /** Its address in the page, with the language behind it. */
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
}

/** A page of prose in both languages. */
export interface Article {
  /** The name of its file. */
  readonly name: string;
  readonly title: Text;
  readonly lead: Text;
  readonly sections: readonly Section[];
}

export function articlePage({ title, lead, sections }: Article): string {
  return frame({
    title: `${title.en} · ${title.zh} · RZRQ Functions`,
    description: `${plain(lead.en)} ${plain(lead.zh)}`,
    heading: both(title),
    body: eachLanguage(
      (language) => html`<p class="lead">${prose(lead[language])}</p>
${sections.map((section) => sectionOf(section, language))}`,
    ),
  });
}

function sectionOf({ id, title, blocks }: Section, language: Language): Html {
  return html`<section>
<h2 id="${id}-${language}">${prose(title[language])}</h2>
${blocks.map((block) => blockOf(block, language))}</section>
`;
}

function blockOf(block: Block, language: Language): Html {
  const items = (texts: readonly Text[]) =>
    texts.map(
      (text) => html`<li>${prose(text[language])}</li>
`,
    );
  if ('text' in block)
    return html`<p>${prose(block.text[language])}</p>
`;
  if ('list' in block)
    return html`<ul>
${items(block.list)}</ul>
`;
  if ('steps' in block)
    return html`<ol>
${items(block.steps)}</ol>
`;
  if ('code' in block)
    return html`<pre tabindex="0"><code>${block.code}</code></pre>
`;
  if ('addressed' in block)
    return html`<div class="here" hidden><p><code class="address"></code></p>
<p class="needs" hidden>${prose(block.needs[language])}</p>
<p class="files">${block.addressed.map((file) => html`<button type="button" data-file="${file}">${file}</button> `)}</p></div>
`;
  return html`<table class="stacks">
<thead><tr>${block.head.map((head) => html`<th scope="col">${prose(head[language])}</th>`)}</tr></thead>
<tbody>
${block.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${prose(cell[language])}</th>` : html`<td data-label="${plain(block.head[i]![language])}">${prose(cell[language])}</td>`))}</tr>
`,
)}</tbody>
</table>
`;
}
