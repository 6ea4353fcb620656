/** How long a test waits for what should come soon, on a busy machine too. */
export const LONGEST_WAIT = 30_000;

/** The promise, or after so many milliseconds a failure that names what was waited for. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${ms} ms for ${what}, in vain.`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks again and again until the answer is yes, or fails as `within` does. */
export function eventually(ms: number, what: string, question: () => unknown): Promise<void> {
  let late = false;
  const ask = async (): Promise<void> => {
    while (!late && !(await question())) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  return within(ms, what, ask()).finally(() => (late = true));
}
