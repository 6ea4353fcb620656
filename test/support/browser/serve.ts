import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveFolder, type Server } from '../../../src/dev/server';

const DIST = join(__dirname, '../../../dist');

/** Serves the built add-in on any free port, at the root or below `path` ('/team/rzrq'). Throws when nothing is built. */
export async function serveDist({ path = '' }: { path?: string } = {}): Promise<Server> {
  if (!existsSync(DIST)) throw new Error('dist/ is missing: run "npm run build" first.');
  return serveFolder(DIST, { path });
}
