import { templates, type Template } from '../../templates';
import type { PaneContext, View } from '../context';
import { element, replaceChildren, type Child } from '../element';
import { reportEnding } from '../ending';
import { runJob } from '../job';
import { makeTemplate, type MadeSheet } from '../templates/apply';
import { checkCard } from './check';
import { sourceLine } from './source-line';

/** Ready-made sheets with real figures. */
export function templatesView(context: PaneContext): View {
  const { workbook, language, say } = context;
  const panel = element(
    'div',
    {},
    checkCard(context),
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
    const ending = await runJob(after, say('making', { text: template.title[language] }), say, (job) =>
      makeTemplate(workbook, template, language, job),
    );
    if (ending.status === 'done') {
      context.report(say('made', { text: ending.value.map(({ sheet }) => sheet.name).join(say('comma')) }));
      replaceChildren(after, ...ending.value.map(plotButton));
    } else {
      reportEnding(context, ending);
    }
    button.disabled = false;
    if (document.activeElement === document.body) button.focus();
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

  return { panel };
}
