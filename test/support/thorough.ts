import type { Language } from '../../src/language';

/** Large counts run where somebody has the time for them and sets RZRQ_THOROUGH=1. */
export const thorough = process.env['RZRQ_THOROUGH'] === '1';

/** How many cases a generated test tries. */
export const cases = (few: number, many: number): number => (thorough ? many : few);

/** A job that is the same in both languages is done in both there, elsewhere in one: another job is done in the other. */
export const inLanguages = (one: Language): readonly Language[] => (thorough ? ['zh', 'en'] : [one]);
