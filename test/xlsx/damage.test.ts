import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { Refusal } from '../../src/xlsx/refusal';
import { Zip } from '../../src/xlsx/zip';
import { cases } from '../support/thorough';
import { fixtures } from './parts';

/** Numbers that are the same in every run (Park and Miller's generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Opens, reads everything, writes a cell and saves; whatever is wrong has to be said as a refusal. */
async function use(bytes: Uint8Array): Promise<'used' | 'refused'> {
  try {
    const workbook = await FileWorkbook.open(bytes);
    for (const { id } of await workbook.sheets()) {
      const used = await workbook.used(id);
      if (used && used.rows * used.columns < 100_000) await workbook.read(used);
    }
    const [sheet] = await workbook.sheets();
    if (!sheet!.protected) await workbook.write({ sheet: sheet!.id, row: 60, column: 5, rows: 1, columns: 1 }, [[1]]);
    await FileWorkbook.open(await workbook.save());
    return 'used';
  } catch (problem) {
    if (problem instanceof Refusal) return 'refused';
    throw problem;
  }
}

function damaged(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  switch (next(4)) {
    case 0:
      return copy.subarray(0, next(copy.length));
    case 1: {
      const from = next(copy.length);
      return Uint8Array.from([...copy.subarray(0, from), ...copy.subarray(Math.min(copy.length, from + 1 + next(50)))]);
    }
    default:
      for (let left = 1 + next(8); left > 0; left--) copy[next(copy.length)] = next(256);
      return copy;
  }
}

const COUNT = cases(150, 4_000);

test(`${COUNT} damaged files are used or refused, none hangs or crashes`, async () => {
  const next = numbers(20_261_128);
  let refused = 0;
  for (let i = 0; i < COUNT; i++) {
    const [, bytes] = fixtures[next(fixtures.length)]!;
    if ((await use(damaged(bytes, next))) === 'refused') refused++;
  }
  expect(refused).toBeGreaterThan(COUNT / 3);
  expect(refused).toBeLessThan(COUNT);
}, 600_000);

const PARTS =
  /^(?:\[Content_Types\]\.xml|xl\/(?:workbook|styles|sharedStrings|metadata)\.xml|xl\/(?:worksheets|tables)\/[^/]+\.xml|.*\.rels)$/;

test(`${COUNT} workbooks with a damaged part are used or refused`, async () => {
  const next = numbers(7);
  let refused = 0;
  for (let i = 0; i < COUNT; i++) {
    const [, bytes] = fixtures[next(fixtures.length)]!;
    const zip = Zip.open(bytes);
    const names = zip.names().filter((name) => PARTS.test(name));
    const name = names[next(names.length)]!;
    zip.write(name, damaged(await zip.read(name), next));
    if ((await use(await zip.save())) === 'refused') refused++;
  }
  expect(refused).toBeGreaterThan(COUNT / 5);
  expect(refused).toBeLessThan(COUNT);
}, 600_000);
