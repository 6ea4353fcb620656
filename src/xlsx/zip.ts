import { crc32 } from './crc32';
import { deflated, inflated, joined } from './deflate';
import { Refusal } from './refusal';

// The layout of the records is in PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = 1;
const SIZES_FOLLOW = 8;
const STORED = 0;
const DEFLATED = 8;
/** Version 2.0 knows deflated entries; names are in UTF-8; the first day that the format can say. */
const VERSION = 20;
const UTF8 = 0x800;
const FIRST_DAY = 0x00210000;

/** A string in V8 holds no more; a sheet of a million rows has about a quarter of it. */
const LARGEST_PART = 500_000_000;

interface Entry {
  readonly name: string;
  /** Its record in the directory. */
  readonly central: Uint8Array;
  /** Where its own header, its data and what follows them stand. */
  readonly start: number;
  readonly end: number;
  readonly data: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
}

/** A zip file of which single entries are read and replaced; the others keep their bytes. */
export class Zip {
  private readonly changed = new Map<string, { readonly name: string; readonly content: Uint8Array | undefined }>();

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly comment: Uint8Array,
  ) {}

  static open(data: Uint8Array): Zip {
    // Node's Buffer has another slice().
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = endOf(bytes, view);
    const comment = bytes.subarray(end + END_SIZE, end + END_SIZE + view.getUint16(end + 20, true));
    return new Zip(bytes, entriesOf(bytes, view, end), comment);
  }

  static empty(): Zip {
    return new Zip(new Uint8Array(), new Map(), new Uint8Array());
  }

  names(): readonly string[] {
    const kept = [...this.entries].filter(([key]) => !this.changed.has(key)).map(([, { name }]) => name);
    return [...kept, ...[...this.changed.values()].flatMap(({ name, content }) => (content ? [name] : []))];
  }

  has(name: string): boolean {
    const key = keyOf(name);
    const change = this.changed.get(key);
    return change ? change.content !== undefined : this.entries.has(key);
  }

  async read(name: string): Promise<Uint8Array> {
    const key = keyOf(name);
    const change = this.changed.get(key);
    const entry = this.entries.get(key);
    if (change?.content) return change.content;
    if (change || !entry) throw new Refusal('damaged', name);
    if (entry.size > LARGEST_PART) throw new Refusal('too_large', name);
    const packed = this.bytes.subarray(entry.data, entry.data + entry.packed);
    const content = entry.method === STORED ? packed : await inflated(packed, entry.size, name);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw new Refusal('damaged', name);
    return content;
  }

  write(name: string, content: Uint8Array): void {
    this.changed.set(keyOf(name), { name, content });
  }

  remove(name: string): void {
    this.changed.set(keyOf(name), { name, content: undefined });
  }

  async save(): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const directory: Uint8Array[] = [];
    let at = 0;
    const put = (piece: Uint8Array, central: Uint8Array) => {
      new DataView(central.buffer).setUint32(42, at, true);
      directory.push(central);
      pieces.push(piece);
      at += piece.length;
    };
    for (const [key, entry] of this.entries) {
      const change = this.changed.get(key);
      if (!change) put(this.bytes.subarray(entry.start, entry.end), entry.central.slice());
      else if (change.content) put(...(await written(entry.central.slice(), change.content)));
    }
    for (const [key, { name, content }] of this.changed)
      if (content && !this.entries.has(key)) put(...(await written(freshRecord(name), content)));
    const records = joined(directory);
    return joined([...pieces, records, endRecord(directory.length, records.length, at, this.comment), this.comment]);
  }
}

/** Part names know no difference between small and capital letters; some writers use backslashes. */
const keyOf = (name: string): string => name.replace(/\\/g, '/').toLowerCase();

function endOf(bytes: Uint8Array, view: DataView): number {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte))
    throw new Refusal(holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'old_format');
  const lowest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END || at + END_SIZE + view.getUint16(at + 20, true) > bytes.length) continue;
    if (at >= 20 && view.getUint32(at - 20, true) === ZIP64_LOCATOR) throw new Refusal('zip64');
    return at;
  }
  const isZip = bytes.length >= 4 && view.getUint16(0, true) === (LOCAL & 0xffff);
  throw isZip ? new Refusal('damaged', 'zip') : new Refusal('not_a_workbook');
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

function entriesOf(bytes: Uint8Array, view: DataView, end: number): ReadonlyMap<string, Entry> {
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff) throw new Refusal('zip64');
  if (view.getUint16(end + 8, true) !== count || directory > end) throw new Refusal('damaged', 'zip');
  const entries: Entry[] = [];
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw new Refusal('damaged', 'zip');
    const size =
      CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + size > end) throw new Refusal('damaged', 'zip');
    entries.push(entryOf(bytes, view, bytes.slice(at, at + size), directory));
    at += size;
  }
  return withEnds(entries, directory);
}

function entryOf(bytes: Uint8Array, view: DataView, central: Uint8Array, directory: number): Entry {
  const record = new DataView(central.buffer);
  const [flags, method] = [record.getUint16(8, true), record.getUint16(10, true)];
  const [crc, packed, size] = [16, 20, 24].map((at) => record.getUint32(at, true)) as [number, number, number];
  const start = record.getUint32(42, true);
  if ([packed, size, start].includes(0xffffffff)) throw new Refusal('zip64');
  if (flags & ENCRYPTED) throw new Refusal('encrypted');
  const nameBytes = central.subarray(CENTRAL_SIZE, CENTRAL_SIZE + record.getUint16(28, true));
  const name = new TextDecoder().decode(nameBytes).replace(/\\/g, '/');
  const damaged = new Refusal('damaged', name);
  if (method !== STORED && method !== DEFLATED) throw damaged;
  if (start + LOCAL_SIZE > directory || view.getUint32(start, true) !== LOCAL) throw damaged;
  const nameSize = view.getUint16(start + 26, true);
  const data = start + LOCAL_SIZE + nameSize + view.getUint16(start + 28, true);
  const isSameName =
    nameSize === nameBytes.length && nameBytes.every((byte, i) => bytes[start + LOCAL_SIZE + i] === byte);
  if (!isSameName || data + packed > directory) throw damaged;
  return { name, central, start, end: data + packed, data, method, packed, size, crc };
}

/** Each entry takes along what stands behind its data, up to the next; entries that overlap are damaged. */
function withEnds(entries: readonly Entry[], directory: number): ReadonlyMap<string, Entry> {
  const ends = new Map<Entry, number>();
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  sorted.forEach((entry, i) => {
    const end = sorted[i + 1]?.start ?? directory;
    if (entry.end > end) throw new Refusal('damaged', entry.name);
    ends.set(entry, end);
  });
  const result = new Map(entries.map((entry) => [keyOf(entry.name), { ...entry, end: ends.get(entry)! }]));
  if (result.size < entries.length) throw new Refusal('damaged', 'zip');
  return result;
}

/** An entry with new content, and its record in the directory. */
async function written(central: Uint8Array, content: Uint8Array): Promise<[piece: Uint8Array, central: Uint8Array]> {
  const record = new DataView(central.buffer);
  const packed = await deflated(content);
  record.setUint16(6, VERSION, true);
  record.setUint16(8, record.getUint16(8, true) & ~SIZES_FOLLOW, true);
  record.setUint16(10, DEFLATED, true);
  record.setUint32(16, crc32(content), true);
  record.setUint32(20, packed.length, true);
  record.setUint32(24, content.length, true);
  const nameSize = record.getUint16(28, true);
  const local = new Uint8Array(LOCAL_SIZE + nameSize);
  new DataView(local.buffer).setUint32(0, LOCAL, true);
  local.set(central.subarray(6, 30), 4);
  local.set(central.subarray(CENTRAL_SIZE, CENTRAL_SIZE + nameSize), LOCAL_SIZE);
  return [joined([local, packed]), central];
}

function freshRecord(name: string): Uint8Array {
  const text = new TextEncoder().encode(name);
  const central = new Uint8Array(CENTRAL_SIZE + text.length);
  const record = new DataView(central.buffer);
  record.setUint32(0, CENTRAL, true);
  record.setUint16(4, VERSION, true);
  record.setUint16(8, UTF8, true);
  record.setUint32(12, FIRST_DAY, true);
  record.setUint16(28, text.length, true);
  central.set(text, CENTRAL_SIZE);
  return central;
}

function endRecord(count: number, size: number, directory: number, comment: Uint8Array): Uint8Array {
  const record = new DataView(new ArrayBuffer(END_SIZE));
  record.setUint32(0, END, true);
  record.setUint16(8, count, true);
  record.setUint16(10, count, true);
  record.setUint32(12, size, true);
  record.setUint32(16, directory, true);
  record.setUint16(20, comment.length, true);
  return new Uint8Array(record.buffer);
}
