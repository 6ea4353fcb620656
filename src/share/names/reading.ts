import { Fault } from '../../cells/fault';
import { EXPLANATIONS } from '../../binding/errors';
import { blankOf, type Limit, limitsOf } from '../../functions/arguments/cell-rules';
import type { CellParam, ChoiceParam, DateParam, SeriesParam } from '../../functions/catalogue/define';

/** Excel without optional parameters of a LAMBDA takes required ones, which a call leaves empty. */
export type Optional = 'brackets' | 'none';

/** Numbers that leave a formula as it is where it can do without the argument. */
const NEUTRAL: Readonly<Record<string, number>> = { credit_left: 1e300, minimum: 0, close_line: 0 };

/** What a parameter is called once an omitted argument has become a blank. */
export function given(
  { name, optional }: { readonly name: string; readonly optional: boolean },
  how: Optional,
): string {
  return optional && how === 'brackets' ? `_${name}` : name;
}

/** Whether a blank argument asks for another formula than a given one. */
export function splits(param: CellParam): boolean {
  return param.optional && param.default === undefined && NEUTRAL[param.name] === undefined;
}

/** The number that a cell stands for, or its error. */
export function numberRead(param: CellParam, text: string): string {
  const blank = param.optional ? (NEUTRAL[param.name] ?? blankOf(param)) : blankOf(param);
  return limited(param, typeof blank === 'number' ? defaulted(text, blank) : `RZ._NEED(${text})`);
}

export function defaulted(text: string, blank: number): string {
  return `RZ._DEFAULT(${text},${String(blank).replace('e+', 'E+')})`;
}

export function limited(param: CellParam | SeriesParam, read: string): string {
  return limitsOf(param).reduce((inner, limit) => within(limit, inner), read);
}

function within(limit: Limit, read: string): string {
  if (limit.test === 'none of') return `RZ._AMONG(${read},{${limit.values.join(',')}})`;
  if (limit.test === '<' && limit.bound === 0 && code(limit) === '#NUM!') return `RZ._HELD(${read})`;
  if (code(limit) !== '#VALUE!') throw new Error(`No name says ${limit.kind}.`);
  return `RZ.${limit.test === '<' ? '_FROM' : '_UPTO'}(${read},${limit.bound})`;
}

const code = ({ kind }: Limit): string => EXPLANATIONS[kind].code;

export const dayRead = (text: string): string => `RZ._DATE(${text})`;

/** Whether nothing was given for a date: 0 is a blank there. */
export const noDay = (text: string): string => `RZ._NIL(${text})`;

export const isDateOptional = (param: DateParam): boolean => !(blankOf(param) instanceof Fault);

/** Whether a cell says one of these options of a choice. */
export function isOneOf(param: ChoiceParam, values: readonly string[], text: string): string {
  const words = param.options
    .filter(({ value }) => values.includes(value))
    .flatMap(({ value, zh, also = [] }) => [value, zh, ...also]);
  const different = words.filter(
    (word, i) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === i,
  );
  const all = param.default !== undefined && values.includes(param.default) ? ['', ...different] : different;
  return `RZ._IS(${text},{${all.map((word) => `"${word}"`).join(',')}})`;
}

/** Any other word; a blank is missing where the choice has no default. */
export function noOption(param: ChoiceParam, text: string): string {
  return param.default === undefined ? `IF(RZ._BLANK(${text}),NA(),#VALUE!)` : '#VALUE!';
}
