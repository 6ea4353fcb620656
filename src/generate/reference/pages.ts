import type { Definition } from '../../functions/catalogue/define';
import { glossary } from '../../functions/glossary';
import type { Words } from '../../functions/catalogue/words-of';
import { articlePage } from './article';
import { install } from './articles/install';
import { limits } from './articles/limits';
import { patterns } from './articles/patterns';
import { privacy } from './articles/privacy';
import { review } from './articles/review';
import { sharing } from './articles/sharing';
import { start } from './articles/start';
import { support } from './articles/support';
import { tested } from './articles/tested';
import { upgrade } from './articles/upgrade';
import { withoutExcel } from './articles/without-excel';
import { functionPage } from './function-page';
import { glossaryPage } from './glossary-page';
import { indexPage } from './index-page';

/** Every page of the reference: path below the site's root → HTML. `contact` is where people turn for help. */
export function referencePages(
  definitions: readonly Definition[],
  words: Readonly<Record<string, Words>>,
  contact?: string,
): ReadonlyMap<string, string> {
  return new Map([
    ['reference/index.html', indexPage(definitions, words)],
    ['reference/glossary.html', glossaryPage(glossary)],
    ...[
      patterns,
      limits,
      install,
      sharing,
      withoutExcel,
      upgrade,
      start,
      support(contact),
      privacy,
      review,
      tested(definitions, words),
    ].map((article): [string, string] => [`reference/${article.name}.html`, articlePage(article)]),
    ...definitions.map((definition): [string, string] => [
      `functions/${definition.id}.html`,
      functionPage(definition, words),
    ]),
  ]);
}
