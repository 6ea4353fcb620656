import type { Language, Text } from '../../language';
import type { Definition } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import type { Source } from '../../functions/catalogue/sources';
import { exampleSources } from '../../functions/describe';
import type { Words } from '../../functions/catalogue/words-of';
import { html, type Content, type Html } from '../html';
import { argumentTable, nameOf } from './argument-table';
import { both, eachLanguage } from './bilingual';
import { breakable } from './breakable';
import { errorTable } from './error-table';
import { exampleFigure } from './examples';
import { formula } from './formula';
import { frame } from './frame';
import { LABELS, RETURNS } from './labels';
import { ruleTable } from './rule-table';
import { sourceLine } from './source-line';
import { sqlSection } from './sql-section';

/** What "Help on this function" opens: everything about one function, in both languages. */
export function functionPage(definition: Definition, words: Readonly<Record<string, Words>>): string {
  const own = words[definition.id]!;
  return frame({
    title: `${definition.id} · ${own.title.zh}`,
    description: `${own.doc.en} ${own.doc.zh}`,
    heading: html`<code>RZRQ.<wbr>${breakable(definition.id)}</code> <small>${both(own.title)}</small>`,
    body: eachLanguage((language) => article(definition, own, words, language)),
  });
}

function article(definition: Definition, own: Words, words: Readonly<Record<string, Words>>, language: Language): Html {
  const section = (label: Text, content: Content) => html`<section>
<h2>${label[language]}</h2>
${content}</section>
`;
  return html`<p class="lead">${own.doc[language]}</p>
<p class="family"><a href="../reference/index.html#${own.family}-${language}">${families[own.family][language]}</a></p>
${section(LABELS.formula, formula(own.formula[language]))}${section(
    LABELS.syntax,
    html`<p class="syntax"><code>${syntax(definition, language)}</code></p>
`,
  )}${section(LABELS.arguments, argumentTable(definition, own, language))}${section(
    LABELS.result,
    html`<p>${RETURNS[own.returns][language]} ${spills(definition)[language]}</p>
`,
  )}${section(
    LABELS.examples,
    own.examples.map((example, order) => exampleFigure(definition, own, example, order, language)),
  )}${own.rules && section(LABELS.rules, ruleTable(own.rules, language))}${own.remarks && section(LABELS.remarks, list(own.remarks.map((remark) => remark[language])))}${section(LABELS.errors, errorTable(definition, own, language))}${section(
    LABELS.sources,
    html`${sourceList(LABELS.rule, own.sources, language)}${sourceList(LABELS.exampleFrom, exampleSources(own), language)}`,
  )}${sqlSection(definition, own, language)}${section(
    LABELS.related,
    list(own.related.map((id) => html`<a href="${id}.html"><code>${id}</code> ${words[id]!.title[language]}</a>`)),
  )}`;
}

function sourceList(label: Text, sources: readonly Source[], language: Language): Html | undefined {
  return sources.length === 0
    ? undefined
    : html`<h3>${label[language]}</h3>
${list(sources.map((source) => sourceLine(source, language)))}`;
}

const SPILLS = {
  rows: {
    en: 'Where an argument is a column or a block, the result spills into as many cells; an empty row stays empty.',
    zh: '参数为整列或整块时，结果溢出到同样多的单元格；空行的结果为空。',
  },
  days: {
    en: 'One number a day, spilled in the shape of the first range; trailing blank days are left out.',
    zh: '每日一个数值，按首个区域的形状溢出；末尾的空白日不返回。',
  },
  whole: { en: 'One result for all the cells.', zh: '全部单元格得出一个结果。' },
  table: { en: '', zh: '' },
} satisfies Record<string, Text>;

function spills({ kind, params }: Definition): Text {
  if (kind === 'running') return SPILLS.days;
  if (kind === 'table') return SPILLS.table;
  return params.some((param) => param.kind === 'cell' || param.kind === 'date') ? SPILLS.rows : SPILLS.whole;
}

function syntax({ id, params }: Definition, language: Language): string {
  const names = params.map((param) => (param.optional ? `[${nameOf(param, language)}]` : nameOf(param, language)));
  return `=RZRQ.${id}(${names.join(', ')})`;
}

function list(items: readonly Content[]): Html {
  return html`<ul>
${items.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`;
}
