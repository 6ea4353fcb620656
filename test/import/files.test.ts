// Files that are no tables, and tables in the other shapes: one line each, and the others go on.
import { ImportDesk } from '../../src/import/import-desk';
import type { Source } from '../../src/import/source';
import { dayInName, exchangeInName } from '../../src/import/told-by-name';
import { FileWorkbook } from '../../src/xlsx/file-workbook';
import { isoDate } from '../../src/cells/date';
import {
  bookBytes,
  csvText,
  market,
  sourceOf,
  sseFile,
  SSE_HEAD,
  sseRows,
  szseFile,
  szseJson,
  szseRows,
  textBytes,
} from './rebuilt';

const { days, rows } = market(2, { SSE: 30, SZSE: 30, BSE: 30 });
const good = sourceOf(`rzrqjygk${days[0]!.replace(/-/g, '')}.xls`, sseFile(rows.SSE[0]!));
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

async function read(...sources: Source[]) {
  const desk = new ImportDesk('en');
  await desk.add(sources);
  return desk;
}

const BAD: readonly (readonly [string, Uint8Array, string])[] = [
  ['empty.xls', new Uint8Array(), 'The file is empty.'],
  [
    'picture.xls',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    'This is a picture, whatever its name says.',
  ],
  ['report.csv', textBytes('%PDF-1.7 …'), 'This is a PDF document.'],
  ['all.xlsx', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0, 0]), 'This is an archive; unpack it first.'],
  [
    'secret.xlsx',
    Uint8Array.from([...CONTAINER, ...new Array<number>(504).fill(0), ...utf16('EncryptedPackage')]),
    'The file is encrypted; take its password away first.',
  ],
  ['noise.xls', Uint8Array.from([1, 2, 0, 3, 0, 255]), 'This is neither a workbook nor a text.'],
  ['half.xls', sseFile(rows.SSE[0]!).slice(0, 3000), 'The file is damaged.'],
  ['half.xlsx', szseFile(szseRows(rows.SZSE[0]!)).slice(0, 900), 'This file is damaged (zip).'],
  ['half.json', textBytes(szseJson(rows.SZSE[0]!, days[0]!).slice(0, 700)), 'The JSON breaks off or is damaged.'],
];

test('what cannot be read is named in one line, and the others go on', async () => {
  const enormous: Source = {
    ...good,
    name: 'enormous.csv',
    size: 2e9,
    bytes: () => Promise.reject(new Error('never read')),
  };
  const gone: Source = { ...good, name: 'gone.xls', bytes: () => Promise.reject(new Error('NotReadableError')) };
  const desk = await read(...BAD.map(([name, bytes]) => sourceOf(name, bytes)), enormous, gone, good);
  const { files, parts } = desk.overview();
  expect(files.map(({ name, state, reason }) => [name, state, reason])).toEqual([
    ...BAD.map(([name, , reason]) => [name, 'unread', reason]),
    ['enormous.csv', 'unread', 'The file is too large to be read here (over 150 MB).'],
    ['gone.xls', 'unread', 'The browser could not read it: it was moved, changed or is in use.'],
    [good.name, 'read', undefined],
  ]);
  expect(parts.map(({ sheet, rows }) => [sheet, rows])).toEqual([
    ['汇总信息', 1],
    ['明细信息', 30],
  ]);
});

test('tables of another kind are named and left out', async () => {
  const list = bookBytes(
    [
      [
        '标的证券',
        [
          ['证券代码', '证券简称', '融资标的', '融券标的', '当日可融资', '当日可融券'],
          ['000001', '平安银行', 'Y', 'Y', 'Y', 'Y'],
        ],
      ],
    ],
    'xlsx',
  );
  const csf = textBytes('日期,转融券融出数量(万股),期初余量,期末余量\r\n2024-01-02,1,2,3');
  const desk = await read(
    sourceOf('1834_xxpl.xlsx', list),
    sourceOf('转融券交易汇总.csv', csf),
    sourceOf('词.csv', textBytes('a,b\r\n1,2')),
  );
  expect(desk.overview().files.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'unread']);
  expect(desk.overview().files[0]!.reason).toContain('underlying securities');
});

test('the JSON of Shanghai is read once, in a call, and says when it is a page', async () => {
  const record = (code: string) => ({
    opDate: '20240102',
    stockCode: code,
    securityAbbr: '浦发银行',
    rzye: 100,
    rzmre: 1,
    rzche: 1,
    rqyl: 1,
    rqmcl: 0,
    rqchl: 0,
    rqylje: null,
    rzrqjyzl: null,
  });
  const result = [record('600000'), record('600004')];
  const page = `jsonpCallback123({"pageHelp":{"data":${JSON.stringify(result)},"total":40},"result":${JSON.stringify(result)}})`;
  const desk = await read(sourceOf('queryMargin.do', textBytes(page)));
  const { parts, findings } = desk.overview();
  expect(parts).toHaveLength(1);
  expect(parts[0]).toMatchObject({ rows: 2, exchanges: ['SSE'], dayFrom: 'column' });
  expect(findings.filter(({ kind }) => kind === 'incomplete')).toMatchObject([{ rows: 2, of: 40 }]);
});

test('a day on which nobody traded is asked where it comes from the name', async () => {
  const saturday = sourceOf('rzrqjygk20240106.xls', sseFile(rows.SSE[0]!));
  const desk = await read(saturday);
  const [finding] = desk.overview().findings.filter(({ kind }) => kind === 'closed_day');
  desk.answer(finding!.question!.id, '-1');
  expect(desk.overview().parts.map(({ first }) => isoDate(first))).toEqual(['2024-01-05', '2024-01-05']);
  expect(desk.overview().open).toBe(0);
  desk.answer(finding!.question!.id, undefined);
  expect(desk.overview().open).toBe(1);
});

test('of two files with different figures for a day one is chosen', async () => {
  const other = rows.SSE[0]!.map((row, i) =>
    i === 3 ? { ...row, balance: row.balance + 5, purchases: row.purchases + 5 } : row,
  );
  const [first, second] = [good, sourceOf('sse 20240102 改.csv', textBytes(csvText([SSE_HEAD, ...sseRows(other)])))];
  const desk = await read(first, second);
  const plan = { what: 'securities', codes: [rows.SSE[0]![3]!.code], divided: false } as const;
  const { question, files } = desk.overview().findings.find(({ kind }) => kind === 'conflict')!;
  expect(files).toEqual([0, 1]);
  expect(desk.overview().open).toBe(1);
  desk.answer(question!.id, '1');
  expect(desk.rows(plan, 0, 0, 9).map((cells) => cells[4])).toEqual([rows.SSE[0]![3]!.balance + 5]);
  desk.answer(question!.id, '0');
  expect(desk.rows(plan, 0, 0, 9).map((cells) => cells[4])).toEqual([rows.SSE[0]![3]!.balance]);
});

test('a file is held against the panel that is there, and what it holds already is not written again', async () => {
  const before = await read(sourceOf('rzrqjygk20240102.xls', sseFile(rows.SSE[0]!)));
  const plan = { what: 'securities', codes: [], divided: false } as const;
  const header = [
    '交易所',
    '日期',
    '代码',
    '名称',
    '融资余额',
    '融资买入额',
    '融资偿还额',
    '融券余量',
    '融券卖出量',
    '融券偿还量',
    '融券余额',
    '融资融券余额',
    '来源文件',
  ];
  const desk = new ImportDesk('en');
  desk.addExisting('panel', [header, ...before.rows(plan, 0, 0, 100)]);
  const wrong = sseRows(rows.SSE[1]!);
  wrong[2]![2] = String(Number(wrong[2]![2]) + 1000);
  await desk.add([
    sourceOf('rzrqjygk20240103.xls', sseFile(rows.SSE[1]!, wrong)),
    sourceOf('rzrqjygk20240102.xls', sseFile(rows.SSE[0]!)),
  ]);
  expect(desk.overview().findings.map(({ kind }) => kind)).toEqual(['break', 'copy']);
  expect(desk.sheetsOf(plan)).toEqual([{ label: '', rows: 30 }]);
  expect(new Set(desk.rows(plan, 0, 0, 100).map(([, day]) => isoDate(Number(day))))).toEqual(new Set([days[1]]));
});

test('a workbook with a cell in its last row and column is read without the millions between', async () => {
  const file = await FileWorkbook.open(bookBytes([['明细', [SSE_HEAD, ...sseRows(rows.SSE[0]!)]]], 'xlsx'));
  const [sheet] = await file.sheets();
  await file.write({ sheet: sheet!.id, row: 1_048_575, column: 16_383, rows: 1, columns: 1 }, [['x']]);
  const bytes = await file.save();
  const desk = await read(sourceOf('sse20240102.xlsx', bytes));
  expect(desk.overview().parts.map(({ rows }) => rows)).toEqual([30]);
});

test.each([
  ['rzrqjygk20240102 (1).xls', '2024-01-02', 'SSE'],
  ['szse_margin_detail_2024-1-2.xlsx', '2024-01-02', 'SZSE'],
  ['北交所2024年1月2日.xls', '2024-01-02', 'BSE'],
  ['20240101-20240131.csv', null, null],
  ['沪深两市 20240230.csv', null, null],
  ['600000.csv', null, null],
])('%s', (name, day, exchange) => {
  const serial = dayInName(name as string);
  expect(serial === null ? null : isoDate(serial)).toBe(day);
  expect(exchangeInName(name as string)).toBe(exchange);
});
