/** Large counts run where somebody has the time for them and sets RZRQ_THOROUGH=1. */
export const thorough = process.env['RZRQ_THOROUGH'] === '1';

/** How many cases a generated test tries. */
export const cases = (few: number, many: number): number => (thorough ? many : few);
