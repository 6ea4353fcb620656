import { Decimal as Base } from 'decimal.js';
import { Fault } from '../../src/cells/fault';
import type { Numbers } from '../../src/functions/arguments/numbers';
import type { Arithmetic, Ratio, Reason, Test } from '../../src/number/arithmetic';
import { Members, operationsOf } from './operations';

const Decimal = Base.clone({ precision: 40 });

/** The formulas read over decimal.js alone: exact, and what exactness costs without safe integers. */
export class Big implements Arithmetic<Big> {
  constructor(readonly x: Base) {}

  plus(other: Big): Big {
    return new Big(this.x.plus(other.x));
  }

  minus(other: Big): Big {
    return new Big(this.x.minus(other.x));
  }

  times(other: Big): Big {
    return new Big(this.x.times(other.x));
  }

  min(other: Big): Big {
    return this.x.lte(other.x) ? this : other;
  }

  max(other: Big): Big {
    return this.x.gte(other.x) ? this : other;
  }

  over(divisor: Big): BigRatio {
    return new BigRatio(this.x.div(divisor.x), null);
  }
}

class BigRatio implements Ratio<Big> {
  constructor(
    readonly x: Base,
    readonly reason: Reason | null,
  ) {}

  min(limit: Big): BigRatio {
    return this.x.gt(limit.x) ? new BigRatio(limit.x, this.reason) : this;
  }

  max(limit: Big): BigRatio {
    return this.x.lt(limit.x) ? new BigRatio(limit.x, this.reason) : this;
  }

  floorTo(step: Big): BigRatio {
    return new BigRatio(this.x.div(step.x).floor().times(step.x), this.reason);
  }

  zeroBelow(least: Big): BigRatio {
    return this.x.lt(least.x) ? new BigRatio(new Decimal(0), this.reason) : this;
  }

  unless({ x }: Big, test: Test, reason: Reason): BigRatio {
    const holds = test === '=0' ? x.isZero() : test === '<0' ? x.lt(0) : x.lte(0);
    return holds && this.reason === null ? new BigRatio(this.x, reason) : this;
  }
}

export const bigNumbers: Numbers<Big> = {
  operations: operationsOf((value) => new Big(new Decimal(value))),
  of: (cell) => new Big(new Decimal(cell)),
  parse: (digits) => new Big(new Decimal(digits)),
  isZero: ({ x }) => x.isZero(),
  isMore: ({ x }, other) => x.gt(other.x),
  group: (values) => new Members(values),
  result(outcome) {
    const { x, reason } = outcome as { x: Base; reason?: Reason | null };
    if (reason) return new Fault(reason);
    return x.isFinite() ? x.toNumber() + 0 : new Fault('divided_by_zero');
  },
};
