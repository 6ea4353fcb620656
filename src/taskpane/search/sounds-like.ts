/**
 * Whether letters spell the beginning of some syllables that follow one another: each in full, or its initial alone;
 * the last may be unfinished. `rzye`, `rongziyue`, `rongzye` and `yue` all sound like 融资余额 (rong zi yu e).
 */
export function soundsLike(letters: string, syllables: readonly string[]): boolean {
  return syllables.some((_, start) => spells(letters, syllables, start));
}

function spells(letters: string, syllables: readonly string[], index: number): boolean {
  if (letters === '') return true;
  const syllable = syllables[index];
  if (syllable === undefined) return false;
  if (syllable.startsWith(letters)) return true;
  if (letters.startsWith(syllable) && spells(letters.slice(syllable.length), syllables, index + 1)) return true;
  return letters[0] === syllable[0] && spells(letters.slice(1), syllables, index + 1);
}
