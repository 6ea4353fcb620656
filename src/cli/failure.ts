import type { Word } from './words';

/** Why a command could not do its work; nothing was written. */
export class Failure extends Error {
  readonly parts: readonly (string | number)[];

  constructor(
    readonly word: Word,
    ...parts: readonly (string | number)[]
  ) {
    super(`${word} ${parts.join(' ')}`);
    this.parts = parts;
  }
}
