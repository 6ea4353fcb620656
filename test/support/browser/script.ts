import { basename, dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { serveFolder } from '../../../src/dev/server';

/** Runs a script of this machine in the page, from its address: the browser's debugger takes ten times as long to hand over one of many megabytes. */
export async function addScript(page: Page, path: string): Promise<void> {
  const server = await serveFolder(dirname(path));
  try {
    await page.addScriptTag({ url: `${server.url}/${basename(path)}` });
  } finally {
    await server.close();
  }
}
