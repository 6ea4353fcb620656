import type { Definition, Param } from '../../functions/catalogue/define';
import { definitions } from '../../functions/index';
import { words } from '../../functions/words';
import type { Example, ExampleValue, Words } from '../../functions/catalogue/words-of';
import { describe, exampleSources } from '../../functions/describe';
import { type Language, listed } from '../../language';
import type { PaneContext } from '../context';
import { element } from '../element';
import { meaningOfParam, resultCells, shownAs, shownCells } from '../show';
import type { Raw } from '../../formula/meaning/cells';
import type { Meaning } from '../../templates/number-formats';
import { formulaLayout } from './formula-layout';
import { sourceLine } from './source-line';
import type { Source } from '../../functions/catalogue/sources';

const MOST_VALUES = 5;

/** Everything about one function: what it returns, its formula, parameters, examples, errors, sources, relatives. */
export function functionCard(id: string, context: PaneContext, open: (id: string) => void): HTMLElement {
  const definition = definitions.find((candidate) => candidate.id === id)!;
  const text = words[id]!;
  const { language, say } = context;
  const remarks = [...(text.remarks ?? []), ...(text.rules ?? []).map(({ sentence }) => sentence)];
  const section = (title: string, ...content: (Node | string)[]) =>
    element('section', {}, element('h3', {}, title), ...content);
  return element(
    'article',
    { class: 'card' },
    element('h2', {}, text.title[language]),
    element('p', { class: 'call' }, element('code', {}, callText(definition, language))),
    element('p', {}, text.doc[language]),
    element(
      'p',
      {},
      element(
        'button',
        { type: 'button', class: 'primary', onclick: () => context.open('insert', id) },
        say('insertThis'),
      ),
    ),
    section(say('formula'), formulaLayout(text.formula[language])),
    section(
      say('parameters'),
      element('dl', { class: 'parameters' }, ...definition.params.flatMap((param) => parameter(param, text, context))),
    ),
    section(say('examples'), ...text.examples.map((example) => exampleOf(definition, text, example, context))),
    ...(text.errors
      ? [
          section(
            say('errors'),
            element(
              'dl',
              {},
              ...text.errors.flatMap(({ code, when }) => [
                element('dt', {}, element('code', {}, code)),
                element('dd', {}, when[language]),
              ]),
            ),
          ),
        ]
      : []),
    ...(remarks.length > 0
      ? [section(say('remarks'), element('ul', {}, ...remarks.map((remark) => element('li', {}, remark[language]))))]
      : []),
    ...sourceSection('rule', text.sources, context),
    ...sourceSection('exampleFrom', exampleSources(text), context),
    section(
      say('related'),
      element(
        'p',
        { class: 'chips' },
        ...text.related
          .filter((other) => words[other])
          .map((other) =>
            element(
              'button',
              { type: 'button', class: 'chip', onclick: () => open(other) },
              words[other]!.title[language],
            ),
          ),
      ),
    ),
  );
}

function sourceSection(
  title: 'rule' | 'exampleFrom',
  sources: readonly Source[],
  context: PaneContext,
): readonly HTMLElement[] {
  if (sources.length === 0) return [];
  const items = sources.map((source) => element('li', {}, ...sourceLine(source, context)));
  return [element('section', {}, element('h3', {}, context.say(title)), element('ul', {}, ...items))];
}

function callText({ id, params }: Definition, language: Language): string {
  const names = params.map((param) => {
    const name = language === 'zh' ? param.zh : param.name;
    return param.optional ? `[${name}]` : name;
  });
  return `RZRQ.${id}(${names.join(', ')})`;
}

function parameter(param: Param, text: Words, { language, say }: PaneContext): HTMLElement[] {
  const notes = [param.optional && say('optional'), ['series', 'days', 'table'].includes(param.kind) && say('range')]
    .filter(Boolean)
    .join(' · ');
  const choices =
    param.kind === 'choice'
      ? say('choices', {
          text: listed(
            param.options.map(({ value, zh }) => (language === 'zh' ? zh : value)),
            language,
          ),
        })
      : '';
  const blank =
    (param.kind === 'cell' || param.kind === 'series') && !param.optional
      ? param.blank === 'zero'
        ? say('blankIsZero')
        : param.blank === 'missing'
          ? say('blankIsMissing')
          : ''
      : '';
  return [
    element(
      'dt',
      {},
      language === 'zh' ? param.zh : param.name,
      notes && element('span', { class: 'hint' }, ` ${notes}`),
    ),
    element(
      'dd',
      {},
      describe(param, text, language),
      choices && element('span', { class: 'hint' }, ` ${choices}`),
      blank && element('span', { class: 'hint' }, ` ${blank}`),
    ),
  ];
}

function exampleOf(definition: Definition, text: Words, example: Example, context: PaneContext): HTMLElement {
  const { language, say } = context;
  const given = definition.params.filter(
    ({ name }) => (example.args as Record<string, ExampleValue | undefined>)[name] !== undefined,
  );
  return element(
    'figure',
    { class: 'example' },
    element('figcaption', {}, example.title[language]),
    element(
      'table',
      {},
      element(
        'tbody',
        {},
        ...given.map((param) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, language === 'zh' ? param.zh : param.name),
            element(
              'td',
              {},
              valueText((example.args as Record<string, ExampleValue>)[param.name]!, meaningOfParam(param)),
            ),
          ),
        ),
        element(
          'tr',
          { class: 'total' },
          element('th', { scope: 'row' }, say('result')),
          element('td', {}, resultText(example.result, text)),
        ),
      ),
    ),
    element(
      'p',
      { class: 'hint' },
      ...(example.note ? [example.note[language], ' '] : []),
      ...(example.source
        ? [say('exampleFrom'), language === 'zh' ? '：' : ': ', ...sourceLine(example.source, context)]
        : [say('madeUp')]),
    ),
  );
}

function valueText(value: ExampleValue, meaning: Meaning): string {
  const list = (Array.isArray(value) ? value : [value]) as readonly (Raw | readonly Raw[])[];
  return rowsText(
    shownCells(
      list.map((row) => (Array.isArray(row) ? (row as readonly Raw[]) : [row as Raw])),
      meaning,
    ),
  );
}

function rowsText(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.join(' | '));
  return rows.length > MOST_VALUES ? `${rows.slice(0, MOST_VALUES).join('; ')}; …` : rows.join('; ');
}

function resultText(result: Example['result'], { returns }: Words): string {
  return typeof result === 'object' ? rowsText(resultCells(result, returns)) : shownAs(returns, result);
}
