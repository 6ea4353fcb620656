// npm run release [-- --env support=… --env office=…]: builds dist/ and writes release/: a zip, its SHA-256, an SBOM.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { name } from '../../package.json';
import { VERSION } from '../version';
import { ROOT } from './manifest';
import { releaseFiles } from './release-files';

async function main(): Promise<void> {
  const webpack = require.resolve('webpack-cli/bin/cli.js');
  const args = [webpack, '--mode', 'production', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
  const folder = join(ROOT, 'release');
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of await releaseFiles(join(ROOT, 'dist'), name, VERSION)) {
    writeFileSync(join(folder, file), bytes);
    console.log(`release/${file}  ${bytes.length.toLocaleString('en-US')} bytes`);
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
