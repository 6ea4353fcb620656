import type { Definition, Running } from './catalogue/define';
import { definitions } from './index';

const byId: ReadonlyMap<string, Definition> = new Map(definitions.map((definition) => [definition.id, definition]));

export const definitionOf = (id: string): Definition | undefined => byId.get(id);

const series: readonly Running[] = definitions.filter(({ kind }) => kind === 'running') as readonly Running[];

/** The series that gives in one cell what a roll gives when it is filled down. */
export const seriesOf = (roll: string): Running | undefined => series.find((one) => one.roll === roll);
