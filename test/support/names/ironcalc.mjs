// Answers questions of engines.test.ts: names and rows come as one JSON text, the shown values go back as another.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';

const { resolve } = createRequire(import.meta.url);
initSync({ module: readFileSync(resolve('@ironcalc/wasm').replace(/[^/\\]*$/, 'wasm_bg.wasm')) });

const RESULT = 20;
const LOGICAL = 4;
const { names, rows } = JSON.parse(readFileSync(0, 'utf8'));
const model = new Model('names', 'en', 'UTC', 'en');
model.pauseEvaluation();
for (const [name, formula] of names) model.newDefinedName(name, undefined, formula);
rows.forEach(({ cells, formula }, i) => {
  cells.forEach((cell, j) => cell !== null && model.setUserInput(0, i + 1, j + 1, cell));
  model.setUserInput(0, i + 1, RESULT, formula);
});
model.resumeEvaluation();
model.evaluate();
// In the general format only ten digits are shown.
model.updateRangeStyle(
  { sheet: 0, row: 1, column: RESULT, width: 1, height: rows.length },
  'num_fmt',
  '0.00000000000000E+00',
);
const values = rows.map((_, i) => {
  const shown = model.getFormattedCellValue(0, i + 1, RESULT);
  const type = model.getCellType(0, i + 1, RESULT);
  return type === 1 ? Number(shown) : type === LOGICAL ? shown === 'TRUE' : shown;
});
process.stdout.write(JSON.stringify(values));
