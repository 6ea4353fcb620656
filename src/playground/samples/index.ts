// The workbook the page opens with.
import type { IWorkbookData } from '@univerjs/core';
import type { Language } from '../settings';
import { type Sample, sheetOf } from './sheet';
import { sse601628 } from './sse-601628';
import { sse601989 } from './sse-601989';
import { szse20150420 } from './szse-2015-04-20';

const SAMPLES: readonly Sample[] = [sse601989, sse601628, szse20150420];

export function sampleWorkbook(language: Language): Partial<IWorkbookData> {
  return {
    id: 'samples',
    sheetOrder: SAMPLES.map(({ id }) => id),
    sheets: Object.fromEntries(SAMPLES.map((sample) => [sample.id, sheetOf(sample, language)])),
  };
}

/** What to type first on a sample sheet; undefined on any other sheet. */
export function welcomeOf(sheetName: string, language: Language): string | undefined {
  return SAMPLES.find(({ name }) => name[language] === sheetName)?.welcome[language];
}
