import { bind } from '../binding/bind';
import type { Bound } from '../binding/call';
import { Fault } from '../cells/fault';
import type { Definition } from '../functions/catalogue/define';
import type { Id } from '../functions/ids';
import { ofCells } from '../functions/of-cells';
import { errorsOf } from './errors';

type Rows = unknown[][];

const answers = new Map<string, (args: readonly unknown[]) => Rows>();

const take = (definitions: object): void => {
  for (const definition of Object.values(definitions) as Definition[]) answers.set(definition.id, answerOf(definition));
};

take(ofCells);

/** What a function gives for these arguments; a promise until the functions of tables have arrived. */
export function answer(id: Id, args: readonly unknown[]): Rows | Promise<Rows> {
  const here = answers.get(id);
  return here ? here(args) : later(id, args);
}

async function later(id: Id, args: readonly unknown[]): Promise<Rows> {
  try {
    const { ofTables } = await import(/* webpackChunkName: "tables" */ '../functions/of-tables');
    if (!answers.has(id)) take(ofTables);
  } catch {
    return [[errorsOf([])(new Fault('not_loaded'))]];
  }
  return answers.get(id)!(args);
}

/** Bound when it is first called. */
function answerOf(definition: Definition): (args: readonly unknown[]) => Rows {
  let bound: Bound | undefined;
  return (args) => {
    const fail = errorsOf(definition.params);
    try {
      bound ??= bind(definition);
      return bound(args, fail);
    } catch (problem) {
      return [[fail(new Fault('unexpected', { text: String(problem) }))]];
    }
  };
}
