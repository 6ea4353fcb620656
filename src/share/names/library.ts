import type { Language, Text } from '../../language';
import type { Definition } from '../../functions/catalogue/define';
import type { RuleRow } from '../../functions/catalogue/words-of';
import { PREFIX, signed } from '../../formula/own-names';
import { VERSION } from '../../version';
import { type Helper, helpersOf } from './helpers';
import { type Lambda, typed } from './lambda';
import { lambdaOf } from './printed';
import type { Optional } from './reading';

/** A name as a workbook gets it. */
export interface LibraryName {
  readonly name: string;
  readonly lambda: Lambda;
  /** With =, as it is typed. */
  readonly formula: string;
  /** What it returns, of which version; Excel shows it while a call is typed. */
  readonly comment: string;
}

/** What a name says of a function. */
export interface Described {
  readonly doc: Text;
  readonly rules?: readonly RuleRow[];
}

/** With one more Excel refuses the file. */
const MOST_OF_COMMENT = 255;

/** The names of some functions, with those that they call before them. */
export function libraryOf(
  definitions: readonly Definition[],
  describe: (id: string) => Described,
  language: Language,
  optional: Optional = 'brackets',
): readonly LibraryName[] {
  const own = definitions.flatMap((definition) => {
    const lambda = lambdaOf(definition, optional);
    return lambda ? [{ lambda, says: commentOf(definition, lambda, describe(definition.id), language) }] : [];
  });
  const helpers = helpersOf(own.map(({ lambda }) => lambda.body)).map((helper) => ({
    lambda: helper,
    says: [commentOfHelper(helper, language)],
  }));
  return [...helpers, ...own].map(({ lambda, says }) => {
    const formula = `=${typed(lambda)}`;
    const comments = says.map((text) => signed(text, VERSION, formula));
    return {
      name: PREFIX + lambda.id,
      lambda,
      formula,
      comment: comments.find(({ length }) => length <= MOST_OF_COMMENT) ?? comments[comments.length - 1]!,
    };
  });
}

function commentOfHelper({ says }: Helper, language: Language): string {
  return `${says[language]}${language === 'zh' ? '（供其他 RZ 名称使用）' : ' (used by the other RZ names)'}`;
}

/** The longest first. Dated rules are printed into the name, and stay as they were on its day. */
function commentOf(
  definition: Definition,
  { params }: Lambda,
  { doc, rules }: Described,
  language: Language,
): readonly string[] {
  const last = rules?.[rules.length - 1]?.from;
  const dated = last === undefined ? '' : language === 'zh' ? `规则截至 ${last}。` : ` Rules up to ${last}.`;
  const names = definition.params.filter(({ name }) => params.some((param) => param.name === name));
  const list = language === 'zh' ? `参数：${names.map(({ zh }) => zh).join('、')}。` : '';
  return [`${doc[language]}${list}${dated}`, `${doc[language]}${dated}`];
}
