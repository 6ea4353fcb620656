import type { Arithmetic, Group, Operations, Ratio, Reason, Test } from '../../number/arithmetic';
import type { Quotient } from '../../number/exact';
import { Exact } from '../../number/exact';
import type { Numbers } from '../../functions/arguments/numbers';
import { exactNumbers } from '../../functions/arguments/numbers';
import type { Definition, Param } from '../../functions/catalogue/define';

/** How a number came about: nothing is known of a leaf but its value, and the parameter where it is an argument. */
export type Shape =
  | { readonly kind: 'leaf'; readonly param?: Param }
  | { readonly kind: 'join'; readonly sign: Sign; readonly left: Step; readonly right: Step }
  | { readonly kind: 'choice'; readonly name: 'min' | 'max'; readonly left: Step; readonly right: Step }
  | { readonly kind: 'sum'; readonly terms: readonly Step[] }
  | { readonly kind: 'lots'; readonly of: Step; readonly step: Step }
  | { readonly kind: 'least'; readonly of: Step; readonly least: Step };

export type Sign = '+' | '−' | '×' | '÷';

/** A number of a calculation with the way it was made; what `steps` prints. */
export interface Step {
  readonly shape: Shape;
  toNumber(): number;
}

const LEAF: Shape = { kind: 'leaf' };

/** A third reading of a formula: Exact computes beside it, and every operation is remembered. */
export class Worked implements Arithmetic<Worked>, Step {
  constructor(
    readonly value: Exact,
    readonly shape: Shape = LEAF,
  ) {}

  toNumber(): number {
    return this.value.toNumber();
  }

  plus(other: Worked): Worked {
    return this.join('+', other, this.value.plus(other.value));
  }

  minus(other: Worked): Worked {
    return this.join('−', other, this.value.minus(other.value));
  }

  times(other: Worked): Worked {
    return this.join('×', other, this.value.times(other.value));
  }

  min(other: Worked): Worked {
    return new Worked(this.value.min(other.value), { kind: 'choice', name: 'min', left: this, right: other });
  }

  max(other: Worked): Worked {
    return new Worked(this.value.max(other.value), { kind: 'choice', name: 'max', left: this, right: other });
  }

  over(divisor: Worked): WorkedRatio {
    return new WorkedRatio(this.value.over(divisor.value), { kind: 'join', sign: '÷', left: this, right: divisor });
  }

  private join(sign: Sign, right: Worked, value: Exact): Worked {
    return new Worked(value, { kind: 'join', sign, left: this, right });
  }
}

export class WorkedRatio implements Ratio<Worked>, Step {
  constructor(
    readonly value: Quotient,
    readonly shape: Shape,
  ) {}

  toNumber(): number {
    return this.value.toNumber();
  }

  min(limit: Worked): WorkedRatio {
    return new WorkedRatio(this.value.min(limit.value), { kind: 'choice', name: 'min', left: this, right: limit });
  }

  max(limit: Worked): WorkedRatio {
    return new WorkedRatio(this.value.max(limit.value), { kind: 'choice', name: 'max', left: this, right: limit });
  }

  floorTo(step: Worked): WorkedRatio {
    return new WorkedRatio(this.value.floorTo(step.value), { kind: 'lots', of: this, step });
  }

  zeroBelow(least: Worked): WorkedRatio {
    return new WorkedRatio(this.value.zeroBelow(least.value), { kind: 'least', of: this, least });
  }

  unless(x: Worked, test: Test, reason: Reason): WorkedRatio {
    return new WorkedRatio(this.value.unless(x.value, test, reason), this.shape);
  }
}

class WorkedGroup implements Group<Worked> {
  declare readonly member?: Worked;

  constructor(readonly values: readonly Worked[]) {}
}

const valuesOf = (group: Group<Worked>) => (group as WorkedGroup).values;

const workedOperations: Operations<Worked> = {
  of: (value) => new Worked(Exact.of(value)),
  sum: (group) => sumOf(valuesOf(group)),
  count: (group) => new Worked(Exact.of(valuesOf(group).length)),
  sumOver(groups, term) {
    const columns = groups.map(valuesOf);
    const length = columns.some((column) => column.length === 0)
      ? 0
      : Math.max(...columns.map((column) => column.length));
    return sumOf(
      Array.from({ length }, (_, i) =>
        term(...columns.map((column) => (column.length === 1 ? column[0]! : column[i]!))),
      ),
    );
  },
};

function sumOf(terms: readonly Worked[]): Worked {
  const value = terms.reduce((total, term) => total.plus(term.value), Exact.of(0));
  return new Worked(value, { kind: 'sum', terms });
}

/** The same formula over numbers that know which parameter they are. */
export function withNames(definition: Definition): Definition {
  if (definition.kind !== 'formula') return definition;
  return {
    ...definition,
    compute: (args, operations) =>
      definition.compute(
        Object.fromEntries(
          definition.params.map((param) => [param.name, named((args as Record<string, unknown>)[param.name], param)]),
        ) as never,
        operations,
      ),
  };
}

function named(value: unknown, param: Param): unknown {
  const name = (worked: Worked) => new Worked(worked.value, { kind: 'leaf', param });
  if (value instanceof Worked) return name(value);
  return value instanceof WorkedGroup ? new WorkedGroup(value.values.map(name)) : value;
}

/** The numbers for one call whose outcome is kept for `steps`. */
export function workedNumbers(keep: (outcome: Step) => void): Numbers<Worked> {
  return {
    operations: workedOperations,
    of: (cell) => new Worked(Exact.of(cell)),
    parse: (digits) => new Worked(Exact.parse(digits)),
    isZero: (x) => x.value.sign() === 0,
    isMore: (x, other) => x.value.compare(other.value) > 0,
    group: (values) => new WorkedGroup(values),
    result(outcome) {
      keep(outcome as Step);
      return exactNumbers.result((outcome as Worked | WorkedRatio).value);
    },
  };
}
