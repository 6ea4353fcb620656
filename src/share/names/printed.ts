import { EXPLANATIONS } from '../../binding/errors';
import { emptyWhenBlank, groupsOf, PART, partsOf, WHOLE, zeroBesides } from '../../functions/arguments/cell-rules';
import type { ChoiceParam, Definition, Formula, Param, Procedure } from '../../functions/catalogue/define';
import { namesAtom, namesWriting } from '../../number/names-writing';
import { type NativeFormula, NativeRatio } from '../../number/native';
import type { Lambda } from './lambda';
import { lengthsDiffer, memberRead, NamesGroup, namesOperations, nothingAt } from './operations';
import { dayRead, given, isDateOptional, isOneOf, noDay, noOption, numberRead, type Optional, splits } from './reading';
import { runningTotal } from './running';
import { filled, slot, usesOf } from './slots';
import { steps, type Words } from './steps';
import { mergedWords } from './words';

/** The LAMBDA of a function, or undefined where there is none: for tables, and for steps that no sheet can take. */
export function lambdaOf(definition: Definition, optional: Optional = 'brackets'): Lambda | undefined {
  if (definition.kind === 'running') return lambda(definition, definition.params, runningTotal(definition), optional);
  if (definition.kind !== 'formula' && definition.kind !== 'procedure') return undefined;
  const printing = new Printing(definition, optional);
  const body = printing.body();
  if (body === undefined) return undefined;
  return lambda(definition, printing.params, body, optional);
}

function lambda({ id }: Definition, params: readonly Param[], body: string, how: Optional): Lambda {
  const taken = params.filter(({ kind }) => kind !== 'days');
  const omitted = how === 'brackets' ? taken.filter(({ optional }) => optional) : [];
  const blanks = omitted.map((param) => `${given(param, how)},IF(ISOMITTED(${param.name}),"",${param.name}),`);
  return {
    id,
    params: taken.map((param) => ({ name: param.name, optional: omitted.includes(param) })),
    body: blanks.length > 0 ? `LET(${blanks.join('')}${body})` : body,
  };
}

type Printable = Formula | Procedure;

const TOO_LARGE = EXPLANATIONS.larger_than_whole.code;

class Printing {
  private readonly dropped = new Set<string>();

  constructor(
    private readonly definition: Printable,
    private readonly how: Optional,
  ) {}

  /** Those that the name takes: a choice that only one of its words leaves is none, and a range that may be left out is. */
  get params(): readonly Param[] {
    return this.definition.params.filter(
      (param) => param.kind !== 'days' && !(param.kind === 'series' && param.optional) && !this.dropped.has(param.name),
    );
  }

  body(): string | undefined {
    const { definition } = this;
    const own = steps[definition.id];
    const printed = own && own.words === 'all' ? own.text({}) : this.chosen([], {});
    if (printed === undefined) return undefined;
    const { params } = this;
    const reads = this.reads(params, own?.days ?? {});
    const body = filled(this.checked(printed, params, reads), reads);
    const empty = this.empty(params);
    const different = lengthsDiffer(params);
    const sized = different === undefined ? body : `IF(${different},#VALUE!,${body})`;
    return empty === undefined ? sized : `IF(${empty},"",${sized})`;
  }

  private text(param: Param): string {
    return given(param, this.how);
  }

  /** The body for each word of each choice, and with and without each number that changes the formula. */
  private chosen(done: readonly Param[], values: Readonly<Record<string, unknown>>): string | undefined {
    const param = this.definition.params[done.length];
    if (param === undefined) return this.outcome(values);
    const next = (value: unknown) => this.chosen([...done, param], { ...values, [param.name]: value });
    switch (param.kind) {
      case 'choice':
        return this.byWord(param, next);
      case 'series':
        return next(param.optional ? null : new NamesGroup(param));
      case 'date':
        return next(namesAtom(slot(param.name)));
      case 'cell': {
        const text = next(namesAtom(slot(param.name)));
        if (!splits(param) || text === undefined) return text;
        return `IF(RZ._BLANK(${this.text(param)}),${next(null)},${text})`;
      }
      default:
        return next(null);
    }
  }

  private outcome(values: Readonly<Record<string, unknown>>): string | undefined {
    const { definition } = this;
    const own = steps[definition.id];
    if (own) return own.text(values as Words);
    if (definition.kind === 'procedure') {
      const outcome = definition.closed?.(values as never, namesWriting as never);
      return outcome && textOf(outcome as unknown as NativeFormula | NativeRatio);
    }
    const operations = namesOperations(definition.params);
    const outcome = definition.compute(values as never, operations as never) as NativeFormula | NativeRatio;
    return textOf(definition.difference && !(outcome instanceof NativeRatio) ? outcome.rounded() : outcome);
  }

  private byWord(param: ChoiceParam, next: (word: string) => string | undefined): string | undefined {
    const bodies = new Map<string, string[]>();
    for (const { value } of param.options) {
      const body = next(value);
      if (body !== undefined) bodies.set(body, [...(bodies.get(body) ?? []), value]);
    }
    const [first] = bodies;
    if (!first) return undefined;
    if (bodies.size === 1 && first[1].length < param.options.length) {
      this.dropped.add(param.name);
      return first[0];
    }
    const text = this.text(param);
    const merged = mergedWords(param, bodies, text);
    if (merged !== undefined) return merged;
    return [...bodies].reduceRight(
      (rest, [body, values]) => `IF(${isOneOf(param, values, text)},${body},${rest})`,
      noOption(param, text),
    );
  }

  /** How each slot is read. */
  private reads(params: readonly Param[], days: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
    const reads = new Map<string, string>();
    for (const param of params) {
      const text = this.text(param);
      if (param.kind === 'cell') reads.set(param.name, numberRead(param, text));
      if (param.kind === 'series') reads.set(param.name, memberRead(param, params));
      if (param.kind === 'date')
        reads.set(
          param.name,
          isDateOptional(param) ? `IF(${noDay(text)},${days[param.name]!},${dayRead(text)})` : dayRead(text),
        );
    }
    for (const rule of groupsOf(params)) reads.set(`${rule.name}_nil`, nothingAt(rule));
    return reads;
  }

  /** Every argument is read, also where the answer does not need it: a bad one is an error. */
  private checked(text: string, params: readonly Param[], reads: ReadonlyMap<string, string>): string {
    const cells = params.filter((param) => param.kind === 'cell' || param.kind === 'date');
    const besides = zeroBesides(cells.filter((param) => param.kind === 'cell')).map(
      ({ param, beside }) => `(${slot(param.name)}=0)*(${slot(beside.name)}<>0)`,
    );
    const parts = partsOf(params).map(
      ({ param, whole }) => `(${PART}*${slot(param.name)}>${WHOLE}*${slot(whole.name)})`,
    );
    const whole = parts.length > 0 ? `IF(${parts.join('+')},${TOO_LARGE},${text})` : text;
    const body = besides.length > 0 ? `IF(${besides.join('+')},NA(),${whole})` : whole;
    const isStep = this.definition.kind === 'procedure' && cells.length > 2;
    const unread = cells.filter(({ name }) => reads.has(name) && (isStep || usesOf(body, name) === 0));
    if (unread.length === 0) return body;
    const all = unread.map(({ name }) => slot(name)).join('+');
    return `IF(ISERROR(${all}),${all},${body})`;
  }

  /** Whether nothing was given: the cell stays empty. Beside a column, single cells have no say in it. */
  private empty(params: readonly Param[]): string | undefined {
    const counting = emptyWhenBlank(params);
    const cells = counting.filter(({ kind }) => kind === 'cell' || kind === 'date');
    const others = counting.filter((param) => !cells.includes(param));
    const blank = (param: Param) =>
      param.kind === 'series' ? `AND(RZ._BLANK(${param.name}))` : `RZ._BLANK(${this.text(param)})`;
    if (cells.length === 0 || counting.length === 1)
      return counting.length > 0 ? counting.map(blank).join('*') : undefined;
    const sizes = cells.map((param) => `RZ._SIZE(${this.text(param)})`);
    const most = sizes.length === 1 ? sizes[0]! : `MAX(${sizes.join(',')})`;
    const tests = [
      ...cells.map((param) => `RZ._ASIDE(${this.text(param)},${slot('cells')})`),
      ...others.map((param) => `IF(${slot('cells')}>1,TRUE,${blank(param)})`),
    ];
    return filled(tests.join('*'), new Map([['cells', most]]));
  }
}

function textOf(outcome: NativeFormula | NativeRatio): string {
  return (outcome instanceof NativeRatio ? outcome.expression : outcome).text;
}
