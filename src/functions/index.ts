import type { Definition } from './catalogue/define';
import { ids, type Id } from './ids';
import { ofCells } from './of-cells';
import { ofTables } from './of-tables';

const byId: Readonly<Record<Id, unknown>> = { ...ofCells, ...ofTables };

/** Every function, in the order in which the reference shows it. */
export const definitions = ids.map((id) => byId[id] as Definition);
