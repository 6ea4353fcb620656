// In place of the package cjk-regex, of which the engine asks three questions: that one carries the whole of Unicode as
// a thousand files, half a megabyte, and every engine that runs a sheet has the same tables built in.

const LETTER = String.raw`(?=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Bopomofo}])[\p{Lo}\p{Nl}\p{So}\p{Lm}]`;

/** The blocks of Unicode that hold East Asian punctuation: CJK symbols, Katakana, Bopomofo's neighbours, forms, full width. */
const BLOCKS = [
  [0x2ff0, 0x2fff],
  [0x3000, 0x303f],
  [0x30a0, 0x30ff],
  [0x3190, 0x319f],
  [0x31c0, 0x31ef],
  [0x3200, 0x32ff],
  [0x3300, 0x33ff],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xfe50, 0xfe6f],
  [0xff00, 0xffef],
]
  .map((ends) => ends.map((code) => `\\u{${code.toString(16)}}`).join('-'))
  .join('');

const matching = (source: string) => ({ toRegExp: () => new RegExp(source, 'u') });

export const letters = () => matching(LETTER);
export const punctuations = () => matching(`(?!${LETTER})[${BLOCKS}]`);
export const all = () => matching(`${LETTER}|[${BLOCKS}]`);
