import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const FIXTURES = join(__dirname, '../fixtures/xlsx');

/** The workbooks that other programs have written: file name and bytes. */
export const fixtures: readonly (readonly [name: string, bytes: Uint8Array])[] = readdirSync(FIXTURES)
  .filter((name) => /\.xls[xm]$/.test(name))
  .map((name) => [name, new Uint8Array(readFileSync(join(FIXTURES, name)))]);

export const fixture = (name: string): Uint8Array => fixtures.find(([file]) => file === name)![1];

interface Part {
  readonly packed: Buffer;
  readonly content: Buffer;
}

/** The entries of a zip file as they are stored, read by other code than the one under test. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Part> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = data.readUInt32LE(end + 16);
  const parts = new Map<string, Part>();
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const start = data.readUInt32LE(at + 42);
    const from = start + 30 + data.readUInt16LE(start + 26) + data.readUInt16LE(start + 28);
    const packed = data.subarray(from, from + data.readUInt32LE(at + 20));
    const content = data.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    parts.set(data.toString('utf8', at + 46, at + 46 + name).replace(/\\/g, '/'), { packed, content });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** The parts that are not, byte for byte, what they were. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => !(a.has(name) && b.has(name) && a.get(name)!.packed.equals(b.get(name)!.packed)),
  );
}

export const textOf = (bytes: Uint8Array, part: string): string => partsOf(bytes).get(part)!.content.toString('utf8');
