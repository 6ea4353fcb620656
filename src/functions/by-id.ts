import type { Definition } from './catalogue/define';
import { definitions } from './index';

const byId: ReadonlyMap<string, Definition> = new Map(definitions.map((definition) => [definition.id, definition]));

export const definitionOf = (id: string): Definition | undefined => byId.get(id);
