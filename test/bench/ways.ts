import { bind } from '../../src/excel/bind';
import { exactNumbers, type Numbers } from '../../src/excel/numbers';
import { definitions } from '../../src/functions/index';
import { bigNumbers } from './big';
import { kernels } from './kernels';
import { plainNumbers } from './plain';

const NUMBERS: Readonly<Record<string, Numbers<unknown>>> = {
  exact: exactNumbers as Numbers<unknown>,
  plain: plainNumbers as Numbers<unknown>,
  decimal: bigNumbers as Numbers<unknown>,
};

/** One way to compute a kernel: the boundary with one kind of numbers, or `bare`, the loop over doubles. */
export function way(name: string, kind: string): (args: unknown[]) => unknown {
  const { id, bare } = kernels[name]!;
  if (kind === 'bare') return (args) => bare(args as never);
  const bound = bind(definitions.find((definition) => definition.id === id)!, NUMBERS[kind]!);
  return (args) => bound(args, (fault) => fault.kind);
}
