import type { Language } from '../language';
import type { ChoiceParam, Definition } from '../functions/catalogue/define';
import { describe } from '../functions/describe';
import type { Words } from '../functions/catalogue/words-of';

export interface MetadataOptions {
  readonly language: Language;
  /** The address under which the site will be served, without a slash at the end. */
  readonly base: string;
  /** Our functions are pure and synchronous; Excel builds with the preview can then use them in more places. */
  readonly preview: boolean;
  /** For Office that is bought once: a retail licence, or volume-licensed LTSC 2021 and 2024. */
  readonly perpetual?: boolean;
}

/** The page that Excel's "Help on this function" opens. */
export function helpUrl(base: string, id: string): string {
  return `${base}/functions/${id}.html`;
}

/** What Excel reads to know the functions: functions.json for one language. Ids and names are the same in all. */
export function metadata(
  definitions: readonly Definition[],
  words: Readonly<Record<string, Words>>,
  options: MetadataOptions,
) {
  return {
    ...errorCells(options.perpetual),
    functions: definitions.map((definition) => functionEntry(definition, words[definition.id]!, options)),
    enums: enums(definitions, options.language),
  };
}

/**
 * What lets a function see the error in a cell instead of not being called. Never both flags: together they crash
 * volume-licensed Office 2021 (office-js #4385). The first also stands for wrapped numbers, but belongs to
 * CustomFunctionsRuntime 1.4, which is not supported on Office that is bought once (office-js #3504, #5573).
 */
function errorCells(perpetual = false) {
  return perpetual ? { allowErrorForDataTypeAny: true } : { allowCustomDataForDataTypeAny: true };
}

function functionEntry({ id, params }: Definition, words: Words, { language, base, preview }: MetadataOptions) {
  return {
    id,
    name: id,
    description: words.doc[language],
    helpUrl: helpUrl(base, id),
    parameters: params.map((param) => ({
      name: language === 'zh' ? param.zh : param.name,
      description: describe(param, words, language),
      ...(param.kind === 'choice'
        ? { type: 'string', customEnumId: param.choice }
        : { type: 'any', dimensionality: 'matrix' }),
      ...(param.optional ? { optional: true } : {}),
    })),
    result: { dimensionality: 'matrix' },
    ...(preview ? { options: { supportSync: true } } : {}),
  };
}

/** Each choice once. The stored value is the English word in every language, so a workbook reads the same everywhere. */
function enums(definitions: readonly Definition[], language: Language) {
  const choices = new Map<string, ChoiceParam>();
  for (const { params } of definitions)
    for (const param of params) if (param.kind === 'choice') choices.set(param.choice, param);
  return [...choices.values()].map(({ choice, options }) => ({
    id: choice,
    type: 'string',
    values: options.map(({ value, zh }) => ({
      name: language === 'zh' ? zh : value,
      stringValue: value,
      tooltip: language === 'zh' ? value : zh,
    })),
  }));
}
