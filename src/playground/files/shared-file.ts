// A file made ready for somebody without the add-in, as the Share view does it with the workbook itself.
import { convert } from '../../share/convert';
import type { Language } from '../../language';
import { convertToNames, planNamesOf } from '../../share/names/index';
import { planOf } from '../../share/plan';
import { snapshotOf } from '../../share/reading/snapshot';
import { FileWorkbook } from '../../xlsx/file-workbook';

export interface SharedFile {
  readonly bytes: Uint8Array;
  readonly native: number;
  readonly value: number;
  readonly untouched: number;
}

export type Shared = 'native' | 'values' | 'names';

export async function sharedFile(bytes: Uint8Array, target: Shared, language: Language): Promise<SharedFile> {
  const file = await FileWorkbook.open(bytes);
  const results =
    target === 'names' ? await named(file, language) : await convert(file, planOf(await snapshotOf(file), target));
  const sum = (count: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  return {
    bytes: await file.save(),
    native: sum(({ native }) => native),
    value: sum(({ value }) => value),
    untouched: sum(({ untouched }) => untouched.length),
  };
}

async function named(file: FileWorkbook, language: Language) {
  const { sheets, error } = await convertToNames(file, planNamesOf(file, await snapshotOf(file), language));
  if (error) throw error;
  return sheets;
}
