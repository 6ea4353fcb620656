import type { Language } from '../../language';
import type { Definition } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import type { Family, Words } from '../../functions/catalogue/words-of';
import { html, type Html } from '../html';
import { syllables } from '../pinyin';
import { both, eachLanguage } from './bilingual';
import { frame } from './frame';

/** Every function by family; the script adds a search, and without it this is a list. */
export function indexPage(definitions: readonly Definition[], words: Readonly<Record<string, Words>>): string {
  return frame({
    title: 'RZRQ Functions · 融资融券函数',
    description: 'Every function for Chinese margin trading and securities lending. 全部融资融券函数。',
    heading: both({ en: 'Functions', zh: '函数' }),
    body: eachLanguage((language) => listing(definitions, words, language)),
  });
}

function listing(definitions: readonly Definition[], words: Readonly<Record<string, Words>>, language: Language): Html {
  const text = TEXTS[language];
  return html`<p class="lead">${text.lead}</p>
<p class="search" hidden><label>${text.search} <input type="search" placeholder="${text.hint}"></label> <span class="found" role="status"></span></p>
${(Object.keys(families) as Family[]).map((family) => {
  const members = definitions.filter(({ id }) => words[id]!.family === family);
  return html`<section class="found-in">
<h2 id="${family}-${language}">${families[family][language]}</h2>
<ul class="functions">
${members.map(({ id }) => entry(id, words[id]!, language))}</ul>
</section>
`;
})}`;
}

function entry(id: string, { title, doc, search }: Words, language: Language): Html {
  const other = language === 'zh' ? title.en : title.zh;
  const sounds = syllables(title.zh).split(' ');
  const keys = [other, ...search, sounds.join(''), sounds.map((sound) => sound[0]).join('')].join(' ').toLowerCase();
  return html`<li data-search="${keys}"><a href="../functions/${id}.html"><code>${id}</code></a> <strong>${title[language]}</strong> ${doc[language]}</li>
`;
}

const TEXTS = {
  en: {
    lead: 'Amounts are in 元, quantities in 股, 份 or 张, ratios are fractions (150% is 1.5), dates are Excel dates. Names are the same in every language: type =RZRQ. in a cell.',
    search: 'Search',
    hint: 'name, 中文, pinyin or field code',
  },
  zh: {
    lead: '金额以元计，数量以股、份或张计，比例为小数（150% 即 1.5），日期为 Excel 日期。函数名在任何语言下都相同：在单元格中输入 =RZRQ. 即可。',
    search: '搜索',
    hint: '名称、拼音、首字母或字段代码',
  },
} satisfies Record<Language, unknown>;
