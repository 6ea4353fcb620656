import { halfWidth } from '../cells/text';

/** A header as it is looked up: letters, digits and % alone, whatever joins, brackets or capitalises them. */
export function headerWord(text: string): string {
  return halfWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}
