import { words } from '../../functions/words';
import type { PaneContext, View } from '../context';
import { element, replaceChildren } from '../element';
import { findTerms } from '../search/glossary';

/** The terms of the field, each with the functions that use it. */
export function glossaryView(context: PaneContext): View {
  const { language, say } = context;
  const other = language === 'zh' ? 'en' : 'zh';
  const box = element('input', {
    type: 'search',
    'aria-label': say('glossarySearch'),
    placeholder: say('searchHint'),
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: list,
  });
  const results = element('dl', { class: 'terms' });
  const nothing = element('p', { class: 'hint', role: 'status' });
  list();

  function list(): void {
    const found = findTerms(box.value);
    nothing.textContent = found.length === 0 ? say('nothingTerm', { text: box.value.trim() }) : '';
    replaceChildren(
      results,
      ...found.flatMap(({ term, meaning, functions }) => [
        element(
          'dt',
          {},
          term[language],
          element('span', { class: 'hint', lang: other === 'zh' ? 'zh-CN' : 'en' }, ` ${term[other]}`),
        ),
        element(
          'dd',
          {},
          element('p', {}, meaning[language]),
          element(
            'p',
            { class: 'chips' },
            ...functions
              .filter((id) => words[id])
              .map((id) =>
                element(
                  'button',
                  { type: 'button', class: 'chip', onclick: () => context.open('functions', id) },
                  words[id]!.title[language],
                ),
              ),
          ),
        ),
      ]),
    );
  }

  return { panel: element('div', {}, box, nothing, results) };
}
