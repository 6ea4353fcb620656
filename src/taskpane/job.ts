import type { Hooks, Progress } from '../workbook/transaction';
import { element } from './element';
import type { Say } from './words';

/** Work that says how far it is between its own steps, and asks there whether to go on. */
export interface Watched extends Required<Hooks> {
  /** How much is done, from 0 to 1. */
  show(part: number): void;
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
  const show = (part: number) => (bar.value = part);
  place.append(box);
  try {
    return await work({
      signal: {
        get aborted() {
          return stopped;
        },
      },
      show,
      onProgress: ({ done, total }: Progress) => show(done / total),
    });
  } finally {
    box.remove();
  }
}
