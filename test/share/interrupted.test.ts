import { convert } from '../../src/share/convert';
import { convertCopies } from '../../src/share/copies';
import { flatten, planFlatten } from '../../src/share/flatten';
import { planRepair, repair } from '../../src/share/repair';
import { apply } from '../../src/taskpane/insert/apply';
import type { Form } from '../../src/taskpane/insert/forms';
import { planOf } from '../../src/share/plan';
import { snapshotOf } from '../../src/share/reading/snapshot';
import { planRestore, restore } from '../../src/share/restore';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

/** A difference that only shows when it is calculated, a spill and its reader, and a chain. */
const ROWS: readonly (readonly CellValue[])[] = [
  [
    0.3,
    0.1,
    '=IF(RZRQ.FINANCING_NET_PURCHASE(A1,B1)=0.2,1,2)',
    1000,
    '',
    '',
    '=RZRQ.FINANCING_NET_PURCHASE(A1:A3,B1:B3)',
  ],
  [5, 2, '=C1*10+RZRQ.FINANCING_NET_PURCHASE(A2,B2)', '=RZRQ.FINANCING_BALANCE_ROLL(D1,E2,F2)', 20, 5],
  [7, 3, '=RZRQ.LENDING_BALANCE(A3,B3,"lot")', '=RZRQ.FINANCING_BALANCE_ROLL(D2,E3,F3)', 10, 4, '', '=SUM(G1#)'],
];

async function filled(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const name of ['甲', '乙']) {
    await workbook.addSheet(name);
    ROWS.forEach((line, row) =>
      line.forEach((content, column) => content !== '' && workbook.type(name, row, column, content)),
    );
  }
  return workbook;
}

const contents = async (workbook: MemoryWorkbook) =>
  Object.fromEntries(
    (await workbook.sheets()).map(({ id, name }) => [name, Object.fromEntries(workbook.contents(id))]),
  );

type Command = (workbook: MemoryWorkbook) => Promise<unknown>;

/** As a sheet comes back from where the add-in was unknown. */
const misspelt: Command = async (workbook) => {
  for (const [place, content] of workbook.contents('乙')) {
    const [row, column] = place.split(',').map(Number) as [number, number];
    if (typeof content === 'string') workbook.type('乙', row, column, content.replaceAll('RZRQ.', '_xldudf_RZRQ_'));
  }
};

const insert = (form: Pick<Form, 'kind'>, column: number, rows: number): Command => {
  return async (workbook) => {
    const area = { sheet: (await workbook.sheets())[0]!.id, row: 1, column, rows, columns: 1 };
    await apply(workbook, { ...form, formula: '=RZRQ.MARGIN_BALANCE(A2,B2)', area }, 'amount');
  };
};

const toFormulas: Command = async (workbook) => convert(workbook, planOf(await snapshotOf(workbook), 'native'));
const back: Command = async (workbook) => restore(workbook, await planRestore(workbook));

const COMMANDS: readonly (readonly [name: string, prepare: Command, command: Command])[] = [
  ['to formulas', async () => undefined, toFormulas],
  [
    'to values',
    async () => undefined,
    async (workbook) => convert(workbook, planOf(await snapshotOf(workbook), 'values')),
  ],
  ['back', toFormulas, back],
  [
    'flattened into formulas',
    async () => undefined,
    async (workbook) => flatten(workbook, planFlatten(await snapshotOf(workbook), 'native')),
  ],
  ['repaired', misspelt, async (workbook) => repair(workbook, planRepair(await snapshotOf(workbook)))],
  ['inserted over a constant', async () => undefined, insert({ kind: 'here' }, 1, 1)],
  ['inserted over a formula', async () => undefined, insert({ kind: 'here' }, 3, 1)],
  ['filled down', async () => undefined, insert({ kind: 'down' }, 7, 3)],
  [
    'on copies',
    async () => undefined,
    async (workbook) => convertCopies(workbook, planOf(await snapshotOf(workbook), 'native'), (name) => `${name} 2`),
  ],
];

test.each(COMMANDS)(
  '%s: wherever the host stops to write, Restore gives back every formula, character for character',
  async (name, prepare, command) => {
    const whole = await filled();
    if (name !== 'back') await prepare(whole);
    const original = await contents(whole);
    if (name === 'back') await prepare(whole);
    const before = whole.writes;
    await command(whole);
    expect(whole.writes - before).toBeGreaterThan(2);

    for (const isGone of [false, true]) {
      for (let k = before + 1; k <= whole.writes; k++) {
        const workbook = await filled();
        await prepare(workbook);
        workbook.onWrite = () => {
          if (isGone ? workbook.writes >= k : workbook.writes === k) throw new Error('The host is gone.');
        };
        await command(workbook).catch(() => undefined);
        workbook.onWrite = () => undefined;
        await back(workbook);
        const now = await contents(workbook);
        expect([k, isGone, { 甲: now['甲'], 乙: now['乙'] }]).toEqual([k, isGone, original]);
      }
    }
  },
  60_000,
);
