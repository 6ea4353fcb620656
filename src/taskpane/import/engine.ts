import type { ChosenFile, Reply, Request, Requests } from '../../import/protocol';
import type { Language } from '../../language';

type Progress = (done: number, total: number) => void;

/** The worker that reads the files, as the pane speaks to it. */
export type Engine = {
  readonly [M in Exclude<keyof Requests, 'begin' | 'add'>]: (
    ...args: Parameters<Requests[M]>
  ) => Promise<ReturnType<Requests[M]>>;
} & {
  add(files: readonly ChosenFile[], onProgress: Progress): Promise<void>;
  /** Ends it at once, whatever it is doing; what waits for an answer hears that it was stopped. */
  stop(): void;
};

/** Files handed over at once: hundreds of them hold the page up. */
const AT_ONCE = 32;

export class Stopped extends Error {}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (problem: Error) => void;
  readonly onProgress?: Progress;
}

export function startEngine(language: Language): Engine {
  const worker = new Worker(new URL('../../import/worker.ts', import.meta.url), { name: 'import-worker' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ask = (method: keyof Requests, args: readonly unknown[], onProgress?: Progress) =>
    new Promise<unknown>((resolve, reject) => {
      const request: Request = { id: ++last, method, args };
      waiting.set(request.id, { resolve, reject, ...(onProgress && { onProgress }) });
      worker.postMessage(request);
    });
  const rejectAll = (problem: Error) => {
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    if (!one) return;
    if ('done' in data) return one.onProgress?.(data.done, data.total);
    waiting.delete(data.id);
    if ('error' in data) one.reject(new Error(data.error));
    else one.resolve(data.result);
  };
  worker.onerror = ({ message }) => rejectAll(new Error(message || 'import.worker'));
  void ask('begin', [language]).catch(() => undefined);
  const asking = <M extends keyof Requests>(method: M) =>
    ((...args: readonly unknown[]) => ask(method, args)) as (
      ...args: Parameters<Requests[M]>
    ) => Promise<ReturnType<Requests[M]>>;
  return {
    async add(files, onProgress) {
      for (let from = 0; from < files.length; from += AT_ONCE)
        await ask('add', [files.slice(from, from + AT_ONCE)], (done) => onProgress(from + done, files.length));
    },
    addExisting: asking('addExisting'),
    append: asking('append'),
    answer: asking('answer'),
    setDay: asking('setDay'),
    shiftDays: asking('shiftDays'),
    overview: asking('overview'),
    sheetsOf: asking('sheetsOf'),
    rows: asking('rows'),
    stop() {
      worker.terminate();
      rejectAll(new Stopped());
    },
  };
}
