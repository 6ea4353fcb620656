import { hasCall, misnamedCall } from '../formula/calls';
import type { CellValue } from '../workbook/workbook';
import { sameShown } from '../xlsx/book-values';
import { isErrorText } from '../xlsx/cell-xml';
import type { FileWorkbook, FormulaCell } from '../xlsx/file-workbook';
import type { Command, Outcome, Run } from './command';
import { addressOf, openWorkbook } from './workbooks';

type Verdict = 'agrees' | 'error' | 'differs' | 'unknown';

interface Finding {
  readonly verdict: Verdict;
  readonly cell: string;
  readonly formula: string;
  readonly holds?: CellValue;
  readonly gives?: CellValue;
  readonly why?: string;
}

const NOT_CALCULATED = '#BUSY!';
const EVERY = 2_000;

export const check: Command = {
  takes: 'book.xlsx',
  needs: { least: 1, most: 1 },
  help: {
    en: 'Compares every formula that calls us with the value in the file. Run it before an upgrade.',
    zh: '将每个调用本函数库的公式与文件中的值比较；升级前可用作检查。',
  },
  async run(run) {
    const workbook = await openWorkbook(run.files[0]!);
    const counts: Record<Verdict, number> = { agrees: 0, error: 0, differs: 0, unknown: 0 };
    const findings: Finding[] = [];
    let seen = 0;
    for (const cell of workbook.formulas()) {
      if (!hasCall(cell.formula)) continue;
      const finding = findingOf(workbook, cell, run);
      counts[finding.verdict]++;
      if (finding.verdict === 'differs' || finding.verdict === 'unknown') findings.push(finding);
      if (++seen % EVERY === 0) run.progress(run.say('checked', seen));
    }
    return reported(run, seen, counts, findings);
  },
};

function reported(run: Run, seen: number, counts: Record<Verdict, number>, findings: readonly Finding[]): Outcome {
  const { say, tell } = run;
  for (const { cell, formula, holds, gives, why } of findings)
    tell(
      why === undefined
        ? `${say('holds', cell, shown(holds!), shown(gives!))}  ${formula}`
        : `${cell}  ${formula}  ${why}`,
    );
  tell(say('checked', seen));
  for (const verdict of ['agrees', 'error', 'differs', 'unknown'] as const)
    if (counts[verdict] > 0) tell(`${String(counts[verdict]).padStart(8)} ${say(verdict)}`);
  return { code: findings.length > 0 ? 1 : 0, report: { formulas: seen, ...counts, findings } };
}

function findingOf(workbook: FileWorkbook, cell: FormulaCell, { say }: Run): Finding {
  const { sheet, row, column, formula } = cell;
  const named = { cell: addressOf(sheet, row, column), formula };
  const misnamed = misnamedCall(formula);
  if (misnamed) return { ...named, verdict: 'unknown', why: say('not_ours', `RZRQ.${misnamed.id}`) };
  const page = workbook.page(sheet.id);
  if (page.value(row, column) === NOT_CALCULATED) return { ...named, verdict: 'unknown', why: say('not_calculated') };
  const answer = workbook.answer(cell);
  if (!answer) return { ...named, verdict: 'unknown', why: say('calls_others') };
  const isArray = page.isArray(row, column);
  for (const [i, line] of (isArray ? answer : answer.slice(0, 1)).entries())
    for (const [j, gives] of (isArray ? line : line.slice(0, 1)).entries()) {
      const holds = page.value(row + i, column + j);
      if (!sameShown(holds, gives))
        return { verdict: 'differs', cell: addressOf(sheet, row + i, column + j), formula, holds, gives };
    }
  return { ...named, verdict: isErrorText(answer[0]![0]!) ? 'error' : 'agrees' };
}

const shown = (value: CellValue): string =>
  typeof value === 'string' && !isErrorText(value) ? `“${value}”` : String(value);
