// How places, units and answers are said, in the pane and on the sheet of findings.
import { isoDate } from '../../cells/date';
import type { Question } from '../../import/finding';
import type { Overview, PartLine } from '../../import/overview';
import type { Language } from '../../language';
import type { ImportSay, ImportWord } from './words';

const FROM: Readonly<Record<string, ImportWord>> = {
  column: 'fromColumn',
  note: 'fromNote',
  sheet: 'fromSheet',
  file: 'fromFile',
  folder: 'fromFolder',
  user: 'fromUser',
  codes: 'fromCodes',
  fields: 'fromFields',
  beside: 'fromBeside',
};
const POWERS: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  0: { en: '', zh: '' },
  3: { en: 'thousand ', zh: '千' },
  4: { en: '10,000 ', zh: '万' },
  6: { en: 'million ', zh: '百万' },
  8: { en: '100 million ', zh: '亿' },
};

export const daysOfPart = ({ first, last }: PartLine): string =>
  last === 0 ? '' : first === last ? isoDate(first) : `${isoDate(first)} – ${isoDate(last)}`;

export const fromText = (from: string | undefined, say: ImportSay): string =>
  say(from === undefined ? 'unknown' : FROM[from]!);

export function unitText({ amount, quantity }: PartLine, say: ImportSay, language: Language): string {
  const one = (power: number | undefined, word: ImportWord) =>
    power === undefined ? [] : [`${POWERS[power]?.[language] ?? `10^${power} `}${say(word)}`];
  return [...one(amount, 'yuan'), ...one(quantity, 'shares')].join(language === 'zh' ? '、' : ', ');
}

/** What an option does. */
export function optionText({ asks }: Question, option: string, { files }: Overview, say: ImportSay): string {
  if (option === 'leave_out' || option === 'keep') return say(option);
  switch (asks) {
    case 'day':
      return isoDate(Number(option));
    case 'closed_day':
      return say(option === '-1' ? 'earlier' : 'later');
    case 'unit':
      return option === '0' ? `${say('yuan')} / ${say('shares')}` : say('unitTimes', { count: 10 ** Number(option) });
    case 'conflict':
      return say('fileCounts', { text: files.find(({ number }) => number === Number(option))?.name ?? option });
    default:
      return option;
  }
}
