import { Fault } from '../../cells/fault';
import { allCalls, outermostCalls, type Span } from '../../formula/calls';
import { call } from '../../formula/meaning/evaluate';
import { isFormula, spliced, treeOf } from '../../formula/text';
import { definitionOf } from '../../functions/by-id';
import { allOrNothing, type Ending } from '../../workbook/transaction';
import type { Area, Workbook } from '../../workbook/workbook';
import type { Call, CellExplanation } from '../explain/explanation';
import { plainSigns } from './characters';
import { idMeant } from './names';

/** Texts and names of sheets are passed over; what is left is a name before its parenthesis, in which a minus may stand for an underscore. */
const CALLEE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_][\p{L}\p{N}_.-]*)(?=\s*\()/gu;
/** What a percent sign can stand behind as it is. */
const ATOM = /^(?:[+-]?[\d.]+|\$?[A-Z]{1,3}\$?\d+)$/i;

/** The formula that was meant by the one of a cell; undefined where that is all right, or nothing can be told. */
export async function meantIn(workbook: Workbook, { formula, calls }: CellExplanation): Promise<string | undefined> {
  const names = new Set((await workbook.names()).map(({ name }) => name.toLowerCase()));
  return meantBy(formula, (name) => names.has(name.toLowerCase())) ?? withArgumentsMeant(formula, calls);
}

/** Writes what was meant: one step to undo. */
export function mend(workbook: Workbook, cell: Area, formula: string): Promise<Ending<void>> {
  return allOrNothing(workbook, {}, (transaction) => transaction.put(cell, [[formula]]));
}

/**
 * The formula that was meant by what stands in a cell: half-width signs, straight quotation marks, names of ours as they
 * are spelled. Undefined where nothing is amiss, or nothing that can be told. `isName` says what the workbook calls its own.
 */
export function meantBy(content: string, isName: (name: string) => boolean): string | undefined {
  if (!/^\s*[=＝]/.test(content)) return undefined;
  const plain = plainSigns(content.trim());
  const meant = plain?.replace(CALLEE, (whole, name?: string) =>
    name === undefined ? whole : calleeMeant(name, isName),
  );
  if (meant === undefined || meant === content || !isFormula(meant) || !treeOf(meant)) return undefined;
  const calls = allCalls(meant);
  return calls.length > 0 && calls.every(({ id }) => definitionOf(id)) ? meant : undefined;
}

function calleeMeant(name: string, isName: (name: string) => boolean): string {
  const id = isName(name) ? undefined : idMeant(name);
  if (id !== undefined) return `RZRQ.${id}`;
  const minus = name.lastIndexOf('-');
  return minus < 0 ? name : name.slice(0, minus + 1) + calleeMeant(name.slice(minus + 1), isName);
}

/** The formula with the arguments that were meant, where a call of ours refuses those that it has. */
export function withArgumentsMeant(formula: string, calls: readonly Call[]): string | undefined {
  const written = outermostCalls(formula);
  if (written.length !== calls.length) return undefined;
  for (const [i, { args: spans }] of written.entries()) {
    const edits = editsOf(formula, calls[i]!, spans);
    if (edits) return spliced(formula, edits);
  }
  return undefined;
}

type Edits = Parameters<typeof spliced>[1];

function editsOf(formula: string, explained: Call, spans: readonly Span[]): Edits | undefined {
  const { definition, result, focus } = explained;
  const fault = result?.[focus.row]?.[focus.column];
  if (!(fault instanceof Fault)) return undefined;
  const textOf = ({ start, end }: Span) => formula.slice(start, end).trim();
  const blamed = definition.params.findIndex(({ name }) => name === fault.detail.param);
  const span = spans[blamed];
  if (fault.kind === 'written_as_percent' && span)
    return ATOM.test(textOf(span)) ? [{ ...span, text: `${textOf(span)}%` }] : undefined;
  const exchanged = WRONG_KIND.has(fault.kind) && exchangeThatWorks(explained, spans.length);
  if (!exchanged) return undefined;
  const [a, b] = exchanged.map((index) => spans[index]!) as [Span, Span];
  return [
    { ...a, text: textOf(b) },
    { ...b, text: textOf(a) },
  ];
}

const WRONG_KIND: ReadonlySet<Fault['kind']> = new Set([
  'not_a_number',
  'not_a_date',
  'not_a_choice',
  'no_such_day',
  'negative',
  'above_most',
  'not_allowed',
  'end_before_start',
  'judged_before_opened',
]);

/** The two arguments whose exchange gives a result; undefined where there is none, or more than one such pair. */
function exchangeThatWorks({ definition, args }: Call, count: number): readonly [number, number] | undefined {
  const values = args.map((arg) => arg.values);
  const working: (readonly [number, number])[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const exchanged = [...values];
      [exchanged[a], exchanged[b]] = [values[b], values[a]];
      const result = call(definition, exchanged as Parameters<typeof call>[1]);
      if (!result.flat().some((cell) => cell instanceof Fault)) working.push([a, b]);
    }
  }
  return working.length === 1 ? working[0] : undefined;
}
