import { Refusal } from './refusal';
import { fromCellText, textOfBytes, unescaped } from './text';

const [LT, GT, SLASH, QUESTION, BANG, EQUALS, COLON, QUOTE, APOSTROPHE] = [60, 62, 47, 63, 33, 61, 58, 34, 39];
const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 9 || byte === 13;

export type Tag = 'open' | 'close' | 'empty';

/** Names of up to six bytes as one number, so that a sheet's tags are told apart without making texts of them. */
export function nameCode(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i++) code = code * 256 + name.charCodeAt(i);
  return code;
}

const LONGEST_CODE = 6;

/** Goes from tag to tag of an XML text, in its bytes, so that what is not touched can stay as it is. */
export class Scanner {
  /** The tag that stands here: its first byte, the byte after it, its name without a prefix. */
  kind: Tag = 'empty';
  start = 0;
  end = 0;
  nameStart = 0;
  nameEnd = 0;
  prefixStart = 0;
  /** The name's code; 0 where it is too long. */
  code = 0;
  /** The attribute that was read last. */
  attributeStart = 0;
  attributeEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  private at: number;
  private attributeAt = 0;

  constructor(
    readonly bytes: Uint8Array,
    private readonly part: string,
    from = 0,
    private readonly limit = bytes.length,
  ) {
    this.at = from;
  }

  /** Goes to the next tag; false at the end. */
  next(): boolean {
    const { bytes } = this;
    for (;;) {
      let start = this.at;
      while (start < this.limit && bytes[start] !== LT) start++;
      if (start >= this.limit) return false;
      const mark = bytes[start + 1]!;
      if (mark === BANG || mark === QUESTION) {
        this.at = this.behindOther(start, mark);
        continue;
      }
      this.tagAt(start, mark === SLASH);
      return true;
    }
  }

  /** The next attribute of this tag; false behind the last. */
  nextAttribute(): boolean {
    const { bytes } = this;
    let at = this.attributeAt;
    const last = this.end - 1;
    while (at < last && (isSpace(bytes[at]!) || bytes[at] === SLASH)) at++;
    if (at >= last) return false;
    this.attributeStart = at;
    while (at < last && bytes[at] !== EQUALS && !isSpace(bytes[at]!)) at++;
    this.attributeEnd = at;
    while (at < last && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
    if (at >= last) throw this.damaged();
    const close = bytes.indexOf(bytes[at]!, at + 1);
    if (close < 0 || close > last) throw this.damaged();
    this.valueStart = at + 1;
    this.valueEnd = close;
    this.attributeAt = close + 1;
    return true;
  }

  /** The attribute of this name, or of this name behind any prefix where it is asked for so: `*:id`. */
  attribute(name: string): string | undefined {
    const anyPrefix = name.startsWith('*:');
    const wanted = anyPrefix ? name.slice(2) : name;
    this.attributeAt = this.nameEnd;
    while (this.nextAttribute()) {
      const found = ascii(this.bytes, this.attributeStart, this.attributeEnd);
      if (anyPrefix ? found.slice(found.indexOf(':') + 1) === wanted && found !== wanted : found === wanted)
        return this.value();
    }
    return undefined;
  }

  /** Whether the attribute that was read last has this name. */
  attributeIs(name: string): boolean {
    if (this.attributeEnd - this.attributeStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[this.attributeStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  attributeName(): string {
    return ascii(this.bytes, this.attributeStart, this.attributeEnd);
  }

  value(): string {
    return unescaped(textOfBytes(this.bytes.subarray(this.valueStart, this.valueEnd)));
  }

  name(): string {
    return ascii(this.bytes, this.nameStart, this.nameEnd);
  }

  /** The prefix with its colon, as a writer has to use it beside this tag. */
  prefix(): string {
    return ascii(this.bytes, this.prefixStart, this.nameStart);
  }

  /** From an open tag behind its close tag. */
  skip(): void {
    if (this.kind !== 'open') return;
    for (let depth = 1; depth > 0;) {
      if (!this.next()) throw this.damaged();
      if (this.kind === 'open') depth++;
      else if (this.kind === 'close') depth--;
    }
  }

  damaged(): Refusal {
    return new Refusal('damaged', this.part);
  }

  private tagAt(start: number, isClose: boolean): void {
    const { bytes } = this;
    let at = start + (isClose ? 2 : 1);
    this.start = start;
    this.prefixStart = this.nameStart = at;
    let code = 0;
    for (; ; at++) {
      const byte = bytes[at];
      if (byte === undefined) throw this.damaged();
      if (byte === GT || byte === SLASH || isSpace(byte)) break;
      if (byte === COLON) {
        this.nameStart = at + 1;
        code = 0;
      } else code = code * 256 + byte;
    }
    if (at === this.nameStart) throw this.damaged();
    this.nameEnd = at;
    this.code = at - this.nameStart <= LONGEST_CODE ? code : 0;
    this.attributeAt = at;
    for (; ; at++) {
      const byte = bytes[at];
      if (byte === undefined || byte === LT) throw this.damaged();
      if (byte === GT) break;
      if (byte === QUOTE || byte === APOSTROPHE) {
        at = bytes.indexOf(byte, at + 1);
        if (at < 0) throw this.damaged();
      }
    }
    if (at >= this.limit) throw this.damaged();
    this.kind = isClose ? 'close' : bytes[at - 1] === SLASH ? 'empty' : 'open';
    this.end = this.at = at + 1;
  }

  /** Comments, character data and instructions are passed over; a document type is none of a workbook's business. */
  private behindOther(start: number, mark: number): number {
    const head = ascii(this.bytes, start, Math.min(start + 9, this.limit));
    const close = mark === QUESTION ? '?>' : head.startsWith('<!--') ? '-->' : head === '<![CDATA[' ? ']]>' : undefined;
    const end = close === undefined ? -1 : indexOf(this.bytes, close, start + 2);
    if (end < 0) throw this.damaged();
    return end + close!.length;
  }
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if ([...text].every((character, i) => bytes[at + i] === character.charCodeAt(0))) return at;
  return -1;
}

/** The text between two places, without comments and with what stands in CDATA. */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  const text = textOfBytes(bytes.subarray(start, end));
  if (!text.includes('<')) return unescaped(text);
  return text
    .split(/(<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : piece.startsWith('<!--') ? '' : unescaped(piece),
    )
    .join('');
}

const [T, RPH] = [nameCode('t'), nameCode('rPh')];

/** The text of a string item: all of its runs, without phonetic hints. */
export function richText(bytes: Uint8Array, part: string, start: number, end: number): string {
  const scanner = new Scanner(bytes, part, start, end);
  let text = '';
  while (scanner.next()) {
    if (scanner.code === RPH && scanner.kind === 'open') scanner.skip();
    if (scanner.code !== T || scanner.kind !== 'open') continue;
    const from = scanner.end;
    scanner.skip();
    text += fromCellText(textBetween(bytes, from, scanner.start));
  }
  return text;
}
