import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rzrq } from '../../src/cli/rzrq';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { Zip } from '../../src/xlsx/zip';
import { thorough } from '../support/thorough';
import { changedParts, fixture, textOf } from '../xlsx/parts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rzrq-cli-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const put = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(path(name), bytes);
  return path(name);
};

async function run(args: readonly string[], env: NodeJS.ProcessEnv = { LANG: 'en_US.UTF-8' }) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await rzrq(args, env, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isTerminal: false,
  });
  return { code, out: out.join(''), err: err.join('') };
}

/** A sheet with a cached value replaced. */
async function withValue(file: string, from: string, to: string): Promise<Uint8Array> {
  const zip = Zip.open(fixture(file));
  const text = textOf(fixture(file), 'xl/worksheets/sheet1.xml');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  zip.write('xl/worksheets/sheet1.xml', Buffer.from(text.replace(from, to)));
  return zip.save();
}

describe('check', () => {
  test('0 where every formula agrees with the file', async () => {
    const { code, err } = await run(['check', put('a.xlsx', fixture('exceljs.xlsx'))]);
    expect([code, err]).toEqual([0, '3 formulas call us\n       3 agree with the value in the file\n']);
  });

  test('1 and the cell where one differs', async () => {
    const bytes = await withValue('exceljs.xlsx', '<v>97884.75</v>', '<v>97884.76</v>');
    const { code, out } = await run(['check', put('a.xlsx', bytes), '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      formulas: 3,
      agrees: 2,
      error: 0,
      differs: 1,
      unknown: 0,
      findings: [
        {
          verdict: 'differs',
          cell: 'Days!C3',
          formula: '=RZRQ.MARGIN_BALANCE(A3,B3)',
          holds: 97884.76,
          gives: 97884.75,
        },
      ],
    });
  });

  test('1 where something cannot be checked, with the reason', async () => {
    const misnamed = await withValue('strict.xlsx', '_xldudf_RZRQ_MARGIN_BALANCE(', '_xldudf_RZRQ_MARGIN_BALNCE(');
    const foreign = await withValue('strict.xlsx', '_MARGIN_BALANCE(A2,B2)', '_MARGIN_BALANCE(VLOOKUP(1,A1:B2,2),B2)');
    const answers = [misnamed, foreign, fixture('openpyxl.xlsx')].map((bytes, i) =>
      run(['check', put(`${i}.xlsx`, bytes)]),
    );
    const [first, second, third] = await Promise.all(answers);
    expect([first!.code, second!.code, third!.code]).toEqual([1, 1, 1]);
    expect(first!.err).toContain('there is no function RZRQ.MARGIN_BALNCE');
    expect(second!.err).toContain('calls what is not known here');
    expect(third!.err).toContain('has no value in the file yet');
  });

  test('a spill is compared cell by cell', async () => {
    expect((await run(['check', put('a.xlsx', fixture('xlsxwriter.xlsx'))])).code).toBe(0);
    const bytes = await withValue('xlsxwriter.xlsx', '<v>97896.25</v>', '<v>97896.2</v>');
    expect((await run(['check', put('b.xlsx', bytes)])).err).toContain(
      'Days!D4 holds 97896.2, the functions give 97896.25',
    );
  });
});

describe('native, values, names, restore', () => {
  test.each(['native', 'values', 'names'])('%s converts, and restore brings everything back', async (command) => {
    const input = put('in.xlsx', fixture('xlsxwriter.xlsx'));
    const converted = await run([command, input, path('out.xlsx')]);
    expect([converted.code, converted.err]).toEqual([0, expect.stringContaining('Written: ')]);
    expect(readdirSync(folder).sort()).toEqual(['in.xlsx', 'out.xlsx']);
    const after = readFileSync(path('out.xlsx'));
    expect(textOf(after, 'xl/worksheets/sheet1.xml')).not.toContain('_xldudf');
    expect(textOf(after, 'xl/tables/table1.xml')).not.toContain('_xldudf');
    expect(changedParts(fixture('xlsxwriter.xlsx'), after)).not.toContain('xl/charts/chart1.xml');
    expect(await run(['check', path('out.xlsx')])).toMatchObject({ code: 0, err: '0 formulas call us\n' });

    const restored = await run(['restore', path('out.xlsx'), path('back.xlsx')]);
    expect(restored.code).toBe(0);
    const [a, b] = [
      await FileWorkbook.open(fixture('xlsxwriter.xlsx')),
      await FileWorkbook.open(readFileSync(path('back.xlsx'))),
    ];
    expect([...b.formulas()].map(({ formula }) => formula).sort()).toEqual(
      [...a.formulas()].map(({ formula }) => formula).sort(),
    );
  });

  test('what somebody has changed stays, and is named', async () => {
    await run(['native', put('in.xlsx', fixture('exceljs.xlsx')), path('out.xlsx')]);
    const workbook = await FileWorkbook.open(readFileSync(path('out.xlsx')));
    const sheet = (await workbook.sheets())[0]!.id;
    await workbook.write({ sheet, row: 2, column: 2, rows: 1, columns: 1 }, [[7]]);
    const { code, err } = await run(['restore', put('edited.xlsx', await workbook.save()), path('back.xlsx')]);
    expect(code).toBe(1);
    expect(err).toContain('Days!C3  =RZRQ.MARGIN_BALANCE(A3,B3)  it was changed: C3');
  });

  test('a file without values is calculated first', async () => {
    const { code, err } = await run(['values', put('in.xlsx', fixture('openpyxl.xlsx')), path('out.xlsx')]);
    expect([code, err]).toEqual([0, expect.stringContaining('4 became values')]);
    expect(textOf(readFileSync(path('out.xlsx')), 'xl/worksheets/sheet1.xml')).toContain('<v>97873.25</v>');
  });
});

const TABLE = [
  '日期,证券代码,融资余额(元),融资买入额(元),融资偿还额(元)',
  '2026-01-05,601989,1000,100,50',
  '2026-01-06,601989,1040,60,20',
  '2026-01-07,601989,1090,90,30',
].join('\n');

describe('tables', () => {
  test('reconcile finds the break, whatever the encoding and the separator', async () => {
    const gb18030 = Buffer.from(
      'c8d5c6da3bd6a4c8afb4fac2eb3bc8dad7cad3e0b6ee28d4aa293bc8dad7cac2f2c8ebb6ee28d4aa293bc8dad7cab3a5bbb9b6ee28d4aa29',
      'hex',
    );
    const lines = TABLE.split('\n').slice(1).join('\n').replace(/,/g, ';');
    const semicolons = put('gb.csv', Buffer.concat([gb18030, Buffer.from(`\r\n${lines}`)]));
    const { code, out, err } = await run(['reconcile', put('a.csv', TABLE)]);
    expect(code).toBe(1);
    expect(out.split('\r\n')).toHaveLength(5);
    expect(err).toMatch(/break: 1/);
    expect(await run(['reconcile', semicolons])).toEqual({ code, out, err });
    expect((await run(['reconcile', path('a.csv'), '--tolerance', '10'])).code).toBe(0);
  });

  test('standardize writes a workbook in which codes are texts', async () => {
    const { code } = await run(['standardize', put('a.csv', TABLE.replace(/601989/g, '000001')), path('out.xlsx')]);
    expect(code).toBe(0);
    const workbook = await FileWorkbook.open(readFileSync(path('out.xlsx')));
    const sheet = (await workbook.sheets())[0]!;
    const { values } = await workbook.read((await workbook.used(sheet.id))!);
    expect(values[1]).toContain('000001');
    const again = await run(['reconcile', path('out.xlsx'), '--json', '--lang', 'zh']);
    expect(JSON.parse(again.out).verdicts).toEqual({ 无前日: 1, 差异: 1, 一致: 1 });
  });

  test('a range of a workbook is read, and days from 1904 are days', async () => {
    const workbook = await FileWorkbook.open(fixture('openpyxl-1904.xlsx'));
    const sheet = (await workbook.sheets())[0]!;
    await workbook.write({ sheet: sheet.id, row: 0, column: 3, rows: 1, columns: 1 }, [['']]);
    const file = put('a.xlsx', await workbook.save());
    const { out } = await run(['standardize', file, '--range', `${sheet.name}!A1:C5`]);
    expect(out).toContain('46027');
    expect(out).not.toContain('44565');
    expect((await run(['standardize', file, '--range', 'Nowhere!A1:C5'])).err).toBe('There is no sheet Nowhere.\n');
    expect((await run(['standardize', file, '--range', 'A99:C99'])).code).toBe(2);
  });

  test('text that a spreadsheet would take for a formula is written as text', async () => {
    const { out } = await run(['standardize', put('a.csv', TABLE.replace(/601989/g, '=1+1'))]);
    expect(out).toContain("'=1+1");
  });
});

describe('2, a sentence and nothing written', () => {
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(50),
  ]);
  test.each<[string, readonly string[], string]>([
    ['no such command', ['chekc', 'a.xlsx'], 'There is no command chekc'],
    ['no such option', ['check', 'a.xlsx', '--jsno'], 'There is no option --jsno'],
    ['a command that is every object’s', ['constructor', 'a.xlsx'], 'There is no command constructor'],
    ['too few files', ['native', 'a.xlsx'], 'native needs: in.xlsx out.xlsx'],
    ['no such file', ['check', 'none.xlsx'], 'There is no file'],
    ['a file that is there already', ['native', 'good.xlsx', 'good.xlsx'], 'is there already'],
    ['another kind of file', ['check', 'a.pdf'], 'is no .xlsx'],
    ['a table where a workbook is needed', ['check', 'a.csv'], 'is no workbook'],
    ['an encrypted workbook', ['check', 'locked.xlsx'], 'This workbook is encrypted'],
    ['a damaged workbook', ['native', 'cut.xlsx', 'new.xlsx'], 'This file is damaged'],
    ['a folder that is not there', ['native', 'good.xlsx', 'no/new.xlsx'], 'cannot be written'],
    ['a tolerance that is no number', ['reconcile', 'a.csv', '--tolerance', 'x'], '--tolerance takes a number'],
    ['a table without a known header', ['reconcile', 'a.csv'], 'It failed: '],
  ])('%s', async (_, args, sentence) => {
    put('good.xlsx', fixture('exceljs.xlsx'));
    put('cut.xlsx', fixture('exceljs.xlsx').slice(0, 5000));
    put('locked.xlsx', ole);
    put('a.csv', 'x,y\n1,2\n');
    const before = readdirSync(folder);
    const { code, err, out } = await run(args.map((arg, i) => (i > 0 && /\.\w+$/.test(arg) ? path(arg) : arg)));
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(out).toBe('');
    expect(readdirSync(folder)).toEqual(before);
  });

  test('--force writes over a file', async () => {
    const file = put('good.xlsx', fixture('exceljs.xlsx'));
    expect((await run(['values', file, file, '--force'])).code).toBe(0);
    expect(existsSync(file)).toBe(true);
    expect(textOf(readFileSync(file), 'xl/worksheets/sheet1.xml')).not.toContain('_xldudf');
  });
});

test('help is in both languages and names every command', async () => {
  const [en, zh] = [await run(['--help']), await run([], { LC_ALL: 'zh_CN.UTF-8' })];
  for (const word of ['check', 'native', 'values', 'names', 'restore', 'reconcile', 'standardize', '--json', '--force'])
    expect([en.out, zh.out].map((text) => text.includes(word))).toEqual([true, true]);
  expect(en.out).not.toMatch(/[\u4e00-\u9fff]{3}/);
  expect(zh.out).toContain('退出码');
  expect([en.code, zh.code]).toEqual([0, 0]);
  expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('sql prints the library for an engine, and names the engines where there is no such', async () => {
  const { code, out } = await run(['sql', '--dialect', 'clickhouse']);
  expect(code).toBe(0);
  expect(out).toContain('CREATE OR REPLACE FUNCTION rzrq_margin_balance AS (financing_balance, lending_balance) ->');
  expect(out).toContain('CREATE OR REPLACE VIEW rzrq_reconcile AS');
  const wrong = await run(['sql', '--dialect', 'oracle']);
  expect([wrong.code, wrong.err]).toEqual([
    2,
    'There is no dialect oracle; it is one of duckdb, postgres, clickhouse.\n',
  ]);
});

// Packing builds the command, and the table takes a while.
if (thorough)
  describe('installed in an empty folder from what npm run pack gives', () => {
    const said = (command: string, args: readonly string[], cwd: string) => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'en_US.UTF-8' },
        maxBuffer: 1e9,
      });
      return { status, stdout, stderr };
    };
    const install = () => {
      const packed = said('npm', ['run', 'pack', '--', '--pack-destination', folder], join(__dirname, '../..'));
      const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
      if (tarball === undefined) throw new Error(packed.stderr);
      put('package.json', '{"private":true}');
      // With the one package that the command does not bring along from the npm cache.
      expect(said('npm', ['install', '--prefer-offline', tarball], folder)).toMatchObject({ status: 0 });
      return tarball;
    };

    test('checks, converts and restores, and a table of a million rows takes less than 1 GB', () => {
      install();
      expect(readdirSync(path('node_modules/rzrq-functions')).sort()).toEqual(
        expect.arrayContaining(['LICENSE', 'README.md', 'lib', 'package.json']),
      );
      put('book.xlsx', fixture('exceljs.xlsx'));
      expect(said('npx', ['rzrq', 'check', 'book.xlsx'], folder)).toMatchObject({ status: 0 });
      expect(said('npx', ['rzrq', 'native', 'book.xlsx', 'theirs.xlsx'], folder)).toMatchObject({ status: 0 });
      expect(textOf(readFileSync(path('theirs.xlsx')), 'xl/worksheets/sheet1.xml')).not.toContain('_xldudf');
      expect(said('npx', ['rzrq', 'restore', 'theirs.xlsx', 'again.xlsx'], folder)).toMatchObject({ status: 0 });
      expect(said('npx', ['rzrq', 'check', 'again.xlsx'], folder)).toMatchObject({
        status: 0,
        stderr: expect.stringContaining('3 formulas call us'),
      });

      const line = (i: number) => `2026-01-05,${String(600_000 + (i % 400_000))},${i},100,${i % 7}`;
      const rows = Array.from({ length: 1_000_000 }, (_, i) => line(i));
      put('table.csv', [TABLE.split('\n')[0]!, ...rows].join('\n'));
      const measured = `process.on('exit', () => require('node:fs').writeFileSync('rss', String(process.resourceUsage().maxRSS)))`;
      put('measure.cjs', measured);
      const command = [
        '-r',
        './measure.cjs',
        'node_modules/rzrq-functions/lib/rzrq.js',
        'standardize',
        'table.csv',
        'out.csv',
      ];
      expect(said(process.execPath, command, folder)).toMatchObject({ status: 0 });
      expect(Number(readFileSync(path('rss'), 'utf8')) * 1024).toBeLessThan(1e9);
    }, 600_000);
  });
