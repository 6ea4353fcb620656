import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const TYPESCRIPT = resolve(__dirname, '../../src/dev/typescript.js');

/** Runs a script of this folder, or a bundle, in its own process and reads the JSON that it prints. */
export function run<T>(script: string, ...args: readonly string[]): T {
  const flags = ['--expose-gc', '--max-old-space-size=8192', ...(script.endsWith('.ts') ? ['-r', TYPESCRIPT] : [])];
  const printed = execFileSync(process.execPath, [...flags, resolve(__dirname, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed) as T;
}
