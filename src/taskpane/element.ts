export type Child = Node | string | undefined | false;
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

/**
 * An element with its attributes, listeners (`onclick`, …) and children. Texts become text nodes: what a sheet or a
 * person wrote is never markup.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice('on'.length), value as EventListener);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** Puts new children in the place of the old ones and keeps the keyboard where it was, if that place still exists. */
export function replaceChildren(parent: HTMLElement, ...children: Child[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement!.id : '';
  parent.replaceChildren(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  if (focused) document.getElementById(focused)?.focus();
}

let last = 0;

/** An id that no other element of the page has. */
export function newId(stem: string): string {
  return `rzrq-${stem}-${++last}`;
}
