import { bind } from '../binding/bind';
import { errorCode, explain } from '../binding/errors';
import { Fault } from '../cells/fault';
import { rawOf, type Raw } from '../formula/meaning/cells';
import { parseReference } from '../formula/references';
import { definitionOf } from '../functions/by-id';
import type { Area, CellValue } from '../workbook/workbook';
import { csvLines, csvOf, readCsv } from '../xlsx/csv';
import type { FileWorkbook } from '../xlsx/file-workbook';
import { freshWorkbook } from '../xlsx/fresh';
import { isDateFormat } from '../xlsx/number-formats';
import type { Command, Outcome, Run } from './command';
import { Failure } from './failure';
import { checkOutput, kindOf, readInput, writeOutput } from './files';
import { openWorkbook } from './workbooks';

/** Days between the two ways of counting them. */
const DAYS_FROM_1904 = 1462;

const ROWS_A_PIECE = 10_000;

type Table = readonly (readonly Raw[])[];

async function readTable({ files, options }: Run): Promise<Table> {
  const [path] = files as [string];
  // A table of text holds no errors, and no blanks but empty texts.
  if (kindOf(path) === 'csv') return readCsv(readInput(path)).rows;
  const workbook = await openWorkbook(path);
  workbook.calculateMissing();
  return cellsOf(workbook, await areaOf(workbook, options.range));
}

/** The cells of a range, of a whole sheet, or of the first that holds something. */
async function areaOf(workbook: FileWorkbook, range: string | undefined): Promise<Area> {
  const sheets = await workbook.sheets();
  const named = range === undefined ? undefined : sheets.find(({ name }) => name.toLowerCase() === range.toLowerCase());
  const reference = range === undefined || named ? undefined : parseReference(range);
  if (range !== undefined && !named && !reference) throw new Failure('no_range', range);
  const sheet =
    named ??
    (reference?.sheet === undefined
      ? sheets[0]!
      : sheets.find(({ name }) => name.toLowerCase() === reference.sheet!.toLowerCase()));
  if (!sheet) throw new Failure('no_sheet', reference!.sheet!);
  const used = await workbook.used(sheet.id);
  if (!used) throw new Failure('no_cells', sheet.name);
  if (!reference) return used;
  const [row, column] = [Math.max(reference.top, used.row), Math.max(reference.left, used.column)];
  const rows = Math.min(reference.bottom, used.row + used.rows - 1) - row + 1;
  const columns = Math.min(reference.right, used.column + used.columns - 1) - column + 1;
  if (rows <= 0 || columns <= 0) throw new Failure('no_cells', range!);
  return { sheet: sheet.id, row, column, rows, columns };
}

function cellsOf(workbook: FileWorkbook, area: Area): Table {
  const rows = Array.from({ length: area.rows }, () => new Array<Raw>(area.columns).fill(null));
  const page = workbook.page(area.sheet);
  page.eachIn(area, (row, column, _, value) => {
    const isEarly =
      workbook.from1904 && typeof value === 'number' && isDateFormat(workbook.styles.format(page.style(row, column)));
    rows[row - area.row]![column - area.column] = rawOf(isEarly ? value + DAYS_FROM_1904 : value);
  });
  return rows;
}

type Cell = CellValue | Fault;

/** Runs one of our functions over a table, as a cell would. */
function computed(id: string, args: readonly unknown[], { language }: Run): readonly (readonly CellValue[])[] {
  const definition = definitionOf(id)!;
  const rows = bind(definition)<Fault>(args, (fault) => fault) as Cell[][];
  const first = rows[0]![0]!;
  if (first instanceof Fault) throw new Failure('failed', explain(first, definition, language));
  return rows.map((line) => line.map((cell) => (cell instanceof Fault ? errorCode(cell) : cell)));
}

async function write(run: Run, rows: readonly (readonly CellValue[])[], name: string): Promise<void> {
  const [, output] = run.files;
  if (output === undefined) {
    if (!run.options.json)
      for (let from = 0; from < rows.length; from += ROWS_A_PIECE)
        run.put(csvLines(rows.slice(from, from + ROWS_A_PIECE)));
    return;
  }
  const content =
    kindOf(output) === 'csv' ? new TextEncoder().encode(csvOf(rows)) : await freshWorkbook([{ name, rows }]);
  writeOutput(output, content, run.options.force);
  run.tell(run.say('written', output));
}

function prepared({ files, options }: Run): void {
  const [, output] = files;
  if (output === undefined) return;
  kindOf(output);
  checkOutput(output, options.force);
}

export const standardize: Command = {
  takes: 'in.csv|in.xlsx [out.csv|out.xlsx]',
  needs: { least: 1, most: 2 },
  help: {
    en: 'The canonical table of any published or vendor table, in 元 and 股.',
    zh: '将交易所或数据商的表统一为标准口径（元、股）。',
  },
  async run(run): Promise<Outcome> {
    prepared(run);
    const rows = computed('STANDARDIZE', [await readTable(run), null, null, run.language], run);
    await write(run, rows, 'STANDARDIZE');
    run.tell(run.say('rows', rows.length - 1));
    return { code: 0, report: { rows } };
  },
};

/** The words for rows that agree, or that had nothing to be compared with. */
const FINE = new Set(['ok', '一致', 'no prior', '无前日', '']);

export const reconcile: Command = {
  takes: 'in.csv|in.xlsx [out.csv|out.xlsx]',
  needs: { least: 1, most: 2 },
  help: {
    en: 'The difference of every row from each identity that its columns allow, and a verdict.',
    zh: '逐行核对各列允许的勾稽关系，给出差额与结论。',
  },
  async run(run): Promise<Outcome> {
    prepared(run);
    const { tolerance } = run.options;
    if (tolerance !== undefined && !(Number(tolerance) >= 0)) throw new Failure('no_number', tolerance);
    const limit = tolerance === undefined ? null : Number(tolerance);
    const rows = computed('RECONCILE', [await readTable(run), limit, run.language], run);
    await write(run, rows, 'RECONCILE');
    const verdicts = new Map<string, number>();
    for (const line of rows.slice(1)) {
      const verdict = String(line[line.length - 1]);
      if (verdict !== '') verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    for (const [verdict, count] of verdicts) run.tell(run.say('verdict', verdict, count));
    const isFine = [...verdicts.keys()].every((verdict) => FINE.has(verdict));
    return { code: isFine ? 0 : 1, report: { verdicts: Object.fromEntries(verdicts), rows } };
  },
};
