import { LONGEST_WAIT, eventually } from '../support/within';
import { type OpenedWorkbook, openWorkbook } from './workbook/open';
import type { Book } from './workbook/book';

let opened: OpenedWorkbook;
let book: Book;
beforeEach(async () => {
  opened = await openWorkbook();
  book = opened.book;
});
afterEach(() => opened.excel.close());

type Batch<T> = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>;
const run = <T>(batch: Batch<T>): Promise<T> =>
  opened.excel.window.Excel.run((context: Excel.RequestContext) =>
    batch(context, context.workbook.worksheets.getActiveWorksheet()),
  );

/** Runs a batch that only queues work, and loads the properties of the object it returns. */
const load = async (
  what: (sheet: Excel.Worksheet, context: Excel.RequestContext) => OfficeExtension.ClientObject,
  properties: string,
): Promise<Record<string, unknown>> =>
  run(async (context, sheet) => {
    const object = what(sheet, context);
    (object as Excel.Range).load(properties);
    await context.sync();
    return JSON.parse(JSON.stringify(object.isNullObject ? { isNullObject: true } : object)) as Record<string, unknown>;
  });
const change = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> =>
  run(async (context, sheet) => {
    work(sheet, context);
    await context.sync();
  });
const failure = (
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
): Promise<{ code: string; message: string }> =>
  change(work).then(
    () => Promise.reject(new Error('nothing failed')),
    (error: { code: string; message: string }) => error,
  );

describe('ranges', () => {
  test('values, formulas and formats written are read back, calculated', async () => {
    await change((sheet) => {
      sheet.getRange('A1:B2').formulas = [
        [1, 2],
        ['=SUM(A1:B1)', '=A2*10'],
      ];
      sheet.getRange('A1:A2').numberFormat = [['0.00'], ['#,##0.00']];
    });
    expect(
      await load((sheet) => sheet.getRange('A1:B2'), 'values,formulas,numberFormat,text,valueTypes'),
    ).toMatchObject({
      values: [
        [1, 2],
        [3, 30],
      ],
      formulas: [
        [1, 2],
        ['=SUM(A1:B1)', '=A2*10'],
      ],
      numberFormat: [
        ['0.00', 'General'],
        ['#,##0.00', 'General'],
      ],
      text: [
        ['1.00', '2'],
        ['3.00', '30'],
      ],
      valueTypes: [
        ['Double', 'Double'],
        ['Double', 'Double'],
      ],
    });
  });

  test('addresses and positions of every way to name a range', async () => {
    const at = async (range: (sheet: Excel.Worksheet) => Excel.Range): Promise<unknown> =>
      (await load(range, 'address')).address;
    expect(await at((sheet) => sheet.getRange('$B$2:C3'))).toBe('Sheet1!B2:C3');
    expect(await at((sheet) => sheet.getRange('B:C'))).toBe('Sheet1!B:C');
    expect(await at((sheet) => sheet.getRange('3:4'))).toBe('Sheet1!3:4');
    expect(await at((sheet) => sheet.getRangeByIndexes(1, 2, 3, 4))).toBe('Sheet1!C2:F4');
    expect(await at((sheet) => sheet.getCell(4, 0))).toBe('Sheet1!A5');
    expect(await at((sheet) => sheet.getRange('B2:D5').getCell(1, 2))).toBe('Sheet1!D3');
    expect(await at((sheet) => sheet.getRange('B2').getOffsetRange(2, 1))).toBe('Sheet1!C4');
    expect(await at((sheet) => sheet.getRange('B2').getResizedRange(2, 1))).toBe('Sheet1!B2:C4');
    expect(await at((sheet) => sheet.getRange('B2:D5').getLastCell())).toBe('Sheet1!D5');
    expect(await at((sheet) => sheet.getRange('B2:D5').getRow(1))).toBe('Sheet1!B3:D3');
    expect(await at((sheet) => sheet.getRange('B2').getEntireRow())).toBe('Sheet1!2:2');
    expect(await at((sheet) => sheet.getRange('B2').getBoundingRect('D7'))).toBe('Sheet1!B2:D7');
    expect(
      await load((sheet) => sheet.getRange('C4:D6'), 'rowIndex,columnIndex,rowCount,columnCount,cellCount'),
    ).toMatchObject({ rowIndex: 3, columnIndex: 2, rowCount: 3, columnCount: 2, cellCount: 6 });
  });

  test('the used range counts formats unless values alone are asked for', async () => {
    expect(await load((sheet) => sheet.getUsedRangeOrNullObject(true), 'address')).toEqual({ isNullObject: true });
    book.type('B2', [[1]]);
    await change((sheet) => (sheet.getRange('D5').numberFormat = [['0.00']]));
    expect(await load((sheet) => sheet.getUsedRange(), 'address')).toMatchObject({ address: 'Sheet1!B2:D5' });
    expect(await load((sheet) => sheet.getUsedRange(true), 'address')).toMatchObject({ address: 'Sheet1!B2' });
    expect(await load((sheet) => sheet.getRange('F:F').getUsedRangeOrNullObject(), 'address')).toEqual({
      isNullObject: true,
    });
  });

  test('the surrounding region ends at empty rows and columns', async () => {
    book.type('B2', [
      [1, 2],
      [3, null],
      [null, null],
      [4, null],
    ]);
    expect(await load((sheet) => sheet.getRange('B2').getSurroundingRegion(), 'address')).toMatchObject({
      address: 'Sheet1!B2:C3',
    });
  });

  test('entries are read as Excel reads typing', async () => {
    await change((sheet) => {
      sheet.getRange('B1').numberFormat = [['@']];
      sheet.getRange('A1:G1').values = [['000001', '000001', "'000001", '12.5%', '1,583.26', 'true', '2026-11-20']];
    });
    expect(book.values('A1:G1')).toEqual([[1, '000001', '000001', 0.125, 1583.26, true, 46346]]);
    expect(await load((sheet) => sheet.getRange('D1:G1'), 'text')).toMatchObject({
      text: [['12.50%', '1583.26', 'TRUE', '2026/11/20']],
    });
  });

  test('null leaves a cell alone, "" empties it, one value fills a range', async () => {
    book.type('A1', [[1, 2, 3]]);
    await change((sheet) => {
      sheet.getRange('A1:C1').values = [[null, '', 9]];
      sheet.getRange('A2:C2').values = 7 as never;
    });
    expect(book.values('A1:C2')).toEqual([
      [1, null, 9],
      [7, 7, 7],
    ]);
  });

  test('formatting is kept per range and mixed values read as null', async () => {
    await change((sheet) => {
      sheet.getRange('A1:B1').format.fill.color = '#FFEEEE';
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('A:B').format.autofitColumns();
      sheet.getRange('C:C').format.columnWidth = 80;
    });
    expect(await load((sheet) => sheet.getRange('A1:B1').format.fill, 'color')).toMatchObject({ color: '#FFEEEE' });
    expect(await load((sheet) => sheet.getRange('A1:B1').format.font, 'bold')).not.toHaveProperty('bold', true);
    expect(await load((sheet) => sheet.getRange('A1'), 'format/font/bold')).toMatchObject({
      format: { font: { bold: true } },
    });
    expect(await load((sheet) => sheet.getRange('C7').format, 'columnWidth')).toMatchObject({ columnWidth: 80 });
  });

  test('clear, copyFrom, insert and delete', async () => {
    book.type('A1', [
      [1, '=A1+1'],
      [3, '=A2+1'],
    ]);
    await change((sheet) => sheet.getRange('D1:E2').copyFrom('A1:B2', 'Values' as Excel.RangeCopyType.values));
    await change((sheet) => sheet.getRange('D4').copyFrom('B1'));
    expect(book.at('E2')).toEqual({ value: 4, formula: undefined });
    expect(book.at('D4').formula).toBe('=C4+1');

    await change((sheet) => sheet.getRange('1:1').insert('Down'));
    expect(book.at('B3')).toEqual({ value: 4, formula: '=A3+1' });
    await change((sheet) => sheet.getRange('A:A').delete('Left'));
    expect(book.at('A3').formula).toBe('=#REF!+1');
    await change((sheet) => sheet.getRange('A1:Z9').clear());
    expect(book.sheets[0]!.usedArea(false)).toBeNull();
  });

  test('merged areas', async () => {
    expect(await load((sheet) => sheet.getRange('A1:D4').getMergedAreasOrNullObject(), 'address')).toEqual({
      isNullObject: true,
    });
    await change((sheet) => sheet.getRange('B2:C2').merge());
    expect(await load((sheet) => sheet.getRange('A1:D4').getMergedAreasOrNullObject(), 'address')).toMatchObject({
      address: 'Sheet1!B2:C2',
    });
  });

  test('a range kept over two requests follows its cells', async () => {
    book.type('A2', [[5]]);
    const address = await run(async (context, sheet) => {
      const range = sheet.getRange('A2');
      context.trackedObjects.add(range);
      await context.sync();
      sheet.getRange('1:1').insert('Down');
      await context.sync();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe('Sheet1!A3');
  });
});

describe('errors', () => {
  test.each<[string, string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown]>([
    ['an array of another size', 'InvalidArgument', (sheet) => (sheet.getRange('A1:B2').values = [[1]])],
    ['a range off the sheet', 'InvalidArgument', (sheet) => sheet.getRange('A1').getOffsetRange(-1, 0).load('address')],
    ['a formula that is none', 'InvalidArgument', (sheet) => (sheet.getRange('A1').formulas = [['=SUM(1']])],
    ['a missing sheet', 'ItemNotFound', (_, context) => context.workbook.worksheets.getItem('没有').load('name')],
    ['a missing name', 'ItemNotFound', (_, context) => context.workbook.names.getItem('没有').delete()],
    ['a second sheet of one name', 'ItemAlreadyExists', (_, context) => context.workbook.worksheets.add('SHEET1')],
    ['a sheet name with a slash', 'InvalidArgument', (_, context) => context.workbook.worksheets.add('a/b')],
    ['the last sheet deleted', 'InvalidOperation', (sheet) => sheet.delete()],
    ['a member that is not played', 'ApiNotFound', (sheet) => sheet.pageLayout.load('orientation')],
  ])('%s is %s', async (_, code, work) => {
    expect(await failure(work)).toMatchObject({ code });
  });

  test('what is not played is named', async () => {
    expect((await failure((sheet) => sheet.getRange('A1').showCard())).message).toContain('Range.ShowCard()');
  });

  test('a protected sheet takes no writes', async () => {
    await change((sheet) => sheet.protection.protect());
    expect(await failure((sheet) => (sheet.getRange('A1').values = [[1]]))).toMatchObject({ code: 'AccessDenied' });
    expect(await load((sheet) => sheet.protection, 'protected')).toEqual({ protected: true });
  });

  test('the n-th write fails and what was written before it stays', async () => {
    book.failWrite(2);
    const error = await failure((sheet) => {
      for (const address of ['A1', 'A2', 'A3']) sheet.getRange(address).values = [[1]];
    });
    expect(error).toMatchObject({ code: 'GeneralException' });
    expect(book.values('A1:A3')).toEqual([[1], [null], [null]]);
    await change((sheet) => (sheet.getRange('A2').values = [[2]]));
    expect(book.at('A2').value).toBe(2);
  });

  test('a request over the limit is refused as a whole', async () => {
    const limited = await openWorkbook({ payloadLimit: 5_000_000 });
    const write = (rows: number): Promise<void> =>
      limited.excel.window.Excel.run(async (context: Excel.RequestContext) => {
        context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, rows, 1).values = Array.from(
          { length: rows },
          () => ['x'.repeat(1000)],
        );
        await context.sync();
      });
    await expect(write(5000)).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    expect(limited.book.at('A1').value).toBeNull();
    await write(4000);
    expect(limited.book.at('A4000').value).toHaveLength(1000);
    limited.excel.close();
  });
});

describe('sheets', () => {
  test('add, rename, activate, hide, copy and delete', async () => {
    book.type('A1', [['=余额!B1']]);
    await change((_, context) => context.workbook.worksheets.add('余额').activate());
    book.type('B1', [[8]]);
    book.type('Sheet1!A2', [["='余额'!B1"]]);
    await change((sheet) => (sheet.name = '日 余额'));
    expect(book.at('Sheet1!A2')).toEqual({ value: 8, formula: "='日 余额'!B1" });

    await change((_, context) => context.workbook.worksheets.getItem('日 余额').copy('End'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet1', '日 余额', '日 余额 (2)']);
    await change((_, context) => {
      context.workbook.worksheets.getItem('日 余额 (2)').visibility = 'VeryHidden';
      context.workbook.worksheets.getItem('日 余额').delete();
    });
    expect(book.at('Sheet1!A2').formula).toBe('=#REF!');
    const sheets = (await load((_, context) => context.workbook.worksheets, 'items/name,items/visibility')) as {
      items: unknown[];
    };
    expect(sheets.items).toMatchObject([
      { name: 'Sheet1', visibility: 'Visible' },
      { name: '日 余额 (2)', visibility: 'VeryHidden' },
    ]);
  });

  test('a missing sheet is a null object', async () => {
    expect(await load((_, context) => context.workbook.worksheets.getItemOrNullObject('没有'), 'name')).toEqual({
      isNullObject: true,
    });
  });

  test('frozen panes', async () => {
    await change((sheet) => sheet.freezePanes.freezeRows(1));
    expect(await load((sheet) => sheet.freezePanes.getLocationOrNullObject(), 'address')).toMatchObject({
      address: 'Sheet1!1:1',
    });
  });
});

describe('names, tables and drawings', () => {
  test('names of ranges and formulas take part in calculation', async () => {
    book.type('A1', [[5, '=单价*2', '=税率*100']]);
    expect(book.values('B1:C1')).toMatchObject([[{ code: '#NAME?' }, { code: '#NAME?' }]]);
    await change((sheet, context) => {
      context.workbook.names.add('单价', sheet.getRange('A1'));
      context.workbook.names.add('税率', '=0.06', '说明');
    });
    expect(book.values('B1:C1')).toEqual([[10, 6]]);
    expect(await load((_, context) => context.workbook.names.getItem('单价'), 'formula,type')).toMatchObject({
      formula: '=Sheet1!$A$1',
      type: 'Range',
    });
    await change((_, context) => context.workbook.names.getItem('税率').delete());
    expect(book.at('C1').value).toMatchObject({ code: '#NAME?' });
  });

  test('tables: structured references, lists and parts', async () => {
    book.type('A1', [
      ['日期', '融资 余额'],
      [1, 10],
      [2, 20],
    ]);
    await change((sheet) => (sheet.tables.add('A1:B3', true).name = '明细'));
    book.type('D2', [['=SUM(明细[融资 余额])'], ['=明细[@[融资 余额]]*2']]);
    expect(book.values('D2:D3')).toEqual([[30], [40]]);
    const tables = (await load((sheet) => sheet.getRange('B2').getTables(), 'items/name')) as { items: unknown[] };
    expect(tables.items).toMatchObject([{ name: '明细' }]);
    expect(
      await load((_, context) => context.workbook.tables.getItem('明细').getDataBodyRange(), 'address'),
    ).toMatchObject({ address: 'Sheet1!A2:B3' });
  });

  test('charts and conditional formats are remembered', async () => {
    await change((sheet) => {
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B9'), 'Columns');
      chart.title.text = '融资余额';
      chart.setPosition('D2', 'H12');
      const rule = sheet.getRange('B2:B9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=$B2<1.3';
      rule.custom.format.fill.color = '#FFC7CE';
    });
    expect(Object.fromEntries(book.charts[0]!.settings)).toMatchObject({
      ChartType: 'Line',
      'Title/Text': '融资余额',
      SetData: ['Sheet1!A1:B9', 'Columns'],
      SetPosition: ['D2', 'H12'],
    });
    expect(Object.fromEntries(book.conditionalFormats[0]!.settings)).toEqual({
      Type: 'Custom',
      'Custom/Rule/Formula': '=$B2<1.3',
      'Custom/Format/Fill/Color': '#FFC7CE',
    });
  });
});

describe('what travels in the workbook', () => {
  test('settings', async () => {
    await change((_, context) => context.workbook.settings.add('rzrq', { version: 1 }));
    expect(await load((_, context) => context.workbook.settings.getItemOrNullObject('rzrq'), 'value')).toMatchObject({
      value: { version: 1 },
    });
    await change((_, context) => context.workbook.settings.getItem('rzrq').delete());
    expect(await load((_, context) => context.workbook.settings.getItemOrNullObject('rzrq'), 'value')).toEqual({
      isNullObject: true,
    });
  });

  test('XML parts', async () => {
    await change((_, context) => context.workbook.customXmlParts.add('<originals xmlns="urn:test"><f/></originals>'));
    const xml = (work: (part: Excel.CustomXmlPart) => unknown): Promise<string> =>
      run(async (context) => {
        const part = context.workbook.customXmlParts.getByNamespace('urn:test').getOnlyItem();
        work(part);
        const result = { xml: part.getXml() };
        await context.sync();
        return result.xml.value;
      });
    expect(await xml(() => undefined)).toContain('<f/>');
    expect(await xml((part) => part.setXml('<originals xmlns="urn:test"/>'))).toBe('<originals xmlns="urn:test"/>');
    await change((_, context) => context.workbook.customXmlParts.getByNamespace('urn:test').getOnlyItem().delete());
    expect(book.xmlParts.size).toBe(0);
    expect(await failure((_, context) => context.workbook.customXmlParts.add('no xml'))).toMatchObject({
      code: 'InvalidArgument',
    });
  });
});

describe('changes', () => {
  test('pages that listen hear of what is entered, cleared and calculated, sheet by sheet', async () => {
    const heard: string[] = [];
    await change((sheet, context) => {
      context.workbook.worksheets.onChanged.add(
        async ({ address, changeType }) => void heard.push(`${changeType} ${address}`),
      );
      context.workbook.worksheets.onCalculated.add(
        async ({ worksheetId }) => void heard.push(`calculated ${worksheetId === book.activeSheet.id}`),
      );
      sheet.load('id');
      sheet.onChanged.add(async ({ address }) => void heard.push(`sheet ${address}`));
    });
    book.type('A1', [[1], ['=A1+1']]);
    await change((sheet) => sheet.getRange('A1').clear('Contents'));
    await eventually(LONGEST_WAIT, 'all listeners to hear of it', () => heard.length >= 6);
    expect(heard.sort()).toEqual([
      'RangeEdited A1',
      'RangeEdited A1:A2',
      'calculated true',
      'calculated true',
      'sheet A1',
      'sheet A1:A2',
    ]);
  });
});

describe('the selection', () => {
  test('select() moves it, and the pages that listen hear of it', async () => {
    const heard: string[] = [];
    await change((_, context) => {
      context.workbook.onSelectionChanged.add(async () => void heard.push('workbook'));
      context.workbook.worksheets.onSelectionChanged.add(async ({ address }) => void heard.push(address));
    });
    await change((sheet) => sheet.getRange('B2:C3').select());
    expect(await load((_, context) => context.workbook.getSelectedRange(), 'address')).toMatchObject({
      address: 'Sheet1!B2:C3',
    });
    expect(await load((_, context) => context.workbook.getActiveCell(), 'address')).toMatchObject({
      address: 'Sheet1!B2',
    });
    await eventually(LONGEST_WAIT, 'both listeners to hear of it', () => heard.length >= 2);
    expect(heard.sort()).toEqual(['B2:C3', 'workbook']);
  });
});
