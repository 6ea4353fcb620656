// A file made ready for somebody without the add-in, as the Share view does it with the workbook itself.
import { convert } from '../../share/convert';
import { planOf, type Target } from '../../share/plan';
import { snapshotOf } from '../../share/reading/snapshot';
import { FileWorkbook } from '../../xlsx/file-workbook';

export interface SharedFile {
  readonly bytes: Uint8Array;
  readonly native: number;
  readonly value: number;
  readonly untouched: number;
}

export async function sharedFile(bytes: Uint8Array, target: Target): Promise<SharedFile> {
  const file = await FileWorkbook.open(bytes);
  const results = await convert(file, planOf(await snapshotOf(file), target));
  const sum = (count: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  return {
    bytes: await file.save(),
    native: sum(({ native }) => native),
    value: sum(({ value }) => value),
    untouched: sum(({ untouched }) => untouched.length),
  };
}
