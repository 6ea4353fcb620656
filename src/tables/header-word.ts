import { halfWidth } from '../cells/text';
import { simplified } from './traditional';

/** A header as it is looked up: letters, digits and % alone, whatever joins, brackets or capitalises them, in
 * simplified characters. */
export function headerWord(text: string): string {
  return simplified(halfWidth(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}
