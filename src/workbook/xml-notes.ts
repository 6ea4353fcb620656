/**
 * A text in custom XML parts. Excel's settings refuse more than 2 MB
 * (learn.microsoft.com/javascript/api/office/office.settings) and Office on the web a part of more than 1 MB
 * (OfficeDev/office-js#2408), so a long text is cut into several parts.
 */
const PART_CHARACTERS = 250_000;

export const namespaceOf = (key: string): string => `urn:rzrq-functions:${key}`;

/** The parts for a text; of two complete writings the later one counts. */
export function partsOf(key: string, text: string, writing: number): readonly string[] {
  const pieces = text.match(new RegExp(`[^]{1,${PART_CHARACTERS}}`, 'gu')) ?? [''];
  return pieces.map(
    (piece, index) =>
      `<note xmlns="${namespaceOf(key)}" writing="${writing}" part="${index + 1}" of="${pieces.length}">${escaped(piece)}</note>`,
  );
}

interface Part {
  readonly writing: number;
  readonly part: number;
  readonly of: number;
  readonly text: string;
}

/** The text of the latest complete writing. */
export function textOf(parts: readonly string[]): string | undefined {
  const writings = new Map<number, Part[]>();
  for (const part of parts.map(partOf)) writings.set(part.writing, [...(writings.get(part.writing) ?? []), part]);
  const complete = [...writings]
    .filter(([, pieces]) => pieces.length === pieces[0]!.of)
    .sort(([a], [b]) => b - a)[0]?.[1];
  return (
    complete &&
    [...complete]
      .sort((a, b) => a.part - b.part)
      .map(({ text }) => text)
      .join('')
  );
}

/** The number of the latest writing, complete or not; 0 where there is none. */
export function latestWriting(parts: readonly string[]): number {
  return Math.max(0, ...parts.map((xml) => partOf(xml).writing));
}

function partOf(xml: string): Part {
  const [root = '', attributes = ''] = /<note\b([^>]*)>/.exec(xml) ?? [];
  const number = (name: string) => Number(new RegExp(`\\b${name}=["'](\\d+)["']`).exec(attributes)?.[1]);
  return {
    writing: number('writing'),
    part: number('part'),
    of: number('of'),
    text: unescaped(xml.slice(xml.indexOf(root) + root.length, xml.lastIndexOf('</'))),
  };
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!);

/** Also what another program has made of it. */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name ? (ENTITIES.get(name) ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
}
