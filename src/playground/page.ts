// The bar above the workbook: name, function list, language, theme, and the status line.
import type { Language } from '../language';
import type { FunctionMetadata } from './metadata';
import { addressWith, LANGUAGE_TAG, type Theme } from './settings';
import { DARK, FUNCTIONS, LIGHT, OTHER_LANGUAGE, PANE, PRODUCT } from './words';

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** Sets the document's language; functions.js speaks it, so this comes before functions.js. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = LANGUAGE_TAG[language];
}

export function fillBar(language: Language): void {
  element('product').textContent = PRODUCT[language];
  element('functions').textContent = FUNCTIONS[language];
  document.title = PRODUCT[language];
}

/** Links to this page in the other language; `leave` is asked before the page goes, and keeps it by saying false. */
export function languageSwitch(language: Language, leave: () => Promise<boolean>): void {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const link = element<HTMLAnchorElement>('language');
  link.textContent = OTHER_LANGUAGE[language];
  link.lang = LANGUAGE_TAG[other];
  link.href = addressWith(location.href, 'lang', other);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    // In place of this page: going back to it would go back to the workbook as it was before.
    void leave().then((may) => may && location.replace(addressWith(location.href, 'lang', other)));
  });
}

/** Links every function to its page. */
export function listFunctions(functions: FunctionMetadata[], language: Language): void {
  const items = functions.map(({ id, name, description }) => {
    const link = document.createElement('a');
    const code = document.createElement('code');
    code.textContent = `RZRQ.${name}`;
    link.href = `functions/${id}.html?lang=${language}`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.append(code, description);
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  element('function-list').replaceChildren(...items);
  closeWhenLeft(element<HTMLDetailsElement>('menu'));
}

/** A menu closes when something else is pressed, and at Escape. */
export function closeWhenLeft(menu: HTMLDetailsElement): void {
  const elsewhere = ({ target }: Event) => {
    if (!menu.contains(target as Node)) menu.open = false;
  };
  // In the capture phase: the sheet keeps its events to itself.
  document.addEventListener('pointerdown', elsewhere, true);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')!.focus();
  });
}

export interface ThemeSwitch {
  current(): Theme;
  onChange(listener: (theme: Theme) => void): void;
}

/** Shows the theme and offers the other one; what nobody chose follows the system. */
export function themeSwitch(language: Language, asked: Theme | undefined): ThemeSwitch {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = element<HTMLButtonElement>('theme');
  const listeners: ((theme: Theme) => void)[] = [];
  let chosen = asked;
  const current = (): Theme => chosen ?? (system.matches ? 'dark' : 'light');
  const update = () => {
    document.documentElement.dataset.theme = current();
    button.textContent = (current() === 'dark' ? LIGHT : DARK)[language];
    for (const listener of listeners) listener(current());
  };
  system.addEventListener('change', update);
  button.addEventListener('click', () => {
    chosen = current() === 'dark' ? 'light' : 'dark';
    history.replaceState(null, '', addressWith(location.href, 'theme', chosen));
    update();
  });
  update();
  return { current, onChange: (listener) => listeners.push(listener) };
}

/** Shows the pane where there is room for it beside the sheet; the button shows and hides it anywhere. */
export function paneSwitch(pane: HTMLElement, language: Language): () => void {
  const button = element<HTMLButtonElement>('pane-switch');
  const show = (shown: boolean) => {
    pane.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  button.textContent = PANE[language];
  button.addEventListener('click', () => show(pane.hidden !== false));
  show(matchMedia('(min-width: 900px)').matches);
  return () => show(true);
}

/** Takes away the sign that stands where the sheet will be. */
export function endLoading(): void {
  element('loading').remove();
}
