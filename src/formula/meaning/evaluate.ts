import { Fault } from '../../cells/fault';
import { bind } from '../../binding/bind';
import { errorCode } from '../../binding/errors';
import type { Definition } from '../../functions/catalogue/define';
import { definitions } from '../../functions/index';
import type { CellsOf, Raw, Rows } from './cells';
import { type Kind, plainKind } from './kind';
import { type Argument, nativeFunctions } from './native-functions';
import { errorCell, operate } from './operators';
import type { Node } from './parse';

const NAMESPACE = 'RZRQ.';
const byName = new Map(definitions.map((definition) => [NAMESPACE + definition.id, definition]));

/** The definition of a call of ours. */
export function definitionOf(node: Node | undefined): Definition | undefined {
  return node?.kind === 'call' ? byName.get(node.name) : undefined;
}

/** What a formula is evaluated with. */
export interface Setting<N> {
  readonly kind: Kind<N>;
  /** What stands in an area; undefined where that is not known. */
  readonly cells: (area: Area) => Rows<N> | undefined;
  /** What a call of ours gives. */
  readonly ours?: (definition: Definition, args: readonly Rows<N>[]) => Rows<N>;
}

type Area = Extract<Node, { kind: 'area' }>['area'];

/** What a formula comes to by Excel's rules; undefined where it calls what only the sheet knows and this kind of number can't go on without. */
export function evaluate<N>(node: Node | undefined, setting: Setting<N>): Rows<N> | undefined {
  return known(node, setting) ?? (setting.kind.unknown === undefined ? undefined : [[setting.kind.unknown]]);
}

function known<N>(node: Node | undefined, setting: Setting<N>): Rows<N> | undefined {
  if (node === undefined) return [[null]];
  switch (node.kind) {
    case 'value':
      return [[typeof node.value === 'number' ? setting.kind.of(node.value) : node.value]];
    case 'error':
      return [[errorCell(node.code)]];
    case 'area':
      return setting.cells(node.area);
    case 'array':
      return node.rows.map((row) => row.map((cell) => evaluate(cell, setting)?.[0]?.[0] ?? null));
    case 'operation': {
      const operands = allOf(node.operands, setting);
      return operands && operate(node.operator, operands, setting.kind);
    }
    case 'call':
      return callOf(node, setting);
    case 'unknown':
      return undefined;
  }
}

function allOf<N>(nodes: readonly (Node | undefined)[], setting: Setting<N>): readonly Rows<N>[] | undefined {
  const rows = nodes.map((node) => evaluate(node, setting));
  return rows.every((one) => one !== undefined) ? (rows as Rows<N>[]) : undefined;
}

function callOf<N>(node: Node & { kind: 'call' }, setting: Setting<N>): Rows<N> | undefined {
  const definition = definitionOf(node);
  if (definition) {
    const args = setting.ours && allOf(node.args, setting);
    return args && setting.ours!(definition, args);
  }
  return nativeFunctions.get(node.name)?.(
    node.args.map((arg): Argument<N> => ({ rows: () => evaluate(arg, setting), isRange: arg?.kind === 'area' })),
    setting.kind,
  );
}

/** Plain numbers, and our functions as they compute them. */
export function plainly(cells: CellsOf): Setting<number> {
  return {
    kind: plainKind,
    cells,
    ours: (definition, args) =>
      call(definition, args).map((row) =>
        row.map((cell) => (cell instanceof Fault ? errorCell(errorCode(cell)) : cell)),
      ),
  };
}

/** One of our functions with its arguments; a fault says what is wrong. */
export function call(definition: Definition, args: readonly (Rows | undefined)[]): (number | string | Fault)[][] {
  return bind(definition)(args, (fault: Fault) => fault);
}

export type { Raw, Rows };
