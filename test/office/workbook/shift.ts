import { type Area, COLUMNS, ROWS } from './area';

/** Cells inserted (count > 0) or deleted (count < 0) at a position; only the lanes from..to move. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

const span = (area: Area, axis: Shift['axis']): [number, number] =>
  axis === 'rows' ? [area.top, area.bottom] : [area.left, area.right];
const lanes = (area: Area, axis: Shift['axis']): [number, number] =>
  axis === 'rows' ? [area.left, area.right] : [area.top, area.bottom];

/** Where an area is after the shift; null when all of it was deleted. */
export function shifted(area: Area, shift: Shift): Area | null {
  const [from, to] = lanes(area, shift.axis);
  const [start, end] = span(area, shift.axis);
  const limit = (shift.axis === 'rows' ? ROWS : COLUMNS) - 1;
  const whole = start === 0 && end === limit;
  if (from < shift.from || to > shift.to || whole) return area;
  const next = shift.count > 0 ? afterInsert(start, end, shift, limit) : afterDelete(start, end, shift);
  if (next === null) return null;
  return shift.axis === 'rows'
    ? { ...area, top: next[0], bottom: next[1] }
    : { ...area, left: next[0], right: next[1] };
}

function afterInsert(start: number, end: number, { at, count }: Shift, limit: number): [number, number] | null {
  const moved = start >= at ? start + count : start;
  return moved > limit ? null : [moved, Math.min(limit, end >= at ? end + count : end)];
}

function afterDelete(start: number, end: number, { at, count }: Shift): [number, number] | null {
  const gone = -count;
  if (start >= at && end < at + gone) return null;
  const first = start < at ? start : Math.max(at, start - gone);
  const last = end < at ? end : end < at + gone ? at - 1 : end - gone;
  return [first, last];
}
