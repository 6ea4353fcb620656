import type { Param } from '../../functions/catalogue/define';

/** Parameter names that one of the engines keeps for itself. */
const RESERVED = new Set(['end', 'from', 'minimum', 'start', 'table', 'to', 'value', 'window']);

/** The name of a parameter as every engine takes it. */
export function column({ name }: Pick<Param, 'name'>): string {
  return RESERVED.has(name) ? `"${name}"` : name;
}

export function functionName(id: string): string {
  return `rzrq_${id.toLowerCase()}`;
}
