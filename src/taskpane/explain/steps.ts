import type { Param } from '../../functions/catalogue/define';
import { plainNumber, shown } from '../show';
import type { Shape, Sign, Step } from './worked';

const PRECEDENCE: Readonly<Record<Sign, number>> = { '+': 1, '−': 1, '×': 2, '÷': 2 };
const ATOM = 3;
const MOST_TERMS = 6;
const MOST_STEPS = 12;

/** A calculation line by line: first with all its numbers, then with every innermost operation done, until one number is left. */
export function steps(outcome: Step): string[] {
  const lines: string[] = [];
  let current = outcome;
  while (lines.length < MOST_STEPS) {
    const line = numbersIn(current);
    if (line !== lines[lines.length - 1]) lines.push(line);
    if (current.shape.kind === 'leaf') break;
    current = reduced(current);
  }
  return lines;
}

/** A number of the calculation with the numbers it is made of. */
export const numbersIn = (step: Step): string => print(step, number).text;

/** The same in words: `name` is what an argument is called. */
export const namesIn = (step: Step, name: (param: Param) => string): string =>
  print(step, (leaf) =>
    leaf.shape.kind === 'leaf' && leaf.shape.param ? { text: name(leaf.shape.param), precedence: ATOM } : number(leaf),
  ).text;

interface Printed {
  readonly text: string;
  readonly precedence: number;
}

type Leaf = (step: Step) => Printed;

function number(step: Step): Printed {
  const value = step.toNumber();
  const isArgument = step.shape.kind === 'leaf' && step.shape.param !== undefined;
  return { text: isArgument ? shown(value) : plainNumber(value), precedence: value < 0 ? PRECEDENCE['−'] : ATOM };
}

function print(step: Step, leaf: Leaf): Printed {
  const { shape } = step;
  const inner = (part: Step) => print(part, leaf);
  switch (shape.kind) {
    case 'leaf':
      return leaf(step);
    case 'join': {
      const precedence = PRECEDENCE[shape.sign];
      return {
        text: `${within(inner(shape.left), precedence)} ${shape.sign} ${within(inner(shape.right), precedence + 1)}`,
        precedence,
      };
    }
    case 'choice':
      return { text: `${shape.name}(${inner(shape.left).text}, ${inner(shape.right).text})`, precedence: ATOM };
    case 'sum':
      return printSum(shape.terms, leaf);
    case 'lots': {
      const lot = within(inner(shape.step), ATOM);
      return { text: `⌊${within(inner(shape.of), PRECEDENCE['×'])} ÷ ${lot}⌋ × ${lot}`, precedence: PRECEDENCE['×'] };
    }
    case 'least':
      return { text: `[${inner(shape.of).text} ≥ ${inner(shape.least).text}]`, precedence: ATOM };
  }
}

function printSum(terms: readonly Step[], leaf: Leaf): Printed {
  const [first] = terms;
  if (!first) return { text: '0', precedence: ATOM };
  if (terms.length === 1) return print(first, leaf);
  const last = terms[terms.length - 1]!;
  const printed = terms.length <= MOST_TERMS ? terms : [...terms.slice(0, MOST_TERMS - 2), undefined, last];
  const text = printed.reduce((line, term, i) => line + (term ? signed(print(term, leaf), i > 0) : ' + …'), '');
  return { text: `(${text})`, precedence: ATOM };
}

/** A negative number is taken away rather than added. */
function signed({ text, precedence }: Printed, follows: boolean): string {
  if (!follows) return text;
  return precedence === PRECEDENCE['−'] && /^[-−][\d,.e+-]+$/.test(text) ? ` − ${text.slice(1)}` : ` + ${text}`;
}

function within({ text, precedence }: Printed, outer: number): string {
  return precedence < outer ? `(${text})` : text;
}

/** The same with its innermost operations done. */
function reduced(step: Step): Step {
  const parts = partsOf(step.shape);
  if (parts.every(({ shape }) => shape.kind === 'leaf'))
    return { shape: { kind: 'leaf' }, toNumber: () => step.toNumber() };
  return {
    shape: withParts(
      step.shape,
      parts.map((part) => (part.shape.kind === 'leaf' ? part : reduced(part))),
    ),
    toNumber: () => step.toNumber(),
  };
}

function partsOf(shape: Shape): readonly Step[] {
  switch (shape.kind) {
    case 'leaf':
      return [];
    case 'sum':
      return shape.terms;
    case 'lots':
      return [shape.of, shape.step];
    case 'least':
      return [shape.of, shape.least];
    default:
      return [shape.left, shape.right];
  }
}

function withParts(shape: Shape, parts: readonly Step[]): Shape {
  const [first, second] = parts as readonly [Step, Step];
  switch (shape.kind) {
    case 'leaf':
      return shape;
    case 'sum':
      return { ...shape, terms: parts };
    case 'lots':
      return { ...shape, of: first, step: second };
    case 'least':
      return { ...shape, of: first, least: second };
    default:
      return { ...shape, left: first, right: second };
  }
}
