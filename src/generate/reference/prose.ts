import { html, type Content, type Html } from '../html';
import { breakable } from './breakable';

const MARKS = /`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)|\*([^*]+)\*|(\b\d{4}-\d{2}(?:-\d{2})?\b)/g;
const ID = /^[A-Z]+(?:_[A-Z]+)+$/;

/**
 * A text whose marks become HTML: `…` is code, [label](address) a link and *…* the name of a button. A day is never
 * broken over two lines, an id only behind its underscores.
 */
export function prose(text: string): Content {
  const parts: Content[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    parts.push(text.slice(end, match.index), marked(match));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function marked([, code, label, address, name, day]: readonly (string | undefined)[]): Html {
  if (code !== undefined) return html`<code>${ID.test(code) ? breakable(code) : code}</code>`;
  if (label !== undefined)
    return html`<a href="${address}"${leaves(address!)}>${ID.test(label) ? breakable(label) : label}</a>`;
  return name === undefined ? html`<time>${day}</time>` : html`<em>${name}</em>`;
}

/** As links of sources do: another site need not know where its reader came from. */
function leaves(address: string): Html | undefined {
  return address.startsWith('http') ? html` rel="noreferrer"` : undefined;
}

/** The same without its marks, where no HTML can stand. */
export function plain(text: string): string {
  return text.replace(
    MARKS,
    (_, code?: string, label?: string, _address?: string, name?: string, day?: string) => code ?? label ?? name ?? day!,
  );
}
