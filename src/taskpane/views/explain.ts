import { Fault } from '../../cells/fault';
import { errorCode, explain } from '../../binding/errors';
import { words } from '../../functions/words';
import type { Unit } from '../../functions/catalogue/words-of';
import { describe } from '../../functions/describe';
import type { Area, Sheet } from '../../workbook/workbook';
import type { PaneContext, View } from '../context';
import { element, newId, replaceChildren, type Child } from '../element';
import {
  explainShown,
  valueAt,
  wrongAt,
  wrongIn,
  type Argument,
  type Call,
  type CellExplanation,
  type Place,
} from '../explain/explanation';
import { addressOf } from '../../formula/references';
import { rawOf, type Raw, type Rows } from '../../formula/meaning/cells';
import { meaningOfParam, shown, shownAs, shownCells } from '../show';
import { dress, dressOf } from '../dress';
import { reportEnding } from '../ending';
import { meantIn, mend } from '../mend/mend';
import { allOrNothing } from '../../workbook/transaction';
import { whenQuiet } from '../when-quiet';
import { indented } from '../explain/indented';
import { calculation } from './calculation';
import { whatIf } from './what-if';
import { formulaLayout } from './formula-layout';

const MOST_VALUES = 4;

/** What the selected cell does: its arguments, the formula with the numbers in it, and what is wrong, in words. */
export function explainView(context: PaneContext): View {
  const { workbook, language, say } = context;
  const panel = element('div', {}, element('p', { class: 'hint' }, say('explainHint')));
  let sheets: readonly Sheet[] = [];
  let home = '';
  let latest = 0;
  let drawn = '';
  let behind = false;
  new ResizeObserver(catchUp).observe(panel);

  function update(): void {
    behind = true;
    catchUp();
  }

  /** A hidden panel waits until it is to be seen. */
  function catchUp(): void {
    if (!behind || panel.clientWidth === 0) return;
    behind = false;
    void context.attempt(refresh);
  }

  async function refresh(): Promise<void> {
    const turn = ++latest;
    const selected = { ...(await workbook.selection()), rows: 1, columns: 1 };
    const known = await workbook.sheets();
    const explanation = await explainShown(workbook, selected);
    const [meant, isPlain] = [await meantIn(workbook, explanation), await wantsFormat(explanation)];
    const changes = await changesOf(explanation);
    if (turn !== latest) return;
    [sheets, home] = [known, selected.sheet];
    const found = JSON.stringify([selected, explanation, meant, isPlain], withoutParameters);
    // Drawn anew it would close what the reader has opened.
    if (found !== drawn)
      replaceChildren(
        panel,
        address(selected) !== address(explanation.cell) &&
          element('p', { class: 'hint' }, say('shows', { cell: address(selected), text: address(explanation.cell) })),
        ...content(explanation, meant !== undefined && meantLine(explanation, meant)),
        ...changes,
        isPlain && formatButton(explanation),
      );
    drawn = found;
  }

  /** That this version has changed the figure, and why. */
  async function changesOf(explanation: CellExplanation): Promise<HTMLElement[]> {
    if (explanation.calls.length === 0) return [];
    const { CHANGED_IN, changesIn } = await import(/* webpackChunkName: "changes" */ '../explain/changes');
    return changesIn(explanation).map((change) =>
      element(
        'p',
        { class: 'advice', id: newId('changed') },
        say('changedSince', { text: CHANGED_IN, cell: change[language] }),
      ),
    );
  }

  function meantLine({ anchor }: CellExplanation, formula: string): HTMLElement {
    const apply = () =>
      context.attempt(async () => {
        const ending = await mend(workbook, anchor, formula);
        if (ending.status === 'done') context.report(say('mended', { cell: address(anchor) }));
        else reportEnding(context, ending);
      });
    return element(
      'div',
      { class: 'advice' },
      element('p', {}, say('meant')),
      element('p', { class: 'call' }, element('code', {}, formula)),
      element('button', { type: 'button', class: 'primary', id: 'rzrq-meant', onclick: apply }, say('applyMeant')),
    );
  }

  /** Whether results of ours stand there in General though their unit has a format. */
  async function wantsFormat({ anchor, calls, formula }: CellExplanation): Promise<boolean> {
    const returns = returnsOf(formula, calls);
    return (
      returns !== undefined && (await dressOf(workbook, anchor, returns)).some(({ number }) => number !== undefined)
    );
  }

  function formatButton({ anchor, calls, formula }: CellExplanation): HTMLElement {
    const apply = () =>
      context.attempt(async () => {
        const ending = await allOrNothing(workbook, {}, (transaction) =>
          dress(workbook, transaction, anchor, returnsOf(formula, calls)!),
        );
        if (ending.status === 'done') context.report(say('formatted', { cell: address(anchor) }));
        else reportEnding(context, ending);
        update();
      });
    return element(
      'p',
      {},
      element('button', { type: 'button', id: 'rzrq-format', onclick: apply }, say('applyFormat')),
    );
  }

  function content(
    { cell, anchor, formula, shown: value, unknown, readable, calls }: CellExplanation,
    meant: Child,
  ): Child[] {
    const name = address(cell);
    if (!readable) return [element('p', { class: 'hint' }, say('unreadable', { cell: name })), meant];
    if (calls.length === 0 && unknown === undefined && !meant)
      return [
        element('p', { class: 'hint' }, say('explainNone', { cell: name })),
        element('p', { class: 'hint' }, say('explainHint')),
      ];
    return [
      element('h2', {}, name, ' ', element('span', { class: 'hint' }, shown(rawOf(value)))),
      address(anchor) !== name && element('p', { class: 'hint' }, say('partOf', { cell: name, text: address(anchor) })),
      element('p', { class: 'call' }, element('code', {}, indented(formula))),
      unknown !== undefined && element('p', { class: 'wrong' }, say('unknownWord', { text: unknown })),
      meant,
      ...calls.map((call) => callSection(call)),
    ];
  }

  function callSection(call: Call): HTMLElement {
    const { definition, result, focus } = call;
    const at = element('div', {});
    const several = result !== undefined && result.length * result[0]!.length > 1;
    const showAt = (place: Place) => replaceChildren(at, ...placeContent(call, place, several));
    showAt(focus);
    return element(
      'section',
      { class: 'explained' },
      element('h3', {}, words[definition.id]!.title[language], ' ', element('code', {}, definition.id)),
      element(
        'button',
        { type: 'button', class: 'link', onclick: () => context.open('functions', definition.id) },
        say('goToFunction'),
      ),
      formulaLayout(words[definition.id]!.formula[language]),
      several && rowChooser(call, showAt),
      at,
      several && wrongList(call),
    );
  }

  function rowChooser({ result, focus }: Call, showAt: (place: Place) => void): HTMLElement {
    const id = newId('row');
    const counts = { row: result!.length, column: result![0]!.length };
    const inputs = (['row', 'column'] as const).map((axis) => ({
      axis,
      input: element('input', {
        id: `${id}-${axis}`,
        type: 'number',
        min: 1,
        max: counts[axis],
        value: focus[axis] + 1,
        onchange: () => choose(),
      }),
    }));
    const choose = () => {
      const [row, column] = inputs.map(
        ({ axis, input }) => Math.min(counts[axis], Math.max(1, Math.round(Number(input.value)) || 1)) - 1,
      ) as [number, number];
      showAt({ row, column });
    };
    return element(
      'p',
      { class: 'field inline' },
      ...inputs
        .filter(({ axis }) => axis === 'row' || counts.column > 1)
        .flatMap(({ axis, input }) => [
          element('label', { for: input.id }, say(axis === 'row' ? 'row' : 'columnOf')),
          input,
          element('span', { class: 'hint' }, `/ ${counts[axis]}`),
        ]),
    );
  }

  function placeContent(call: Call, place: Place, several: boolean): Child[] {
    const { definition, args, result } = call;
    const outcome = result?.[place.row]?.[place.column];
    return [
      element(
        'h4',
        {},
        several
          ? `${say('argumentsUsed')} · ${say('rowOf', { row: place.row + 1, count: result!.length })}`
          : say('argumentsUsed'),
      ),
      element('dl', { class: 'parameters' }, ...args.flatMap((arg) => argumentLines(arg, call, place))),
      ...calculation(call, place, context, cellLink),
      element(
        'p',
        { class: 'total' },
        element('span', { class: 'hint' }, `${say('result')} `),
        element(
          'strong',
          {},
          outcome === undefined
            ? say('fromSheet')
            : outcome instanceof Fault
              ? errorCode(outcome)
              : shownAs(words[definition.id]!.returns, outcome),
        ),
      ),
      outcome instanceof Fault && wrongLine(call, place, outcome),
      outcome === '' && element('p', { class: 'hint' }, say('emptyRow')),
      whatIf(call, place, context),
    ];
  }

  function argumentLines(arg: Argument, call: Call, place: Place): HTMLElement[] {
    const { param, text, calls } = arg;
    const value = text === '' ? undefined : valueAt(arg, place, call.definition);
    const given =
      text === ''
        ? say('omitted')
        : value === undefined
          ? say('fromSheet')
          : Array.isArray(value)
            ? rangeText(shownCells(value as Rows, meaningOfParam(param)))
            : shown(value as Raw, meaningOfParam(param));
    return [
      element(
        'dt',
        {},
        language === 'zh' ? param.zh : param.name,
        text !== '' && element('span', { class: 'hint' }, ' ', element('code', {}, text)),
      ),
      element(
        'dd',
        {},
        element('strong', {}, given),
        element('span', { class: 'hint' }, ` ${describe(param, words[call.definition.id]!, language)}`),
        ...calls.map(nested),
      ),
    ];
  }

  /** A call inside an argument; it is opened by the reader, one level at a time. */
  function nested(call: Call): HTMLElement {
    const details = element(
      'details',
      {
        class: 'nested',
        ontoggle: () => details.open && details.children.length === 1 && details.append(callSection(call)),
      },
      element('summary', {}, element('code', {}, call.text)),
    );
    return details;
  }

  function rangeText(rows: readonly (readonly string[])[]): string {
    const cells = rows.flat();
    const text = cells.slice(0, MOST_VALUES).join('; ') + (cells.length > MOST_VALUES ? '; …' : '');
    const columns = rows[0]!.length;
    return rows.length > 1 && columns > 1
      ? say('rowsOf', { rows: rows.length, columns, text })
      : say('cellsOf', { count: cells.length, text });
  }

  function wrongList(call: Call): HTMLElement | undefined {
    const { count, first } = wrongIn(call);
    if (count === 0) return undefined;
    return element(
      'details',
      {},
      element('summary', {}, say('wrongRows', { count })),
      element('ul', {}, ...first.map(({ place, fault }) => element('li', {}, wrongLine(call, place, fault, true)))),
    );
  }

  function wrongLine(call: Call, place: Place, fault: Fault, withRow = false): HTMLElement {
    const { cell } = wrongAt(call, place, fault);
    return element(
      'p',
      { class: 'wrong' },
      withRow && say('wrongRow', { row: place.row + 1 }),
      `${errorCode(fault)} `,
      explain(fault, call.definition, language),
      ' ',
      cell && cellLink(cell, say('goToCell', { cell: address(cell) })),
    );
  }

  function cellLink(cell: Area, text = address(cell)): HTMLElement {
    return element(
      'button',
      { type: 'button', class: 'link', onclick: () => context.attempt(() => workbook.select(cell)) },
      text,
    );
  }

  const address = (area: Area) => addressOf(area, sheets, home || area.sheet);
  return { panel, shown: update, selectionChanged: update, changed: whenQuiet(update) };
}

/** The unit of a formula that is nothing but a call of ours. */
function returnsOf(formula: string, calls: readonly Call[]): Unit | undefined {
  const [call] = calls;
  return calls.length === 1 && `=${call!.text}` === formula.trim() ? words[call!.definition.id]!.returns : undefined;
}

/** The formula names the functions, and they their parameters. */
function withoutParameters(key: string, value: unknown): unknown {
  return key === 'definition' || key === 'param' ? undefined : value;
}
