import { templates, type Template } from '../../templates';
import type { PaneContext, View } from '../context';
import { element, replaceChildren, type Child } from '../element';
import { Cancelled, runJob } from '../job';
import { LeftBehind, makeTemplate, type MadeSheet } from '../templates/apply';
import { sourceLine } from './source-line';

/** Ready-made sheets with real figures. */
export function templatesView(context: PaneContext): View {
  const { workbook, language, say } = context;
  const panel = element(
    'div',
    {},
    element('p', { class: 'hint' }, say('newSheetOnly')),
    ...templates.map(templateCard),
  );

  function templateCard(template: Template): HTMLElement {
    const after = element('div', { class: 'actions' });
    const button = element(
      'button',
      {
        type: 'button',
        class: 'primary',
        'aria-label': `${say('makeSheet')}: ${template.title[language]}`,
        onclick: () => void make(template, button, after),
      },
      say('makeSheet'),
    );
    return element(
      'article',
      { class: 'card' },
      element('h2', {}, template.title[language]),
      element('p', {}, template.description[language]),
      element(
        'ul',
        { class: 'hint' },
        ...template.sources.map((source) => element('li', {}, ...sourceLine(source, context))),
      ),
      button,
      after,
    );
  }

  async function make(template: Template, button: HTMLButtonElement, after: HTMLElement): Promise<void> {
    button.disabled = true;
    replaceChildren(after);
    try {
      const made = await runJob(after, say('making', { text: template.title[language] }), say, (job) =>
        makeTemplate(workbook, template, language, job),
      );
      context.report(say('made', { text: made.map(({ sheet }) => sheet.name).join(', ') }));
      replaceChildren(after, ...made.map(plotButton));
    } catch (problem) {
      reportFailure(problem);
    } finally {
      button.disabled = false;
      if (document.activeElement === document.body) button.focus();
    }
  }

  function plotButton({ sheet, plotted }: MadeSheet): Child {
    const plot = async () => {
      await workbook.select(plotted!);
      context.open('look');
    };
    return (
      plotted &&
      element(
        'button',
        { type: 'button', onclick: () => void context.attempt(plot) },
        say('plotOf', { text: sheet.name }),
      )
    );
  }

  function reportFailure(problem: unknown): void {
    if (problem instanceof Cancelled) return context.report(say('undone'));
    const text = problem instanceof Error ? problem.message : String(problem);
    if (problem instanceof LeftBehind)
      context.report(say('leftBehind', { text, cell: problem.sheets.map(({ name }) => name).join(', ') }), true);
    else context.report(say('undoneAfterFailure', { text }), true);
  }

  return { panel };
}
