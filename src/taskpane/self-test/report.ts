import type { Language, Text } from '../../language';
import { VERSION } from '../../version';
import type { SelfTest, Verdict } from './run';
import { BY_EYE } from './sheet';

const WORDS = {
  title: { en: 'Self-test of the RZRQ functions', zh: '融资融券函数自检' },
  result: { en: 'of', zh: '/' },
  agree: { en: 'agree', zh: '项一致' },
  calculated: { en: 'Written and calculated in', zh: '写入并计算用时' },
  expected: { en: 'expected', zh: '应为' },
  got: { en: 'got', zh: '结果' },
  eye: { en: 'By eye (please fill in)', zh: '目视确认（请填写）' },
} satisfies Readonly<Record<string, Text>>;

/** What somebody sends us: what differs, and where. No cell of the reader's own workbook is in it. */
export function reportOf(
  { verdicts, milliseconds }: SelfTest,
  host: readonly string[],
  language: Language,
  now: Date,
): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const passed = verdicts.filter((verdict) => verdict.passed);
  return [
    `${say('title')} ${VERSION}, ${now.toISOString()}`,
    ...host,
    `${passed.length} ${say('result')} ${verdicts.length} ${say('agree')}`,
    `${say('calculated')} ${milliseconds} ms`,
    ...verdicts.filter((verdict) => !verdict.passed).map((verdict) => lineOf(verdict)),
    `${say('eye')}:`,
    ...BY_EYE.map((text) => `[ ] ${text[language]}`),
  ].join('\n');

  function lineOf({ check, expected, got }: Verdict): string {
    return `✗ ${check.id} (${check.what[language]}): ${say('expected')} ${JSON.stringify(expected)}, ${say('got')} ${JSON.stringify(got)}`;
  }
}
