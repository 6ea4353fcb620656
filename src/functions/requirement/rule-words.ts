import type { Text } from '../../language';
import { notices } from '../../rules/notices';
import type { Exchange, Rule } from '../../rules/rule';
import type { Source } from '../catalogue/sources';
import type { RuleRow } from '../catalogue/words-of';

const EXCHANGES: Readonly<Record<Exchange, string>> = { SSE: '上交所', SZSE: '深交所', BSE: '北交所' };
const CONTRACTS: Readonly<Record<Rule['appliesTo'], Text>> = {
  new: { en: 'contracts opened from that day on', zh: '其后新开的合约' },
  all: { en: 'all contracts', zh: '全部合约' },
};

/** A dated table as a reader wants it; `figure` says what a row lays down. */
export function ruleRows<R extends Rule>(rules: readonly R[], figure: (rule: R) => Text): readonly RuleRow[] {
  return rules.map((rule) => {
    const { from, exchanges, appliesTo, unverified } = rule;
    const { note } = notices[rule.notice];
    const source = sourceOf(rule.notice, unverified);
    const row = {
      from,
      exchanges: { en: exchanges.join(', '), zh: exchanges.map((exchange) => EXCHANGES[exchange]).join('、') },
      figure: figure(rule),
      contracts: CONTRACTS[appliesTo],
      ...(note ? { note } : {}),
      source,
    };
    return { ...row, sentence: sentenceOf(row) };
  });
}

function sentenceOf({
  from,
  exchanges,
  figure,
  contracts,
  note,
  source: { title, date, unverified },
}: Omit<RuleRow, 'sentence'>): Text {
  return {
    en: `From ${from}, ${exchanges.en}: ${figure.en}; ${contracts.en}${note ? `, ${note.en}` : ''}. ${title.en} (${date})${unverified ? '; not verified against the original' : ''}.`,
    zh: `自 ${from} 起，${exchanges.zh}：${figure.zh}；适用于${contracts.zh}${note ? `，${note.zh}` : ''}。依据：${title.zh}（${date}）${unverified ? '；未核对原文' : ''}。`,
  };
}

/** The notices behind a dated table, each once. */
export function ruleSources(rules: readonly Rule[]): readonly Source[] {
  return [...new Set(rules.map(({ notice }) => notice))].map((id) =>
    sourceOf(id, rules.find((rule) => rule.notice === id && rule.unverified)?.unverified),
  );
}

function sourceOf(id: Rule['notice'], unverified: true | undefined): Source {
  const { title, date, url } = notices[id];
  return { title, date, ...(url === undefined ? {} : { url }), ...(unverified ? { unverified } : {}) };
}

export function percent(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}
