const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that is HTML already; made by `html` alone, so that no other text is ever taken for it. */
export class Html {
  private constructor(readonly text: string) {}

  /** A template: the parts in between are HTML as they stand, what is filled in is escaped unless it is Html. */
  static of(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
    return new Html(parts.map((part, i) => part + (i < values.length ? textOf(values[i]) : '')).join(''));
  }
}

/** What a template takes: text is escaped, lists are joined, nothing is nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

export const html = Html.of;

function textOf(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'object') return content.map(textOf).join('');
  return String(content).replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
