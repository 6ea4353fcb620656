import type { Writing } from './arithmetic';
import { Sql, SQL_PRECEDENCE } from './sql';
import type { Dialect } from './sql-dialects';

const LINE_DIGITS = 12;
/** A cell holds at most 15 digits. */
const CELL_DIGITS = 15;

/** Closed forms of procedures as SQL expressions. */
export function sqlWriting(dialect: Dialect): Writing<Sql> {
  return {
    of: (value) => Sql.of(dialect, value),
    word: (text) => new Sql(dialect, { text: quoted(text), type: 'word' }),
    error: (code) => new Sql(dialect, { text: 'NULL', faults: [{ when: 'TRUE', code }] }),
    when(left, test, right, then, otherwise) {
      const [a, b] = [left, right].map((side) => side.within(SQL_PRECEDENCE.comparison));
      const condition = `${a} ${test} ${b}`;
      const type = then.text === 'NULL' ? otherwise.type : then.type;
      return new Sql(dialect, {
        text: `CASE WHEN ${condition} THEN ${then.text} ELSE ${otherwise.text} END`,
        type,
        places: Math.max(then.places, otherwise.places),
        strict: false,
        faults: [
          ...left.faults,
          ...right.faults,
          ...then.faults.map(({ when, code }) => ({ when: both(condition, when), code })),
          ...otherwise.faults.map(({ when, code }) => ({ when: both(`NOT (${condition})`, when), code })),
        ],
      });
    },
    at12Digits: (x) => at12Digits(x),
    isNumber: () => true,
    monthsLater: (day, months) =>
      day.with(months, {
        text: dialect.monthsLater(day.text, months.text),
        type: 'day',
        faults: [
          ...day.faults,
          ...months.faults,
          { when: `${months.within(SQL_PRECEDENCE.comparison)} <> FLOOR(${months.text})`, code: '#NUM!' },
        ],
      }),
  };
}

export function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

function both(condition: string, other: string): string {
  return other === 'TRUE' ? condition : `${condition} AND (${other})`;
}

/** Decimals are rounded at places that are constants, as DuckDB asks: how many depends on the size of the number. */
function at12Digits(x: Sql): Sql {
  const largest = CELL_DIGITS - x.places;
  const cases: string[] = [];
  for (let digits = largest; digits + x.places > LINE_DIGITS; digits--)
    cases.push(`WHEN ABS(${x.text}) >= 1${'0'.repeat(digits - 1)} THEN ROUND(${x.text}, ${LINE_DIGITS - digits})`);
  if (cases.length === 0) return x;
  return x.with(x, { text: `CASE ${cases.join(' ')} ELSE ${x.text} END`, places: x.places, type: x.type });
}
