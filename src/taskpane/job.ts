import { element } from './element';
import type { Say } from './words';

/** Thrown where work stops because the reader asked for it. */
export class Cancelled extends Error {}

export interface Job {
  /** Says how much is done, from 0 to 1, and gives the page a breath. Throws Cancelled. */
  progress(part: number): Promise<void>;
}

/** Work that says how far it is between its own steps, and asks there whether to go on. */
export interface Watched extends Job {
  show(part: number): void;
  readonly signal: { readonly aborted: boolean };
}

/** Runs long work with a bar and a button that stops it, shown in `place` as long as it takes. */
export async function runJob<T>(
  place: HTMLElement,
  label: string,
  say: Say,
  work: (job: Watched) => Promise<T>,
): Promise<T> {
  let stopped = false;
  const bar = element('progress', { max: 1, value: 0, 'aria-label': label });
  const button = element('button', { type: 'button', onclick: () => (stopped = true) }, say('cancel'));
  const box = element('div', { class: 'job' }, element('span', {}, label), bar, button);
  place.append(box);
  try {
    return await work({
      signal: {
        get aborted() {
          return stopped;
        },
      },
      show: (part) => (bar.value = part),
      async progress(part) {
        bar.value = part;
        await new Promise((resolve) => setTimeout(resolve));
        if (stopped) throw new Cancelled();
      },
    });
  } finally {
    box.remove();
  }
}
