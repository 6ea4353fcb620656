import { convert } from '../../src/share/convert';
import { convertCopies } from '../../src/share/copies';
import { flatten, planFlatten } from '../../src/share/flatten';
import { planOf } from '../../src/share/plan';
import { snapshotOf } from '../../src/share/reading/snapshot';
import { planRepair, repair } from '../../src/share/repair';
import { planRestore, restore } from '../../src/share/restore';
import { apply } from '../../src/taskpane/insert/apply';
import { FilterOn } from '../../src/workbook/filter';
import { MemoryWorkbook } from '../support/memory-workbook';

const SHEET = '日';

async function opened(formulas: readonly string[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.addSheet(SHEET);
  [100, 110, 120].forEach((figure, row) => {
    workbook.type(SHEET, row, 0, figure);
    workbook.type(SHEET, row, 1, 10 * row);
  });
  formulas.forEach((formula, row) => workbook.type(SHEET, row, 2, formula));
  return workbook;
}

const NET = ['=RZRQ.FINANCING_NET_PURCHASE(A1,B1)', '=RZRQ.FINANCING_NET_PURCHASE(A2,B2)'];
const CHAIN = [
  '=RZRQ.FINANCING_BALANCE_ROLL(100,A1,B1)',
  '=RZRQ.FINANCING_BALANCE_ROLL(C1,A2,B2)',
  '=RZRQ.FINANCING_BALANCE_ROLL(C2,A3,B3)',
];
const MISSPELT = ['=_xldudf_RZRQ_FINANCING_NET_PURCHASE(A1,B1)'];

type Endings = readonly { readonly status: string; readonly error?: unknown }[];

interface Planned {
  /** Why each cell or chain is left alone. */
  readonly reasons: readonly (string | undefined)[];
  readonly run: () => Promise<Endings>;
}

const COMMANDS: Readonly<
  Record<string, { readonly formulas: readonly string[]; plan(workbook: MemoryWorkbook): Promise<Planned> }>
> = {
  'to formulas': {
    formulas: NET,
    async plan(workbook) {
      const plan = planOf(await snapshotOf(workbook), 'native');
      return {
        reasons: plan.sheets.flatMap(({ cells }) => cells.map(({ why }) => why?.code)),
        run: () => convert(workbook, plan),
      };
    },
  },
  'on copies': {
    formulas: NET,
    async plan(workbook) {
      const plan = planOf(await snapshotOf(workbook), 'values');
      return {
        reasons: plan.sheets.flatMap(({ cells }) =>
          cells.map(({ kind, why }) => (kind === 'value' ? kind : why?.code)),
        ),
        run: () => convertCopies(workbook, plan, (name) => `${name} 2`),
      };
    },
  },
  flatten: {
    formulas: CHAIN,
    async plan(workbook) {
      const plan = planFlatten(await snapshotOf(workbook), 'native');
      return {
        reasons: plan.flatMap(({ chains }) => chains.map(({ why }) => why?.code)),
        run: () => flatten(workbook, plan),
      };
    },
  },
  repair: {
    formulas: MISSPELT,
    async plan(workbook) {
      const plan = planRepair(await snapshotOf(workbook));
      return {
        reasons: plan.flatMap(({ cells }) => cells.map(({ why }) => why?.code)),
        run: () => repair(workbook, plan),
      };
    },
  },
  restore: {
    formulas: NET,
    async plan(workbook) {
      const { filtered } = workbook.page(SHEET);
      workbook.page(SHEET).filtered = false;
      await convert(workbook, planOf(await snapshotOf(workbook), 'values'));
      workbook.page(SHEET).filtered = filtered;
      const plan = await planRestore(workbook);
      return {
        reasons: plan.sheets.flatMap(({ left, restore: back }) => [
          ...left.map(({ cause }) => (typeof cause === 'string' ? cause : 'other')),
          ...back.map(() => undefined),
        ]),
        run: () => restore(workbook, plan),
      };
    },
  },
};

const everything = async (workbook: MemoryWorkbook) => [
  await workbook.sheets(),
  [...workbook.contents(SHEET)],
  await workbook.readNote('originals'),
];

describe.each(Object.entries(COMMANDS))('%s', (name, { formulas, plan }) => {
  test('a sheet with a filter on is left alone, which the plan says', async () => {
    const workbook = await opened(formulas);
    workbook.page(SHEET).filtered = true;
    const { reasons } = await plan(workbook);
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons)).toEqual(new Set(['filtered']));
  });

  test('a filter that came after the plan: nothing is written', async () => {
    const workbook = await opened(formulas);
    const { reasons, run } = await plan(workbook);
    expect(reasons).not.toContain('filtered');
    const before = await everything(workbook);
    workbook.page(SHEET).filtered = true;
    const endings = await run();
    // A copy of a filtered sheet may come without its filter; the sheet itself is not touched either way.
    if (name !== 'on copies') expect(endings).toMatchObject([{ status: 'failed', error: expect.any(FilterOn) }]);
    expect((await everything(workbook))[1]).toEqual(before[1]);
    if (name !== 'on copies') expect(await everything(workbook)).toEqual(before);
  });
});

test('nothing is inserted either', async () => {
  const workbook = await opened([]);
  workbook.page(SHEET).filtered = true;
  const area = { sheet: (await workbook.sheets())[0]!.id, row: 0, column: 3, rows: 3, columns: 1 };
  const before = await everything(workbook);
  const ending = await apply(workbook, { kind: 'down', formula: '=RZRQ.MARGIN_BALANCE(A1,B1)', area }, 'amount');
  expect(ending).toMatchObject({ status: 'failed', error: expect.any(FilterOn) });
  expect(await everything(workbook)).toEqual(before);
});
