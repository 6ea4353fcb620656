import type { Source } from '../../functions/catalogue/sources';
import type { PaneContext } from '../context';
import { element } from '../element';

/** A source with its day and how it is known, and said to be unverified where nobody has read the original. */
export function sourceLine(
  { title, date, url, unverified, known }: Source,
  { language, say }: PaneContext,
): (Node | string)[] {
  const text = title[language];
  return [
    url === undefined ? text : element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text),
    ...(date === undefined ? [] : [` · ${date}`]),
    ...(known ? [language === 'zh' ? '，' : '; ', known[language]] : []),
    ...(unverified ? [' ', element('strong', { class: 'badge' }, say('unverified'))] : []),
  ];
}
