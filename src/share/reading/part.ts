import { overlap } from '../../workbook/area';
import type { Area } from '../../workbook/workbook';

/** The areas that a command is limited to; undefined where it takes the whole workbook. */
export type Part = readonly Area[] | undefined;

/** Whether any cell of an area belongs to the part. */
export const isWithin = (part: Part, area: Area): boolean =>
  part === undefined || part.some((one) => overlap(one, area));
