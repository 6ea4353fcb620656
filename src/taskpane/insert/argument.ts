import { dayOf, parseDate } from '../../cells/date';
import { parseNumeral } from '../../cells/number';
import type { Definition, Param } from '../../functions/define';

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)%?$/;

/**
 * What a person typed as a formula writes it: a day as DATE(…), so that 2024-01-15 is no subtraction; a number with
 * commas or a unit as a text, which the functions read; a choice as a text; anything else as it stands.
 */
export function argumentText(param: Param, typed: string): string {
  const text = typed.trim().replace(/^=/, '');
  if (text === '' || PLAIN_NUMBER.test(text)) return param.kind === 'date' ? (dateCall(text) ?? text) : text;
  if (param.kind === 'choice') return /^"/.test(text) ? text : quoted(text);
  if (param.kind === 'date') return dateCall(text) ?? text;
  return parseNumeral(text) ? quoted(text) : text;
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

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
