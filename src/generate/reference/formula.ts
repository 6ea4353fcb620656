import { html, type Content, type Html } from '../html';

/**
 * A formula of the words, set: what is divided stands over what divides, [i] is an index, and each clause has its line.
 * The text stays what it is for whoever copies it or has it read aloud.
 */
export function formula(text: string): Html {
  return html`<div class="formula">
${clauses(text).map((clause) => html`<p>${clauseOf(clause)}</p>
`)}</div>
`;
}

const clauses = (text: string) => cut(text, /^(?:; |；)/).map(({ text: clause }) => clause);

/** A clause may begin with what it holds for, and end with a remark. */
function clauseOf(clause: string): Content {
  const [first, ...others] = cut(clause, /^(?:: |：)/);
  if (others.length > 0) return html`<span class="when">${first!.text}${others[0]!.sign}</span> ${clauseOf(others.map(({ text }) => text).join(': '))}`;
  if (!/[÷×+−=≥]/.test(clause)) return clause;
  const [calculation, ...remarks] = cut(clause, /^(?:, |，)/);
  const sides = cut(calculation!.text, /^ ?=/).map(({ text }) => sum(text));
  return html`${joined(sides, '=')}${remarks.map(({ sign, text }) => `${sign === ',' ? ', ' : sign}${text}`)}`;
}

function sum(text: string): Content {
  const pieces = cut(text, /^[+−]/);
  return pieces.map(({ sign, text: piece }) => html`${sign ? operator(sign) : undefined}${product(piece)}`);
}

function product(text: string): Content {
  const [first, ...others] = cut(text, /^[×÷]/);
  return others.reduce<Content>(
    (result, { sign, text: factor }) => (sign === '÷' ? fraction(result, group(factor, true)) : html`${result}${operator('×')}${group(factor, false)}`),
    group(first!.text, others[0]?.sign === '÷'),
  );
}

function fraction(over: Content, under: Content): Html {
  return html`<span class="fraction"><span class="over">${over}</span>${unseen(' ÷ ')}<span class="under">${under}</span></span>`;
}

/** Copied and read aloud, but not seen. */
function unseen(text: string): Html {
  return html`<span class="unseen">${text}</span>`;
}

/** A word, a function of groups, or a group in parentheses; alone above or below a line it needs none. */
function group(text: string, bare: boolean): Content {
  const trimmed = text.trim();
  const match = /^([^([（]*)[([（]([^]*)[)\]）]$/.exec(trimmed);
  if (!match || isIndex(trimmed) || !isClosed(match[2]!)) return withIndices(trimmed);
  const [, name = '', inner = ''] = match;
  const members = cut(inner, /^(?:, |，)/).map(({ text: member }) => sum(member));
  if (name === '' && bare) return html`${unseen('(')}${joined(members, ',')}${unseen(')')}`;
  return html`${name.trim()}(${joined(members, ',')})`;
}

const INDEX = /\[([i\d…]+)\]/g;
const isIndex = (text: string) => new RegExp(`${INDEX.source}$`).test(text);

function withIndices(text: string): Content {
  return text.split(INDEX).map((part, i) => (i % 2 === 1 ? html`<sub>${part}</sub>` : part));
}

function joined(parts: readonly Content[], sign: string): Content {
  return parts.map((part, i) => html`${i === 0 ? undefined : sign === ',' ? ', ' : operator(sign)}${part}`);
}

function operator(sign: string): Html {
  return html`<span class="operator"> ${sign} </span>`;
}

interface Piece {
  /** The sign before it; none before the first. */
  readonly sign: string;
  readonly text: string;
}

/** The text cut at a sign wherever it stands outside all parentheses. A leading sign belongs to its piece. */
function cut(text: string, sign: RegExp): Piece[] {
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
  return pieces.map(({ sign: before, text: piece }) => ({ sign: before, text: piece.trim() }));
}

function isClosed(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('([（'.includes(character)) depth++;
    if (')]）'.includes(character) && --depth < 0) return false;
  }
  return depth === 0;
}
