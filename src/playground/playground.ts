// Entry of the embedded workbook. The page loads this first and functions.js second; the host must be there in between.
import './playground.css';
import type { ChosenFile } from '../import/protocol';
import { mountPane } from '../taskpane/pane';
import { univerWorkbook } from '../workbook/univer';
import { mend } from '../taskpane/mend/mend';
import { speaker } from '../taskpane/words';
import { arrived, openDesk } from './files/desk';
import { remarkLine } from './files/remark';
import { nameControls } from './accessible';
import { focusSheet, listenToKeys, speakSelection } from './keyboard';
import { allAnswer, installHost, isAssociated } from './host';
import { Messages } from './messages';
import { loadMetadata } from './metadata';
import { endLoading, fillBar, languageSwitch, listFunctions, paneSwitch, setLanguage, themeSwitch } from './page';
import { probe, type WorkbookProbe } from './probe';
import { sampleWorkbook, welcomeOf } from './samples';
import { type SelectedError, selectedError } from './selected-error';
import { languageFrom, themeFrom } from './settings';
import { setStatus, statusLine } from './status';
import { triedExample } from './try-it';
import { openWorkbook } from './workbook';
import { FAILED, HINT, TOO_LARGE } from './words';

declare global {
  interface Window {
    readonly rzrqWorkbook: WorkbookProbe;
  }
}

const language = languageFrom(location.search, navigator.language);
setLanguage(language);
installHost();

async function open(): Promise<void> {
  fillBar(language);
  statusLine(language);
  const metadata = await loadMetadata(language);
  const missing = metadata.functions.filter(({ id }) => !isAssociated(id));
  if (missing.length > 0) throw new Error(`functions.js lacks ${missing.map(({ id }) => id).join(', ')}`);
  await allAnswer();
  listFunctions(metadata.functions, language);

  const theme = themeSwitch(language, themeFrom(location.search));
  const container = document.getElementById('workbook')!;
  const tried = triedExample(location.search, language);
  const remark = remarkLine(language);
  const start = await arrived(language);
  const { api, injector } = openWorkbook(
    container,
    metadata,
    language,
    theme.current() === 'dark',
    start?.data ?? sampleWorkbook(language, tried?.sheet),
  );
  const side = document.getElementById('pane')!;
  const book = univerWorkbook(api, injector);
  const pane = mountPane(side, book, {
    language,
    theme: theme.current(),
    leave: () => focusSheet(injector),
    host: async () => ['Univer', navigator.userAgent],
  });
  const showPane = paneSwitch(side, language);
  listenToKeys(injector, { pane, side, showPane });
  nameControls(container, language);
  const take = (files: readonly ChosenFile[]) => {
    showPane();
    pane.take(files);
  };
  const desk = openDesk({ api, injector, port: book, language, start, say: remark, take });
  languageSwitch(language, async () => (await desk.carry()) || confirm(TOO_LARGE[language]));
  theme.onChange((changed) => {
    api.toggleDarkMode(changed === 'dark');
    pane.setTheme(changed);
  });

  const messages = new Messages(injector);
  messages.showOnHover((id) => api.getActiveWorkbook()?.getSheetBySheetId(id)?.getSheet());
  const workbook = probe(api, injector, messages);
  const hintOn = (sheet: string) =>
    sheet === tried?.sheet.name ? tried.hint : (welcomeOf(sheet, language) ?? HINT[language]);
  const say = speaker(language);
  const offer = ({ formula, at }: NonNullable<SelectedError['meant']>) => ({
    text: `${say('meant')} ${formula}`,
    label: say('applyMeant'),
    act: () => void mend(book, at, formula).then(report),
  });
  let latest = 0;
  const report = async () => {
    speakSelection(workbook, language);
    const turn = ++latest;
    const error = await selectedError(book, workbook, language);
    if (turn !== latest) return;
    if (error) {
      const { cell, code, text, meant } = error;
      setStatus([cell, code, text].filter(Boolean).join(' '), true, meant && offer(meant));
    } else setStatus(hintOn(workbook.activeSheet()), false);
  };
  book.onSelection(() => void report());
  book.onChange(() => void report());
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== api.Enum.LifecycleStages.Steady) return;
    if (start) void desk.settle();
    else if (tried) {
      const { row, column } = tried.formulaAt;
      const sheet = api.getActiveWorkbook()!.getActiveSheet();
      const first = tried.firstColumn(container.clientWidth);
      if (first > 0) sheet.scrollToCell(0, first);
      sheet.getRange(row, column).activate();
    }
    endLoading();
    void report();
    Object.defineProperty(window, 'rzrqWorkbook', { value: workbook });
  });
}

document.addEventListener('DOMContentLoaded', () => {
  open().catch((error: unknown) => {
    console.error(error);
    endLoading();
    setStatus(FAILED[language], true);
  });
});
