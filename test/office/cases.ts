import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import type { ExampleValue } from '../../src/functions/catalogue/words-of';
import { argument } from '../support/cells';

/** Every example of the catalogue. */
export const cases = definitions.flatMap((definition) =>
  words[definition.id]!.examples.map((example) => ({ definition, example })),
);
export type Case = (typeof cases)[number];

/** The arguments of an example: Excel hands a choice over as one value, everything else as rows of cells. */
export const handedOver = ({ definition, example }: Case): unknown[] =>
  definition.params.map((param) => {
    const value = (example.args as Readonly<Record<string, ExampleValue | undefined>>)[param.name];
    return param.kind === 'choice' ? (value ?? null) : argument(value);
  });
