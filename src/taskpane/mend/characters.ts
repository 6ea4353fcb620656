/** What a Chinese keyboard or a word processor makes of the signs of a formula. */
const SIGNS: Readonly<Record<string, string>> = {
  '；': ',',
  '、': ',',
  '×': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '　': ' ',
  '【': '[',
  '】': ']',
};
const FULL_WIDTH = /[！-～]/;
const QUOTES = '“”„＂';
const SINGLE_QUOTES = '‘’＇';

/** The formula in the signs that a formula is made of; texts between quotation marks stay. Undefined where a text does not end. */
export function plainSigns(formula: string): string | undefined {
  let plain = '';
  for (let at = 0; at < formula.length;) {
    const character = formula[at]!;
    const end = endOfQuote(formula, at);
    if (end === undefined) {
      plain += SIGNS[character] ?? (FULL_WIDTH.test(character) ? character.normalize('NFKC') : character);
      at++;
    } else if (end < 0) {
      return undefined;
    } else {
      plain += quoted(formula.slice(at, end), formula[end]);
      at = end;
    }
  }
  return plain;
}

/** Where the text ends that begins here: undefined where none begins, −1 where it doesn't end. */
function endOfQuote(formula: string, at: number): number | undefined {
  const mark = formula[at]!;
  if (mark === '"' || mark === "'") {
    for (let end = at + 1; ; end++) {
      end = formula.indexOf(mark, end);
      if (end < 0) return -1;
      if (formula[end + 1] !== mark) return end + 1;
      end++;
    }
  }
  const closing = QUOTES.includes(mark) ? `${QUOTES}"` : SINGLE_QUOTES.includes(mark) ? `${SINGLE_QUOTES}'` : '';
  if (closing === '') return undefined;
  const length = Array.from(formula.slice(at + 1)).findIndex((character) => closing.includes(character));
  return length < 0 ? -1 : at + length + 2;
}

/** A sheet's name keeps its single quotes; any other text gets double ones. */
function quoted(text: string, next: string | undefined): string {
  if (text.startsWith('"')) return text;
  const sheet = !QUOTES.includes(text[0]!) && (next === '!' || next === '！');
  const content = text.slice(1, -1);
  if (text.startsWith("'")) return sheet ? text : `"${content.replace(/''/g, "'").replace(/"/g, '""')}"`;
  return sheet ? `'${content}'` : `"${content.replace(/"/g, '""')}"`;
}
