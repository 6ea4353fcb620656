/** So many answers are kept of each half; a workbook's formulas come back within far fewer. */
const MOST = 8_192;

/** A function of a text that answers the same question once; what has not been asked for a while is forgotten. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const found = older.get(text) ?? answer(text);
    if (recent.size >= MOST) [older, recent] = [recent, new Map<string, T>()];
    recent.set(text, found);
    return found;
  };
}
