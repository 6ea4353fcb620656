import { Fault } from '../../src/cells/fault';
import type { Numbers } from '../../src/functions/arguments/numbers';
import type { Arithmetic, Ratio, Reason, Test } from '../../src/number/arithmetic';
import { Members, operationsOf } from './operations';

/** The formulas read over plain doubles: what the boundary costs without exactness. */
export class Plain implements Arithmetic<Plain> {
  constructor(readonly x: number) {}

  plus(other: Plain): Plain {
    return new Plain(this.x + other.x);
  }

  minus(other: Plain): Plain {
    return new Plain(this.x - other.x);
  }

  times(other: Plain): Plain {
    return new Plain(this.x * other.x);
  }

  min(other: Plain): Plain {
    return this.x <= other.x ? this : other;
  }

  max(other: Plain): Plain {
    return this.x >= other.x ? this : other;
  }

  over(divisor: Plain): PlainRatio {
    return new PlainRatio(this.x / divisor.x, null);
  }
}

class PlainRatio implements Ratio<Plain> {
  constructor(
    readonly x: number,
    readonly reason: Reason | null,
  ) {}

  min(limit: Plain): PlainRatio {
    return this.x > limit.x ? new PlainRatio(limit.x, this.reason) : this;
  }

  max(limit: Plain): PlainRatio {
    return this.x < limit.x ? new PlainRatio(limit.x, this.reason) : this;
  }

  floorTo(step: Plain): PlainRatio {
    return new PlainRatio(Math.floor(this.x / step.x) * step.x, this.reason);
  }

  zeroBelow(least: Plain): PlainRatio {
    return this.x < least.x ? new PlainRatio(0, this.reason) : this;
  }

  unless({ x }: Plain, test: Test, reason: Reason): PlainRatio {
    const holds = test === '=0' ? x === 0 : test === '<0' ? x < 0 : x <= 0;
    return holds && this.reason === null ? new PlainRatio(this.x, reason) : this;
  }
}

export const plainNumbers: Numbers<Plain> = {
  operations: operationsOf((value) => new Plain(value)),
  of: (cell) => new Plain(cell),
  parse: (digits) => new Plain(Number(digits)),
  isZero: ({ x }) => x === 0,
  isMore: ({ x }, other) => x > other.x,
  group: (values) => new Members(values),
  result(outcome) {
    const { x, reason } = outcome as { x: number; reason?: Reason | null };
    if (reason) return new Fault(reason);
    return Number.isFinite(x) ? x : new Fault('divided_by_zero');
  },
};
