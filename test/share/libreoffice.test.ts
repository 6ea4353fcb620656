import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { resultsOf } from '../../src/generate/samples/evaluate';
import { sampleWorkbook } from '../../src/generate/samples/workbook';
import { Why } from '../../src/share/reasons';
import { templates } from '../../src/templates';
import { cellName } from '../../src/workbook/a1';
import {
  breach,
  type Cell as Typed,
  edited,
  HEIGHT,
  inputsOf,
  ours,
  type Shared,
  shareable,
  sharedCalls,
  TYPED,
} from '../support/edits';
import { allThroughLibreOffice, isRequired, soffice, throughLibreOffice } from '../support/libreoffice';
import { cases } from '../support/thorough';
import { argumentCells, disagreement, nativeRows, RESULT_COLUMN } from '../support/native-rows';

test(
  soffice
    ? `LibreOffice is here: ${soffice}`
    : 'LibreOffice is not installed, so what it computes is not looked at (RZRQ_LIBREOFFICE=required insists)',
  () => {
    expect(soffice !== undefined || !isRequired).toBe(true);
  },
);

/** An input edited after the call was shared, from a row of the workbook on. */
interface Case {
  readonly call: Shared;
  readonly cells: readonly (readonly Typed[])[];
  readonly top: number;
}

/** LibreOffice counts TRUE as a number, Excel does not. */
const edits = TYPED.filter((typed) => typeof typed !== 'boolean');

/** Every call as it is shared, then with edits of one input; of these every so many, shifted from input to input. */
function editedCalls(): readonly Case[] {
  const calls = shareable
    .flatMap((definition) => sharedCalls(definition, cases(1, 3)))
    .filter((call): call is Shared => !(call instanceof Why));
  const step = cases(6, 1);
  let turn = 0;
  const all = calls.flatMap((call) => [
    { call, cells: call.cells },
    ...inputsOf(call).flatMap((place) => {
      turn++;
      return edits
        .filter((_, i) => (i + turn) % step === 0)
        .map((typed) => ({ call, cells: edited(call, [{ ...place, typed }]) }));
    }),
  ]);
  return all.map((one, i) => ({ ...one, top: i * HEIGHT }));
}

const content = (cell: Typed) => (typeof cell === 'string' && cell.startsWith('#') ? { error: cell as '#N/A' } : cell);

const native = (formula: string) => ({ formula: formula.slice(1), result: 0 });

async function fileOf(fill: (sheet: Worksheet) => void): Promise<Uint8Array> {
  const workbook = new Workbook();
  fill(workbook.addWorksheet('行'));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The result of a formula, or the constant of a cell; an error as its text. */
function shown({ value }: Cell): unknown {
  const isFormula = typeof value === 'object' && value !== null && 'formula' in value;
  const result: unknown = isFormula ? (value.result ?? '') : value;
  return typeof result === 'object' && result !== null && 'error' in result ? result.error : result;
}

if (soffice) {
  describe('LibreOffice', () => {
    const all = editedCalls();
    const right = Math.max(...all.map(({ cells }) => cells[0]!.length));
    const sample = sampleWorkbook('zh');
    /** What it computes anew, with one start of the program: the rows, the sample workbook, and the edited calls. */
    let computed: readonly Workbook[];

    beforeAll(async () => {
      const rows = await fileOf((sheet) => {
        argumentCells().forEach((line, row) =>
          line.forEach((cell, column) => {
            if (cell !== null) sheet.getCell(cellName(row, column)).value = cell;
          }),
        );
        for (const { top, native: text } of nativeRows)
          sheet.getCell(cellName(top, RESULT_COLUMN)).value = native(text);
      });
      const calls = await fileOf((sheet) => {
        for (const { call, cells, top } of all) {
          cells.forEach((line, i) =>
            line.forEach((cell, column) => {
              if (cell !== null) sheet.getCell(cellName(top + i, column)).value = content(cell);
            }),
          );
          call.nativeAt(top).forEach((text, i) => (sheet.getCell(cellName(top + i, right)).value = native(text)));
        }
      });
      const files = allThroughLibreOffice([rows, await sample, calls], 'always');
      computed = await Promise.all(
        files.map(async (file) => {
          const workbook = new Workbook();
          await workbook.xlsx.load(file!);
          return workbook;
        }),
      );
    }, 600_000);

    test('recalculates every native formula to our result', () => {
      const results = computed[0]!.worksheets[0]!;
      expect(
        nativeRows.flatMap((row) => disagreement(row, shown(results.getCell(cellName(row.top, RESULT_COLUMN)))) ?? []),
      ).toEqual([]);
    });

    // It computes array formulas anew whatever a file brings along, so cells that call our functions show #NAME? there.
    test('opens the sample workbook, and its native twin computes what our functions do', () => {
      const [live] = templates[0]!.build('zh').sheets;
      const twin = computed[1]!.worksheets[1]!;
      for (const { row, column, values } of resultsOf(live!)) {
        values.forEach((line, i) =>
          line.forEach((expected, j) =>
            expect([cellName(row + i, column + j), shown(twin.getCell(cellName(row + i, column + j)))]).toEqual([
              cellName(row + i, column + j),
              expected,
            ]),
          ),
        );
      }
    });

    test('shows our result, nothing where ours is empty, or an error after an edit of any input', () => {
      const results = computed[2]!.worksheets[0]!;
      const broken: string[] = [];
      let [figures, same] = [0, 0];
      for (const { call, cells, top } of all)
        ours(call, cells).forEach((mine, i) => {
          const theirs = shown(results.getCell(cellName(top + i, right)));
          const found = breach(call, cells, i, mine, theirs);
          if (found) broken.push(found);
          if (typeof mine === 'number') figures++;
          if (typeof mine === 'number' && typeof theirs === 'number') same++;
        });
      const functions = new Set(all.map(({ call }) => call.definition.id)).size;
      console.log(
        `LibreOffice: ${functions} functions × edits = ${all.length}; of ${figures} figures of ours the native formulas show ${same}, and an error for the others.`,
      );
      expect(broken).toEqual([]);
      // Without this a formula that gives nothing but errors would keep the law.
      expect(same / figures).toBeGreaterThan(0.75);
    });

    test('shows the values that the sample workbook brings wherever no array is computed', async () => {
      const read = new Workbook();
      await read.xlsx.load(throughLibreOffice(await sample, 'never'));
      for (const sheet of templates.flatMap((template) => template.build('zh').sheets)) {
        const opened = read.getWorksheet(sheet.name)!;
        sheet.cells.forEach((line, row) =>
          line.forEach((content, column) => {
            const there = shown(opened.getCell(cellName(row, column)));
            // It saves 15 digits, and rounds half of the last its own way.
            if (typeof content === 'number' && !(there instanceof Date))
              expect(Math.abs(Number(there) - content)).toBeLessThanOrEqual(1e-14 * Math.abs(content));
          }),
        );
      }
    }, 180_000);
  });
}
