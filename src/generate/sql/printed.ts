import { MISSING } from '../../cells/number';
import { EXPLANATIONS } from '../../binding/errors';
import { emptyWhenBlank, groupsOf, PART, partsOf, WHOLE, zeroBesides } from '../../functions/arguments/cell-rules';
import type {
  CellParam,
  ChoiceParam,
  DateParam,
  Definition,
  Formula,
  Param,
  Procedure,
  SeriesParam,
} from '../../functions/catalogue/define';
import { Sql, SqlGroup, sqlOperations, type SqlRatio, type SqlFault, type SqlType } from '../../number/sql';
import type { Dialect } from '../../number/sql-dialects';
import { sqlWriting } from '../../number/sql-writing';
import { column } from './identifiers';
import { lookUpSql } from './look-up';
import { faultsOfChoice, faultsOfDay, faultsOfNumber, numberOf, placesOf, wordOf, wordsFor } from './parameters';

type Printable = Formula | Procedure;
/** The parameters that an SQL function takes. */
export type SqlParam = CellParam | SeriesParam | DateParam | ChoiceParam;

export interface PrintedFunction {
  readonly definition: Definition;
  readonly params: readonly SqlParam[];
  /** It looks into columns: an item of a GROUP BY query. */
  readonly aggregate: boolean;
  readonly type: SqlType;
  /** It has no more digits than its arguments, and is an error where those are too few. */
  readonly narrow: boolean;
  /** NULL for an empty row and for every error. */
  readonly value: string;
  /** The error's code, '' for an empty row, NULL where there is a value. */
  readonly error: string;
}

const CODE_OF_MISSING = EXPLANATIONS[MISSING.kind].code;
const CODE_OF_PART = EXPLANATIONS.larger_than_whole.code;

/** A function as SQL, or undefined where it has no closed form. */
export function printedFunction(definition: Definition, dialect: Dialect): PrintedFunction | undefined {
  if (definition.kind !== 'formula' && !(definition.kind === 'procedure' && (definition.closed ?? definition.lookUp)))
    return undefined;
  const aggregate = definition.params.some(({ kind, optional }) => kind === 'series' && !optional);
  const call = new Call(definition, aggregate ? withoutTries(dialect) : dialect, aggregate);
  const body = call.body([], {});
  if (body === undefined) return undefined;
  const params = definition.params.filter((param): param is SqlParam => call.takes(param));
  const faults = [...params.flatMap((param) => call.faultsOf(param)), ...call.faultsBetween(params)];
  const empty = call.empty(params);
  const guards = [...(body.strict ? [] : [empty]), ...needed(faults, body.strict), ...body.guards];
  return {
    definition,
    params,
    aggregate,
    type: body.type,
    narrow: body.narrow,
    value: guarded(guards, body.value),
    error: cases([{ when: empty, code: '' }, ...faults], body.error),
  };
}

/** DuckDB tries no aggregates. */
function withoutTries({ tried: _, ...dialect }: Dialect): Dialect {
  return dialect;
}

/** What a call comes to once its arguments are known to be good. */
interface Body {
  /** When there is no value after all. */
  readonly guards: readonly string[];
  readonly value: string;
  readonly error: string | undefined;
  readonly strict: boolean;
  readonly type: SqlType;
  readonly narrow: boolean;
}

class Call {
  private readonly dropped = new Set<string>();

  constructor(
    private readonly definition: Printable,
    private readonly dialect: Dialect,
    private readonly aggregate: boolean,
  ) {}

  takes(param: Param): boolean {
    if (param.kind === 'table' || param.kind === 'days') return false;
    return !(param.kind === 'series' && param.optional) && !this.dropped.has(param.name);
  }

  /** How a parameter is named in the body: a constant beside the columns of an aggregate is one of its rows'. */
  text(param: Param): string {
    const name = column(param);
    return this.aggregate && param.kind !== 'series' ? `MAX(${name})` : name;
  }

  /** The body once for each word of each choice, and with and without each number that the formula can do without. */
  body(done: readonly Param[], values: Readonly<Record<string, unknown>>): Body | undefined {
    const param = this.definition.params[done.length];
    if (param === undefined) return this.outcome(values);
    const next = (value: unknown) => this.body([...done, param], { ...values, [param.name]: value });
    switch (param.kind) {
      case 'choice':
        return this.byWord(param, next);
      case 'series':
        return next(param.optional ? null : new SqlGroup(numberOf(param, column(param), this.dialect)));
      case 'date':
        return this.withAndWithout(param, new Sql(this.dialect, { text: this.text(param), type: 'day' }), next);
      case 'cell':
        return this.withAndWithout(param, numberOf(param, this.text(param), this.dialect), next);
      default:
        return next(null);
    }
  }

  private outcome(values: Readonly<Record<string, unknown>>): Body | undefined {
    const outcome = this.written(values as never);
    if (outcome === undefined) return undefined;
    const { text, type, strict, narrow, faults } = (outcome as Sql | SqlRatio).expression;
    const error = faults.length > 0 ? cases(faults, undefined) : undefined;
    return { guards: needed(faults, strict), value: text, error, strict, type, narrow: narrow !== undefined };
  }

  private written(values: never): unknown {
    const { definition, dialect } = this;
    if (definition.kind === 'formula') return definition.compute(values, sqlOperations(dialect) as never);
    if (definition.lookUp) return lookUpSql(definition.lookUp<Sql>(values), dialect);
    return definition.closed!(values, sqlWriting(dialect) as never);
  }

  private byWord(param: ChoiceParam, next: (word: string) => Body | undefined): Body | undefined {
    const groups = new Map<string, { readonly body: Body; readonly words: string[] }>();
    for (const { value } of param.options) {
      const body = next(value);
      if (!body) continue;
      const key = `${body.guards.join('\n')}\n${body.value}\n${body.error}`;
      const group = groups.get(key) ?? { body, words: [] };
      group.words.push(value);
      groups.set(key, group);
    }
    const [first, ...others] = groups.values();
    if (!first) return undefined;
    if (others.length === 0) {
      if (first.words.length < param.options.length) this.dropped.add(param.name);
      return first.body;
    }
    const word = wordOf(this.text(param));
    const pick = (part: (body: Body) => string) =>
      `CASE ${[first, ...others]
        .map(({ body, words }) => {
          const blank = param.default !== undefined && words.includes(param.default) ? `${word} IS NULL OR ` : '';
          return `WHEN ${blank}${word} IN (${wordsFor(param, words)}) THEN ${part(body)}`;
        })
        .join(' ')} END`;
    return merged(
      [first, ...others].map(({ body }) => body),
      pick,
    );
  }

  private withAndWithout(param: CellParam | DateParam, value: Sql, next: (value: Sql | null) => Body | undefined) {
    const given = next(value);
    if (!param.optional || ('default' in param && param.default !== undefined)) return given;
    const without = next(null);
    if (!given || !without) return without;
    const pick = (part: (body: Body) => string) =>
      `CASE WHEN ${this.text(param)} IS NULL THEN ${part(without)} ELSE ${part(given)} END`;
    return merged([without, given], pick);
  }

  /** What is wrong with one argument; ranges come after all others, as in a cell. */
  faultsOf(param: SqlParam): readonly SqlFault[] {
    const text = this.text(param);
    switch (param.kind) {
      case 'cell':
        return faultsOfNumber(param, text);
      case 'date':
        return faultsOfDay(param, text, this.dialect);
      case 'choice':
        return faultsOfChoice(param, text);
      default:
        return [];
    }
  }

  faultsBetween(params: readonly SqlParam[]): readonly SqlFault[] {
    const cells = params.filter((param) => param.kind === 'cell');
    const besides = zeroBesides(cells).map(({ param, beside }) => ({
      when: `${this.text(param)} = 0 AND ${this.text(beside)} <> 0`,
      code: CODE_OF_MISSING,
    }));
    const parts = partsOf(params).map(({ param, whole }) => ({
      when: `${this.wide(param)} * ${PART} > ${this.wide(whole)} * ${WHOLE}`,
      code: CODE_OF_PART,
    }));
    return [...this.faultsOfGroups(params), ...besides, ...parts];
  }

  /** An argument that any whole number may multiply. */
  private wide(param: CellParam | SeriesParam): string {
    return this.dialect.factor(this.text(param), placesOf(param));
  }

  private faultsOfGroups(params: readonly SqlParam[]): readonly SqlFault[] {
    return groupsOf(params).flatMap(({ members, counting }) => {
      const skipped = members.every(({ blank }) => blank === 'skip');
      const there = skipped ? undefined : counting.map((member) => `COALESCE(${column(member)}, 0) <> 0`).join(' OR ');
      const faults = members.flatMap((member) => [
        ...faultsOfNumber(member, column(member)),
        ...(member.missingBeside
          ? [
              {
                when: `${column(member)} IS NULL AND ${column({ name: member.missingBeside })} IS NOT NULL`,
                code: CODE_OF_MISSING,
              },
            ]
          : []),
      ]);
      const zeros = zeroBesides(members).map(({ param, beside }) => ({
        when: `${column(param)} = 0 AND ${column(beside)} <> 0`,
        code: CODE_OF_MISSING,
      }));
      return [...faults, ...zeros].map(({ when, code }) => ({
        when: `MAX(CASE WHEN ${there ? `(${there}) AND (${when})` : when} THEN 1 ELSE 0 END) = 1`,
        code,
      }));
    });
  }

  /** Whether nothing was given: the cell stays empty. */
  empty(params: readonly SqlParam[]): string {
    return emptyWhenBlank(params)
      .map((param) => {
        if (this.aggregate) return `COUNT(${column(param)}) = 0`;
        return param.kind === 'choice' ? `${wordOf(column(param))} IS NULL` : `${column(param)} IS NULL`;
      })
      .join(' AND ');
  }
}

/** Several bodies as one; `pick` writes the choice between what they say. */
function merged(bodies: readonly Body[], pick: (part: (body: Body) => string) => string): Body {
  const chosen = (part: (body: Body) => string) =>
    bodies.every((body) => part(body) === part(bodies[0]!)) ? part(bodies[0]!) : pick(part);
  return {
    guards: [],
    value: chosen(({ guards, value }) => guarded(guards, value)),
    error: bodies.some(({ error }) => error !== undefined) ? chosen(({ error }) => error ?? 'NULL') : undefined,
    strict: bodies.every(({ strict }) => strict),
    narrow: bodies.some(({ narrow }) => narrow),
    type: bodies.some(({ type }) => type === 'double') ? 'double' : bodies[0]!.type,
  };
}

function needed(faults: readonly SqlFault[], strict: boolean): readonly string[] {
  const implied = new Set(strict ? faults.filter((fault) => fault.implied).map(({ when }) => when) : []);
  return faults.map(({ when }) => when).filter((when) => !implied.has(when));
}

function guarded(conditions: readonly string[], value: string): string {
  if (conditions.length === 0) return value;
  // PostgreSQL takes a CASE of nothing but NULL for text.
  if (conditions.includes('TRUE')) return 'NULL';
  return `CASE WHEN ${conditions.map((when) => (/ (?:AND|OR) /.test(when) ? `(${when})` : when)).join(' OR ')} THEN NULL ELSE ${value} END`;
}

function cases(faults: readonly SqlFault[], otherwise: string | undefined): string {
  const rest = otherwise === undefined ? '' : ` ELSE ${otherwise}`;
  return `CASE${faults.map(({ when, code }) => ` WHEN ${when} THEN '${code}'`).join('')}${rest} END`;
}
