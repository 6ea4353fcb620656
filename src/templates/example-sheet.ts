import type { Definition, Param } from '../functions/catalogue/define';
import type { Example, ExampleValue } from '../functions/catalogue/words-of';
import { callText } from '../functions/call-text';
import { blockName } from '../workbook/a1';
import type { Content } from './template';

export type Grid = readonly (readonly Content[])[];

/** An example as it stands on a sheet of its own: headings in the first row, arguments from the second on, the result to their right. */
export interface ExampleSheet {
  readonly arguments: readonly { readonly param: Param; readonly column: number; readonly grid: Grid }[];
  /** Where the formula stands, in row 1. */
  readonly resultColumn: number;
  readonly formula: string;
  readonly result: Grid;
}

const FIRST_ROW = 1;

export function exampleSheet(definition: Definition, { args, result }: Example): ExampleSheet {
  const placed: { param: Param; column: number; grid: Grid }[] = [];
  let column = 0;
  const texts = definition.params.map((param) => {
    const value = argumentOf(args, param.name);
    if (value === undefined) return '';
    if (param.kind === 'choice' && typeof value === 'string') return `"${value.replace(/"/g, '""')}"`;
    const grid = gridOf(value);
    const at = { row: FIRST_ROW, column, rows: grid.length, columns: grid[0]!.length };
    placed.push({ param, column, grid });
    column += at.columns;
    return blockName(at);
  });
  return {
    arguments: placed,
    resultColumn: column,
    formula: callText(definition, texts),
    result: gridOf(result),
  };
}

export function argumentOf(args: Example['args'], name: string): ExampleValue | undefined {
  return (args as Readonly<Record<string, ExampleValue | undefined>>)[name];
}

/** One value is a cell, a list a column, rows are a block. */
export function gridOf(value: ExampleValue): Grid {
  if (!Array.isArray(value)) return [[contentOf(value as Scalar)]];
  const list = value as readonly ExampleValue[];
  if (Array.isArray(list[0])) return (list as readonly (readonly Scalar[])[]).map((row) => row.map(contentOf));
  return (list as readonly Scalar[]).map((cell) => [contentOf(cell)]);
}

type Scalar = string | number | boolean | null;

function contentOf(value: Scalar): Content {
  return typeof value === 'boolean' ? (value ? '=TRUE' : '=FALSE') : value;
}
