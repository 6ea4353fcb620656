import type { Param } from '../../functions/catalogue/define';
import type { Step } from './worked';

/** A part of a result that a reader of accounts would give a line of its own. */
export interface Component {
  readonly sign: '' | '+' | '−' | '÷';
  readonly step: Step;
  /** What is added up in it, one term a position; none where it is no sum over positions. */
  readonly positions: readonly Step[];
  /** What a dividend or a divisor is made of. */
  readonly parts: readonly Component[];
}

/** A calculation over positions as its components; undefined where it adds up no positions. */
export function componentsOf(outcome: Step): readonly Component[] | undefined {
  return addsUp(outcome) ? split(outcome, '') : undefined;
}

/** The parameters that a part of a calculation reads. */
export function paramsIn({ shape }: Step): readonly Param[] {
  switch (shape.kind) {
    case 'leaf':
      return shape.param ? [shape.param] : [];
    case 'sum':
      return shape.terms.slice(0, 1).flatMap(paramsIn);
    case 'lots':
      return [...paramsIn(shape.of), ...paramsIn(shape.step)];
    case 'least':
      return [...paramsIn(shape.of), ...paramsIn(shape.least)];
    default:
      return [...paramsIn(shape.left), ...paramsIn(shape.right)];
  }
}

function split(step: Step, sign: Component['sign']): readonly Component[] {
  const { shape } = step;
  if (shape.kind === 'join' && shape.sign === '÷') return [whole(shape.left, sign), whole(shape.right, '÷')];
  if (shape.kind === 'join' && (shape.sign === '+' || shape.sign === '−') && addsUp(step)) {
    const second = (shape.sign === '+') === (sign !== '−') ? '+' : '−';
    return [...split(shape.left, sign), ...split(shape.right, second)];
  }
  if (shape.kind === 'sum' && shape.terms.length === 0) return [];
  return [{ sign, step, positions: shape.kind === 'sum' ? shape.terms : [], parts: [] }];
}

function whole(step: Step, sign: Component['sign']): Component {
  const parts = split(step, '');
  return parts.length === 1 ? { ...parts[0]!, sign } : { sign, step, positions: [], parts };
}

function addsUp({ shape }: Step): boolean {
  switch (shape.kind) {
    case 'leaf':
      return false;
    case 'sum':
      return true;
    case 'lots':
      return addsUp(shape.of);
    case 'least':
      return addsUp(shape.of);
    default:
      return addsUp(shape.left) || addsUp(shape.right);
  }
}
