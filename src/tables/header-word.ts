import { halfWidth } from '../cells/text';
import { simplified } from './traditional';

/** A header as it is looked up: letters, digits and %, simplified, whatever joins, brackets or capitalises them. */
export function headerWord(text: string): string {
  return simplified(halfWidth(text))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '');
}
