/** A formula as Excel's grammar reads it; written apart from the parser of src, which it must not share a mistake with. */
export type Node =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'error'; readonly value: string }
  | { readonly type: 'omitted' }
  | { readonly type: 'array'; readonly rows: readonly (readonly Node[])[] }
  | { readonly type: 'name'; readonly name: string; readonly optional: boolean }
  | { readonly type: 'unary'; readonly operator: string; readonly inner: Node }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Node[] };

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|(#(?:N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|DIV\/0!|CALC!))|([\p{L}_\\][\p{L}\p{N}_.]*)|(<=|>=|<>|[-+*/^&=<>(){}[\],;%]))/uy;

interface Token {
  readonly kind: 'number' | 'text' | 'error' | 'word' | 'sign' | 'end';
  readonly value: string;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`Not a formula from ${text.slice(at, at + 20)}`);
    const [, number, quoted, error, word, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/""/g, '"') });
    else if (error !== undefined) tokens.push({ kind: 'error', value: error });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else tokens.push({ kind: 'sign', value: sign! });
  }
  return [...tokens, { kind: 'end', value: '' }];
}

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

export function parse(text: string): Node {
  const tokens = tokensOf(text);
  let at = 0;
  const node = level(0);
  if (tokens[at]!.kind !== 'end') throw new Error(`Too much from ${tokens[at]!.value} on`);
  return node;

  function is(value: string): boolean {
    return tokens[at]!.kind === 'sign' && tokens[at]!.value === value;
  }

  function take(value: string): void {
    if (!is(value)) throw new Error(`${value} was expected, not ${tokens[at]!.value}`);
    at++;
  }

  function level(depth: number): Node {
    const operators = LEVELS[depth];
    if (!operators) return signed();
    let left = level(depth + 1);
    while (tokens[at]!.kind === 'sign' && operators.includes(tokens[at]!.value)) {
      const operator = tokens[at++]!.value;
      left = { type: 'binary', operator, left, right: level(depth + 1) };
    }
    return left;
  }

  function signed(): Node {
    if (is('-') || is('+')) return { type: 'unary', operator: tokens[at++]!.value, inner: signed() };
    let inner = atom();
    while (is('%')) {
      at++;
      inner = { type: 'unary', operator: '%', inner };
    }
    return inner;
  }

  function atom(): Node {
    const { kind, value } = tokens[at++]!;
    switch (kind) {
      case 'number':
        return { type: 'number', value: Number(value) };
      case 'text':
        return { type: 'text', value };
      case 'error':
        return { type: 'error', value };
      case 'word':
        return word(value);
      default:
        return bracketed(value);
    }
  }

  function word(name: string): Node {
    if (is('(')) {
      at++;
      return { type: 'call', name: name.toUpperCase(), args: list(')') };
    }
    if (/^(true|false)$/i.test(name)) return { type: 'boolean', value: name.toUpperCase() === 'TRUE' };
    return { type: 'name', name: name.toUpperCase(), optional: false };
  }

  function list(end: string): readonly Node[] {
    const args: Node[] = [];
    if (is(end)) {
      at++;
      return args;
    }
    for (;;) {
      args.push(is(',') || is(end) ? { type: 'omitted' } : level(0));
      if (is(end)) break;
      take(',');
    }
    at++;
    return args;
  }

  function bracketed(open: string): Node {
    if (open === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    if (open === '[') {
      const { value } = tokens[at++]!;
      take(']');
      return { type: 'name', name: value.toUpperCase(), optional: true };
    }
    if (open !== '{') throw new Error(`Nothing begins with ${open}`);
    const rows: Node[][] = [[]];
    while (!is('}')) {
      if (is(';')) rows.push([]);
      else if (!is(',')) {
        rows[rows.length - 1]!.push(level(0));
        continue;
      }
      at++;
    }
    at++;
    return { type: 'array', rows };
  }
}
