import { EXPLANATIONS } from '../../binding/errors';
import { isoDate } from '../../cells/date';
import { Sql, type SqlFault } from '../../number/sql';
import type { Dialect } from '../../number/sql-dialects';
import { type LookUp, replaces, type Rule } from '../../rules/rule';

/** Ratios of rules are whole percents. */
const PLACES = 2;

/** From a day up to another that is no longer in it; serials. */
type Range = readonly [from: number | undefined, to: number | undefined];

/** Between which days a row of the table decides; without a row, none does. */
interface Span {
  readonly opened: Range;
  readonly judged: Range;
  readonly rule: Rule | undefined;
}

/** A look-up in a dated table as one CASE over the days, NULL where the table has no answer. */
export function lookUpSql({ rules, opened, judged }: LookUp<Sql>, dialect: Dialect): Sql {
  const among = spans(rules);
  const figureOf = (rule: Rule) => dialect.literal(String(rule.figure), PLACES);
  if (opened === null) {
    const last = rules.at(-1);
    return last === undefined || last.figure === null
      ? none(dialect)
      : new Sql(dialect, { text: figureOf(last), places: PLACES });
  }
  const day = (serial: number) => dialect.dayLiteral(isoDate(serial));
  const within = ({ text }: Sql, [from, to]: Range) => [
    ...(from === undefined ? [] : [`${text} >= ${day(from)}`]),
    ...(to === undefined ? [] : [`${text} < ${day(to)}`]),
  ];
  // Judged on the day it was opened a contract has the rule that it was opened under.
  const asked = judged === null ? among.filter((span) => span.judged[0] === undefined) : among;
  const conditions = (span: Span) =>
    [...within(opened, span.opened), ...(judged === null ? [] : within(judged, span.judged))].join(' AND ');
  const known = asked.flatMap((span) =>
    span.rule === undefined || span.rule.figure === null
      ? []
      : [`WHEN ${conditions(span)} THEN ${figureOf(span.rule)}`],
  );
  if (known.length === 0) return none(dialect);
  const unknown = asked.filter(({ rule }) => rule === undefined || rule.figure === null);
  const faults: readonly SqlFault[] = [
    ...(judged === null
      ? []
      : [{ when: `${judged.text} < ${opened.text}`, code: EXPLANATIONS.judged_before_opened.code }]),
    ...unknown.map((span) => ({ when: conditions(span), code: EXPLANATIONS.no_rule.code, implied: true })),
  ];
  return new Sql(dialect, { text: `CASE ${known.join(' ')} END`, places: PLACES, faults });
}

function none(dialect: Dialect): Sql {
  return new Sql(dialect, { text: 'NULL', faults: [{ when: 'TRUE', code: EXPLANATIONS.no_rule.code }] });
}

/** All the days of opening and of judging, each under the row that decides there. */
function spans(rules: readonly Rule[]): readonly Span[] {
  const openings = [undefined, ...rules];
  return openings.flatMap((rule, i) => {
    const opened = [rule?.from, rules[i]?.from] as const;
    // Later rows that replace the one a contract was opened under, each until the next that does.
    const decide: { readonly from?: number; readonly rule: Rule | undefined }[] = [{ rule }];
    for (const later of rules.slice(i))
      if (replaces(later, decide.at(-1)!.rule)) decide.push({ from: later.from, rule: later });
    return decide.map((one, at) => ({ opened, judged: [one.from, decide[at + 1]?.from] as const, rule: one.rule }));
  });
}
