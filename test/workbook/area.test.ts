import { around, common, contains, covering, overlap } from '../../src/workbook/area';
import type { Area } from '../../src/workbook/workbook';

const area = (row: number, column: number, rows = 1, columns = 1, sheet = 's'): Area => ({
  sheet,
  row,
  column,
  rows,
  columns,
});

test('two areas share the cells that lie in both, on one sheet', () => {
  expect(common(area(0, 0, 3, 3), area(1, 2, 5, 5))).toEqual(area(1, 2, 2, 1));
  expect(common(area(0, 0, 3, 3), area(3, 0))).toBeUndefined();
  expect(overlap(area(0, 0, 3, 3), area(2, 2))).toBe(true);
  expect(overlap(area(0, 0, 3, 3), area(2, 2, 1, 1, 'other'))).toBe(false);
  expect(contains(area(1, 1, 2, 2), area(2, 2))).toBe(true);
  expect(contains(area(1, 1, 2, 2), area(0, 2))).toBe(false);
});

test('the smallest area with both in it', () => {
  expect(covering(undefined, area(4, 4))).toEqual(area(4, 4));
  expect(covering(area(1, 5), area(3, 2, 2, 2))).toEqual(area(1, 2, 4, 4));
});

test('around an area lie all the cells that are not in it, each once', () => {
  const [outer, inner] = [area(0, 0, 5, 4), area(1, 1, 2, 2)];
  const parts = around(outer, inner);
  expect(parts.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(20 - 4);
  expect(parts.some((part) => overlap(part, inner))).toBe(false);
  expect(around(outer, outer)).toEqual([]);
  expect(around(outer, undefined)).toEqual([outer]);
});
