import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A published example: what was printed, and what the printed formula gives. */
export interface WorkedExample {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly published_answer: number | null;
  readonly recomputed: number;
  readonly status: string;
  readonly note: string;
}

const { examples } = JSON.parse(readFileSync(resolve(__dirname, '../fixtures/worked-examples.json'), 'utf8')) as {
  examples: readonly WorkedExample[];
};

/** The examples whose id begins with one of the prefixes, with what our functions answer to their inputs. */
export function workedExamples(
  prefixes: readonly string[],
  answers: Readonly<Record<string, (inputs: never) => number>>,
) {
  return examples
    .filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)))
    .map((example) => {
      const answer = answers[example.id];
      if (!answer) throw new Error(`Nothing answers to the published example ${example.id}.`);
      return { ...example, wrong: example.status === 'mismatch', ours: answer(example.inputs as never) };
    });
}

/** Our figure at as many decimals as were printed, cut off or rounded as the source did it. */
export function asPrinted({
  ours,
  published_answer,
  status,
}: {
  ours: number;
  published_answer: number | null;
  status: string;
}): number {
  const unit = 10 ** (String(published_answer).split('.')[1] ?? '').length;
  return (status === 'match_after_truncation' ? Math.trunc(ours * unit) : Math.round(ours * unit)) / unit;
}
