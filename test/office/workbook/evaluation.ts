import { parseStructRef, type Token } from '@borgar/fx';
import { type Area, cellArea, parseReference, printReference } from './area';
import type { NativeEngine } from './engine';
import { NAMESPACE, isCallee, isReference, tokensOf } from './formula-text';
import type { Call, Functions } from './functions';
import type { Sheet } from './sheet';
import { type Value, NAME, REF } from './values';

/** What the evaluation of a formula may look at. */
export interface Surroundings {
  readonly engine: NativeEngine;
  readonly functions: Functions | undefined;
  sheet(name: string): Sheet | undefined;
  /** The formula of a defined name, seen from a sheet. */
  name(name: string, from: Sheet): string | undefined;
  /** Where a structured reference points, seen from a cell. */
  /** What a LAMBDA of the workbook gives; undefined where there is no name of the kind. */
  lambda(name: string, args: readonly (readonly (readonly Value[])[] | undefined)[]): Value[][] | undefined;
  structured(reference: StructuredReference, from: Place): { readonly sheet: Sheet; readonly area: Area } | undefined;
}

export interface StructuredReference {
  readonly table: string | undefined;
  readonly columns: readonly string[];
  readonly sections: readonly string[];
}

export interface Place {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

export interface Precedent {
  readonly sheet: Sheet;
  readonly area: Area;
}

export type Result = Value | Value[][];
export const isMatrix = (result: Result): result is Value[][] => Array.isArray(result);

/** The formula with names, structured references, `#` and `@` written as plain references. */
export function resolved(formula: string, place: Place, around: Surroundings): readonly Token[] {
  const tokens: Token[] = [];
  const source = tokensOf(formula);
  for (let i = 0; i < source.length; i++) {
    const token = source[i]!;
    const next = source[i + 1];
    if (token.value === '@' && next && isReference(next)) {
      tokens.push(reference(intersecting(next.value, place)));
      i++;
    } else if (isReference(token) && next?.value === '#') {
      tokens.push(reference(spillOf(token.value, place, around)));
      i++;
    } else if (token.type === 'structured') {
      tokens.push(reference(structuredReference(token.value, place, around)));
    } else if (token.type === 'range_named' && next?.value !== '(') {
      const definition = around.name(token.value, place.sheet);
      if (definition === undefined) tokens.push(failure('#NAME?'));
      else tokens.push(operator('('), ...resolved(definition.replace(/^=/, ''), place, around), operator(')'));
    } else {
      tokens.push(token);
    }
  }
  return tokens;
}

const failure = (value: string): Token => ({ type: 'error', value }) as Token;
const reference = (value: string): Token => (value === '#REF!' ? failure(value) : ({ type: 'range', value } as Token));
const operator = (value: string): Token => ({ type: 'operator', value }) as Token;
const qualified = (sheet: Sheet, area: Area): string => printReference(area, sheet.name);

function intersecting(text: string, place: Place): string {
  const { sheet, area } = parseReference(text)!;
  const row = area.top === area.bottom ? area.top : place.row;
  const column = area.left === area.right ? area.left : place.column;
  const inside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
  return inside ? printReference(cellArea(row, column), sheet) : '#REF!';
}

function spillOf(text: string, place: Place, around: Surroundings): string {
  const { sheet: name, area } = parseReference(text)!;
  const sheet = name === undefined ? place.sheet : around.sheet(name);
  const spill = sheet?.cell(area.top, area.left)?.spill;
  return sheet && spill ? qualified(sheet, spill) : '#REF!';
}

function structuredReference(text: string, place: Place, around: Surroundings): string {
  const parsed = parseStructRef(text) as { table?: string; columns?: string[]; sections?: string[] } | undefined;
  const target =
    parsed &&
    around.structured({ table: parsed.table, columns: parsed.columns ?? [], sections: parsed.sections ?? [] }, place);
  return target ? qualified(target.sheet, target.area) : '#REF!';
}

/** The cells a formula depends on. */
export function precedents(formula: string, place: Place, around: Surroundings): Precedent[] {
  const found: Precedent[] = [];
  const source = tokensOf(formula);
  for (const token of [...resolved(formula, place, around), ...source]) {
    if (!isReference(token)) continue;
    const parsed = parseReference(token.value);
    const sheet = parsed?.sheet === undefined ? place.sheet : around.sheet(parsed.sheet);
    if (parsed && sheet) found.push({ sheet, area: parsed.area });
  }
  return found;
}

/**
 * Evaluates a formula from the inside out: calls of our functions are yielded, all that can be made at once together,
 * and everything around them is computed natively once their results are there.
 */
export function* evaluation(formula: string, place: Place, around: Surroundings): Generator<Call[], Result, Result[]> {
  let tokens = resolved(formula, place, around);
  for (let calls = innermost(tokens); calls.length > 0; calls = innermost(tokens)) {
    const known = calls.filter((call) => !call.isName && around.functions?.has(call.name));
    const results = known.length === 0 ? [] : yield known.map((call) => request(call, place, around));
    const resultOf = (call: CallSite): Result => {
      if (call.isName) return around.lambda(call.name, request(call, place, around).args) ?? NAME;
      return results[known.indexOf(call)] ?? NAME;
    };
    const whole = calls.length === 1 && wholeFormula(tokens, calls[0]!);
    if (whole) return resultOf(calls[0]!);
    tokens = replaced(tokens, calls, (call) => {
      const result = resultOf(call);
      return reference(around.engine.setAside(isMatrix(result) ? result : [[result]]));
    });
  }
  return natively(tokens.slice(1), place, around);
}

interface CallSite {
  readonly name: string;
  /** A LAMBDA by its name, and no function of ours. */
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
  readonly args: readonly (readonly Token[])[];
}

/** The calls of our functions that hold no further call of ours. */
function innermost(tokens: readonly Token[]): CallSite[] {
  const sites: CallSite[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const token = tokens[start]!;
    if (!isOurs(token) || tokens[start + 1]?.value !== '(') continue;
    const site = callAt(tokens, start);
    if (!site.args.some((arg) => arg.some((inner, i) => isOurs(inner) && arg[i + 1]?.value === '('))) sites.push(site);
  }
  return sites;
}

const isName = (token: Token): boolean => isCallee(token) && /^RZ\./i.test(token.value);
const isOurs = (token: Token): boolean =>
  isCallee(token) && (token.value.toUpperCase().startsWith(NAMESPACE) || isName(token));

function callAt(tokens: readonly Token[], start: number): CallSite {
  const args: Token[][] = [[]];
  let depth = 0;
  let end = start + 1;
  for (; end < tokens.length; end++) {
    const token = tokens[end]!;
    if (token.value === '(' || token.value === '{') depth++;
    if (token.value === ')' || token.value === '}') depth--;
    if (depth === 0) break;
    if (depth === 1 && token.value === ',') args.push([]);
    else if (end > start + 1) args[args.length - 1]!.push(token);
  }
  const callee = tokens[start]!;
  const name = isName(callee) ? callee.value.toUpperCase() : callee.value.slice(NAMESPACE.length).toUpperCase();
  const written = args.length === 1 && isBlank(args[0]!) ? [] : args;
  return { name, isName: isName(callee), start, end, args: written };
}

const isBlank = (tokens: readonly Token[]): boolean => tokens.every((token) => token.type === 'whitespace');
const wholeFormula = (tokens: readonly Token[], call: CallSite): boolean =>
  isBlank(tokens.slice(1, call.start)) && isBlank(tokens.slice(call.end + 1));

function replaced(tokens: readonly Token[], calls: readonly CallSite[], by: (call: CallSite) => Token): Token[] {
  const result: Token[] = [];
  let from = 0;
  for (const call of calls) {
    result.push(...tokens.slice(from, call.start), by(call));
    from = call.end + 1;
  }
  return [...result, ...tokens.slice(from)];
}

function request(site: CallSite, place: Place, around: Surroundings): Call {
  const args = site.args.map((arg) => {
    const meaningful = arg.filter((token) => token.type !== 'whitespace');
    if (meaningful.length === 0) return undefined;
    const result = argument(meaningful, place, around);
    return isMatrix(result) ? result : [[result]];
  });
  return { name: site.name, args, address: qualified(place.sheet, cellArea(place.row, place.column)) };
}

/** A plain reference is read as it stands, blanks included; anything else is computed. */
function argument(tokens: readonly Token[], place: Place, around: Surroundings): Result {
  const only = tokens.length === 1 ? tokens[0]! : undefined;
  if (only && isReference(only) && !only.value.startsWith('__')) {
    const { sheet: name, area } = parseReference(only.value)!;
    const sheet = name === undefined ? place.sheet : around.sheet(name);
    return sheet ? sheet.values(area) : REF;
  }
  return natively(tokens, place, around);
}

function natively(tokens: readonly Token[], place: Place, around: Surroundings): Result {
  const text = tokens.map(asEngineReads).join('');
  return around.engine.evaluate(`=${text}`, place.sheet.name);
}

/** HyperFormula knows TRUE and FALSE as functions only, and Chinese names of sheets in quotes only. */
function asEngineReads(token: Token): string {
  if (token.type === 'bool') return `${token.value}()`;
  return isReference(token) ? token.value.replace(/^([^'!]+)!/, "'$1'!") : token.value;
}
