import { joined } from './deflate';
import { Scanner, textBetween } from './scanner';
import { bytesOfText } from './text';

/** An element of one of the small parts, and where it stands in the part's bytes. */
export interface Element {
  readonly name: string;
  /** The prefix with its colon. */
  readonly prefix: string;
  readonly start: number;
  /** Behind its open tag, and before its close tag; both the same where it is an empty tag. */
  readonly innerStart: number;
  innerEnd: number;
  end: number;
  readonly children: readonly Element[];
  attribute(name: string): string | undefined;
  attributes(): ReadonlyMap<string, string>;
  text(): string;
}

const DEEPEST = 100;

/** The document element of a part, or one element of it. */
export function parsed(bytes: Uint8Array, part: string, from = 0, to = bytes.length): Element {
  const scanner = new Scanner(bytes, part, from, to);
  const root = { children: [] as Element[] };
  const open: { children: Element[]; innerEnd?: number; end?: number; name?: string }[] = [root];
  while (scanner.next()) {
    const top = open[open.length - 1]!;
    if (scanner.kind === 'close') {
      if (open.length === 1 || top.name !== scanner.name()) throw scanner.damaged();
      top.innerEnd = scanner.start;
      top.end = scanner.end;
      open.pop();
      continue;
    }
    const element = elementAt(scanner, part);
    top.children.push(element);
    if (scanner.kind === 'open') open.push(element as typeof element & { children: Element[] });
    if (open.length > DEEPEST) throw scanner.damaged();
  }
  if (open.length > 1 || root.children.length !== 1) throw scanner.damaged();
  return root.children[0]!;
}

function elementAt(scanner: Scanner, part: string): Element {
  const { bytes, start, end } = scanner;
  return {
    name: scanner.name(),
    prefix: scanner.prefix(),
    start,
    innerStart: end,
    innerEnd: end,
    end,
    children: [],
    attribute(name) {
      const again = new Scanner(bytes, part, start, end);
      again.next();
      return again.attribute(name);
    },
    attributes() {
      const again = new Scanner(bytes, part, start, end);
      again.next();
      const found = new Map<string, string>();
      while (again.nextAttribute()) found.set(again.attributeName(), again.value());
      return found;
    },
    text() {
      return textBetween(bytes, this.innerStart, this.innerEnd);
    },
  };
}

export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];

export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

/** Every element of a name at any depth, in order. */
export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bytes with some places replaced; edits at one place come in the order in which they were given. */
export function patched(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  let texts = '';
  const flush = () => {
    if (texts !== '') pieces.push(bytesOfText(texts));
    texts = '';
  };
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start > at) {
      flush();
      pieces.push(bytes.subarray(at, start));
    }
    texts += text;
    at = end;
  }
  flush();
  pieces.push(bytes.subarray(at));
  return joined(pieces);
}

/** An element's content followed by more; an empty tag is opened for it. */
export function appended(element: Element, text: string): Edit {
  if (element.innerEnd > element.innerStart || element.end > element.innerEnd)
    return { start: element.innerEnd, end: element.innerEnd, text };
  return {
    start: element.end - 2,
    end: element.end,
    text: `>${text}</${element.prefix}${element.name}>`,
  };
}

/** An attribute set on an element's open tag, or taken away. */
export function withAttribute(
  bytes: Uint8Array,
  part: string,
  { start, innerStart }: Pick<Element, 'start' | 'innerStart'>,
  name: string,
  value: string | undefined,
): Edit {
  const scanner = new Scanner(bytes, part, start, innerStart);
  scanner.next();
  if (scanner.attribute(name) !== undefined)
    return {
      start: scanner.attributeStart - (value === undefined ? 1 : 0),
      end: scanner.valueEnd + 1,
      text: value === undefined ? '' : `${name}="${value}"`,
    };
  return { start: scanner.nameEnd, end: scanner.nameEnd, text: value === undefined ? '' : ` ${name}="${value}"` };
}
