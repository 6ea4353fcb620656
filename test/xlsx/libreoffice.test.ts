import { convert } from '../../src/share/convert';
import { planOf } from '../../src/share/plan';
import { snapshotOf } from '../../src/share/reading/snapshot';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { allThroughLibreOffice, isRequired, soffice } from '../support/libreoffice';
import { contents, rounded, type SheetContents } from './contents';
import { fixtures } from './parts';

test(
  isRequired
    ? 'LibreOffice opens what we save'
    : 'what LibreOffice reads of what we save is looked at where RZRQ_LIBREOFFICE=required insists on it',
  () => expect(soffice !== undefined || !isRequired).toBe(true),
);

/** Every value of ours, with what LibreOffice has in its place. */
function misread(ours: Readonly<Record<string, SheetContents>>, theirs: Readonly<Record<string, SheetContents>>) {
  return Object.entries(ours).flatMap(([name, { row, column, values }]) => {
    const other = theirs[name];
    return rounded(values).flatMap((line, i) =>
      line.flatMap((value, j) => {
        const found =
          rounded(other?.values ?? [])[row + i - (other?.row ?? 0)]?.[column + j - (other?.column ?? 0)] ?? '';
        return found === value ? [] : [[name, row + i, column + j, value, found]];
      }),
    );
  });
}

async function written(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await FileWorkbook.open(bytes);
  const sheet = (await workbook.sheets())[0]!;
  await workbook.write({ sheet: sheet.id, row: 40, column: 3, rows: 1, columns: 1 }, [['written']]);
  return workbook.save();
}

async function converted(bytes: Uint8Array) {
  const workbook = await FileWorkbook.open(bytes);
  workbook.calculateMissing();
  const ours = await contents(workbook);
  await convert(workbook, planOf(await snapshotOf(workbook), 'native'));
  return { ours, file: await workbook.save() };
}

if (isRequired && soffice) {
  test('it reads of every file what it read before a cell was written, and our results where formulas are converted', async () => {
    const files = await Promise.all(
      fixtures.map(async ([name, bytes]) => ({
        name,
        bytes,
        written: await written(bytes),
        converted: await converted(bytes),
      })),
    );
    const count = files.length;
    const read = await Promise.all(
      allThroughLibreOffice(
        [
          ...files.map(({ bytes }) => bytes),
          ...files.map((file) => file.written),
          ...files.map((file) => file.converted.file),
        ],
        'never',
      ).map(async (file) => file && contents(await FileWorkbook.open(file))),
    );
    // Backslashes in the names of parts are too much for it.
    const opened = files.map((_, i) => i).filter((i) => read[i] !== undefined);
    expect(opened.length).toBeGreaterThanOrEqual(12);
    const found = opened.map((i) => {
      const {
        name,
        converted: { ours },
      } = files[i]!;
      const [before, after, native] = [read[i]!, read[count + i]!, read[2 * count + i]!];
      const first = Object.values(after)[0]!;
      return {
        name,
        written: first.values[40 - first.row]?.[3 - first.column],
        lost: misread(before, after),
        differs: misread(ours, native),
      };
    });
    expect(found).toEqual(opened.map((i) => ({ name: files[i]!.name, written: 'written', lost: [], differs: [] })));
  }, 600_000);
}
