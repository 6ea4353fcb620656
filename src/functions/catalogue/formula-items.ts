/** A part of a formula of the words as it is set; `over` stands over `under`, whose parentheses are not seen. */
export type Item =
  | { readonly text: string }
  | { readonly sign: string }
  | { readonly index: string }
  | { readonly unseen: string }
  | { readonly over: readonly Item[]; readonly under: readonly Item[] };

/** What has a line of its own: it may say first when it holds. */
export interface Clause {
  readonly when: readonly string[];
  readonly items: readonly Item[];
}

/** Cuts a formula of the words into what stands side by side and what stands over what; × and ÷ bind from the left. */
export function clausesOf(formula: string): readonly Clause[] {
  return cut(formula, /^(?:; |；)/).map(({ text }) => clauseOf(text));
}

function clauseOf(text: string): Clause {
  const pieces = cut(text, /^(?:: |：)/);
  const when = pieces.slice(0, -1).map((piece, i) => piece.text + pieces[i + 1]!.sign);
  return { when, items: calculation(pieces[pieces.length - 1]!.text) };
}

/** Words alone stay as they are; a calculation may end with a remark. */
function calculation(text: string): readonly Item[] {
  if (!/[÷×+−=≥]/.test(text)) return [{ text }];
  const [first, ...remarks] = cut(text, /^(?:, |，)/);
  const sides = cut(first!.text, /^ ?=/).map((side) => sum(side.text));
  return [
    ...joined(sides, { sign: '=' }),
    ...remarks.map((remark) => ({ text: (remark.sign === ',' ? ', ' : remark.sign) + remark.text })),
  ];
}

function sum(text: string): readonly Item[] {
  return cut(text, /^[+−]/).flatMap(({ sign, text: piece }) => [...(sign ? [{ sign }] : []), ...product(piece)]);
}

function product(text: string): readonly Item[] {
  const [first, ...others] = cut(text, /^[×÷]/);
  return others.reduce<readonly Item[]>(
    (result, { sign, text: factor }) =>
      sign === '÷'
        ? [{ over: result, under: group(factor, true) }]
        : [...result, { sign: '×' }, ...group(factor, false)],
    group(first!.text, others[0]?.sign === '÷'),
  );
}

/** A word, a function of groups, or a group in parentheses; alone above or below a line it needs none. */
function group(text: string, alone: boolean): readonly Item[] {
  const match = /^([^([（]*)[([（]([^]*)[)\]）]$/.exec(text);
  if (!match || isIndex(text) || !isClosed(match[2]!)) return withIndices(text);
  const [, name = '', inner = ''] = match;
  const members = joined(
    cut(inner, /^(?:, |，)/).map((member) => sum(member.text)),
    { text: ', ' },
  );
  return name === '' && alone
    ? [{ unseen: '(' }, ...members, { unseen: ')' }]
    : [{ text: `${name.trim()}(` }, ...members, { text: ')' }];
}

const INDEX = /\[([i\d…]+)\]/g;
const isIndex = (text: string) => new RegExp(`${INDEX.source}$`).test(text);

function withIndices(text: string): readonly Item[] {
  return text
    .split(INDEX)
    .flatMap((part, i): Item[] => (part === '' ? [] : i % 2 === 1 ? [{ index: part }] : [{ text: part }]));
}

function joined(parts: readonly (readonly Item[])[], between: Item): readonly Item[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [between, ...part]));
}

interface Piece {
  /** The sign before it; none before the first. */
  readonly sign: string;
  readonly text: string;
}

/** The text cut at a sign wherever it stands outside all parentheses. A leading sign belongs to its piece. */
function cut(text: string, sign: RegExp): readonly Piece[] {
  const pieces: { sign: string; text: string }[] = [{ sign: '', text: '' }];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if ('([（'.includes(character)) depth++;
    if (')]）'.includes(character)) depth--;
    const found = depth === 0 ? sign.exec(text.slice(i))?.[0] : undefined;
    if (found && pieces[pieces.length - 1]!.text.trim() !== '') {
      pieces.push({ sign: found.trim() || found, text: '' });
      i += found.length - 1;
    } else pieces[pieces.length - 1]!.text += character;
  }
  return pieces.map((piece) => ({ sign: piece.sign, text: piece.text.trim() }));
}

function isClosed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('(（'.includes(character)) depth++;
    if (')）'.includes(character) && --depth < 0) return false;
  }
  return depth === 0;
}
