import { errorCode, explain } from '../../binding/errors';
import { Fault } from '../../cells/fault';
import { isoDate } from '../../cells/date';
import { call as evaluateCall } from '../../formula/meaning/evaluate';
import type { Raw, Rows } from '../../formula/meaning/cells';
import type { Param } from '../../functions/catalogue/define';
import { words } from '../../functions/words';
import type { PaneContext } from '../context';
import { element, newId, replaceChildren } from '../element';
import { valueAt, type Call, type Place } from '../explain/explanation';
import { shownAs } from '../show';

const SINGLE: ReadonlySet<Param['kind']> = new Set(['cell', 'date', 'choice']);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** The arguments of one place of a result as fields to change, and what would come out; nothing is written. */
export function whatIf(call: Call, place: Place, { language, say }: PaneContext): HTMLElement | undefined {
  const { definition } = call;
  if (definition.kind === 'running' || definition.kind === 'table') return undefined;
  if (!definition.params.some(({ kind }) => SINGLE.has(kind))) return undefined;
  const details = element(
    'details',
    {
      class: 'what-if',
      ontoggle: () =>
        details.open && details.children.length === 1 && details.append(...trial(call, place, { language, say })),
    },
    element('summary', {}, say('whatIf')),
  );
  return details;
}

function trial(
  { definition, args }: Call,
  place: Place,
  { language, say }: Pick<PaneContext, 'language' | 'say'>,
): HTMLElement[] {
  const values = args.map((arg) => valueAt(arg, place, definition));
  const changed = new Map<number, string>();
  const outcome = element('output', { class: 'total' });
  const fields = args.flatMap(({ param }, i) => {
    if (!SINGLE.has(param.kind)) return [];
    const id = newId('what-if');
    const input = element('input', {
      id,
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      value: typed(values[i] as Raw | undefined, param),
      oninput: () => {
        changed.set(i, input.value.trim());
        show();
      },
    });
    return [
      element(
        'div',
        { class: 'field' },
        element('label', { for: id }, language === 'zh' ? param.zh : param.name),
        element('span', { class: 'entry' }, input),
      ),
    ];
  });
  show();
  return [
    element('p', { class: 'hint' }, say('whatIfHint')),
    ...fields,
    element('p', {}, element('span', { class: 'hint' }, `${say('result')} `), outcome),
  ];

  function show(): void {
    const given = values.map((value, i): Rows | undefined => {
      const text = changed.get(i);
      if (text !== undefined) return text === '' ? undefined : [[NUMBER.test(text) ? Number(text) : text]];
      return Array.isArray(value) ? (value as Rows) : value === undefined ? undefined : [[value as Raw]];
    });
    const result = evaluateCall(definition, given)[0]![0]!;
    replaceChildren(
      outcome,
      element(
        'strong',
        {},
        result instanceof Fault ? errorCode(result) : shownAs(words[definition.id]!.returns, result),
      ),
      // What is wrong with the arguments as they stand has been said above.
      changed.size > 0 &&
        result instanceof Fault &&
        element('span', { class: 'wrong' }, ` ${explain(result, definition, language)}`),
    );
  }
}

/** As a person would type it. */
function typed(value: Raw | undefined, { kind }: Param): string {
  if (value === undefined || value === null || value instanceof Fault) return '';
  return kind === 'date' && typeof value === 'number' && value > 0 ? isoDate(value) : String(value);
}
