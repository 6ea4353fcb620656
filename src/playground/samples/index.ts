// The workbook the page opens with.
import type { Language } from '../../language';
import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import { type Sample, sheetOf } from './sheet';
import { sse601628 } from './sse-601628';
import { sse601989 } from './sse-601989';
import { szse20150420 } from './szse-2015-04-20';

const SAMPLES: readonly Sample[] = [sse601989, sse601628, szse20150420];

/** The samples, behind a sheet of another kind if there is one. */
export function sampleWorkbook(
  language: Language,
  first?: Partial<IWorksheetData> & { readonly id: string },
): Partial<IWorkbookData> {
  const sheets = [
    ...(first ? [first] : []),
    ...SAMPLES.map((sample) => ({ ...sheetOf(sample, language), id: sample.id })),
  ];
  return {
    id: 'samples',
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

/** What to type first on a sample sheet; undefined on any other sheet. */
export function welcomeOf(sheetName: string, language: Language): string | undefined {
  return SAMPLES.find(({ name }) => name[language] === sheetName)?.welcome[language];
}
