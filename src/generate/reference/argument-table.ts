import type { Language } from '../../language';
import type { Definition, Param } from '../../functions/catalogue/define';
import type { Words } from '../../functions/catalogue/words-of';
import { html, type Content, type Html } from '../html';
import { describe } from '../../functions/describe';
import { LABELS } from './labels';

/** Every argument with its unit, what it takes and what a blank means. */
export function argumentTable({ kind, params }: Definition, words: Words, language: Language): Html {
  return html`<table class="stacks arguments">
<thead><tr><th scope="col">${LABELS.argument[language]}</th><th scope="col">${LABELS.meaning[language]}</th><th scope="col">${LABELS.takes[language]}</th><th scope="col">${LABELS.blank[language]}</th></tr></thead>
<tbody>
${params.map(
  (
    param,
  ) => html`<tr><th scope="row"><code>${nameOf(param, language)}</code>${param.optional ? html` <small>${LABELS.optional[language]}</small>` : undefined}</th><td>${describe(param, words, language)}</td><td data-label="${LABELS.takes[language]}">${takes(param, kind, language)}</td><td data-label="${LABELS.blank[language]}">${blank(param, params, language)}</td></tr>
`,
)}</tbody>
</table>
`;
}

export function nameOf({ name, zh }: Param, language: Language): string {
  return language === 'zh' ? zh : name;
}

function takes(param: Param, kind: Definition['kind'], language: Language): Content {
  const zh = language === 'zh';
  switch (param.kind) {
    case 'cell':
      if (kind === 'running' || kind === 'table') return zh ? '单元格' : 'a cell';
      return zh ? '单元格，或整列、整块' : 'a cell, a column or a block';
    case 'date':
      return zh ? '日期，或一列日期' : 'a date, or a column of dates';
    case 'days':
      return zh ? '一段日期，与所属区域同长' : 'the days of the range, as long as it is';
    case 'header':
      return zh ? '标题文字' : 'a header';
    case 'series':
      return zh ? '一段区域，整体使用' : 'a range, used whole';
    case 'table':
      return zh ? '带标题行的区域' : 'a range with its header row';
    case 'choice':
      return param.options.map(
        ({ value, zh: word }, i) =>
          html`${i === 0 ? undefined : zh ? '、' : ', '}<code>${zh ? word : value}</code>${value === word ? undefined : html` <small>${zh ? value : word}</small>`}`,
      );
  }
}

function blank(param: Param, params: readonly Param[], language: Language): string {
  const zh = language === 'zh';
  if (param.optional) return zh ? '视同省略' : 'as if omitted';
  if (param.kind === 'table') return zh ? '空白格视为未公布' : 'a blank cell is not published';
  if (param.kind === 'date' || param.kind === 'choice' || param.kind === 'header' || param.blank === 'missing')
    return zh ? '视为缺失' : 'missing';
  if (param.blank === 'zero') return '0';
  const other = param.kind === 'series' ? params.find(({ name }) => name === param.missingBeside) : undefined;
  if (other) return zh ? `略过；${other.zh}有值时视为缺失` : `left out; missing where ${other.name} is there`;
  return zh ? '略过' : 'left out';
}
