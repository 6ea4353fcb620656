import { isoDate } from '../../cells/date';
import { listed, type Text } from '../../language';
import { notices, reports, type NoticeId, type ReportId } from '../../rules/notices';
import type { Exchange, Rule } from '../../rules/rule';
import type { Source } from '../catalogue/sources';
import type { RuleRow } from '../catalogue/words-of';

const EXCHANGES: Readonly<Record<Exchange, string>> = { SSE: '上交所', SZSE: '深交所', BSE: '北交所' };

/** What a margin ratio binds. */
export const CONTRACTS: Readonly<Record<Rule['appliesTo'], Text>> = {
  new: { en: 'contracts opened from that day on', zh: '其后新开的合约' },
  new_and_lower: {
    en: 'contracts opened from that day on, and open ones where it is lower than theirs',
    zh: '其后新开的合约，以及比例高于此的存量合约',
  },
  all: { en: 'all contracts', zh: '全部合约' },
};

/** What a conversion rate cap binds. */
export const COLLATERAL: Readonly<Record<Rule['appliesTo'], Text>> = {
  ...CONTRACTS,
  all: { en: 'all collateral', zh: '全部担保证券' },
};

const NOT_FOUND: Text = { en: 'not found', zh: '未找到' };

/** A dated table as a reader wants it; `what` says to whom or what a row's figure applies. */
export function ruleRows<R extends Rule>(
  rules: readonly R[],
  binds: Readonly<Record<Rule['appliesTo'], Text>>,
  what: (rule: R, figure: Text) => Text = (_, figure) => figure,
): readonly RuleRow[] {
  return rules.map((rule) => {
    const { exchanges, appliesTo, figure } = rule;
    const { note } = notices[rule.notice];
    const row = {
      from: isoDate(rule.from),
      exchanges: {
        en: listed(exchanges, 'en'),
        zh: listed(
          exchanges.map((exchange) => EXCHANGES[exchange]),
          'zh',
        ),
      },
      figure: what(rule, figure === null ? NOT_FOUND : { en: percent(figure), zh: percent(figure) }),
      binds: binds[appliesTo],
      ...(note && figure !== null ? { note } : {}),
      source: sourceOf(rule.notice, [rule]),
    };
    return { ...row, sentence: sentenceOf(row) };
  });
}

function sentenceOf({ from, exchanges, figure, binds, note, source }: Omit<RuleRow, 'sentence'>): Text {
  const { title, date, known } = source;
  return {
    en: `From ${from}, ${exchanges.en}: ${figure.en}; ${binds.en}${note ? `; ${note.en}` : ''}. ${title.en} (${date}); ${known!.en}.`,
    zh: `自 ${from} 起，${exchanges.zh}：${figure.zh}；适用于${binds.zh}${note ? `；${note.zh}` : ''}。依据：${title.zh}（${date}），${known!.zh}。`,
  };
}

/** The notices behind a dated table, each once, and how its rows are known. */
export function ruleSources(rules: readonly Rule[]): readonly Source[] {
  return [...new Set(rules.map(({ notice }) => notice))].map((id) =>
    sourceOf(
      id,
      rules.filter(({ notice }) => notice === id),
    ),
  );
}

function sourceOf(id: NoticeId, rows: readonly Rule[]): Source {
  const { title, date, url } = notices[id];
  return { title, date, ...(url === undefined ? {} : { url }), known: knownFrom(rows) };
}

function knownFrom(rows: readonly Rule[]): Text {
  const found = rows.filter(({ figure }) => figure !== null);
  if (found.length === 0) return { en: 'not found by us in any text', zh: '未找到任何文本' };
  const quoting = [...new Set(found.flatMap(({ quotedBy = [] }) => quotedBy))];
  if (quoting.length === 0) return { en: 'read in the notice', zh: '已读通知原文' };
  const names = quoting.map(nameOf);
  return {
    en: `not read by us, as quoted by ${names.map(({ en }) => en).join(' and ')}`,
    zh: `未读原文，转引自${listed(
      names.map(({ zh }) => zh),
      'zh',
    )}`,
  };
}

function nameOf(id: ReportId): Text {
  const { title, date } = reports[id];
  return date === undefined ? title : { en: `${title.en} (${date})`, zh: `${title.zh}（${date}）` };
}

export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}
