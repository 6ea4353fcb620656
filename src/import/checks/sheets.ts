// What is to be said of single files and sheets.
import { previousTradingDay } from '../../rules/calendar';
import { EXCHANGES } from '../../tables/exchange';
import { answered, type Finding } from '../finding';
import type { FileSeen } from '../files';
import { isDisguised } from '../kind';
import type { Panel } from '../panel';
import type { Part } from '../part';
import { dayInName, exchangeInName } from '../told-by-name';

/** Of files: what their bytes are, where their names say something else, and texts in the old encoding. */
export function ofFiles(files: readonly FileSeen[]): Finding[] {
  const read = files.filter(({ state }) => state === 'read');
  return [
    ...read
      .filter(({ name, kind }) => isDisguised(name, kind!))
      .map(({ number, kind }) => one('disguised', number, kind)),
    ...read
      .filter(({ kind, encoding }) => kind === 'text' && encoding === 'gb18030')
      .map(({ number }) => one('encoding', number)),
  ];
}

const one = (kind: 'disguised' | 'encoding', file: number, text?: string): Finding => ({
  kind,
  files: [file],
  ...(text !== undefined && { text }),
});

/** Of sheets: names that lie, notes among the rows, cells that are no figures, pages and sheets that break off. */
export function ofParts(parts: readonly Part[], panel: Panel, files: readonly FileSeen[]): Finding[] {
  return [...parts.flatMap((part) => ofPart(part, panel, files[part.file]!)), ...ofClashes(panel)];
}

function ofPart(part: Part, panel: Panel, { name }: FileSeen): Finding[] {
  const file = { files: [part.file] };
  const found: Finding[] = [];
  const saidExchange = exchangeInName(name);
  const isKnown = (EXCHANGES as readonly string[]).includes(part.exchange);
  if (saidExchange !== null && isKnown && saidExchange !== part.exchange && part.exchangeFrom !== 'beside')
    found.push({ kind: 'lying_exchange', ...file, exchange: part.exchange, text: saidExchange });
  const saidDay = dayInName(name);
  const own = ownDay(part);
  if (saidDay !== null && own !== null && own !== saidDay && !isDayOfDownload(own, saidDay))
    found.push({ kind: 'lying_day', ...file, days: [saidDay, own] });
  if (part.securities > 0 && part.notes.some(isRemark))
    found.push({ kind: 'note', ...file, rows: part.notes.filter(isRemark).length, text: part.notes.find(isRemark)! });
  if (part.expected !== undefined && part.expected > part.rows)
    found.push({ kind: 'incomplete', ...file, rows: part.rows, of: part.expected });
  if (part.isFull) found.push({ kind: 'full', ...file, rows: part.rows });
  if (part.texts.size > 0)
    found.push({ kind: 'not_a_number', ...file, rows: part.texts.size, text: [...part.texts.values()][0]! });
  const withoutDay = panel.withoutDay.get(part) ?? 0;
  if (withoutDay > 0 && withoutDay < part.rows) found.push({ kind: 'rows_without_day', ...file, rows: withoutDay });
  return found;
}

/** A line that says the day is how Beijing ends its files. */
const isRemark = (note: string): boolean => !/^日期\s*[:：]/.test(note);

/** The one day that the sheet itself says. */
function ownDay(part: Part): number | null {
  if (part.day > 0) return part.dayFrom === 'note' || part.dayFrom === 'sheet' ? part.day : null;
  const first = part.days[0] ?? 0;
  return first > 0 && part.days.every((day) => day === first) ? first : null;
}

/** Figures come out after the close: a file of a day is mostly fetched on the next. */
function isDayOfDownload(own: number, said: number): boolean {
  return said > own && previousTradingDay(said) === own;
}

function ofClashes(panel: Panel): Finding[] {
  const whole = (part: Part, rows: number) => rows >= part.rows - (panel.withoutDay.get(part) ?? 0);
  const found: Finding[] = [];
  const said = new Set<string>();
  for (const { kind, part, other, codes, days, rows } of panel.clashes) {
    const base = { exchange: part.exchange, days: [...days].sort((a, b) => a - b), codes: [...codes], rows };
    switch (kind) {
      case 'duplicate':
      case 'double':
        found.push({ kind, files: [part.file], ...base });
        break;
      case 'overlap': {
        // A file's totals are copied with its rows.
        const key = `${part.file} ${other.file}`;
        if (said.has(key) || isAsked(panel, part, other)) break;
        said.add(key);
        found.push({ kind: whole(part, rows) ? 'copy' : 'overlap', files: [part.file, other.file], ...base });
        break;
      }
      case 'conflict':
        break;
    }
  }
  return found;
}

const isAsked = (panel: Panel, a: Part, b: Part): boolean =>
  panel.clashes.some(
    ({ kind, part, other }) =>
      kind === 'conflict' &&
      ((part.file === a.file && other.file === b.file) || (part.file === b.file && other.file === a.file)),
  );

/** Two files with other figures for one day: which of them counts is not ours to choose. */
export function conflicts(panel: Panel, answers: ReadonlyMap<string, string>): Finding[] {
  const pairs = new Map<
    string,
    { readonly parts: Set<Part>; readonly days: Set<number>; readonly codes: Set<string>; rows: number }
  >();
  for (const { kind, part, other, days, codes, rows } of panel.clashes) {
    if (kind !== 'conflict') continue;
    const id = conflictId(part, other);
    const pair = pairs.get(id) ?? { parts: new Set(), days: new Set(), codes: new Set(), rows: 0 };
    pairs.set(id, pair);
    pair.parts.add(other).add(part);
    days.forEach((day) => pair.days.add(day));
    codes.forEach((code) => pair.codes.add(code));
    pair.rows += rows;
  }
  return [...pairs].map(([id, { parts, days, codes, rows }]) => {
    const files = [...new Set([...parts].map(({ file }) => file))].sort((a, b) => a - b);
    return {
      kind: 'conflict' as const,
      files,
      exchange: [...parts][0]!.exchange,
      days: [...days].sort((a, b) => a - b),
      codes: [...codes],
      rows,
      question: {
        id,
        parts: [...parts].map((part) => part.id),
        asks: 'conflict' as const,
        options: files.map(String),
        ...answered(answers, id),
      },
    };
  });
}

export const conflictId = (a: Part, b: Part): string => `conflict ${[a.file, b.file].sort((x, y) => x - y).join(' ')}`;
