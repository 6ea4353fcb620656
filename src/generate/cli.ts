import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { definitions } from '../functions/index';
import { words } from '../functions/words';
import { contract } from './contract';
import { pinyinModule } from './pinyin';
import { sideBySide } from './side-by-side';

const root = resolve(__dirname, '../..');
const read = (path: string) => (existsSync(resolve(root, path)) ? readFileSync(resolve(root, path), 'utf8') : '');

/** The generated files that are kept in the repository. */
const files: Readonly<Record<string, () => string>> = {
  'test/golden/contract.txt': () => contract(definitions),
  'test/golden/words.md': () => sideBySide(definitions, words),
  'src/taskpane/search/pinyin.ts': () => pinyinModule(definitions, words),
};

const mode = process.argv[2];
if (mode !== 'write' && mode !== 'check') throw new Error('Say `write` or `check`.');
const stale = Object.entries(files).filter(([path, text]) => read(path) !== text());
if (mode === 'write') for (const [path, text] of stale) writeFileSync(resolve(root, path), text());
if (mode === 'check' && stale.length > 0) {
  console.error(`Not fresh: ${stale.map(([path]) => path).join(', ')}. Run \`npm run generate\`.`);
  process.exitCode = 1;
}
