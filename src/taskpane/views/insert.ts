import { Fault } from '../../cells/fault';
import { explain } from '../../binding/errors';
import type { Definition, Param } from '../../functions/catalogue/define';
import { families } from '../../functions/catalogue/families';
import { definitions } from '../../functions/index';
import { words } from '../../functions/words';
import type { Family } from '../../functions/catalogue/words-of';
import { describe } from '../../functions/describe';
import type { Area } from '../../workbook/workbook';
import type { PaneContext, View } from '../context';
import { element, newId, replaceChildren, type Child } from '../element';
import { addressOf } from '../../formula/references';
import { apply } from '../insert/apply';
import type { Examination } from '../insert/examine';
import type { Form } from '../insert/forms';
import { firstFilled, type Obstacle } from '../insert/obstacle';
import { reportEnding } from '../ending';
import { runJob } from '../job';
import { shownAs, resultCells } from '../show';

const MOST_SHOWN = 5;

/** The argument builder: function, arguments, what it would come to, and the ways to put it into the sheet. */
export function insertView(context: PaneContext): View {
  const { workbook, language, say } = context;
  let definition: Definition = definitions[0]!;
  let typed: Record<string, string> = {};
  let target: Area | undefined;
  let latest = 0;
  /** The ways that are open, the first first. */
  let offered: readonly Form[] = [];

  const chooser = element(
    'select',
    { id: newId('choose'), onchange: () => choose(chooser.value) },
    ...functionOptions(language),
  );
  const doc = element('p', { class: 'hint' });
  const fields = element('div', { class: 'fields' });
  const targetText = element('output', { class: 'target' });
  const outcome = element('div', { class: 'outcome', 'aria-live': 'polite' });
  const actions = element('div', { class: 'actions' });
  const running = element('div', {});
  const panel = element(
    'div',
    {},
    element('label', { for: chooser.id }, say('chooseFunction')),
    chooser,
    doc,
    fields,
    element(
      'div',
      { class: 'field' },
      element('span', {}, say('target')),
      element('span', { class: 'entry' }, targetText, selectionButton(say('targetHint'), takeTarget)),
    ),
    element('h2', {}, say('preview')),
    outcome,
    actions,
    running,
  );

  function choose(id: string): void {
    definition = definitions.find((candidate) => candidate.id === id) ?? definition;
    typed = {};
    chooser.value = definition.id;
    doc.textContent = words[definition.id]!.doc[language];
    const needed = definition.params.filter(({ optional }) => !optional);
    const others = definition.params.filter(({ optional }) => optional);
    replaceChildren(
      fields,
      ...needed.map(field),
      others.length > 0 &&
        element('details', {}, element('summary', {}, say('optionalArguments')), ...others.map(field)),
    );
    void context.attempt(refresh);
  }

  function field(param: Param): HTMLElement {
    const id = newId('argument');
    const name = language === 'zh' ? param.zh : param.name;
    const set = (value: string) => {
      typed[param.name] = value;
      void context.attempt(refresh);
    };
    const hint = element('span', { class: 'hint', id: `${id}-hint` }, describe(param, words[definition.id]!, language));
    if (param.kind === 'choice') {
      const select = element(
        'select',
        { id, 'aria-describedby': hint.id, onchange: () => set(select.value) },
        element('option', { value: '' }, param.optional ? '–' : ''),
        ...param.options.map(({ value, zh }) => element('option', { value }, language === 'zh' ? zh : value)),
      );
      return element(
        'div',
        { class: 'field' },
        element('label', { for: id }, name),
        element('span', { class: 'entry' }, select),
        hint,
      );
    }
    const input = element('input', {
      id,
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': hint.id,
      oninput: () => set(input.value),
      onkeydown: insertFirst,
    });
    const take = async () => {
      const [area, sheets] = [await workbook.selection(), await workbook.sheets()];
      input.value = addressOf(area, sheets, target?.sheet ?? area.sheet);
      set(input.value);
    };
    return element(
      'div',
      { class: 'field' },
      element('label', { for: id }, name),
      element('span', { class: 'entry' }, input, selectionButton(name, take)),
      hint,
    );
  }

  /** Enter does what the first button does, with what is typed by now. */
  function insertFirst(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void context.attempt(async () => {
      await refresh();
      const [first] = offered;
      if (first) await insertAndLeave(first);
    });
  }

  function selectionButton(param: string, take: () => Promise<void>): HTMLElement {
    return element(
      'button',
      { type: 'button', 'aria-label': say('takeSelection', { param }), onclick: () => context.attempt(take) },
      say('selection'),
    );
  }

  async function takeTarget(): Promise<void> {
    const { sheet, row, column } = await workbook.selection();
    target = { sheet, row, column, rows: 1, columns: 1 };
    await refresh();
  }

  async function refresh(): Promise<void> {
    const turn = ++latest;
    if (!target) return;
    targetText.textContent = addressOf(target, await workbook.sheets(), '');
    // It reads formulas, which no other view at the start does.
    const { examine } = await import(/* webpackChunkName: "examine" */ '../insert/examine');
    const examination = await examine(workbook, { definition, typed, target });
    // What a slower, older look at the sheet found is no longer asked for.
    if (turn === latest) show(examination);
  }

  function show(examination: Examination): void {
    const { formula, wrong, unknown, forms, obstacle, chain, circular, replaces } = examination;
    const name = (id: string) =>
      definition.params.find((param) => param.name === id)![language === 'zh' ? 'zh' : 'name'];
    replaceChildren(
      outcome,
      element('p', { class: 'call' }, element('code', {}, formula)),
      wrong !== undefined &&
        element(
          'p',
          { class: 'wrong' },
          unknown === undefined ? say('previewWrong', { param: name(wrong) }) : say('unknownWord', { text: unknown }),
        ),
      ...resultLines(examination),
      circular && element('p', { class: 'wrong' }, say('circular', { cell: addressOf(target!) })),
      replaces && !circular && element('p', { class: 'hint' }, say('replaces', { cell: addressOf(target!) })),
      chain && element('p', { class: 'advice' }, say('chain', { count: chain.levels, text: chain.id })),
      obstacle && element('p', { class: 'advice' }, obstacleText(obstacle)),
    );
    const buttons = [
      ...(chain ? [{ form: chain.form, label: say('useSeries', { text: chain.id }) }] : []),
      ...forms.map((form) => ({ form, label: labelOf(form, obstacle) })),
    ];
    offered = buttons.map(({ form }) => form);
    replaceChildren(
      actions,
      ...buttons.map(({ form, label }, i) =>
        element(
          'button',
          {
            type: 'button',
            id: `rzrq-insert-${form.kind}${form === chain?.form ? '-series' : ''}`,
            class: i === 0 ? 'primary' : '',
            onclick: () => void context.attempt(() => insertAndLeave(form)),
          },
          label,
        ),
      ),
    );
  }

  function resultLines({ result, missing, wrong }: Examination): Child[] {
    if (wrong !== undefined) return [];
    if (missing.length > 0) return [element('p', { class: 'hint' }, say('previewNothing'))];
    if (!result) return [element('p', { class: 'hint' }, say('previewSheet'))];
    const { returns } = words[definition.id]!;
    const first = resultCells(result.slice(0, MOST_SHOWN), returns).map((row) => row.slice(0, MOST_SHOWN));
    const single = result.length === 1 && result[0]!.length === 1;
    const fault = result.flat().find((cell): cell is Fault => cell instanceof Fault);
    return [
      element(
        'p',
        {},
        element('span', { class: 'hint' }, `${say('result')} `),
        single
          ? element('strong', {}, shownAs(returns, result[0]![0]!))
          : say('spillsTo', { rows: result.length, columns: result[0]!.length }),
      ),
      !single &&
        element(
          'div',
          { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('result') },
          element(
            'table',
            {},
            element(
              'tbody',
              {},
              ...first.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell)))),
            ),
          ),
        ),
      fault && element('p', { class: 'wrong' }, explain(fault, definition, language)),
    ];
  }

  function obstacleText(obstacle: Obstacle): string {
    if (obstacle.kind === 'table') return say('inTable', { text: obstacle.table });
    return obstacle.kind === 'filled' ? say('overFilled', { cell: addressOf(obstacle.cell) }) : say('pastEnd');
  }

  function labelOf({ kind, area }: Form, obstacle: Obstacle | undefined): string {
    const cell = addressOf({ ...area, row: area.row + area.rows - 1, rows: 1 });
    if (kind === 'here') return say('insertHere', { cell: addressOf(target!) });
    if (kind === 'spill') return say('insertSpill');
    return kind === 'rows' && obstacle ? say('insertRow') : say('insertDown', { cell });
  }

  /** Back to the sheet once it is done. */
  async function insertAndLeave(form: Form): Promise<void> {
    if (await insert(form)) context.leave();
  }

  /** Whether it is done. */
  async function insert(form: Form): Promise<boolean> {
    const barred = form.kind === 'here' ? undefined : await firstFilled(workbook, form.area, target);
    if (barred) {
      context.report(say('fillOverFilled', { cell: addressOf(barred) }), true);
      return false;
    }
    const ending = await runJob(running, say('making', { text: addressOf(form.area) }), say, (job) =>
      apply(workbook, form, words[definition.id]!.returns, job),
    );
    if (ending.status === 'done')
      context.report(say(form.kind === 'here' ? 'inserted' : 'filled', { cell: addressOf(form.area) }));
    else reportEnding(context, ending);
    await refresh();
    return ending.status === 'done';
  }

  choose(definition.id);
  return {
    panel,
    shown(id) {
      if (id) choose(id);
      if (id || !target) void context.attempt(takeTarget);
    },
    focus() {
      const first = fields.querySelector<HTMLElement>('input, select');
      first?.focus();
      return first !== null;
    },
  };
}

function functionOptions(language: 'en' | 'zh'): HTMLElement[] {
  return (Object.keys(families) as Family[]).map((family) =>
    element(
      'optgroup',
      { label: families[family][language] },
      ...definitions
        .filter(({ id }) => words[id]!.family === family)
        .map(({ id }) => element('option', { value: id }, `${id} ${words[id]!.title[language]}`)),
    ),
  );
}
