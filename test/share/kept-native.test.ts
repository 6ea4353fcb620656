import { parseDate } from '../../src/cells/date';
import { planOf } from '../../src/share/plan';
import type { ReasonCode } from '../../src/share/reasons';
import { snapshotOf } from '../../src/share/reading/snapshot';
import { templates } from '../../src/templates';
import type { CellValue } from '../../src/workbook/workbook';
import { MemoryWorkbook } from '../support/memory-workbook';

/** What has no native form whatever its cells hold. */
const NONE_AT_ALL: readonly ReasonCode[] = [
  'no_closed_formula',
  'choice_in_cell',
  'optional_in_cell',
  'different_shapes',
  'ordered_by_days',
];

/** Excel reads a day that is entered; the worked examples have some. */
const entered = (content: CellValue | null): CellValue =>
  typeof content === 'string' && /^\d{4}-\d\d-\d\d$/.test(content) ? (parseDate(content) ?? content) : (content ?? '');

test('nine of ten calls in the templates stay native', async () => {
  const reasons = new Map<string, number>();
  for (const template of templates) {
    const workbook = new MemoryWorkbook();
    for (const { name, cells } of template.build('zh').sheets) {
      const { id } = await workbook.addSheet(name);
      await workbook.write(
        { sheet: id, row: 0, column: 0, rows: cells.length, columns: cells[0]!.length },
        cells.map((line) => line.map(entered)),
      );
    }
    for (const { kind, why, before } of planOf(await snapshotOf(workbook), 'native').sheets.flatMap(
      (sheet) => sheet.cells,
    )) {
      const code = why?.code ?? kind;
      // Its conditions are too many whatever it is given.
      if (code === 'guard_too_long') expect(before).toContain('AVAILABLE_MARGIN');
      if (!NONE_AT_ALL.includes(code as ReasonCode)) reasons.set(code, (reasons.get(code) ?? 0) + 1);
    }
  }
  const count = (code: string) => reasons.get(code) ?? 0;
  const all = [...reasons.values()].reduce((sum, one) => sum + one, 0);
  console.log(
    `Of ${all} calls in the templates that have a native form ${count('native')} stay native; ${count('text_figure')} read figures written as text, ${count('guard_too_long')} of AVAILABLE_MARGIN need too many conditions.`,
  );
  expect(count('native') / (all - count('guard_too_long'))).toBeGreaterThan(0.9);
});
