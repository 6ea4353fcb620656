import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import type { Figure } from '../../tables/desk/figure';
import { exactNumbers } from '../arguments/numbers';
import { Ordinary, readCell } from '../arguments/read';
import type { CellParam, SeriesParam } from '../catalogue/define';
import { located, type Problems } from './problems';

export type Sum = Exact | Fault;

const ZERO = Exact.of(0);

/** A parameter, whose rules the figures of a column keep. */
export class Rule {
  readonly ordinary: Ordinary;

  constructor(readonly param: CellParam | SeriesParam) {
    this.ordinary = new Ordinary(param);
  }
}

/** The figures of a table's rows under the rules of the parameters that use them; what is wrong with one is told. */
export interface Figures<R extends string> {
  /** Blank is 0 where the parameter says so, else a fault, which says where it stands. */
  read(role: R, rule: Rule, figure: Figure, at: number): Sum;
  told(fault: Fault, role: R, at: number): Fault;
}

export function figuresOf<R extends string>(
  table: { header(role: R): string },
  rows: Text,
  problems: Problems,
): Figures<R> {
  const told = (fault: Fault, role: R, at: number): Fault => {
    const here = located(fault, table.header(role), at);
    problems.fault(here, rows);
    return here;
  };
  return {
    read(role, { param, ordinary }, figure, at) {
      if (ordinary.hasExact(figure)) return figure;
      if (figure instanceof Fault) {
        problems.fault(figure, rows);
        return figure;
      }
      const value = readCell(param, figure, exactNumbers);
      return value instanceof Fault ? told(value, role, at) : (value ?? ZERO);
    },
    told,
  };
}
