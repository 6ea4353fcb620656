/** `sharing.ts <formulas>`: milliseconds of processor time that each part of sharing so many formulas takes, and what reading and writing their cells takes, as JSON. */
import { convert } from '../../src/share/convert';
import { planOf } from '../../src/share/plan';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/reading/snapshot';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';
import { processorTimeOf } from './measure';

const formulas = Number(process.argv[2]);
const COLUMN = 2;

/** A filled column beside its figures. */
async function filled(): Promise<{ workbook: MemoryWorkbook; sheet: string }> {
  const workbook = new MemoryWorkbook();
  const { id } = await workbook.addSheet('日报');
  await workbook.write(
    { sheet: id, row: 0, column: 0, rows: formulas, columns: 3 },
    Array.from({ length: formulas }, (_, i): CellValue[] => [i + 1, 10, `=RZRQ.MARGIN_BALANCE(A${i + 1},B${i + 1})`]),
  );
  return { workbook, sheet: id };
}

async function measured(): Promise<Readonly<Record<'port' | 'plan' | 'convert' | 'restore', number>>> {
  const { workbook, sheet } = await filled();
  const area = (await workbook.used(sheet))!;
  const column = { ...area, column: COLUMN, columns: 1 };
  const port = await processorTimeOf(async () => {
    const { formulas: before } = await workbook.read(area);
    await workbook.write(
      column,
      before.map((line) => [line[COLUMN]!]),
    );
    await workbook.read(area);
  });
  const snapshot = await snapshotOf(workbook);
  const plan = await processorTimeOf(async () => planOf(snapshot, 'native'));
  const planned = planOf(snapshot, 'native');
  const converted = await processorTimeOf(() => convert(workbook, planned));
  const restored = await processorTimeOf(async () => restore(workbook, await planRestore(workbook)));
  return { port, plan, convert: converted, restore: restored };
}

/** The first time the engine gets to know the code. */
void measured()
  .then(measured)
  .then((times) => process.stdout.write(JSON.stringify(times)));
