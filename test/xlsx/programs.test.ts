import { XMLValidator } from 'fast-xml-parser';
import { allCalls } from '../../src/formula/calls';
import { convert } from '../../src/share/convert';
import { planOf } from '../../src/share/plan';
import { snapshotOf } from '../../src/share/reading/snapshot';
import { planRestore, restore } from '../../src/share/restore';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { contents, rounded } from './contents';
import { changedParts, fixtures, partsOf } from './parts';

const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/;
/** What a conversion may touch beside the sheets. */
const OTHERS =
  /^(?:xl\/calcChain\.xml|xl\/tables\/[^/]+\.xml|xl\/metadata\.xml|customXml\/|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)/;

test('there are at least twelve', () => expect(fixtures.length).toBeGreaterThanOrEqual(12));

describe.each(fixtures)('%s', (_, bytes) => {
  test('opened and saved it is the same file', async () => {
    const workbook = await FileWorkbook.open(bytes);
    await contents(workbook);
    expect(Buffer.compare(await workbook.save(), bytes)).toBe(0);
  });

  test('with one cell written every other part is the same', async () => {
    const workbook = await FileWorkbook.open(bytes);
    const sheet = (await workbook.sheets())[0]!;
    const at = { sheet: sheet.id, row: 40, column: 3, rows: 1, columns: 1 };
    await workbook.write(at, [['写 & <x>']]);
    const saved = await workbook.save();
    expect(changedParts(bytes, saved)).toEqual([expect.stringMatching(SHEETS)]);
    const again = await FileWorkbook.open(saved);
    expect((await again.read(at)).values).toEqual([['写 & <x>']]);
    await again.write(at, [['']]);
    expect(await contents(again)).toEqual(await contents(await FileWorkbook.open(bytes)));
  });

  test('converted only the sheets differ and what has to, and Restore brings every formula back', async () => {
    const workbook = await FileWorkbook.open(bytes);
    workbook.calculateMissing();
    const before = await contents(workbook);
    const results = await convert(workbook, planOf(await snapshotOf(workbook), 'native'));
    expect(results.filter(({ status }) => status !== 'done')).toEqual([]);
    const saved = await workbook.save();
    for (const part of changedParts(bytes, saved)) expect(SHEETS.test(part) || OTHERS.test(part)).toBe(true);
    for (const [name, { content }] of partsOf(saved))
      if (/\.(xml|rels)$/.test(name))
        expect([name, XMLValidator.validate(content.toString('utf8'))]).toEqual([name, true]);

    const converted = await FileWorkbook.open(saved);
    expect([...converted.formulas()].filter(({ formula }) => allCalls(formula).length > 0)).toEqual([]);
    const after = await contents(converted);
    for (const [name, { values }] of Object.entries(before))
      expect(rounded(after[name]!.values)).toEqual(rounded(values));

    const restored = await FileWorkbook.open(saved);
    await restore(restored, await planRestore(restored));
    expect(await contents(await FileWorkbook.open(await restored.save()))).toEqual(before);
  });
});
