import type { StartOptions } from './launch';

const FLAGS = ['--no-open', '--no-build'];

/** Throws one sentence on an unknown flag or a PORT that is none. */
export function startOptions(flags: readonly string[], { PORT = '3000', CI }: NodeJS.ProcessEnv): StartOptions {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown) throw new Error(`Unknown option ${unknown}; there are ${FLAGS.join(' and ')}.`);
  if (!/^\d{1,5}$/.test(PORT)) throw new Error(`PORT must be a number, not "${PORT}".`);
  return {
    port: Number(PORT),
    open: !flags.includes('--no-open') && !CI,
    build: !flags.includes('--no-build'),
  };
}
