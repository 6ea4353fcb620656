import { EXPLANATIONS } from '../../binding/errors';
import { Fault } from '../../cells/fault';
import { FIRST_DAY, isoDate, LAST_DAY } from '../../cells/date';
import { blankOf, type Limit, limitsOf } from '../../functions/arguments/cell-rules';
import type { CellParam, ChoiceParam, DateParam, SeriesParam } from '../../functions/catalogue/define';
import { Sql, type SqlFault } from '../../number/sql';
import { quoted } from '../../number/sql-writing';
import type { Dialect } from '../../number/sql-dialects';

type NumberParam = CellParam | SeriesParam;

/** Ratios and rates are published to six places, everything else to four at most. */
export function placesOf({ domain }: NumberParam): number {
  return domain.percentAbove === undefined ? 4 : 6;
}

/** The number that a column or argument stands for: blanks filled in as the parameter says, else NULL. */
export function numberOf(param: NumberParam, text: string, dialect: Dialect): Sql {
  const places = placesOf(param);
  const blank = blankOf(param);
  const argument = dialect.argument(text, places);
  if (typeof blank !== 'number') return new Sql(dialect, { text: argument, places });
  return new Sql(dialect, {
    text: `COALESCE(${argument}, ${dialect.literal(String(blank), places)})`,
    places,
    strict: false,
  });
}

export function faultsOfNumber(param: NumberParam, text: string): readonly SqlFault[] {
  return [
    ...faultOfBlank(blankOf(param), `${text} IS NULL`),
    ...limitsOf(param).map((limit) => ({ when: broken(limit, text), code: EXPLANATIONS[limit.kind].code })),
  ];
}

export function faultsOfDay(param: DateParam, text: string, dialect: Dialect): readonly SqlFault[] {
  const [first, last] = [FIRST_DAY, LAST_DAY].map((serial) => dialect.dayLiteral(isoDate(serial)));
  return [
    ...faultOfBlank(blankOf(param), `${text} IS NULL`),
    { when: `${text} < ${first} OR ${text} > ${last}`, code: EXPLANATIONS.not_a_date.code },
  ];
}

/** A word as it is compared: without blanks around it, in small letters; NULL where there is none. */
export function wordOf(text: string): string {
  return `NULLIF(LOWER(TRIM(${text})), '')`;
}

/** The words that mean one of the options. */
export function wordsFor({ options }: ChoiceParam, values: readonly string[]): string {
  return options
    .filter(({ value }) => values.includes(value))
    .flatMap(({ value, zh, also = [] }) => [value, zh, ...also])
    .map((word) => quoted(word.toLowerCase()))
    .join(', ');
}

export function faultsOfChoice(param: ChoiceParam, text: string): readonly SqlFault[] {
  const all = param.options.map(({ value }) => value);
  return [
    ...faultOfBlank(blankOf(param), `${wordOf(text)} IS NULL`),
    { when: `${wordOf(text)} NOT IN (${wordsFor(param, all)})`, code: EXPLANATIONS.not_a_choice.code },
  ];
}

function faultOfBlank(blank: unknown, when: string): readonly SqlFault[] {
  return blank instanceof Fault ? [{ when, code: EXPLANATIONS[blank.kind].code, implied: true }] : [];
}

function broken(limit: Limit, text: string): string {
  return limit.test === 'none of'
    ? `${text} NOT IN (${limit.values.join(', ')})`
    : `${text} ${limit.test} ${limit.bound}`;
}
