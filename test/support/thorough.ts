/** Large counts run where there is time for them: .ci/run sets RZRQ_THOROUGH. */
export const thorough = process.env['RZRQ_THOROUGH'] === '1';

/** How many cases a generated test tries. */
export const cases = (few: number, many: number): number => (thorough ? many : few);
