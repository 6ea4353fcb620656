import type { Language } from '../../language';
import { COLUMNS, figures, keys } from '../../tables/columns';
import { WORDS } from './words';

/** Exchange, day, code, name, figures and the file. */
export const panelHeader = (language: Language): string[] => [
  ...[...keys, ...figures].map((column) => (language === 'zh' ? COLUMNS[column].zh : column)),
  WORDS.source[language],
];

export const PANEL_COLUMNS = keys.length + figures.length + 1;
