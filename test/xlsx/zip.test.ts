import { deflateRawSync } from 'node:zlib';
import { Refusal } from '../../src/xlsx/refusal';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { Zip } from '../../src/xlsx/zip';
import { changedParts, fixture, textOf } from './parts';

const text = (value: string) => new TextEncoder().encode(value);
const refusalOf = async (bytes: Uint8Array): Promise<string | undefined> =>
  FileWorkbook.open(bytes).then(
    () => undefined,
    (problem: unknown) => (problem instanceof Refusal ? problem.kind : String(problem)),
  );

/** The bytes with some of them replaced, counted from the last place where a record's signature stands. */
function withField(bytes: Uint8Array, signature: string, offset: number, value: readonly number[]): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.set(value, changed.lastIndexOf(Buffer.from(signature, 'latin1')) + offset);
  return changed;
}

test('an entry is written, added and taken out; the others keep their bytes', async () => {
  const before = fixture('exceljs.xlsx');
  const zip = Zip.open(before);
  zip.write('docProps/app.xml', text('<Properties/>'));
  zip.write('new/part.xml', text('新'));
  zip.remove('docProps/core.xml');
  const after = await zip.save();
  expect(changedParts(before, after).sort()).toEqual(['docProps/app.xml', 'docProps/core.xml', 'new/part.xml']);
  expect(textOf(after, 'docProps/app.xml')).toBe('<Properties/>');
  expect(new TextDecoder().decode(await Zip.open(after).read('NEW/Part.xml'))).toBe('新');
  expect(Zip.open(after).has('docProps/core.xml')).toBe(false);
});

test('a large entry comes back as it was', async () => {
  const content = text(Array.from({ length: 200_000 }, (_, i) => `${i * 7919}`).join(','));
  const zip = Zip.empty();
  zip.write('a', content);
  const read = await Zip.open(await zip.save()).read('a');
  expect(Buffer.compare(read, content)).toBe(0);
});

const whole = fixture('sheetjs.xlsx');
const END = 'PK\x05\x06';
const CENTRAL = 'PK\x01\x02';
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(100),
  ]);

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'not_a_workbook'],
  ['a text', text('a,b\n1,2\n'.repeat(20)), 'not_a_workbook'],
  ['an encrypted workbook', ole('EncryptedPackage'), 'encrypted'],
  ['an .xls', ole('Workbook'), 'old_format'],
  ['a zip cut short', whole.slice(0, whole.length - 40), 'damaged'],
  ['a zip of something else', Buffer.from('504b0506' + '00'.repeat(18), 'hex'), 'not_a_workbook'],
  ['zip64 by its counts', withField(whole, END, 10, [255, 255]), 'zip64'],
  ['zip64 by its places', withField(whole, END, 16, [255, 255, 255, 255]), 'zip64'],
  ['an encrypted entry', withField(whole, CENTRAL, 8, [1, 0]), 'encrypted'],
  ['another compression', withField(whole, CENTRAL, 10, [12, 0]), 'damaged'],
  ['a part that says it is a bomb', withField(whole, CENTRAL, 24, [255, 255, 255, 127]), 'too_large'],
  ['a wrong checksum', withField(whole, CENTRAL, 16, [1, 2, 3, 4]), 'damaged'],
])('%s is refused', async (_, bytes, kind) => {
  expect(await refusalOf(bytes)).toBe(kind);
});

test('data that unpacks to more than it says is not unpacked to its end', async () => {
  const packed = deflateRawSync(Buffer.alloc(50_000_000));
  const zip = Zip.empty();
  zip.write('bomb', new Uint8Array(10));
  const saved = Buffer.from(await zip.save());
  const data = Buffer.concat([saved.subarray(0, 34), packed]);
  const central = saved.subarray(saved.lastIndexOf(Buffer.from(CENTRAL, 'latin1')));
  const lying = Buffer.concat([data, central]);
  const at = data.length;
  lying.writeUInt32LE(packed.length, at + 20);
  lying.writeUInt32LE(at, lying.length - 6);
  await expect(Zip.open(lying).read('bomb')).rejects.toMatchObject({ kind: 'damaged' });
});

test('every refusal is a sentence in both languages', () => {
  for (const kind of [
    'not_a_workbook',
    'old_format',
    'binary_format',
    'encrypted',
    'zip64',
    'too_large',
    'encoding',
  ] as const) {
    expect(new Refusal(kind).sentence('en')).toMatch(/^[A-Z].*\.$/);
    expect(new Refusal(kind).sentence('zh')).toMatch(/。$/);
  }
  expect(new Refusal('damaged', 'xl/workbook.xml').sentence('en')).toBe('This file is damaged (xl/workbook.xml).');
  expect(new Refusal('damaged').sentence('zh')).toBe('此文件已损坏。');
});
