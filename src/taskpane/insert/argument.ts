import { dayOf, parseDate } from '../../cells/date';
import { parseNumeral } from '../../cells/number';
import type { Definition, Param } from '../../functions/catalogue/define';
import type { Node } from '../../formula/meaning/parse';

/** What stands for one parameter of a draft. */
export interface Argument {
  readonly name: string;
  readonly text: string;
  readonly node: Node | undefined;
}

/** Typed with a Chinese keyboard; Excel takes them for their half-width forms, outside of texts and the names of sheets. */
const FULL_WIDTH = /"[^"]*"|'[^']*'|[（），]/g;
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)%?$/;

/**
 * What a person typed as a formula writes it: a day as DATE(…), so that 2024-01-15 is no subtraction; a number with
 * commas or a unit as a text, which the functions read; a choice as a text; anything else as it stands.
 */
export function argumentText(param: Param, typed: string): string {
  const text = typed.trim().replace(/^=/, '');
  if (text === '' || PLAIN_NUMBER.test(text)) return param.kind === 'date' ? (dateCall(text) ?? text) : text;
  if (param.kind === 'choice') return /^"/.test(text) ? text : quoted(text);
  if (param.kind === 'date') return dateCall(text) ?? halfWidth(text);
  return parseNumeral(text) ? quoted(text) : halfWidth(text);
}

/** `=RZRQ.NAME(a,b)`; omitted arguments at the end are left out, those between stay empty. */
export function formulaText({ id, params }: Definition, texts: Readonly<Record<string, string | undefined>>): string {
  const args = params.map((param) => texts[param.name] ?? '');
  while (args[args.length - 1] === '') args.pop();
  return `=RZRQ.${id}(${args.join(',')})`;
}

function dateCall(text: string): string | undefined {
  const serial = parseDate(text);
  if (serial === undefined) return undefined;
  const { year, month, day } = dayOf(serial);
  return `DATE(${year},${month},${day})`;
}

function halfWidth(formula: string): string {
  return formula.replace(FULL_WIDTH, (part) => (part.length > 1 ? part : part.normalize('NFKC')));
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
