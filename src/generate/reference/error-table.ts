import { listed, type Language, type Text } from '../../language';
import type { FaultKind } from '../../cells/fault';
import { EXPLANATIONS } from '../../binding/errors';
import type { DaysParam, Definition, Param, SeriesParam } from '../../functions/catalogue/define';
import type { Words } from '../../functions/catalogue/words-of';
import { html, type Html } from '../html';
import { nameOf } from './argument-table';
import { LABELS } from './labels';

/** When a parameter of some kind is to blame; `{params}` are those it concerns. */
interface Shared {
  readonly kind: FaultKind;
  readonly concerns: (param: Param, params: readonly Param[]) => boolean;
  readonly when: Text;
}

const holdsNumbers = (param: Param) => param.kind === 'cell' || param.kind === 'series';
const domainOf = (param: Param) => (param.kind === 'cell' || param.kind === 'series' ? param.domain : {});
const groupOf = ({ group }: SeriesParam | DaysParam, params: readonly Param[]) =>
  params.filter((param) => (param.kind === 'series' || param.kind === 'days') && param.group === group);

/** What every function does with cells like these, in the order in which it is tested. */
const SHARED: readonly Shared[] = [
  {
    kind: 'missing',
    concerns: (param) =>
      (holdsNumbers(param) && !param.optional && 'blank' in param && param.blank === 'missing') ||
      (param.kind === 'date' && !param.optional),
    when: {
      en: 'Blank, or a mark such as -- for “not published”, in {params}.',
      zh: '{params}为空，或为“--”等未公布的标记。',
    },
  },
  {
    kind: 'not_a_number',
    concerns: holdsNumbers,
    when: { en: 'Text that is no number, or TRUE or FALSE, in {params}.', zh: '{params}为非数字的文本或逻辑值。' },
  },
  {
    kind: 'written_as_percent',
    concerns: (param) => domainOf(param).percentAbove !== undefined,
    when: {
      en: 'A percentage written as a plain number (8.35 for 8.35%) in {params}.',
      zh: '{params}把百分数写成了普通数字（8.35% 写作 8.35）。',
    },
  },
  {
    kind: 'negative',
    concerns: (param) => domainOf(param).least === 0,
    when: { en: 'Below 0: {params}.', zh: '{params}小于 0。' },
  },
  {
    kind: 'larger_than_whole',
    concerns: (param) => domainOf(param).partOf !== undefined,
    when: {
      en: 'More than what it is a part of, by over 1%: {params}.',
      zh: '{params}超过应包含它的总额1%以上。',
    },
  },
  {
    kind: 'not_allowed',
    concerns: (param) => domainOf(param).only !== undefined,
    when: { en: 'Not one of the numbers that {params} may be.', zh: '{params}不是允许的数值。' },
  },
  {
    kind: 'not_a_date',
    concerns: (param) => param.kind === 'date' || param.kind === 'days',
    when: { en: 'No date between 1990 and 2100 in {params}.', zh: '{params}不是 1990 至 2100 年间的日期。' },
  },
  {
    kind: 'double_day',
    concerns: (param) => param.kind === 'days',
    when: {
      en: 'A day that is blank or there twice, beside a figure, in {params}.',
      zh: '{params}中有数值的行日期为空或重复。',
    },
  },
  {
    kind: 'not_a_choice',
    concerns: (param) => param.kind === 'choice',
    when: { en: 'Another word than those listed for {params}.', zh: '{params}不是所列的文字。' },
  },
  {
    kind: 'different_lengths',
    concerns: (param, params) =>
      (param.kind === 'series' || param.kind === 'days') && groupOf(param, params).length > 1,
    when: { en: 'Ranges that belong together differ in length: {params}.', zh: '应同长的区域长度不同：{params}。' },
  },
  {
    kind: 'no_partner',
    concerns: (param, params) =>
      (param.kind === 'cell' || param.kind === 'date') &&
      params.filter(({ kind }) => kind === 'cell' || kind === 'date').length > 1,
    when: {
      en: 'Ranges of different length: the cells without a partner.',
      zh: '各区域长度不同时，没有对应单元格之处。',
    },
  },
];

const PASSED_ON: Text = {
  en: 'A cell that is used holds an error: that same error.',
  zh: '所用单元格本身为错误值：返回同一错误值。',
};

/** Which errors come out: the function's own, then those of every function with such parameters. */
export function errorTable({ params }: Definition, { errors = [] }: Words, language: Language): Html {
  const shared = SHARED.flatMap(({ kind, concerns, when }) => {
    const concerned = params.filter((param) => concerns(param, params)).map((param) => nameOf(param, language));
    if (concerned.length === 0) return [];
    const names =
      concerned.length > 1 && concerned.length === params.length
        ? { en: 'any argument', zh: '任一参数' }[language]
        : listed(concerned, language);
    return [{ code: EXPLANATIONS[kind].code as string, when: when[language].replace('{params}', names) }];
  });
  const rows = (entries: readonly { readonly code: string; readonly when: string }[]) =>
    entries.map(
      ({ code, when }) => html`<tr><th scope="row"><code>${code}</code></th><td>${when}</td></tr>
`,
    );
  return html`<table class="errors">
<thead><tr><th scope="col">${LABELS.error[language]}</th><th scope="col">${LABELS.when[language]}</th></tr></thead>
${
  errors.length > 0
    ? html`<tbody>
${rows(errors.map(({ code, when }) => ({ code, when: when[language] })))}</tbody>
`
    : undefined
}<tbody>
<tr><th colspan="2" scope="rowgroup">${LABELS.everywhere[language]}</th></tr>
${rows([...shared, { code: '#…', when: PASSED_ON[language] }])}</tbody>
</table>
`;
}
