// A file made ready for somebody without the add-in, as the Share view does it with the workbook itself.
import type { Language } from '../../language';
import { convertWhole, type Counts, type Successor } from '../../share/whole';
import { FileWorkbook } from '../../xlsx/file-workbook';

export interface SharedFile extends Counts {
  readonly bytes: Uint8Array;
}

export async function sharedFile(bytes: Uint8Array, target: Successor, language: Language): Promise<SharedFile> {
  const file = await FileWorkbook.open(bytes);
  const { counts } = await convertWhole(file, target, language);
  return { bytes: await file.save(), ...counts };
}
