// Files are read here, beside the page, which goes on answering meanwhile and can stop it at once.
import { ImportDesk } from './import-desk';
import type { Reply, Request, Requests } from './protocol';

let desk = new ImportDesk('en');
const reply = (message: Reply) => (self as unknown as Worker).postMessage(message);

type Answers = {
  readonly [M in keyof Requests]: (
    id: number,
    ...args: Parameters<Requests[M]>
  ) => ReturnType<Requests[M]> | Promise<ReturnType<Requests[M]>>;
};

const ANSWERS: Answers = {
  begin: (_, language) => void (desk = new ImportDesk(language)),
  add: (id, files) =>
    desk.add(
      files.map(({ name, folder, file }) => ({
        name,
        folder,
        size: file.size,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      })),
      (done, total) => reply({ id, done, total }),
    ),
  addExisting: (_, name, rows) => desk.addExisting(name, rows),
  append: (_, appends) => desk.append(appends),
  answer: (_, question, value) => desk.answer(question, value),
  setDay: (_, part, day) => desk.setDay(part, day),
  shiftDays: (_, parts, step) => desk.shiftDays(parts, step),
  overview: () => desk.overview(),
  sheetsOf: (_, plan) => desk.sheetsOf(plan),
  rows: (_, plan, sheet, from, count) => desk.rows(plan, sheet, from, count),
};

let last: Promise<void> = Promise.resolve();

/** One after the other, as they were asked. */
self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  last = last.then(async () => {
    const { id, method, args } = data;
    try {
      const answer = ANSWERS[method] as (id: number, ...args: readonly unknown[]) => unknown;
      reply({ id, result: await answer(id, ...args) });
    } catch (problem) {
      reply({ id, error: problem instanceof Error ? problem.message : String(problem) });
    }
  });
});
