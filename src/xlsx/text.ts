import { Refusal } from './refusal';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REPLACEMENT = '\ufffd';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export const textOfBytes = (bytes: Uint8Array): string => decoder.decode(bytes);
export const bytesOfText = (text: string): Uint8Array => encoder.encode(text);

/** A part of a package as XML in UTF-8, which is what every writer uses; anything else would be read wrong. */
export function checkEncoding(bytes: Uint8Array, name: string): void {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0)
    throw new Refusal('encoding', name);
  const declared = /^(?:\ufeff)?<\?xml[^>]*?\sencoding=["']([^"']+)["']/.exec(textOfBytes(bytes.subarray(0, 200)))?.[1];
  if (declared && !/^(utf-?8|us-ascii)$/i.test(declared)) throw new Refusal('encoding', name);
}

/** Text or an attribute's value without its entities. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : REPLACEMENT;
  });
}

const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it stands in XML; quotes too, so that it can be an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (c) =>
    c === '\r' ? '&#13;' : `&${Object.keys(ENTITIES).find((n) => ENTITIES[n] === c)};`,
  );
}

/** Texts of cells write characters that XML cannot hold as _x000B_ (ECMA-376, 22.9.2.19, ST_Xstring). */
export const fromCellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

export const toCellText = (text: string): string =>
  text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_IN_XML, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
