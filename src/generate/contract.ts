import type { Definition } from '../functions/catalogue/define';

/** Ids and parameter order, a line a function: what workbooks store, so what must never change. */
export function contract(definitions: readonly Definition[]): string {
  const line = ({ id, params }: Definition) =>
    `${id}(${params.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`;
  return `${definitions.map(line).join('\n')}\n`;
}
