import type { Quoted } from '../../cells/fault';
import type { Fault } from '../../cells/fault';
import type { Language, Text } from '../../language';

/** More are counted, not told. */
const MOST = 5;
const LONGEST = 40;

export const located = (fault: Fault, header: string, at: number): Fault =>
  fault.kind === 'error_cell' ? fault.with({ at }) : fault.with({ param: header, at });

const WORDS: Partial<Readonly<Record<Fault['kind'], Text>>> = {
  double_account: { en: 'the account is there more than once', zh: '账户重复' },
  too_large: { en: 'too large for a cell', zh: '数值过大' },
  unknown_account: { en: 'not among the accounts', zh: '账户表中没有该账户' },
};

/** What is wrong or worth knowing about one row of the result, in words. */
export interface Problems {
  fault(fault: Fault, rows?: Text): void;
  note(text: Text): void;
  /** Blank where there is none. */
  text(): string;
}

export function problemsIn(language: Language): Problems {
  let told: Set<string> | null = null;
  const tell = (words: string) => void (told ??= new Set()).add(words);
  return {
    fault: (fault, rows) => tell(sentence(fault, rows, language)),
    note: (text) => tell(text[language]),
    text: () => (told === null ? '' : together(told, language)),
  };
}

function together(told: ReadonlySet<string>, language: Language): string {
  const all = [...told];
  const zh = language === 'zh';
  const more = all.length > MOST ? [zh ? `另有 ${all.length - MOST} 处` : `${all.length - MOST} more`] : [];
  return [...all.slice(0, MOST), ...more].join(zh ? '；' : '; ');
}

/** `持仓表第5行 折算率：“abc”`, `positions row 5, 折算率 missing`. */
function sentence({ kind, detail }: Fault, rows: Text | undefined, language: Language): string {
  const zh = language === 'zh';
  const { at, param = '', code } = detail;
  const where = rows && at !== undefined ? (zh ? `${rows.zh}${at}行` : `${rows.en} ${at}`) : '';
  const text = code ?? quoted(detail.text, language);
  const words = WORDS[kind]?.[language] ?? (kind === 'ambiguous_header' ? quoted(detail.allowed, language) : undefined);
  if (words !== undefined) return [where, param, words].filter(Boolean).join(' ');
  if (kind === 'missing') return zh ? `${where}缺${param}` : [where, `${param} missing`].filter(Boolean).join(': ');
  return [[where, param].filter(Boolean).join(zh ? ' ' : ', '), `“${text}”`].join(zh ? '：' : ': ');
}

function quoted(text: Quoted = '', language: Language): string {
  if (Array.isArray(text)) return (text as readonly Quoted[]).map((one) => quoted(one, language)).join(' ');
  const said = typeof text === 'string' ? text : (text as Text)[language];
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}
