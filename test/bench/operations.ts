import type { Arithmetic, Group, Operations } from '../../src/number/arithmetic';

/** A range used whole, for the arithmetics of this bench. */
export class Members<N> implements Group<N> {
  declare readonly member?: N;

  constructor(readonly values: readonly N[]) {}
}

/** Sums and counts for an arithmetic whose groups are `Members`. */
export function operationsOf<N extends Arithmetic<N>>(of: (value: number) => N): Operations<N> {
  const zero = of(0);
  const valuesOf = (group: Group<N>) => (group as Members<N>).values;
  return {
    of,
    sum: (group) => valuesOf(group).reduce((total, value) => total.plus(value), zero),
    count: (group) => of(valuesOf(group).length),
    sumOver(groups, term) {
      const columns = groups.map(valuesOf);
      const length = columns.some((column) => column.length === 0)
        ? 0
        : Math.max(...columns.map((column) => column.length));
      const position = new Array<N>(columns.length);
      let total = zero;
      for (let i = 0; i < length; i++) {
        for (let j = 0; j < columns.length; j++)
          position[j] = columns[j]!.length === 1 ? columns[j]![0]! : columns[j]![i]!;
        total = total.plus(term(...position));
      }
      return total;
    },
  };
}
