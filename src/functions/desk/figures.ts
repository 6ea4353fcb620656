import { Fault } from '../../cells/fault';
import type { Text } from '../../language';
import { Exact } from '../../number/exact';
import type { Figure } from '../../tables/desk/columns';
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
export class Figures<R extends string> {
  constructor(
    private readonly table: { header(role: R): string },
    private readonly rows: Text,
    private readonly problems: Problems,
  ) {}

  /** Blank is 0 where the parameter says so, else a fault, which says where it stands. */
  read(role: R, { param, ordinary }: Rule, figure: Figure, at: number): Sum {
    if (ordinary.hasExact(figure)) return figure;
    if (figure instanceof Fault) {
      this.problems.fault(figure, this.rows);
      return figure;
    }
    const value = readCell(param, figure, exactNumbers);
    return value instanceof Fault ? this.told(value, role, at) : (value ?? ZERO);
  }

  told(fault: Fault, role: R, at: number): Fault {
    const here = located(fault, this.table.header(role), at);
    this.problems.fault(here, this.rows);
    return here;
  }
}
