import { readCode, type Security } from './code';
import type { Note } from './day';
import { readGroup } from './heading';
import { over } from './over';

/** The market or the security that a line over a table names: 上海市场, 000001 平安银行. */
function subjectOf(texts: readonly string[]): Security | null {
  const [text] = texts;
  if (text === undefined || texts.length > 1) return null;
  const security = readCode(text);
  if (/^\d{6}$/.test(security.code)) return security;
  const exchange = readGroup(text)?.market?.exchange;
  return exchange ? { code: '', exchange } : null;
}

/**
 * What each row is of, where tables of several markets or securities were pasted below one another and each has its name
 * over it; null where no name stands between the rows, or none over the first of them.
 */
export function subjectsAround(
  above: readonly (readonly string[])[],
  notes: readonly Note[],
  [first, last]: readonly [first: number, last: number],
): ((row: number) => Security) | null {
  const named = notes.flatMap(({ row, texts }) => {
    const subject = row < last ? subjectOf(texts) : null;
    return subject ? [{ row, says: subject }] : [];
  });
  const top =
    above
      .map(subjectOf)
      .filter((subject) => subject !== null)
      .pop() ?? null;
  const head = named.find(({ row }) => row < first)?.says ?? top;
  if (head === null || !named.some(({ row }) => row > first)) return null;
  return over(named, head);
}
