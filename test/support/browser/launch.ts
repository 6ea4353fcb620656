import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { canUnpack, unpackChromium } from './unpack';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No machine but this one has a name.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];
/** A browser's helpers only take turns with the tests that run beside it, and pages of one address share a process. */
const SPARING = ['--js-flags=--single-threaded', '--process-per-site'];
const INSTALLED: readonly LaunchOptions[] = [
  { channel: 'chrome' },
  { channel: 'msedge' },
  { executablePath: '/usr/bin/chromium' },
];

/**
 * A headless browser: on Linux the one that came with the npm packages, elsewhere the installed Chrome or Edge.
 * A sparing one takes less of the processor, but should not be measured. Throws one sentence when there is neither.
 */
export async function launchBrowser({ sparing = false } = {}): Promise<Browser> {
  const args = [...ARGS, ...(sparing ? SPARING : [])];
  const reasons: string[] = [];
  for (const choice of choices()) {
    try {
      return await chromium.launch({ args, ...choice() });
    } catch (error) {
      reasons.push(String(error).split('\n')[0]!);
    }
  }
  throw new Error(`No browser could be started: install Google Chrome or Microsoft Edge. (${reasons.join('; ')})`);
}

function choices(): (() => LaunchOptions)[] {
  const unpacked = () => {
    const { executablePath, env } = unpackChromium();
    return { executablePath, env: { ...process.env, ...env } as Record<string, string> };
  };
  // Twice: on a busy machine a browser may die while it starts.
  return [...(canUnpack ? [unpacked, unpacked] : []), ...INSTALLED.map((options) => () => options)];
}
