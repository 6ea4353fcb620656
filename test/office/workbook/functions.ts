import type { ExcelHost } from '../host/excel';
import { FLAGS, type Shown, shown } from '../host/protocol';
import { CellError, type Value } from './values';

/** The part of functions.json that decides how Excel calls a function. */
export interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly { readonly dimensionality?: string; readonly type?: string }[];
  }[];
}

/** One call in a formula: each argument as a matrix; undefined where nothing was written. */
export interface Call {
  readonly name: string;
  readonly args: readonly (readonly (readonly Value[])[] | undefined)[];
  readonly address: string;
}

/** What computes the calls of our functions in a workbook. */
export interface Functions {
  has(name: string): boolean;
  evaluate(calls: readonly Call[]): Promise<(Value | Value[][])[]>;
}

/** How Excel hands a blank cell over: null since 2024, before that 0. */
export type Blank = null | 0 | '';

/** Dispatches calls through Microsoft's runtime, one batch at a time as Excel does. */
export function functionsOf(excel: ExcelHost, metadata: Metadata, blank: Blank = null): Functions {
  const declared = new Map(metadata.functions.map((definition) => [definition.id, definition.parameters]));
  const sent = (value: Value): unknown =>
    value === null ? blank : value instanceof CellError ? { type: 'CustomFunctionError', code: value.code } : value;
  const args = (call: Call): unknown[] =>
    declared.get(call.name)!.map((parameter, i) => {
      const matrix = call.args[i];
      if (matrix === undefined) return null;
      return parameter.dimensionality === 'matrix' ? matrix.map((row) => row.map(sent)) : sent(matrix[0]![0]!);
    });
  return {
    has: (name) => declared.has(name),
    async evaluate(calls) {
      const results = await excel.batch(
        calls.map((call) => ({ name: call.name, args: args(call), address: call.address, flags: FLAGS.errors })),
      );
      return results.map((result) => {
        const cells = shown(result);
        return Array.isArray(cells) ? cells.map((row) => row.map(asValue)) : asValue(cells);
      });
    },
  };
}

const asValue = (cell: Shown): Value => (typeof cell === 'object' ? new CellError(cell.error, cell.message) : cell);
