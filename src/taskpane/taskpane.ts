// Entry of the page in Excel. The functions are loaded before it; the pane is painted before Office is ready.
import { LANGUAGE_TAG, languageOf } from '../language';
import './page.css';
import { officeHost } from '../workbook/office-host';
import { officeWorkbook } from '../workbook/office';
import type { Theme } from './context';
import { mountPane, type Pane } from './pane';
import type { Press } from './ribbon';
import { speaker } from './words';

const root = document.getElementById('pane')!;
const system = matchMedia('(prefers-color-scheme: dark)');

let language = languageOf(new URLSearchParams(location.search).get('lang') ?? hostLocale() ?? navigator.language);
let theme: Theme = system.matches ? 'dark' : 'light';
let pane = mount();

function mount(): Pane {
  document.documentElement.lang = LANGUAGE_TAG[language];
  document.title = speaker(language)('product');
  return mountPane(root, officeWorkbook(), { language, theme, host: officeHost });
}

/** Excel tells its language in the page's address, before Office is ready: `Excel$Win32$16.01$zh-CN$…`. */
function hostLocale(): string | undefined {
  return new URLSearchParams(location.search).get('_host_Info')?.split('$')[3];
}

/** Office's own theme where it has one; the system's otherwise. */
function hostTheme(): Theme {
  const { isDarkTheme, bodyBackgroundColor } = Office.context.officeTheme ?? {};
  if (isDarkTheme !== undefined) return isDarkTheme ? 'dark' : 'light';
  const shade = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(bodyBackgroundColor ?? '');
  if (!shade) return system.matches ? 'dark' : 'light';
  return shade.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) < 3 * 128 ? 'dark' : 'light';
}

function setTheme(changed: Theme): void {
  theme = changed;
  pane.setTheme(theme);
}

async function joinOffice(): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return pane.report(speaker(language)('noExcel'), true);
  const asked = new URLSearchParams(location.search).get('lang');
  const spoken = languageOf(asked ?? Office.context.displayLanguage);
  if (spoken !== language) {
    language = spoken;
    pane.dispose();
    pane = mount();
  }
  setTheme(hostTheme());
  // Not before: the pane of another language would take the press away with it.
  window.rzrqRibbon?.listen((press) => void pane.attempt(() => answer(press)));
}

async function answer({ view, command, visible }: Press): Promise<void> {
  await visible;
  pane.open(view, command);
}

system.addEventListener('change', () =>
  setTheme(typeof Office === 'undefined' ? (system.matches ? 'dark' : 'light') : hostTheme()),
);
if (typeof Office === 'undefined') pane.report(speaker(language)('noOffice'), true);
else void joinOffice();
