import type { Language } from '../../language';
import { PREFIX } from '../../formula/own-names';
import { typed } from '../../share/names/lambda';
import type { LibraryName } from '../../share/names/library';

/** A module for the Advanced Formula Environment of Excel Labs, for import as RZ: inside, its names have no prefix. */
export function moduleText(names: readonly LibraryName[], language: Language): string {
  const head =
    language === 'zh'
      ? '/* 在 Excel Labs 的 Advanced Formula Environment 中新建名为 RZ 的模块并粘贴本文件。 */'
      : '/* For a module called RZ in the Advanced Formula Environment of Excel Labs. */';
  const inside = (text: string) => text.split(PREFIX).join('');
  const parts = names.map(({ lambda, comment }) => `/** ${comment} */\n${lambda.id} = ${inside(typed(lambda))};`);
  return `${[head, ...parts].join('\n\n')}\n`;
}
