import { toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { Exact, exactOperations } from '../../number/exact';
import type { Rows } from '../../tables/column';
import { COLUMNS, type Column } from '../../tables/columns';
import { historyOf } from '../../tables/history';
import { measure } from '../../tables/measured';
import { readSheet, type Sheet } from '../../tables/sheet';
import { shift } from '../../tables/shift';
import { identities, type Identity } from './identities';
import { isAllowed, priceOf, priorLines } from './reconcile';

/** One figure of an identity, in the unit of the published one, so that they add up as they are shown. */
export interface BreakTerm {
  readonly sign: '' | '+' | '−' | '×';
  readonly name: Text;
  /** The figure of the day before, of the day, or the one that the others should give. */
  readonly of: 'prior' | 'day' | 'published';
  /** Null where it was not published. */
  readonly value: number | null;
  /** Where it stands in the table, counted from 0; null where the row was read as shifted. */
  readonly cell: { readonly row: number; readonly column: number } | null;
}

export interface BreakTerms {
  readonly title: Text;
  readonly terms: readonly BreakTerm[];
  /** Null where a figure is lacking. */
  readonly difference: number | null;
}

const FIRST_IDENTITY = 2;
const ZERO = Exact.of(0);
const ONE = Exact.of(1);

/**
 * The figures behind one row of RECONCILE's answer: of the identity in whose column the place lies, of all of them
 * elsewhere in the row. Rows and columns are those of the answer, counted from 0. Nothing where the table is refused,
 * is of another kind, or has no such row.
 */
export function termsOfBreak(table: Rows, row: number, column: number): readonly BreakTerms[] {
  const sheet = readSheet(table);
  if (sheet instanceof Fault) return [];
  const readings = measure(sheet);
  const { exchangeList, exchangeNumbers } = sheet.keys;
  const line = lineOf(sheet, row);
  if (line === undefined) return [];
  const allowed = (exchange: number) => identities.filter((identity) => isAllowed(identity, sheet, readings, exchange));
  const columns = new Set(exchangeList.flatMap((_, exchange) => allowed(exchange)));
  const asked = identities.filter((identity) => columns.has(identity))[column - FIRST_IDENTITY];
  const priorLine = priorLines(readings, historyOf(sheet));

  const cellAt = (of: number, at: number): BreakTerm['cell'] => {
    const body = Math.floor(of / sheet.blocks.length);
    const cell = { row: table.length - sheet.height / sheet.blocks.length + body, column: at };
    return at >= 0 && toCell(table[cell.row]![at]) === sheet.cell(of, at) ? cell : null;
  };

  const termsOf = (identity: Identity): BreakTerms => {
    const power = -readings.power(line, identity.published);
    const prior = identity.terms[0]!.prior ? priorLine(line, identity.published) : line;
    const price = identity.needsPrice ? priceOf(sheet, line) : ONE;
    const values = identity.terms.map(({ figure, prior: isPrior }) => {
      const of = isPrior ? prior : line;
      const read = of < 0 ? null : readings.at(of, figure);
      return read instanceof Exact ? read : null;
    });
    const terms = identity.terms.flatMap(({ figure, prior: isPrior }, i): BreakTerm[] => {
      const of = isPrior ? prior : line;
      const place = of < 0 ? -1 : sheet.place(figure, of % sheet.blocks.length);
      const term: BreakTerm = {
        sign: signOf(identity, i),
        name: nameOf(figure),
        of: isPrior ? 'prior' : i === identity.terms.length - 1 ? 'published' : 'day',
        value: values[i] ? shift(values[i], power).toNumber() : null,
        cell: of < 0 ? null : cellAt(of, place),
      };
      if (!identity.needsPrice || figure === identity.published) return [term];
      const at = sheet.at('price');
      const value = price instanceof Exact ? price.toNumber() : null;
      return [term, { sign: '×', name: nameOf('price'), of: 'day', value, cell: cellAt(line, at) }];
    });
    const isWhole = price instanceof Exact && values.every((value) => value !== null);
    const difference = isWhole ? shift(identity.difference(values, price, exactOperations), power).toNumber() : null;
    return { title: identity.title, terms, difference };
  };
  return allowed(exchangeNumbers[line]!)
    .filter((identity) => asked === undefined || identity === asked)
    .map(termsOf);
}

/** A table with a block of columns for each market answers a row for every line that has data. */
function lineOf(sheet: Sheet, answer: number): number | undefined {
  if (sheet.blocks.length === 1) return answer > 0 && sheet.isData(answer - 1) ? answer - 1 : undefined;
  return Array.from({ length: sheet.height }, (_, line) => line).filter((line) => sheet.isData(line))[answer - 1];
}

/** What a figure does to the difference, which adds and takes away each of them once. */
function signOf({ terms, difference }: Identity, term: number): BreakTerm['sign'] {
  if (term === 0) return '';
  const alone = terms.map((_, i) => (i === term ? ONE : ZERO));
  return difference(alone, ONE, exactOperations).sign() > 0 ? '+' : '−';
}

function nameOf(column: Column): Text {
  return { en: column, zh: COLUMNS[column].zh };
}
