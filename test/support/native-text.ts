import type { Surroundings } from '../../src/formula/expression';
import { nativeFormula } from '../../src/share/native/formula';
import { Why } from '../../src/share/reasons';

const around: Surroundings = {
  named: () => undefined,
  spillNames: new Map(),
  valueAt: () => '',
  holdsTextFigure: () => false,
  spillOf: () => undefined,
};

/** What a formula of ours becomes in one cell, without the `=`, or the code of the reason why not. */
export function nativeText(formula: string): string {
  const native = nativeFormula(`=${formula}`, { rows: 1, columns: 1 }, around);
  return native instanceof Why ? native.code : String(native.cells[0]![0]).slice(1);
}
