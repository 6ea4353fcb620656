import { definitions } from '../functions/index';
import { words } from '../functions/words';
import { metadata } from './metadata';
import { namesFiles } from './names/files';
import { referencePages } from './reference/pages';
import { sqlFiles } from './sql/library';

export interface GenerateOptions {
  /** The address under which the site will be served, without a slash at the end. */
  readonly base: string;
  readonly preview: boolean;
  readonly perpetual?: boolean;
  /** Where people turn for help: a page or a mailto: address. */
  readonly support?: string | undefined;
}

/** Every file of the site that follows from the catalogue: path below dist → text. */
export function generate({ base, preview, perpetual = false, support }: GenerateOptions): ReadonlyMap<string, string> {
  const json = (language: 'en' | 'zh') =>
    JSON.stringify(metadata(definitions, words, { language, base, preview, perpetual }), null, 1);
  return new Map([
    ['functions.json', json('en')],
    ['functions.zh-CN.json', json('zh')],
    ...referencePages(definitions, words, support),
    ...sqlFiles(definitions, words),
    ...namesFiles(definitions, words),
  ]);
}
