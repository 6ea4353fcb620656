import { execFileSync } from 'node:child_process';

/** Runs a bundled script in its own process and reads the JSON that it prints. */
export function run<T>(script: string, args: readonly string[], flags: readonly string[] = []): T {
  return JSON.parse(execFileSync(process.execPath, ['--max-old-space-size=8192', ...flags, script, ...args], { encoding: 'utf8', maxBuffer: 1e8 })) as T;
}
