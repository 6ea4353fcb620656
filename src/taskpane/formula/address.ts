import { parseReference } from '../../share/references';
import { blockName } from '../../workbook/a1';
import type { Area, Sheet } from '../../workbook/workbook';

/** `B5` or `B5:C9`, with the sheet's name where it is not the one the formula stands on. */
export function addressOf(area: Area, sheets: readonly Sheet[] = [], home = area.sheet): string {
  const name = area.sheet === home ? undefined : sheets.find(({ id }) => id === area.sheet)?.name;
  return name === undefined ? blockName(area) : `${quoted(name)}!${blockName(area)}`;
}

function quoted(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseReference(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}
