import { Fault } from '../../cells/fault';
import { bind } from '../../binding/bind';
import { errorCode } from '../../binding/errors';
import type { Definition } from '../../functions/catalogue/define';
import { definitions } from '../../functions/index';
import type { CellsOf, Raw, Rows } from './cells';
import { nativeFunctions } from './native-functions';
import { errorCell, operate } from './operators';
import type { Node } from './parse';

const NAMESPACE = 'RZRQ.';
const byName = new Map(definitions.map((definition) => [NAMESPACE + definition.id, definition]));

/** The definition of a call of ours. */
export function definitionOf(node: Node | undefined): Definition | undefined {
  return node?.kind === 'call' ? byName.get(node.name) : undefined;
}

/** What a formula comes to, computed here by the same functions; undefined where it calls what only the sheet knows. */
export function evaluate(node: Node | undefined, cells: CellsOf): Rows | undefined {
  if (node === undefined) return [[null]];
  switch (node.kind) {
    case 'value':
      return [[node.value]];
    case 'error':
      return [[errorCell(node.code)]];
    case 'area':
      return cells(node.area);
    case 'array':
      return node.rows.map((row) => row.map((cell) => evaluate(cell, cells)?.[0]?.[0] ?? null));
    case 'operation': {
      const operands = node.operands.map((operand) => evaluate(operand, cells));
      return operands.every((operand) => operand !== undefined)
        ? operate(node.operator, operands as Rows[])
        : undefined;
    }
    case 'call':
      return evaluateCall(node, cells);
    case 'unknown':
      return undefined;
  }
}

function evaluateCall(node: Node & { kind: 'call' }, cells: CellsOf): Rows | undefined {
  const args = node.args.map((arg) => evaluate(arg, cells));
  if (args.some((arg) => arg === undefined)) return undefined;
  const definition = definitionOf(node);
  if (definition)
    return call(definition, args as Rows[]).map((row) =>
      row.map((cell) => (cell instanceof Fault ? errorCell(errorCode(cell)) : cell)),
    );
  return nativeFunctions[node.name]?.(args as Rows[]);
}

/** One of our functions with its arguments; a fault says what is wrong. */
export function call(definition: Definition, args: readonly (Rows | undefined)[]): (number | string | Fault)[][] {
  return bind(definition)(args, (fault: Fault) => fault);
}

export type { Raw, Rows };
