import { RECONCILE } from '../../functions/check/reconcile';
import { termsOfBreak, type BreakTerms } from '../../functions/check/terms-of-break';
import type { Param, SeriesParam } from '../../functions/catalogue/define';
import type { Area } from '../../workbook/workbook';
import type { PaneContext } from '../context';
import { element, replaceChildren, type Child } from '../element';
import { componentsOf, paramsIn, type Component } from '../explain/components';
import { positionsOf, workedAt, type Argument, type Call, type Place } from '../explain/explanation';
import { namesIn, numbersIn, steps } from '../explain/steps';
import { shown } from '../show';
import { breakTable, cellIn, type CellLink } from './break-table';

/** So many positions are drawn at once; a reader asks for more. */
const MOST_POSITIONS = 20;
const MORE_POSITIONS = 200;

/** How a result came about: its components with their positions, the figures behind a break, or line by line. */
export function calculation(call: Call, place: Place, context: PaneContext, link: CellLink): Child[] {
  const { say } = context;
  const breaks = call.definition === RECONCILE ? breaksAt(call, place) : [];
  if (breaks.length > 0) return breaks.flatMap((one) => breakTable(one, tableOf(call)?.area, context, link));
  const outcome = workedAt(call, place);
  if (!outcome) return [];
  const components = componentsOf(outcome);
  if (components)
    return [
      element('h4', {}, say('calculation')),
      componentList(components.filter(isGiven(call)), call, context, link),
    ];
  return [
    element('h4', {}, say('calculation')),
    element(
      'ol',
      { class: 'steps' },
      ...steps(outcome).map((line, i) => element('li', {}, element('code', {}, i === 0 ? line : `= ${line}`))),
    ),
  ];
}

/** An argument that was left out has no line of its own. */
function isGiven({ args }: Call): (component: Component) => boolean {
  const omitted = new Set<Param>(args.filter(({ text }) => text === '').map(({ param }) => param));
  return ({ step, parts }) =>
    parts.length > 0 || step.shape.kind !== 'leaf' || !step.shape.param || !omitted.has(step.shape.param);
}

function componentList(
  components: readonly Component[],
  call: Call,
  context: PaneContext,
  link: CellLink,
): HTMLElement {
  return element(
    'ul',
    { class: 'components' },
    ...components.map((component) => element('li', {}, componentLine(component, call, context, link))),
  );
}

function componentLine(component: Component, call: Call, context: PaneContext, link: CellLink): HTMLElement {
  const { sign, step, positions, parts } = component;
  const { say } = context;
  const name =
    parts.length > 0
      ? say(sign === '÷' ? 'divisor' : 'dividend')
      : namesIn(positions[0] ?? step, (param) => nameOf(param, context));
  const head: Child[] = [
    element('span', { class: 'sign' }, sign),
    element('span', { class: 'name' }, positions.length > 0 ? `Σ ${name}` : name),
    element('strong', {}, shown(step.toNumber())),
  ];
  if (parts.length > 0)
    return element(
      'div',
      {},
      element('p', { class: 'component' }, ...head),
      componentList(parts.filter(isGiven(call)), call, context, link),
    );
  if (positions.length === 0) return element('p', { class: 'component' }, ...head);
  const details = element(
    'details',
    {
      ontoggle: () =>
        details.open && details.children.length === 1 && details.append(positionTable(component, call, context, link)),
    },
    element(
      'summary',
      {},
      element(
        'span',
        { class: 'component' },
        ...head,
        element('span', { class: 'hint' }, say('positionsOf', { count: positions.length.toLocaleString('en-US') })),
      ),
    ),
  );
  return details;
}

function positionTable({ positions }: Component, call: Call, { say }: PaneContext, link: CellLink): HTMLElement {
  const range = rangeOf(positions[0]!, call);
  const body = element('tbody', {});
  const more = element('button', { type: 'button', class: 'link', onclick: () => draw(MORE_POSITIONS) });
  let drawn = 0;
  draw(MOST_POSITIONS);
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('positions') },
    element('table', { class: 'positions' }, body),
    more,
  );

  function draw(count: number): void {
    body.append(
      ...positions.slice(drawn, drawn + count).map((step, i) => {
        const cell = range?.(drawn + i);
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, cell ? link(cell) : String(drawn + i + 1)),
          element('td', {}, numbersIn(step)),
          element('td', { class: 'number' }, shown(step.toNumber())),
        );
      }),
    );
    drawn = Math.min(positions.length, drawn + count);
    const left = positions.length - drawn;
    more.hidden = left === 0;
    replaceChildren(more, say('morePositions', { count: left.toLocaleString('en-US') }));
  }
}

/** From the number of a position to the cell that it begins with, where its range stands in a sheet. */
function rangeOf(first: Component['step'], call: Call): ((position: number) => Area) | undefined {
  const param = paramsIn(first).find((one): one is SeriesParam => one.kind === 'series');
  const area = call.args.find((arg) => arg.param === param)?.area;
  if (!param || !area) return undefined;
  const at = positionsOf(call, param.group);
  return (position) => cellIn(area, at[position]!);
}

const tableOf = ({ args }: Call): Argument | undefined => args.find(({ param }) => param.kind === 'table');

function breaksAt(call: Call, { row, column }: Place): readonly BreakTerms[] {
  const table = tableOf(call)?.values;
  return table ? termsOfBreak(table, row, column) : [];
}

function nameOf(param: Param, { language }: PaneContext): string {
  return language === 'zh' ? param.zh : param.name;
}
