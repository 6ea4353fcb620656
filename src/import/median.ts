/** The one in the middle, the upper of two; undefined where there are none. Puts the values in order. */
export function median(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
