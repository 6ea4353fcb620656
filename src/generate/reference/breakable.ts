import { html, type Content } from '../html';

/** An id that breaks behind its underscores and nowhere else. */
export function breakable(id: string): Content {
  return id.split('_').map((part, i) => html`${i === 0 ? undefined : html`_<wbr>`}${part}`);
}
