import { Unread } from './unread';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** JSON, also in the call of a function, and with the day between single quotation marks that Shenzhen once put last. */
export function parsedJson(text: string): Json {
  const plain = text
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/^[\w$.]+\(([\s\S]*)\)\s*;?$/, '$1')
    .replace(/,\s*'(\d{4}-\d{2}-\d{2})'\s*\]$/, ',"$1"]');
  try {
    return JSON.parse(plain) as Json;
  } catch {
    throw new Unread('json');
  }
}

export function isRecord(node: Json | undefined): node is { readonly [field: string]: Json } {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
