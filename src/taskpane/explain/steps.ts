import { plainNumber } from '../show';
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
    const line = print(current).text;
    if (line !== lines[lines.length - 1]) lines.push(line);
    if (current.shape.kind === 'leaf') break;
    current = reduced(current);
  }
  return lines;
}

interface Printed {
  readonly text: string;
  readonly precedence: number;
}

function print(step: Step): Printed {
  const { shape } = step;
  switch (shape.kind) {
    case 'leaf':
      return { text: plainNumber(step.toNumber()), precedence: step.toNumber() < 0 ? PRECEDENCE['−'] : ATOM };
    case 'join': {
      const precedence = PRECEDENCE[shape.sign];
      return {
        text: `${within(print(shape.left), precedence)} ${shape.sign} ${within(print(shape.right), precedence + 1)}`,
        precedence,
      };
    }
    case 'choice':
      return { text: `${shape.name}(${print(shape.left).text}, ${print(shape.right).text})`, precedence: ATOM };
    case 'sum':
      return printSum(shape.terms);
    case 'lots': {
      const lot = within(print(shape.step), ATOM);
      return { text: `⌊${within(print(shape.of), PRECEDENCE['×'])} ÷ ${lot}⌋ × ${lot}`, precedence: PRECEDENCE['×'] };
    }
    case 'least':
      return { text: `[${print(shape.of).text} ≥ ${print(shape.least).text}]`, precedence: ATOM };
  }
}

function printSum(terms: readonly Step[]): Printed {
  if (terms.length === 0) return { text: '0', precedence: ATOM };
  const shown =
    terms.length <= MOST_TERMS ? terms : [...terms.slice(0, MOST_TERMS - 2), undefined, terms[terms.length - 1]!];
  return {
    text: `(${shown.map((term) => (term ? within(print(term), PRECEDENCE['+']) : '…')).join(' + ')})`,
    precedence: ATOM,
  };
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
