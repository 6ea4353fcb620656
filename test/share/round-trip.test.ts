import { convert } from '../../src/share/convert';
import { flatten, planFlatten } from '../../src/share/flatten';
import { planOf, type Target } from '../../src/share/plan';
import { planRepair, repair } from '../../src/share/repair';
import { planRestore, restore } from '../../src/share/restore';
import { snapshotOf } from '../../src/share/reading/snapshot';
import { type Hooks, OutOfDate, type Status } from '../../src/workbook/transaction';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

const SHEETS = 20;
const ROWS = 100;

/** A small generator of its own, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Five columns of figures, then formulas of every kind that a reader could fill down. */
const FORMULAS: readonly ((row: number, sheet: number) => string)[] = [
  (r) => `=RZRQ.FINANCING_NET_PURCHASE(C${r},D${r})`,
  (r) => `=RZRQ.LENDING_NET_SOLD( C${r} , D${r} )`,
  (r) => `=rzrq.margin_balance(B${r},E${r})`,
  (r) => `=IF(C${r}>D${r},RZRQ.PURCHASE_REPAYMENT_RATIO(C${r},$D${r}),"RZRQ.X(")*100`,
  (r, s) => `=RZRQ.MARGIN_BALANCE('表 ${s}'!$B$2,C${r})`,
  (r) => `=RZRQ.LENDING_BALANCE(C${r},E${r},"手")`,
  (r) => `=RZRQ.MARGIN_BALANCE_BREAK(B${r},C${r},D${r})`,
  (r) => `=RZRQ.THRESHOLD_SIGNAL(C${r},$D$2)`,
];

async function manyFormulas(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  const random = randomFrom(7);
  for (let sheet = 1; sheet <= SHEETS; sheet++) await workbook.addSheet(`表 ${sheet}`);
  for (let sheet = 1; sheet <= SHEETS; sheet++) {
    const type = (row: number, column: number, content: CellValue) =>
      workbook.type(`表 ${sheet}`, row, column, content);
    ['日期', '余额', '买入', '偿还', '其他', '甲', '乙', '丙', '丁', '戊', '己'].forEach((header, column) =>
      type(0, column, header),
    );
    for (let row = 1; row <= ROWS; row++) {
      type(row, 0, 40_000 + row);
      for (let column = 1; column <= 4; column++)
        type(row, column, random(20) === 0 ? '-' : (random(2_000_000) + 1) / 100);
      for (let column = 5; column < 10; column++)
        type(
          row,
          column,
          FORMULAS[(column - 5 + (column > 7 ? random(FORMULAS.length) : 0)) % FORMULAS.length]!(
            row + 1,
            (sheet % SHEETS) + 1,
          ),
        );
    }
    type(1, 10, `=RZRQ.FINANCING_BALANCE_SERIES(B2,C2:C${ROWS + 1},D2:D${ROWS + 1})`);
  }
  return workbook;
}

const contents = async (workbook: MemoryWorkbook) =>
  new Map((await workbook.sheets()).map(({ id }) => [id, new Map(workbook.contents(id))]));
const isOurs = (content: unknown) => typeof content === 'string' && /rzrq\./i.test(content.replace(/"[^"]*"/g, ''));

interface Sharing {
  readonly before: MemoryWorkbook;
  readonly after: MemoryWorkbook;
  readonly statuses: readonly Status[];
}

const sharings = new Map<Target, Promise<Sharing>>();

/** The workbook before and after it is shared, for copies of them to go on from: sharing is most of the work. */
function shared(target: Target): Promise<Sharing> {
  const share = async (): Promise<Sharing> => {
    const before = await manyFormulas();
    const after = before.copy();
    const results = await convert(after, planOf(await snapshotOf(after), target));
    return { before, after, statuses: results.map(({ status }) => status) };
  };
  const sharing = sharings.get(target) ?? share();
  sharings.set(target, sharing);
  return sharing;
}

test.each<Target>(['native', 'values'])('10,000 formulas in 20 sheets to %s and back', async (target) => {
  const sharing = await shared(target);
  const before = await contents(sharing.before);
  const workbook = sharing.after.copy();
  expect([...before.values()].flatMap((sheet) => [...sheet.values()]).filter(isOurs).length).toBeGreaterThanOrEqual(
    10_000,
  );
  expect(sharing.statuses).toEqual(Array(SHEETS).fill('done'));
  expect([...(await contents(workbook)).values()].flatMap((sheet) => [...sheet.values()]).filter(isOurs)).toEqual([]);
  const restored = await restore(workbook, await planRestore(workbook));
  expect(restored.flatMap(({ left }) => left)).toEqual([]);
  expect(await contents(workbook)).toEqual(before);
});

test.each<Target>(['native', 'values'])(
  'to %s, 200 edits by somebody else, and back',
  async (target) => {
    const sharing = await shared(target);
    const [theirs, kept] = [sharing.after.copy(), sharing.before.copy()];
    const random = randomFrom(target === 'native' ? 11 : 12);
    let typed = 0;
    /** Columns put in before the formulas, so that a sort takes whole rows but no series. */
    const inserted = new Map<string, number>();
    for (let edit = 0; edit < 200; edit++) {
      const sheet = (await theirs.sheets())[random(SHEETS)]!.id;
      const both = (change: (workbook: MemoryWorkbook) => void) => [theirs, kept].forEach(change);
      const kind = random(11);
      if (kind < 4) {
        const [row, column] = [1 + random(ROWS), 5 + random(5)];
        const content = kind < 2 ? `改 ${++typed}` : `=1000000+${++typed}`;
        both((workbook) => workbook.type(sheet, row, column, content));
      } else if (kind < 6) {
        const [row, column, value] = [1 + random(ROWS), 1 + random(4), random(1_000_000)];
        both((workbook) => workbook.type(sheet, row, column, value));
      } else if (kind === 6) {
        const insertion = { sheet, axis: 'row' as const, at: 1 + random(ROWS), count: 1 + random(3) };
        both((workbook) => workbook.insert(insertion));
      } else if (kind === 7) {
        const insertion = { sheet, axis: 'row' as const, at: 4 + random(ROWS - 8), count: -1 };
        both((workbook) => workbook.insert(insertion));
      } else if (kind === 8) {
        const insertion = { sheet, axis: 'column' as const, at: random(5), count: 1 };
        inserted.set(sheet, (inserted.get(sheet) ?? 0) + 1);
        both((workbook) => workbook.insert(insertion));
      } else if (kind === 9) {
        const [top, order] = [10 + random(40), Array.from({ length: 12 }, (_, i) => (i * 5 + edit) % 12)];
        both((workbook) => workbook.sort(sheet, top, 0, 10 + (inserted.get(sheet) ?? 0), order));
      } else {
        const name = `改名 ${edit}`;
        both((workbook) => workbook.rename(sheet, name));
      }
    }
    const names = new Map((await theirs.sheets()).map(({ id, name }) => [id, name]));
    const before = await contents(theirs);
    const plan = await planRestore(theirs);
    const results = await restore(theirs, plan);
    expect(results.every(({ status }) => status === 'done')).toBe(true);

    const [after, wanted] = [await contents(theirs), await contents(kept)];
    const wrong: unknown[] = [];
    let back = 0;
    for (const [id, sheet] of after) {
      for (const [place, content] of sheet) {
        const want = wanted.get(id)!.get(place);
        if (content === want) {
          if (isOurs(content)) back++;
          continue;
        }
        // What is not restored stays as it was found: a formula of ours, or a cell of a series into which a row was put.
        const broken =
          want === undefined &&
          results.some(
            (result) =>
              result.name === names.get(id) &&
              result.left.some(({ original }) => String(original.formula).includes('SERIES')),
          );
        if (content !== before.get(id)!.get(place) || !(isOurs(want) || broken))
          wrong.push({ id, place, content, want });
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    // What nobody typed over is back, unless one of its cells is gone or a row stands inside its series.
    const left = [...after].flatMap(([id, sheet]) =>
      [...sheet].map(([place, content]) => ({ content, want: String(wanted.get(id)!.get(place)) })),
    );
    expect(
      left.filter(({ content, want }) => content !== want && isOurs(want) && !/#REF!|SERIES/.test(want)).slice(0, 10),
    ).toEqual([]);
    const changed = results.reduce((sum, result) => sum + result.left.length, 0);
    expect(changed).toBeGreaterThanOrEqual(typed / 2);
    expect(back).toBeGreaterThan(9_000);
  },
  120_000,
);

/** Two sheets with a chain, a stored name, single formulas and spills. */
async function small(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  for (const name of ['甲', '乙']) {
    await workbook.addSheet(name);
    [
      ['', 1000, 10, 5],
      ['', '', 20, '-'],
      ['', '', 7, 1],
      ['', '', 8, 2],
    ].forEach((line, row) => line.forEach((cell, column) => workbook.type(name, row, column, cell)));
    const formulas: Readonly<Record<string, string>> = {
      '0,4': '=RZRQ.FINANCING_NET_PURCHASE(C1,D1)',
      '1,4': '=RZRQ.FINANCING_NET_PURCHASE(C2,D2)',
      '0,5': '=RZRQ.FINANCING_BALANCE_SERIES(B1,C1:C1,D1:D1)',
      '0,7': '=RZRQ.FINANCING_NET_PURCHASE(C1:C2,10)',
      '2,9': '=RZRQ.FINANCING_BALANCE_ROLL(J2,C3,D3)',
      '3,9': '=RZRQ.FINANCING_BALANCE_ROLL(J3,C4,D4)',
      '5,9': '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(5,3)',
      '5,11': '=_xldudf_RZRQ_FINANCING_NET_PURCHASE(6,3)',
    };
    workbook.type(name, 1, 9, 500);
    for (const [place, formula] of Object.entries(formulas))
      workbook.type(name, ...(place.split(',').map(Number) as [number, number]), formula);
  }
  return workbook;
}

const native = async (workbook: MemoryWorkbook) => convert(workbook, planOf(await snapshotOf(workbook), 'native'));

test.each<
  [
    what: string,
    before: (workbook: MemoryWorkbook) => Promise<unknown>,
    command: (workbook: MemoryWorkbook) => Promise<readonly { status: Status }[]>,
  ]
>([
  ['converting', async () => undefined, native],
  ['restoring', native, async (workbook) => restore(workbook, await planRestore(workbook))],
  ['repairing', async () => undefined, async (workbook) => repair(workbook, planRepair(await snapshotOf(workbook)))],
  [
    'flattening',
    async () => undefined,
    async (workbook) => flatten(workbook, planFlatten(await snapshotOf(workbook), 'series')),
  ],
])(
  '%s: a failure at any write, or a wish to stop, leaves no sheet half written',
  async (_, prepare, command) => {
    const ready = async () => {
      const workbook = await small();
      await prepare(workbook);
      return workbook;
    };
    const whole = await ready();
    const untouched = await contents(whole);
    const writesBefore = whole.writes;
    expect((await command(whole)).map(({ status }) => status)).toEqual(['done', 'done']);
    const changed = await contents(whole);
    for (const id of changed.keys()) expect(changed.get(id)).not.toEqual(untouched.get(id));

    for (let failing = writesBefore + 1; failing <= whole.writes; failing++) {
      const workbook = await ready();
      workbook.onWrite = () => {
        if (workbook.writes === failing) throw new Error('refused');
      };
      const results = await command(workbook);
      expect(results.map(({ status }) => status).sort()).toEqual(['done', 'failed']);
      const now = await contents(workbook);
      [...now.keys()].forEach((id, i) =>
        expect(now.get(id)).toEqual((results[i]!.status === 'done' ? changed : untouched).get(id)),
      );
      workbook.onWrite = () => undefined;
      await restore(workbook, await planRestore(workbook));
      if (command === native) expect(await contents(workbook)).toEqual(untouched);
    }
  },
  60_000,
);

test.each([
  [
    'converting',
    async (workbook: MemoryWorkbook, hooks: Hooks) =>
      convert(workbook, planOf(await snapshotOf(workbook), 'native'), hooks),
  ],
  [
    'repairing',
    async (workbook: MemoryWorkbook, hooks: Hooks) => repair(workbook, planRepair(await snapshotOf(workbook)), hooks),
  ],
  [
    'flattening',
    async (workbook: MemoryWorkbook, hooks: Hooks) =>
      flatten(workbook, planFlatten(await snapshotOf(workbook), 'series'), hooks),
  ],
])('%s: stopped between two writes, both sheets are as they were', async (_, command) => {
  const workbook = await small();
  const before = await contents(workbook);
  const signal = { aborted: false };
  const seen: [number, number][] = [];
  const results = await command(workbook, {
    signal,
    onProgress: ({ done, total }) => {
      seen.push([done, total]);
      signal.aborted = true;
    },
  });
  expect(seen).toHaveLength(1);
  expect(results.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  expect(await contents(workbook)).toEqual(before);
});

test('what somebody types between plan and deed is not written over', async () => {
  const workbook = await small();
  const repairs = planRepair(await snapshotOf(workbook));
  const chains = planFlatten(await snapshotOf(workbook), 'series');
  for (const name of ['甲', '乙']) {
    workbook.type(name, 5, 9, 'mine');
    workbook.type(name, 3, 9, 'mine');
  }
  const before = await contents(workbook);
  expect((await repair(workbook, repairs)).map(({ error }) => error)).toEqual([
    expect.any(OutOfDate),
    expect.any(OutOfDate),
  ]);
  expect((await flatten(workbook, chains)).map(({ error }) => error)).toEqual([
    expect.any(OutOfDate),
    expect.any(OutOfDate),
  ]);
  expect(await contents(workbook)).toEqual(before);

  await native(workbook);
  const back = await planRestore(workbook);
  for (const name of ['甲', '乙']) workbook.type(name, 0, 4, 'mine');
  const converted = await contents(workbook);
  expect((await restore(workbook, back)).map(({ error }) => error)).toEqual([
    expect.any(OutOfDate),
    expect.any(OutOfDate),
  ]);
  expect(await contents(workbook)).toEqual(converted);
});

test('where the host refuses even to take back, it says so, and the formulas are still kept', async () => {
  const workbook = await small();
  const before = await contents(workbook);
  const plan = planOf(await snapshotOf(workbook), 'values');
  workbook.onWrite = () => {
    if (workbook.writes > 3) throw new Error('refused');
  };
  expect((await convert(workbook, plan)).map(({ status }) => status)).toEqual(['half_done', 'failed']);
  workbook.onWrite = () => undefined;
  await restore(workbook, await planRestore(workbook));
  expect(await contents(workbook)).toEqual(before);
});
