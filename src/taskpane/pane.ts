import type { ChosenFile } from '../import/protocol';
import type { Language } from '../language';
import 'uplot/dist/uPlot.min.css';
import './pane.css';
import type { Workbook } from '../workbook/workbook';
import type { PaneContext, Theme, View, ViewId } from './context';
import { element } from './element';
import { lazily } from './lazily';
import { problemText } from './share/outline';
import { functionsView } from './views/functions';
import { insertView } from './views/insert';
import { VERSION } from '../version';
import { speaker } from './words';

const VIEWS: Readonly<Record<ViewId, (context: PaneContext) => View>> = {
  functions: functionsView,
  insert: insertView,
  explain: lazily(
    async () => (await import(/* webpackChunkName: "explain" */ './views/explain')).explainView,
    'follows',
  ),
  templates: lazily(async () => (await import(/* webpackChunkName: "templates" */ './views/templates')).templatesView),
  import: lazily(async () => (await import(/* webpackChunkName: "import" */ './views/import')).importView),
  share: lazily(async () => (await import(/* webpackChunkName: "share" */ './views/share')).shareView),
  look: lazily(async () => (await import(/* webpackChunkName: "look" */ './views/look')).lookView),
  glossary: lazily(async () => (await import(/* webpackChunkName: "glossary" */ './views/glossary')).glossaryView),
  selfTest: lazily(async () => (await import(/* webpackChunkName: "self-test" */ './views/self-test')).selfTestView),
};
type TabId = Exclude<ViewId, 'selfTest'>;
/** The self-test is opened from the foot. */
const isTab = (id: ViewId): id is TabId => id !== 'selfTest';
const ORDER = (Object.keys(VIEWS) as ViewId[]).filter(isTab);

export interface PaneOptions {
  readonly language: Language;
  readonly theme: Theme;
  /** Gives the keyboard back to the sheet, where the page can. */
  readonly leave?: () => void;
  /** What program this is, as lines of a report. */
  readonly host: () => Promise<readonly string[]>;
}

export interface Pane extends Pick<PaneContext, 'open' | 'report' | 'attempt'> {
  setTheme(theme: Theme): void;
  /** Brings files into the import. */
  take(files: readonly ChosenFile[]): void;
  /** Puts the keyboard into the pane. */
  focus(): void;
  /** Takes the pane away and stops listening. */
  dispose(): void;
}

/** Builds the pane into `root` over any workbook; paints at once and asks the workbook only when a view needs it. */
export function mountPane(root: HTMLElement, workbook: Workbook, { language, theme, leave, host }: PaneOptions): Pane {
  const say = speaker(language);
  const views = new Map<ViewId, View>();
  const status = element('p', { class: 'status', role: 'status' });
  const tabs: ReadonlyMap<ViewId, HTMLButtonElement> = new Map(
    ORDER.map(
      (id) =>
        [
          id,
          element('button', { type: 'button', role: 'tab', id: `rzrq-tab-${id}`, onclick: () => show(id) }, say(id)),
        ] as const,
    ),
  );
  const tabList = element(
    'div',
    { role: 'tablist', class: 'tabs', 'aria-label': say('tabs'), onkeydown: moveAmongTabs },
    ...tabs.values(),
  );
  const panels = element('div', { class: 'panels' });
  let current: ViewId = 'functions';
  let stopWatching: () => void = () => undefined;

  const context: PaneContext = {
    workbook,
    language,
    say,
    report,
    open: (view, at) => {
      show(view, at);
      if (at === undefined || !views.get(view)!.focus?.()) (tabs.get(view) ?? views.get(view)!.panel).focus();
    },
    host,
    leave: () => leave?.(),
    attempt: async (work) => {
      try {
        await work();
      } catch (problem) {
        report(say('failed', { text: problemText(problem, say) }), true);
      }
    },
  };

  function report(text: string, wrong = false): void {
    status.textContent = text;
    status.classList.toggle('wrong', wrong);
  }

  function show(id: ViewId, at?: string): void {
    current = id;
    if (!views.has(id)) {
      const view = VIEWS[id](context);
      view.panel.id = `rzrq-panel-${id}`;
      const tab = tabs.get(id);
      view.panel.setAttribute('role', tab ? 'tabpanel' : 'region');
      if (tab) view.panel.setAttribute('aria-labelledby', tab.id);
      else view.panel.setAttribute('aria-label', say(id));
      view.panel.tabIndex = 0;
      view.panel.classList.add('panel');
      views.set(id, view);
      tab?.setAttribute('aria-controls', view.panel.id);
      panels.append(view.panel);
    }
    const reached = isTab(id) ? id : ORDER[0];
    for (const [other, tab] of tabs) {
      tab.setAttribute('aria-selected', String(other === id));
      tab.tabIndex = other === reached ? 0 : -1;
    }
    for (const [other, { panel }] of views) panel.hidden = other !== id;
    report('');
    stopWatching();
    const view = views.get(id)!;
    // Excel tells of every edit and calculation: only while somebody wants to know.
    stopWatching = view.changed ? workbook.onChange(() => view.changed!()) : () => undefined;
    view.shown?.(at);
  }

  function moveAmongTabs(event: KeyboardEvent): void {
    const at = isTab(current) ? ORDER.indexOf(current) : 0;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: -at,
      End: ORDER.length - 1 - at,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ORDER[(at + step + ORDER.length) % ORDER.length]!;
    show(next);
    tabs.get(next)!.focus();
  }

  root.classList.add('pane');
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.theme = theme;
  const foot = element(
    'p',
    { class: 'foot hint' },
    `${say('product')} ${VERSION} · `,
    element(
      'button',
      { type: 'button', class: 'link', id: 'rzrq-self-test-open', onclick: () => context.open('selfTest') },
      say('selfTest'),
    ),
  );
  root.replaceChildren(tabList, panels, status, foot);
  show(current);
  const stopListening = workbook.onSelection(() => views.get(current)?.selectionChanged?.());

  return {
    setTheme(changed) {
      root.dataset.theme = changed;
      for (const view of views.values()) view.themed?.();
    },
    open: context.open,
    take: (files) => {
      show('import');
      views.get('import')!.take!(files);
    },
    focus: () => (tabs.get(current) ?? views.get(current)!.panel).focus(),
    report,
    attempt: context.attempt,
    dispose() {
      stopListening();
      stopWatching();
      root.replaceChildren();
    },
  };
}
