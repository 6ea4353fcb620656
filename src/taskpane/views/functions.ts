import type { Definition } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import { definitions } from '../../functions/index';
import { words } from '../../functions/words';
import type { Family } from '../../functions/catalogue/words-of';
import { LANGUAGE_TAG } from '../../language';
import type { PaneContext, View } from '../context';
import { element, replaceChildren } from '../element';
import { findFunctions } from '../search/functions';
import { functionCard } from './function-card';

/** All functions by family, a search, and a card for each. */
export function functionsView(context: PaneContext): View {
  const { language, say } = context;
  const box = element('input', {
    type: 'search',
    id: 'rzrq-search',
    'aria-label': say('search'),
    placeholder: say('searchHint'),
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: list,
    onkeydown: openFirst,
  });
  const count = element('p', { class: 'hint', role: 'status' });
  const results = element('div', { class: 'results' });
  const link = (word: 'reference' | 'installing' | 'samples' | 'as_names', page: string) =>
    element('a', { href: page, target: '_blank', rel: 'noopener' }, say(word));
  const tag = LANGUAGE_TAG[language];
  const welcome = element(
    'div',
    { class: 'welcome' },
    element('p', {}, say('welcome')),
    element(
      'p',
      { class: 'links' },
      link('reference', `reference/index.html?lang=${tag}`),
      link('installing', `reference/install.html?lang=${tag}`),
      link('samples', language === 'zh' ? 'samples/rzrq-samples.xlsx' : 'samples/rzrq-samples-en.xlsx'),
      link('as_names', `reference/install.html?lang=${tag}#names-${language}`),
    ),
  );
  const overview = element('div', {}, box, count, welcome, results);
  const card = element('div', { hidden: true });
  const panel = element('div', {}, overview, card);
  list();

  function list(): void {
    const query = box.value.trim();
    const found = query === '' ? undefined : findFunctions(query);
    count.textContent =
      found === undefined
        ? ''
        : found.length > 0
          ? say('found', { count: found.length })
          : say('nothingFound', { text: query });
    welcome.hidden = found !== undefined;
    replaceChildren(results, ...(found ? [found.length > 0 && functionList(found)] : byFamily()));
  }

  function byFamily(): HTMLElement[] {
    return (Object.keys(families) as Family[])
      .map((family) => ({ family, members: definitions.filter(({ id }) => words[id]!.family === family) }))
      .filter(({ members }) => members.length > 0)
      .map(({ family, members }) =>
        element('section', {}, element('h2', {}, families[family][language]), functionList(members)),
      );
  }

  function functionList(members: readonly Definition[]): HTMLElement {
    return element(
      'ul',
      { class: 'list' },
      ...members.map(({ id }) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'row', id: `rzrq-function-${id}`, onclick: () => open(id) },
            element('code', {}, id),
            element('span', { class: 'title' }, words[id]!.title[language]),
            element('span', { class: 'hint' }, words[id]!.doc[language]),
          ),
        ),
      ),
    );
  }

  function openFirst(event: KeyboardEvent): void {
    const [first] = event.key === 'Enter' ? findFunctions(box.value) : [];
    if (!first || box.value.trim() === '') return;
    // Else the same key would press the button that takes the focus.
    event.preventDefault();
    open(first.id);
    card.querySelector<HTMLElement>('button.primary')!.focus();
  }

  function open(id: string): void {
    const back = element(
      'button',
      { type: 'button', class: 'link back', onclick: () => close(id) },
      `‹ ${say('back')}`,
    );
    replaceChildren(card, back, functionCard(id, context, open));
    overview.hidden = true;
    card.hidden = false;
    panel.scrollTop = 0;
    back.focus();
  }

  function close(id: string): void {
    overview.hidden = false;
    card.hidden = true;
    (document.getElementById(`rzrq-function-${id}`) ?? box).focus();
  }

  return { panel, shown: (id) => id && open(id) };
}
