import { freeName } from '../../src/workbook/free-name';
import type { Area, CellValue, Workbook } from '../../src/workbook/workbook';
import { cases } from '../support/thorough';
import { LONGEST_WAIT, eventually } from '../support/within';

/** A host may have to be built first. */
const LONGEST_OPENING = 300_000;

/** Something that gives a Workbook, and what of a whole spreadsheet program it has. */
export interface Host {
  /** A workbook with at least one sheet; opened once for the whole suite. */
  open(): Promise<Workbook>;
  close?(): Promise<void>;
  /** Works formulas out, ours and native ones; a host that doesn't keeps values that it was given with the formulas. */
  readonly calculates: boolean;
  /** Has somebody in front of it who selects cells and hears of changes. */
  readonly hasUser: boolean;
  /** Fills cells by a formula that spills. */
  readonly spills: boolean;
  /** Filters the rows of a sheet, where the host then writes past them. */
  filter?(sheet: string, by: 'sheet' | 'table'): void;
  /** A content that it refuses to take. */
  readonly refuses?: CellValue;
  /** Once everything that was written is calculated, where `settled` of the port cannot know. */
  settled?(): Promise<void>;
}

/** What share, insert and templates rely on, whatever workbook they are given. Where hosts differ, Excel is right. */
export function conforms(host: Host): void {
  let workbook: Workbook;
  let sheet: string;
  let named = 0;

  beforeAll(async () => {
    workbook = await host.open();
  }, LONGEST_OPENING);
  afterAll(() => host.close?.());
  beforeEach(async () => {
    sheet = (await workbook.addSheet(`Test ${++named}`)).id;
  });

  const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ sheet, row, column, rows, columns });
  const names = async () => (await workbook.sheets()).map(({ name }) => name);
  /** A host may tell that it has calculated a moment before its cells show it. */
  const becomes = async (cells: Area, expected: unknown) => {
    const wanted = JSON.stringify(expected);
    for (let left = 100; left > 0 && JSON.stringify(await valuesOf(cells)) !== wanted; left--)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await valuesOf(cells)).toEqual(expected);
  };
  const settle = async () => {
    await workbook.settled();
    await host.settled?.();
  };
  const valuesOf = async (where: Area) => (await workbook.read(where)).values;

  describe('sheets', () => {
    test('a new one stands at the end, and nothing else changes', async () => {
      const before = await workbook.sheets();
      const made = await workbook.addSheet('New one');
      expect(await workbook.sheets()).toEqual([...before, made]);
      expect(made).toMatchObject({ name: 'New one', protected: false });
    });

    test.each(['Twice', 'a/b: [c]?*\\', "'quoted'", 'x'.repeat(40), '余额'])(
      '%j is named as Excel allows, and by number while taken',
      async (wanted) => {
        const first = freeName(wanted, await names());
        expect((await workbook.addSheet(wanted)).name).toBe(first);
        const second = freeName(wanted, await names());
        expect(second).not.toBe(first);
        expect((await workbook.addSheet(wanted)).name).toBe(second);
      },
    );

    test('names are one whatever their case', async () => {
      await workbook.addSheet('Balance');
      expect((await workbook.addSheet('balance')).name).toBe('balance 2');
    });

    test('a copy stands behind its sheet, with contents and formats of its own', async () => {
      await workbook.addSheet('Last');
      await workbook.format(area(1, 1), { number: '#,##0' });
      await workbook.write(area(0, 0, 2, 2), [
        ['day', 1],
        ['', '=B1*2'],
      ]);
      const copy = await workbook.copySheet(sheet, 'Copy of it');
      const all = (await workbook.sheets()).map(({ id }) => id);
      expect(all.indexOf(copy.id)).toBe(all.indexOf(sheet) + 1);
      await workbook.write(area(0, 1), [[5]]);
      const there = await workbook.read({ ...area(0, 0, 2, 2), sheet: copy.id });
      expect(there.formulas).toEqual([
        ['day', 1],
        ['', '=B1*2'],
      ]);
      expect(there.formats[1]![1]).toBe('#,##0');
    });

    test('one is deleted, the others keep their ids', async () => {
      const before = await workbook.sheets();
      const made = await workbook.addSheet('Short-lived');
      await workbook.deleteSheet(made.id);
      expect(await workbook.sheets()).toEqual(before);
    });
  });

  describe('a filter', () => {
    test('of a new sheet hides nothing', async () => {
      await workbook.write(area(0, 0, 2), [[1], [2]]);
      expect(await workbook.filtered(sheet)).toBe(false);
    });

    const { filter } = host;
    test('is set where the host has one, and what it hides is read as before', async () => {
      const content = [['方向'], ['融资'], ['融券'], ['融资']];
      await workbook.write(area(0, 0, 4), content);
      const isSet = filter !== undefined;
      expect(await workbook.filter(area(0, 0, 4), '融资')).toBe(isSet);
      expect(await workbook.filtered(sheet)).toBe(isSet);
      expect(await valuesOf(area(0, 0, 4))).toEqual(content);
    });

    if (filter)
      test.each(['sheet', 'table'] as const)('of the %s is known, and of no other', async (by) => {
        const other = await workbook.addSheet('Not filtered');
        filter(sheet, by);
        expect(await workbook.filtered(sheet)).toBe(true);
        expect(await workbook.filtered(other.id)).toBe(false);
      });
  });

  describe('cells', () => {
    test('what is written is read back, blanks too', async () => {
      const content = [
        ['文字', 1.5, ''],
        [true, '=B1*2', -0.1],
      ];
      await workbook.write(area(2, 1, 2, 3), content);
      await settle();
      expect(await workbook.read(area(2, 1, 2, 3))).toMatchObject({
        formulas: content,
        formats: [
          ['General', 'General', 'General'],
          ['General', 'General', 'General'],
        ],
      });
      expect((await valuesOf(area(2, 1, 2, 3)))[0]).toEqual(['文字', 1.5, '']);
      expect(await valuesOf(area(2000, 40))).toEqual([['']]);
    });

    test('a code stays a code in a cell for texts', async () => {
      await workbook.format(area(0, 0), { number: '@' });
      await workbook.write(area(0, 0), [['000001']]);
      const { formulas, values, formats } = await workbook.read(area(0, 0));
      expect([formulas, values, formats]).toEqual([[['000001']], [['000001']], [['@']]]);
    });

    test('what was there is written over, and a blank empties', async () => {
      await workbook.write(area(0, 0, 1, 3), [['=1+1', 'kept', 'gone']]);
      await workbook.write(area(0, 0), [['text']]);
      await workbook.write(area(0, 2), [['']]);
      expect((await workbook.read(area(0, 0, 1, 3))).formulas).toEqual([['text', 'kept', '']]);
    });

    test('the used area holds every content and no format', async () => {
      expect(await workbook.used(sheet)).toBeUndefined();
      await workbook.format(area(0, 0, 9, 9), { number: '0.00', fill: '#ffee00' });
      expect(await workbook.used(sheet)).toBeUndefined();
      await workbook.write(area(3, 2), [[0]]);
      await workbook.write(area(5, 1), [['=""']]);
      expect(await workbook.used(sheet)).toEqual(area(3, 1, 3, 2));
      await workbook.clear(area(3, 1, 3, 2));
      expect(await workbook.used(sheet)).toBeUndefined();
    });

    test('clearing leaves the formats', async () => {
      await workbook.format(area(0, 0), { number: '0.00%' });
      await workbook.write(area(0, 0), [[0.5]]);
      await workbook.clear(area(0, 0));
      expect(await workbook.read(area(0, 0))).toEqual({ formulas: [['']], values: [['']], formats: [['0.00%']] });
    });

    test('a format may be put back to General', async () => {
      await workbook.format(area(0, 0, 1, 2), { number: 'yyyy-mm-dd' });
      await workbook.format(area(0, 1), { number: 'General', bold: true });
      expect((await workbook.read(area(0, 0, 1, 2))).formats).toEqual([['yyyy-mm-dd', 'General']]);
    });

    test('formulas by the thousand go in and come out', async () => {
      const rows = cases(5_000, 50_000);
      await workbook.write(area(0, 0), [[1]]);
      await workbook.write(
        area(1, 0, rows),
        Array.from({ length: rows }, (_, i) => [`=A${i + 1}+1`]),
      );
      const { formulas } = await workbook.read(area(rows - 1, 0, 2));
      expect(formulas).toEqual([[`=A${rows - 1}+1`], [`=A${rows}+1`]]);
      expect(await workbook.used(sheet)).toEqual(area(0, 0, rows + 1));
    }, 120_000);

    if (host.refuses !== undefined)
      test('a write that is refused leaves all cells as they were', async () => {
        await workbook.write(area(0, 0, 3), [['kept'], ['=A1&"!"'], ['']]);
        await expect(workbook.write(area(0, 0, 3), [[1], [2], [host.refuses!]])).rejects.toThrow();
        expect((await workbook.read(area(0, 0, 3))).formulas).toEqual([['kept'], ['=A1&"!"'], ['']]);
      });
  });

  if (host.calculates)
    describe('values', () => {
      test('follow their cells, on other sheets too, whatever the case of a name', async () => {
        const other = await workbook.addSheet('Figures');
        await workbook.write({ ...area(0, 0, 2), sheet: other.id }, [[20], [22]]);
        await workbook.write(area(0, 0, 1, 2), [[`=SUM('${other.name.toUpperCase()}'!A1:A2)`, '=A1*2']]);
        await settle();
        await becomes(area(0, 0, 1, 2), [[42, 84]]);
        await workbook.write({ ...area(0, 0), sheet: other.id }, [[21]]);
        await settle();
        await becomes(area(0, 0, 1, 2), [[43, 86]]);
      });

      test('errors are their text, ours and native ones', async () => {
        await workbook.write(area(0, 0, 1, 4), [
          ['=1/0', '=NA()', '=RZRQ.MARGIN_BALANCE("x",1)', '=RZRQ.MARGIN_BALANCE(1,2)'],
        ]);
        await settle();
        await becomes(area(0, 0, 1, 4), [['#DIV/0!', '#N/A', '#VALUE!', 3]]);
      });
    });

  if (host.spills)
    describe('a spill', () => {
      const spill = async () => {
        await workbook.write(area(0, 0, 2, 2), [
          [1, 10],
          [2, 20],
        ]);
        await workbook.write(area(0, 3), [['=RZRQ.MARGIN_BALANCE(A1:A2,B1:B2)']]);
        await settle();
      };

      test('is known by the cell that holds it; the cells it fills have no formula', async () => {
        await spill();
        await becomes(area(0, 3, 2), [[11], [22]]);
        expect(await workbook.spills(sheet)).toEqual([{ row: 0, column: 3, rows: 2, columns: 1, legacy: false }]);
        const { formulas } = await workbook.read(area(0, 3, 2));
        expect(formulas).toEqual([['=RZRQ.MARGIN_BALANCE(A1:A2,B1:B2)'], [22]]);
        expect(await workbook.used(sheet)).toEqual(area(0, 0, 2, 4));
      });

      test('does not go over what stands there, and comes when that is gone', async () => {
        await workbook.write(area(1, 3), [['in the way']]);
        await spill();
        await becomes(area(0, 3, 2), [['#SPILL!'], ['in the way']]);
        expect(await workbook.spills(sheet)).toEqual([]);
        await workbook.write(area(1, 3), [['']]);
        await settle();
        await becomes(area(0, 3, 2), [[11], [22]]);
      });

      test('goes with its formula', async () => {
        await spill();
        await becomes(area(0, 3, 2), [[11], [22]]);
        await workbook.write(area(0, 3), [['']]);
        await settle();
        await becomes(area(0, 3, 2), [[''], ['']]);
        expect(await workbook.used(sheet)).toEqual(area(0, 0, 2, 2));
      });
    });

  if (host.hasUser)
    describe('a user', () => {
      test('selects, on any sheet, and is heard until nobody listens any more', async () => {
        let heard = 0;
        const stop = workbook.onSelection(() => heard++);
        await workbook.select(area(3, 1, 2, 2));
        expect(await workbook.selection()).toEqual(area(3, 1, 2, 2));
        // Nobody says when a host has begun to listen.
        await eventually(LONGEST_WAIT, 'the selection to be heard of', async () => {
          await workbook.select(area(heard, 1));
          await workbook.select(area(3, 1));
          return heard > 0;
        });
        stop();
        await workbook.sheets();
        heard = 0;
        await workbook.select(area(4, 2));
        await workbook.sheets();
        expect(heard).toBe(0);
      });

      test('is told of changes until nobody listens any more', async () => {
        let heard = 0;
        const stop = workbook.onChange(() => heard++);
        let value = 0;
        await eventually(LONGEST_WAIT, 'an entry to be heard of', async () => {
          await workbook.write(area(0, 0), [[++value]]);
          return heard > 0;
        });
        stop();
        await workbook.sheets();
        await settle();
        heard = 0;
        await workbook.write(area(0, 0), [[0]]);
        await settle();
        await workbook.sheets();
        expect(heard).toBe(0);
      });
    });

  describe('names', () => {
    const namesNow = async () => (await workbook.names()).filter(({ name }) => name.startsWith('Test.'));

    test('are defined with a comment, changed and taken away', async () => {
      await workbook.defineNames([
        { name: 'Test.rate', formula: '=0.25', comment: 'A rate' },
        { name: 'Test.days', formula: '=365', comment: 'Days' },
      ]);
      expect(await namesNow()).toEqual(
        expect.arrayContaining([
          { name: 'Test.rate', formula: '=0.25', comment: 'A rate' },
          { name: 'Test.days', formula: '=365', comment: 'Days' },
        ]),
      );
      if (host.calculates) {
        await workbook.write(area(0, 0), [['=Test.rate*4']]);
        await settle();
        await becomes(area(0, 0), [[1]]);
      }
      await workbook.defineNames([{ name: 'Test.rate', formula: '=0.5', comment: 'Another' }]);
      expect(await namesNow()).toHaveLength(2);
      expect(await namesNow()).toContainEqual({ name: 'Test.rate', formula: '=0.5', comment: 'Another' });
      await workbook.deleteNames(['Test.rate', 'Test.days', 'Test.none']);
      expect(await namesNow()).toEqual([]);
    });
  });

  describe('notes', () => {
    test('of any length travel in the workbook, each under its key', async () => {
      const long = '余额 <&> "\' '.repeat(30_000);
      await workbook.writeNote('plan', '{"a":1}');
      await workbook.writeNote('other', 'else');
      expect(await workbook.readNote('plan')).toBe('{"a":1}');
      await workbook.writeNote('plan', long);
      expect(await workbook.readNote('plan')).toBe(long);
      await workbook.writeNote('plan', undefined);
      expect(await workbook.readNote('plan')).toBeUndefined();
      expect(await workbook.readNote('other')).toBe('else');
      expect(await workbook.readNote('never')).toBeUndefined();
    });
  });
}
