import type { Language } from '../../language';
import { frozen } from '../../share/native/frozen';
import { allOrNothing, type Ending, type Hooks, type Transaction } from '../../workbook/transaction';
import type { Area, CellValue, Sheet, Workbook } from '../../workbook/workbook';
import { fill } from '../templates/apply';
import type { Check } from './check';
import { CHECKS } from './checks';
import { PROBES, type Probe } from './probes';
import { COLUMN, columnOf, FAILED, FIRST_ROW, PASSED, placed, selfTestSheet } from './sheet';

export interface Verdict {
  readonly check: Check;
  readonly expected: CellValue;
  readonly got: CellValue;
  readonly passed: boolean;
}

export interface SelfTest {
  readonly sheet: Sheet;
  readonly verdicts: readonly Verdict[];
  /** From the formulas' writing to the last result. */
  readonly milliseconds: number;
}

/** Makes a sheet of formulas that the host calculates and says of each whether it gives what it should; all of it, or nothing stays. */
export function runSelfTest(workbook: Workbook, language: Language, hooks: Hooks = {}): Promise<Ending<SelfTest>> {
  return allOrNothing(workbook, hooks, async (transaction) => {
    const content = selfTestSheet(CHECKS, language);
    const sheet = await transaction.addSheet(content.name);
    const start = Date.now();
    await fill(workbook, transaction, sheet, content);
    const milliseconds = Date.now() - start;
    for (const [row, { probe, beside }] of CHECKS.entries())
      if (probe) await tryOut(probe, row, beside ? columnOf(beside.column) : COLUMN.beside);
    await workbook.settled();
    const verdicts = await verdictsOn(workbook, sheet);
    await transaction.put(
      { sheet: sheet.id, row: FIRST_ROW, column: COLUMN.verdict, rows: verdicts.length, columns: 1 },
      verdicts.map(({ passed }) => [passed ? PASSED : FAILED]),
    );
    await workbook.select(cellAt(sheet, 0, 0));
    return { sheet, verdicts, milliseconds };

    async function tryOut(probe: Probe, index: number, besideColumn: number): Promise<void> {
      const cell = cellAt(sheet, FIRST_ROW + index, COLUMN.reads);
      const write = (written: CellValue) => put(transaction, cell, written);
      const beside = cellAt(sheet, FIRST_ROW + index, besideColumn);
      const seen = await PROBES[probe]({ workbook, name: sheet.name, cell, beside, write }).catch(String);
      if (seen !== undefined) await write(frozen(seen));
    }
  });
}

const put = (transaction: Transaction, cell: Area, content: CellValue): Promise<void> =>
  transaction.put(cell, [[content]]);

const cellAt = ({ id }: Sheet, row: number, column: number): Area => ({ sheet: id, row, column, rows: 1, columns: 1 });

async function verdictsOn(workbook: Workbook, sheet: Sheet): Promise<Verdict[]> {
  const { values } = await workbook.read({
    sheet: sheet.id,
    row: FIRST_ROW,
    column: COLUMN.got,
    rows: CHECKS.length,
    columns: 1,
  });
  return CHECKS.map((check, i) => {
    const got = values[i]![0]!;
    const expected = typeof check.expected === 'string' ? placed(check.expected, i) : check.expected;
    return { check, expected, got, passed: got === expected || got === check.absent };
  });
}
