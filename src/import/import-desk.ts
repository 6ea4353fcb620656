import { explain } from '../binding/errors';
import { Fault } from '../cells/fault';
import { STANDARDIZE } from '../functions/check/standardize';
import type { Language } from '../language';
import { nextTradingDay, previousTradingDay } from '../rules/calendar';
import { figures } from '../tables/columns';
import { Refusal } from '../xlsx/refusal';
import { breaksIn } from './checks/breaks';
import { compareDays } from './checks/compare';
import { closedDays, daysOf, gaps, unknownPlaces } from './checks/days';
import { conflicts, ofFiles, ofParts } from './checks/sheets';
import { unitsUnknown } from './checks/units';
import { decided, type Decision, precedence } from './decisions';
import type { FileSeen } from './files';
import type { Finding } from './finding';
import { openGrids } from './grids';
import type { Overview, PartLine } from './overview';
import { Panel } from './panel';
import { type Dictionary, newDictionary, type Part } from './part';
import { readPart } from './read-part';
import type { Source } from './source';
import { Unread } from './unread';
import { sentenceOf } from './words';
import { linesOf, type PanelLines, type Plan, type PlannedSheet, sheetsOf } from './write-plan';

/** A larger file is no file of an exchange, and a text of its size would not fit into memory. */
const LARGEST = 150_000_000;

/** What was brought in: the files, their sheets, what has been decided, and what is to be said of it all. */
export class ImportDesk {
  private readonly words: Dictionary = newDictionary();
  private files: FileSeen[] = [];
  private parts: Part[] = [];
  /** Parts, by number, that stand in the workbook already. */
  private readonly existing = new Set<number>();
  private readonly decisions = new Map<string, Decision>();
  private appends = true;
  private built: { readonly panel: Panel; readonly overview: Overview } | undefined;
  private planned: { readonly key: string; readonly lines: PanelLines } | undefined;

  constructor(private readonly language: Language) {}

  /** Reads files; one that cannot be read is named, and the others go on. */
  async add(
    sources: readonly Source[],
    onProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<void> {
    let done = 0;
    for (const source of sources) {
      await this.addOne(source);
      onProgress(++done, sources.length);
    }
    this.changed();
  }

  /** The rows that stand in the workbook already: what is new is held against them. */
  addExisting(name: string, rows: readonly (readonly unknown[])[]): void {
    const number = this.files.length;
    const part = readPart(this.parts.length, { name, rows }, { file: number, name, folder: '' }, this.words);
    if (part instanceof Fault) return;
    this.files.push({ number, name, folder: '', state: 'read' });
    this.parts.push(part);
    this.existing.add(part.id);
    this.changed();
  }

  /** Answers a question; undefined takes the answer back. */
  answer(id: string, value: string | undefined): void {
    const finding =
      this.decisions.get(id)?.finding ?? this.now().overview.findings.find(({ question }) => question?.id === id);
    if (!finding) return;
    if (value === undefined) this.decisions.delete(id);
    else this.decisions.set(id, { finding, value });
    this.changed();
  }

  /** Whether what is written goes below the panel that is there, and is held against it. */
  append(appends: boolean): void {
    this.appends = appends;
    this.changed();
  }

  /** Moves the days of sheets by a trading day. */
  shiftDays(parts: readonly number[], step: -1 | 1): void {
    for (const id of parts) {
      const { day } = this.parts[id]!;
      if (day > 0) this.setDay(id, step < 0 ? previousTradingDay(day) : nextTradingDay(day));
    }
  }

  /** Says of which day a sheet is. */
  setDay(part: number, day: number): void {
    const found = this.parts[part];
    if (!found) return;
    this.parts[part] = { ...found, day, dayFrom: 'user' };
    this.changed();
  }

  overview(): Overview {
    return this.now().overview;
  }

  sheetsOf(plan: Plan): readonly PlannedSheet[] {
    return sheetsOf(this.lines(plan));
  }

  rows(plan: Plan, sheet: number, from: number, count: number): (string | number)[][] {
    return this.lines(plan).rows(sheet, from, count, (part) => this.sourceName(part));
  }

  private lines(plan: Plan): PanelLines {
    const key = JSON.stringify(plan);
    if (this.planned?.key !== key)
      this.planned = { key, lines: linesOf(this.now().panel, plan, (part) => this.existing.has(part.id)) };
    return this.planned.lines;
  }

  private sourceName({ file }: Part): string {
    const { name, folder } = this.files[file]!;
    return folder ? `${folder}/${name}` : name;
  }

  private changed(): void {
    this.built = this.planned = undefined;
  }

  private async addOne(source: Source): Promise<void> {
    const number = this.files.length;
    const { name, folder } = source;
    const seen = { number, name, folder };
    try {
      if (source.size > LARGEST) throw new Unread('enormous');
      const { kind, grids, encoding } = await openGrids(await bytesOf(source));
      const filled = grids.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')));
      const faults: Fault[] = [];
      const parts: Part[] = [];
      for (const grid of filled) {
        const part = readPart(this.parts.length + parts.length, grid, { file: number, name, folder }, this.words);
        if (part instanceof Fault) faults.push(part);
        else parts.push(part);
      }
      const met = { ...seen, kind, ...(encoding && { encoding }) };
      if (filled.length === 0)
        this.files.push({ ...met, state: 'skipped', reason: this.sentence(new Unread('no_table')) });
      else if (parts.length === 0) {
        const other = faults.find((fault) => fault.kind === 'other_table');
        const state = other ? 'skipped' : 'unread';
        this.files.push({ ...met, state, reason: this.sentence(other ?? faults[0]!) });
      } else {
        const left = faults.find((fault) => fault.kind !== 'no_header');
        this.files.push({ ...met, state: 'read', ...(left && { reason: this.sentence(left) }) });
        this.parts.push(...withSiblings(parts));
      }
    } catch (problem) {
      this.files.push({ ...seen, state: 'unread', reason: this.sentence(problem) });
    }
  }

  private sentence(problem: unknown): string {
    if (problem instanceof Fault) return explain(problem, STANDARDIZE, this.language);
    if (problem instanceof Refusal || problem instanceof Unread) return problem.sentence(this.language);
    return new Unread('damaged').sentence(this.language);
  }

  private now(): { readonly panel: Panel; readonly overview: Overview } {
    return (this.built ??= this.build());
  }

  private build(): { readonly panel: Panel; readonly overview: Overview } {
    const parts = decided(this.parts, this.decisions).filter(({ id }) => this.appends || !this.existing.has(id));
    const panel = new Panel(precedence(parts, this.decisions, this.existing), this.words);
    const days = daysOf(panel);
    const answers = new Map([...this.decisions].map(([id, { value }]) => [id, value]));
    const compared = compareDays(panel, days, answers);
    const found: Finding[] = [
      ...unknownPlaces(parts, panel, days, answers),
      ...unitsUnknown(parts, answers),
      ...closedDays(panel, days, answers),
      ...conflicts(panel, answers).map((finding) => this.withoutChoice(finding)),
      ...compared.findings,
      ...breaksIn(panel, compared.doubtful),
      ...gaps(days),
      ...ofParts(parts, panel, this.files),
      ...ofFiles(this.files),
    ];
    const seen = new Set(found.map(({ question }) => question?.id));
    // What was decided is told on, though it has gone with the decision.
    const settled = [...this.decisions]
      .filter(([id]) => !seen.has(id))
      .map(([, { finding, value }]) => ({ ...finding, question: { ...finding.question!, answer: value } }));
    const findings = [...settled, ...found].map((finding) => ({
      ...finding,
      sentence: sentenceOf(finding, this.files, this.language),
    }));
    const files = new Set([...this.existing].map((id) => this.parts[id]!.file));
    const lines = parts.filter(({ id }) => !this.existing.has(id)).map((part) => lineOf(part, panel));
    return {
      panel,
      overview: {
        files: this.files.filter(({ number }) => !files.has(number)),
        parts: lines,
        dayCount: new Set([...days.values()].flatMap((runs) => runs.map(({ day }) => day))).size,
        days: [...days].map(([exchange, runs]) => ({
          exchange,
          days: runs.length,
          first: runs[0]!.day,
          last: runs[runs.length - 1]!.day,
          rows: runs.reduce((sum, { start, end }) => sum + end - start, 0),
        })),
        findings,
        open: findings.filter(({ question }) => question && question.answer === undefined).length,
      },
    };
  }

  /** Rows of a panel that is there already stay as they are. */
  private withoutChoice(finding: Finding): Finding {
    const isExisting = finding.files.some((file) => [...this.existing].some((id) => this.parts[id]!.file === file));
    if (!isExisting) return finding;
    const { question, ...told } = finding;
    void question;
    return told;
  }
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  try {
    return await source.bytes();
  } catch {
    throw new Unread('gone');
  }
}

/** A sheet of totals says no code: its exchange is that of the securities beside it in the file. */
function withSiblings(parts: readonly Part[]): Part[] {
  const known = parts.find(({ exchangeFrom, exchange }) => exchangeFrom === 'codes' && exchange !== '');
  const dated = parts.find(({ dayFrom, day }) => dayFrom === 'note' && day > 0);
  return parts.map((part) => ({
    ...part,
    ...(known &&
      part.exchangeFrom !== 'codes' &&
      part.exchangeFrom !== 'column' &&
      part.exchangeFrom !== 'fields' && { exchange: known.exchange, exchangeFrom: 'beside' as const }),
    ...(dated && part.dayFrom !== 'column' && part.dayFrom !== 'note' && { day: dated.day, dayFrom: 'note' as const }),
  }));
}

function lineOf(part: Part, panel: Panel): PartLine {
  let [first, last] = [Infinity, 0];
  for (let row = 0; row < part.rows; row++) {
    const day = part.days[row]! || part.day;
    if (day > 0) [first, last] = [Math.min(first, day), Math.max(last, day)];
  }
  const exchanges = new Set<string>();
  for (let row = 0; row < part.rows; row++)
    exchanges.add(panel.words.exchanges.list[part.exchanges[row]!]! || part.exchange);
  return {
    part: part.id,
    file: part.file,
    sheet: part.sheet,
    exchanges: [...exchanges].filter((exchange) => exchange !== ''),
    exchangeFrom: part.exchangeFrom,
    first: last === 0 ? 0 : first,
    last,
    dayFrom: part.dayFrom,
    amount: part.units.amount,
    quantity: part.units.quantity,
    rows: part.rows,
    securities: part.securities,
    figures: figures.filter((_, i) => part.figures[i]!.some((value) => !Number.isNaN(value))).length,
  };
}
