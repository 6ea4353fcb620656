import { decoded } from '../xlsx/csv';

/** What a file is, from its bytes alone: names lie, the exchanges themselves served HTML as .xls for years. */
export type Kind = 'xlsx' | 'xls' | 'html' | 'json' | 'text' | Foreign;
/** What is named and not read. */
export type Foreign = 'empty' | 'picture' | 'pdf' | 'archive' | 'encrypted' | 'binary';

const HEAD = 4096;

/** The first bytes by which the formats are known. */
const SIGNATURES: readonly (readonly [Kind, string])[] = [
  ['xls', 'd0cf11e0a1b11ae1'],
  // A stream of records without a container, as programs of the nineties wrote it.
  ['xls', '09081000'],
  ['xls', '09080800'],
  ['xlsx', '504b0304'],
  ['xlsx', '504b0506'],
  ['picture', '89504e47'],
  ['picture', 'ffd8ff'],
  ['picture', '47494638'],
  ['picture', '49492a00'],
  ['picture', '4d4d002a'],
  ['picture', '52494646'],
  ['pdf', '255044462d'],
  ['archive', '52617221'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b08'],
];

export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty';
  const start = hex(bytes.subarray(0, 8));
  const signed = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
  if (signed === 'xls' && hasUtf16(bytes, 'EncryptedPackage')) return 'encrypted';
  if (signed) return signed;
  const head = bytes.subarray(0, HEAD);
  const isUtf16 = start.startsWith('fffe') || start.startsWith('feff');
  if (!isUtf16 && head.includes(0)) return /^424d/.test(start) ? 'picture' : 'binary';
  const text = decoded(head, true)
    .text.replace(/^\ufeff/, '')
    .trimStart();
  if (text === '' && bytes.length <= HEAD) return 'empty';
  if (/^[[{]|^[\w$.]+\(\s*[[{]/.test(text)) return 'json';
  return /^<(?:\?xml|!doctype|!--|html|head|meta|body|table|div|style)/i.test(text) || /<table[\s>]/i.test(text)
    ? 'html'
    : 'text';
}

/** The ending that a file of this kind has by rights; undefined where any will do. */
const ENDINGS: Readonly<Partial<Record<Kind, RegExp>>> = {
  xlsx: /\.(?:xlsx|xlsm|xltx|xltm)$/i,
  xls: /\.(?:xls|xlt)$/i,
  html: /\.(?:html?|xml)$/i,
  json: /\.(?:json|js|do|jsonp)$/i,
};
const OF_A_TABLE = /\.(?:xls|xlsx|xlsm|xlt|xltx|xltm|csv|json|html?)$/i;

/** Whether the name says another format than the bytes: HTML called .xls. */
export function isDisguised(name: string, kind: Kind): boolean {
  if (kind === 'text') return /\.(?:xls|xlsx|xlsm|json|html?)$/i.test(name);
  const own = ENDINGS[kind];
  return own !== undefined && OF_A_TABLE.test(name) && !own.test(name);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function hasUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
