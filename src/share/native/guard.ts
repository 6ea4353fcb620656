import { Fault } from '../../cells/fault';
import type { CellParam, ChoiceParam, DateParam, Param, SeriesParam } from '../../functions/catalogue/define';
import {
  blankOf,
  emptyWhenBlank,
  groupsOf,
  limitsOf,
  PART,
  partsOf,
  WHOLE,
  zeroBesides,
} from '../../functions/arguments/cell-rules';
import { NativeFormula, PRECEDENCE } from '../../number/native';
import { FIRST_DAY, LAST_DAY } from '../../cells/date';
import { parseNumeral } from '../../cells/number';
import { Why } from '../reasons';
import { joined } from './joined';
import type { Argument } from './argument';

/*
 * A native formula goes on being read after it is written, so it says under which conditions it is ours:
 *
 *   IF(nothing stands in the row,"",IF(AND(numbers where numbers must be, in their domain, none missing),formula,NA()))
 *
 * Elsewhere our function gives an error, and so does this. The conditions come from the rules by which the boundary
 * reads cells (functions/arguments/cell-rules.ts). What an argument that is ours already says is not said again.
 */

/** So long may the conditions be; a formula should still be one that can be read. */
const LONGEST = 255;

type Expressed = Extract<Argument, { kind: 'expression' }>;

interface Given<P extends Param = Param> {
  readonly param: P;
  readonly argument: Argument;
}

/** A formula under the conditions of its arguments; a reason where they are too long. */
export function guarded(
  formula: NativeFormula,
  params: readonly Param[],
  args: readonly Argument[],
  isArray: boolean,
): NativeFormula | Why {
  const given = params.map((param, i): Given => ({ param, argument: args[i]! }));
  if (groupsOf(params).some(({ members }) => isTorn(members.map((member) => argumentIn(given, member)))))
    return new Why('argument_missing');
  const conditions = isArray ? conditionsOfEach(given) : conditionsOf(given, 'full');
  for (const isSaid of [() => true, ({ isOurs }: Expressed) => !isOurs]) {
    const empty = emptiness(given, isArray, isSaid);
    if (fits([...conditions, empty])) return under(formula, empty, conditions, isArray);
  }
  for (const words of isArray ? [] : (['terse', 'strict'] as const)) {
    const fewer = conditionsOf(given, words);
    if (fits(fewer)) return under(formula, '', fewer, false);
  }
  return new Why('guard_too_long');
}

const fits = (conditions: readonly string[]): boolean => conditions.join().length <= LONGEST;

function under(formula: NativeFormula, empty: string, conditions: readonly string[], isArray: boolean): NativeFormula {
  const all = isArray ? conditions.map((condition) => `(${condition})`).join('*') : both(conditions);
  const inside = all === '' ? formula : formula.call(`IF(${all},${formula.text},NA())`);
  return empty === '' ? inside : inside.call(`IF(${empty},"",${inside.text})`);
}

const both = (conditions: readonly string[]): string =>
  conditions.length > 1 ? `AND(${conditions.join(',')})` : (conditions[0] ?? '');

/** A series: its flows up to a day are all numbers, and so is its opening. */
export function guardedRunning(formula: NativeFormula, opening: Argument, flows: readonly string[]): NativeFormula {
  const cells = opening.kind === 'expression' && opening.expression.nature === 'cells' ? [opening.expression.text] : [];
  const numbers = opening.kind === 'expression' && cells.length === 0 ? isNumber(opening) : [];
  const conditions = [...counted(cells, flows, false), ...numbers];
  return under(formula, '', conditions, false);
}

/**
 * Tersely they take references side by side for one, and what is empty for an error; strictly a quantity of 0 beside a
 * price too.
 */
type Words = 'full' | 'terse' | 'strict';

function conditionsOf(given: readonly Given[], words: Words): readonly string[] {
  const cells = given.filter(({ param }) => param.kind === 'cell' || param.kind === 'date') as Given<
    CellParam | DateParam
  >[];
  const series = given.filter(({ param }) => param.kind === 'series') as Given<SeriesParam>[];
  const inCells = (some: readonly Given[]) =>
    some.flatMap(({ argument }) => (isCells(argument) ? [argument.expression.text] : []));
  const isTerse = words !== 'full';
  const required = cells.filter(({ param }) => isRequired(param));
  const others = [...cells.filter(({ param }) => !isRequired(param)), ...series];
  return [
    ...counted(inCells(required), inCells(others), isTerse),
    ...[...cells, ...series].flatMap(({ argument }) => (argument.kind === 'expression' ? isNumber(argument) : [])),
    ...limits([...cells, ...series], isTerse),
    ...alternatives(cells).map(either),
    ...partsIn(cells),
    ...positions(groupsOf(given.map(({ param }) => param)), series, words),
  ];
}

const isRequired = (param: CellParam | DateParam): boolean =>
  (param.kind === 'cell' ? blankOf(param) : blankOf(param)) instanceof Fault;

const isCells = (argument: Argument): argument is Expressed =>
  argument.kind === 'expression' && argument.expression.nature === 'cells';

const argumentIn = (given: readonly Given[], param: Param): Argument =>
  given.find((other) => other.param === param)!.argument;

/** Ranges that are read position by position, of which some are left out. */
function isTorn(members: readonly Argument[]): boolean {
  const left = members.filter(({ kind }) => kind === 'none').length;
  return left > 0 && left < members.length;
}

/** That numbers stand in all of the cells, or in those of the others where anything stands. */
function counted(required: readonly string[], others: readonly string[], isTerse: boolean): readonly string[] {
  if (required.length + others.length === 0) return [];
  const list = (texts: readonly string[]) => (isTerse ? joined(texts) : texts).join(',');
  const count = `COUNT(${list([...required, ...others])})`;
  // Where nothing stands this divides by 0.
  if (isTerse && required.length === 0) return [`${count}/COUNTA(${list(others)})=1`];
  const blankOrNumber = others.length > 0 ? [`COUNTA(${list(others)})`] : [];
  return [`${count}=${[...blankOrNumber, ...(required.length > 0 ? [required.length] : [])].join('+')}`];
}

/** Where an expression may give anything, that it gives a number. */
function isNumber({ expression: { nature, single, text }, isOurs }: Expressed): readonly string[] {
  if (isOurs || nature !== 'anything') return [];
  return [single ? `ISNUMBER(${text})` : `SUMPRODUCT(1-ISNUMBER(${text}))=0`];
}

/** What the numbers of a parameter must keep. */
interface Bound {
  readonly sign: '>=' | '<=' | '<';
  readonly bound: number;
}

const formulaOf = ({ expression }: Expressed): NativeFormula => new NativeFormula(expression);
const compared = (argument: Expressed): string => formulaOf(argument).within(PRECEDENCE.comparison + 1);

type Numeric = CellParam | DateParam | SeriesParam;

/** Serials; a day's time counts for nothing. */
const DAYS: readonly Bound[] = [
  { sign: '>=', bound: FIRST_DAY },
  { sign: '<', bound: LAST_DAY + 1 },
];

function boundsOf(param: Numeric): readonly Bound[] {
  if (param.kind === 'date') return DAYS;
  return limitsOf(param).flatMap((limit): readonly Bound[] =>
    limit.test === 'none of' ? [] : [{ sign: limit.test === '<' ? '>=' : '<=', bound: limit.bound }],
  );
}

/** That the numbers are in their domain; a blank is, or stands for a number that is. */
function limits(given: readonly Given<Numeric>[], isTerse: boolean): readonly string[] {
  const bounds = new Map<string, { readonly bound: Bound; readonly all: Expressed[] }>();
  for (const { param, argument } of given) {
    if (argument.kind !== 'expression') continue;
    for (const bound of boundsOf(param)) {
      const key = bound.sign + bound.bound;
      const known = bounds.get(key) ?? { bound, all: [] };
      known.all.push(argument);
      bounds.set(key, known);
    }
  }
  return [...bounds.values()].flatMap(({ bound, all }) => {
    // Old Excel works through an array inside SUMPRODUCT, but not inside MIN.
    const arrays = all.filter(({ expression }) => !expression.single && expression.nature !== 'cells');
    const others = all.filter((argument) => !arrays.includes(argument));
    return [
      ...(others.length > 0 ? [within(bound, others, isTerse)] : []),
      ...arrays.map((array) => outside(bound, array)),
    ];
  });
}

function within({ sign, bound }: Bound, all: readonly Expressed[], isTerse: boolean): string {
  const [first] = all;
  if (all.length === 1 && first!.expression.single) return `${compared(first!)}${sign}${bound}`;
  const texts = all.map(({ expression }) => expression.text);
  return `${sign === '>=' ? 'MIN' : 'MAX'}(${(isTerse ? joined(texts) : texts).join(',')})${sign}${bound}`;
}

function outside({ sign, bound }: Bound, array: Expressed): string {
  const beyond = { '>=': '<', '<=': '>', '<': '>=' }[sign];
  return `SUMPRODUCT(--(${compared(array)}${beyond}${bound}))=0`;
}

/** Of each list one must hold: a number is one of a few, and a price or a ratio is not 0 where there is something beside it. */
function alternatives(cells: readonly Given<CellParam | DateParam>[]): readonly (readonly string[])[] {
  const params = cells.flatMap(({ param }) => (param.kind === 'cell' ? [param] : []));
  const few = params.flatMap((param) => {
    const argument = argumentIn(cells, param);
    return limitsOf(param).flatMap((limit) => {
      if (limit.test !== 'none of' || argument.kind !== 'expression') return [];
      const x = compared(argument);
      const blank = param.optional && isCells(argument) ? [`${x}=""`] : [];
      return [[...blank, ...limit.values.map((value) => `${x}=${value}`)]];
    });
  });
  const besides = zeroBesides(params).flatMap(({ param, beside }) => {
    const [zero, other] = [argumentIn(cells, param), argumentIn(cells, beside)];
    if (zero.kind !== 'expression' || other.kind === 'none' || (other.kind === 'constant' && other.value === 0))
      return [];
    return [[`${compared(zero)}<>0`, ...(other.kind === 'expression' ? [`${compared(other)}=0`] : [])]];
  });
  return [...few, ...besides];
}

/** That no part is larger than its whole. */
function partsIn(cells: readonly Given<CellParam | DateParam>[]): readonly string[] {
  const times = (param: Param, factor: number): string | undefined => {
    const argument = cells.find((other) => other.param === param)?.argument;
    if (argument?.kind === 'constant') return `${factor}*${readNumeral(argument.value)}`;
    return argument?.kind === 'expression' ? `${factor}*${formulaOf(argument).within(PRECEDENCE.product)}` : undefined;
  };
  return partsOf(cells.map(({ param }) => param)).flatMap(({ param, whole }) => {
    const [part, most] = [times(param, PART), times(whole, WHOLE)];
    return part === undefined || most === undefined ? [] : [`${part}<=${most}`];
  });
}

const readNumeral = (value: number | string | boolean): number =>
  typeof value === 'string' ? parseNumeral(value)!.toNumber() : Number(value);

const either = (all: readonly string[]): string => (all.length > 1 ? `OR(${all.join(',')})` : all[0]!);

/** OR makes one of many; a sum of truths does not. */
const eitherOfEach = (all: readonly string[]): string => all.map((one) => `(${one})`).join('+');

/** That at no position of a group something is missing. */
function positions(
  groups: ReturnType<typeof groupsOf>,
  series: readonly Given<SeriesParam>[],
  words: Words,
): readonly string[] {
  const bad = groups.flatMap(({ members, counting }) => {
    const pairs = zeroBesides(members);
    if (words === 'strict' && pairs.length === 1 && counting.length === 2 && members.length === 2) {
      const [a, b] = members.map((param) => argumentIn(series, param));
      if (a?.kind === 'expression' && b?.kind === 'expression') return [`--((${compared(a)}<>0)<>(${compared(b)}<>0))`];
    }
    return members.flatMap((param) => {
      const argument = argumentIn(series, param);
      if (argument.kind !== 'expression') return [];
      const zeros = pairs.filter((pair) => pair.param === param).map(({ beside }) => beside);
      const beside = members.filter(({ name }) => name === param.missingBeside);
      const blanks =
        isRequiredAt(param) && isCells(argument)
          ? counting.filter((other) => other !== param && !zeros.includes(other))
          : [];
      return [
        ...zeros.map((other) => missing(`${compared(argument)}=0`, other, '<>0')),
        ...blanks.map((other) => missing(`${compared(argument)}=""`, other, other.blank === 'skip' ? '<>""' : '<>0')),
        ...beside.map((other) => missing(`${compared(argument)}=""`, other, '<>""')),
      ].flat();
    });
  });
  return bad.length > 0 ? [`SUMPRODUCT(${bad.join('+')})=0`] : [];

  function missing(isMissing: string, other: SeriesParam, stands: string): readonly string[] {
    const argument = argumentIn(series, other);
    return argument.kind === 'expression' ? [`(${isMissing})*(${compared(argument)}${stands})`] : [];
  }
}

const isRequiredAt = (param: SeriesParam): boolean => blankOf(param) instanceof Fault;

/** The same for one cell of each argument, where Excel goes through them. */
function conditionsOfEach(given: readonly Given[]): readonly string[] {
  const scalars = given.filter(
    ({ param, argument }) => (param.kind === 'cell' || param.kind === 'date') && argument.kind === 'expression',
  ) as { readonly param: CellParam | DateParam; readonly argument: Expressed }[];
  const ranges = conditionsOf(
    given.filter(({ param }) => param.kind !== 'cell' && param.kind !== 'date'),
    'full',
  );
  return [
    ...scalars
      .filter(({ argument }) => !argument.isOurs && argument.expression.nature !== 'numbers')
      .map(({ param, argument }) => {
        const number = `ISNUMBER(${argument.expression.text})`;
        return isRequired(param) ? number : `${number}+(${compared(argument)}="")`;
      }),
    ...scalars.flatMap(({ param, argument }) =>
      boundsOf(param).map(({ sign, bound }) => `${compared(argument)}${sign}${bound}`),
    ),
    ...alternatives(scalars).map(eitherOfEach),
    ...partsIn(scalars),
    ...ranges,
  ];
}

/** That nothing stands in what makes a row empty; no text where something always does, or where that is not said. */
function emptiness(given: readonly Given[], isArray: boolean, isSaid: (argument: Expressed) => boolean): string {
  const emptying = emptyWhenBlank(given.map(({ param }) => param)) as readonly (
    CellParam | DateParam | SeriesParam | ChoiceParam
  )[];
  const args = emptying.map((param) => ({ param, argument: argumentIn(given, param) }));
  const some = args.filter(({ argument }) => argument.kind !== 'none') as Given[];
  const expressed = some.flatMap(({ param, argument }) =>
    argument.kind === 'expression' ? [{ param, argument }] : [],
  );
  const isEver =
    some.length > expressed.length ||
    expressed.some(({ argument }) => !argument.isOurs && argument.expression.nature === 'numbers');
  if (isEver || expressed.length === 0 || !expressed.every(({ argument }) => isSaid(argument))) return '';
  const ranges = expressed.filter(({ param, argument }) => param.kind === 'series' && !argument.expression.single);
  const cells = expressed.filter((one) => !ranges.includes(one)).map(({ argument }) => argument);
  if (ranges.some(({ argument }) => argument.expression.nature !== 'cells')) return '';
  if (isArray) {
    const blanks = [
      ...cells.map((cell) => `(${compared(cell)}="")`),
      ...ranges.map(({ argument }) => `(COUNTA(${argument.expression.text})=0)`),
    ];
    return blanks.join('*');
  }
  const parts = [
    ...(cells.length > 0
      ? [`${cells.map((cell) => formulaOf(cell).within(PRECEDENCE.concatenation + 1)).join('&')}=""`]
      : []),
    ...(ranges.length > 0 ? [`COUNTA(${ranges.map(({ argument }) => argument.expression.text).join(',')})=0`] : []),
  ];
  return parts.length > 1 ? `AND(${parts.join(',')})` : parts[0]!;
}
