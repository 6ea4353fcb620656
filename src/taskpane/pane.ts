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
};
const ORDER = Object.keys(VIEWS) as ViewId[];

export interface PaneOptions {
  readonly language: Language;
  readonly theme: Theme;
  /** Gives the keyboard back to the sheet, where the page can. */
  readonly leave?: () => void;
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
export function mountPane(root: HTMLElement, workbook: Workbook, { language, theme, leave }: PaneOptions): Pane {
  const say = speaker(language);
  const views = new Map<ViewId, View>();
  const status = element('p', { class: 'status', role: 'status' });
  const tabs = new Map(
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
      if (at === undefined || !views.get(view)!.focus?.()) tabs.get(view)!.focus();
    },
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
      view.panel.setAttribute('role', 'tabpanel');
      view.panel.setAttribute('aria-labelledby', `rzrq-tab-${id}`);
      view.panel.tabIndex = 0;
      view.panel.classList.add('panel');
      views.set(id, view);
      tabs.get(id)!.setAttribute('aria-controls', view.panel.id);
      panels.append(view.panel);
    }
    for (const [other, tab] of tabs) {
      tab.setAttribute('aria-selected', String(other === id));
      tab.tabIndex = other === id ? 0 : -1;
      const view = views.get(other);
      if (view) view.panel.hidden = other !== id;
    }
    report('');
    stopWatching();
    const view = views.get(id)!;
    // Excel tells of every edit and calculation: only while somebody wants to know.
    stopWatching = view.changed ? workbook.onChange(() => view.changed!()) : () => undefined;
    view.shown?.(at);
  }

  function moveAmongTabs(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: -ORDER.indexOf(current),
      End: ORDER.length - 1 - ORDER.indexOf(current),
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ORDER[(ORDER.indexOf(current) + step + ORDER.length) % ORDER.length]!;
    show(next);
    tabs.get(next)!.focus();
  }

  root.classList.add('pane');
  root.lang = language === 'zh' ? 'zh-CN' : 'en';
  root.dataset.theme = theme;
  root.replaceChildren(tabList, panels, status, element('p', { class: 'foot hint' }, `${say('product')} ${VERSION}`));
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
    focus: () => tabs.get(current)!.focus(),
    report,
    attempt: context.attempt,
    dispose() {
      stopListening();
      stopWatching();
      root.replaceChildren();
    },
  };
}
