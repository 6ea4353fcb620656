// 84 days of three exchanges with a dozen faults in them: each is found and named once, and nothing else is.
import { parseDate } from '../../src/cells/date';
import type { FindingKind } from '../../src/import/finding';
import { ImportDesk } from '../../src/import/import-desk';
import type { ToldFinding } from '../../src/import/overview';
import type { Source } from '../../src/import/source';
import { cases } from '../support/thorough';
import {
  bookBytes,
  bseFile,
  csvText,
  gbkBytes,
  htmlText,
  market,
  sourceOf,
  sseFile,
  SSE_HEAD,
  sseRows,
  szseFile,
  SZSE_HEAD,
  szseJson,
  szseRows,
  textBytes,
} from './rebuilt';

const DAYS = 84;
/** Securities on a day; what the faults are planted in is among the first. */
const SIZES = { SSE: cases(24, 60), SZSE: cases(24, 70), BSE: cases(12, 40) };
const { days, rows } = market(DAYS, SIZES);
const BROKEN = { day: 20, code: '600010', by: 12_458_128 };

/** Which day each fault is planted on. */
const AT = {
  copy: 30,
  unknown: 33,
  duplicate: 40,
  lying: 45,
  missing: 50,
  stated: 60,
  silent: 61,
  gbk: 70,
  note: 72,
  html: 73,
  json: 74,
  stale: 75,
} as const;

function planted(): Source[] {
  return days.flatMap((iso, k) => {
    const day = iso.replace(/-/g, '');
    return [...shanghai(k, iso, day), shenzhen(k, iso, day), beijing(k, iso)];
  });
}

function shanghai(k: number, iso: string, day: string): Source[] {
  if (k === AT.missing) return [];
  const own = rows.SSE[k]!;
  const name = `rzrqjygk${day}.xls`;
  if (k === BROKEN.day) {
    const wrong = own.map((row) => (row.code === BROKEN.code ? { ...row, balance: row.balance + BROKEN.by } : row));
    return [sourceOf(name, sseFile(own, sseRows(wrong)))];
  }
  if (k === AT.stale) return [sourceOf(name, sseFile(rows.SSE[k - 1]!))];
  if (k === AT.gbk) return [sourceOf(`上交所明细${day}.csv`, gbkBytes(csvText([SSE_HEAD, ...sseRows(own)])))];
  if (k === AT.silent) {
    const head = SSE_HEAD.map((text) => text.replace(/标的|本日|\(元\)/g, ''));
    const wan = (value: number) => Math.round(value / 100) / 100;
    const cells = own.map((row) => [
      Number(row.code),
      row.name,
      wan(row.balance),
      wan(row.purchases),
      wan(row.repayments),
      row.quantity,
      row.sold,
      row.returned,
    ]);
    return [sourceOf(`sse_${iso}_整理.xlsx`, bookBytes([['Sheet1', [head, ...cells]]], 'xlsx'))];
  }
  const file = sseFile(own);
  return k === AT.copy
    ? [sourceOf(name, file), sourceOf(name.replace('.xls', ' (1).xls'), file)]
    : [sourceOf(name, file)];
}

function shenzhen(k: number, iso: string, day: string): Source {
  const own = rows.SZSE[k]!;
  const cells = szseRows(own);
  if (k === AT.unknown) return sourceOf('新建 Microsoft Excel 工作表.xlsx', szseFile(cells));
  if (k === AT.json) return sourceOf('ShowReport.json', textBytes(szseJson(own, iso)));
  if (k === AT.html)
    return sourceOf(`深市明细${iso}.xls`, gbkBytes(htmlText([SZSE_HEAD, ...cells]).replace(/Ａ/g, 'A')));
  if (k === AT.stated) {
    const wan = (value: number) => (value / 1e4).toFixed(2);
    const stated = own.map((row) => [
      row.code,
      row.name,
      wan(row.purchases),
      wan(row.balance),
      row.sold,
      row.quantity,
      wan(row.lent),
      wan(row.balance + row.lent),
    ]);
    const head = SZSE_HEAD.map((text) => text.replace('(元)', '(万元)'));
    return sourceOf(`szse_${day}.xlsx`, bookBytes([['融资融券交易明细', [head, ...stated]]], 'xlsx'));
  }
  if (k === AT.duplicate) cells.push(cells[9]!);
  if (k === AT.note) cells.push(['注：本表数据由证券公司报送，深交所不对其真实性负责。']);
  return sourceOf(k % 2 ? `融资融券交易明细_${iso}.xlsx` : `szse_margin_detail_${day}.xlsx`, szseFile(cells));
}

function beijing(k: number, iso: string): Source {
  const file = bseFile(rows.BSE[k]!, iso);
  return k === AT.lying
    ? sourceOf(`rzrqjygk${iso}.xls`, file, 'bse')
    : sourceOf(`北交所融资融券交易明细${iso}.xls`, file);
}

const serial = (k: number) => parseDate(days[k]!)!;
const desk = new ImportDesk('en');
const find = (kind: FindingKind): ToldFinding => desk.overview().findings.find((finding) => finding.kind === kind)!;
const nameOf = (finding: ToldFinding) => finding.files.map((file) => desk.overview().files[file]!.name);

beforeAll(() => desk.add(planted()));

test('every file is read', () => {
  const { files, days: held } = desk.overview();
  expect(files).toHaveLength(3 * DAYS);
  expect(files.filter(({ state }) => state !== 'read')).toEqual([]);
  expect(held.map(({ exchange, days }) => [exchange, days])).toEqual([
    ['SSE', DAYS - 1],
    ['SZSE', DAYS - 1],
    ['BSE', DAYS],
  ]);
});

test('the sheet that names no day is asked for, and the gap that it fills is proposed', () => {
  const { question } = find('no_day');
  expect(nameOf(find('no_day'))).toEqual(['新建 Microsoft Excel 工作表.xlsx']);
  expect(Number(question!.suggestion)).toBe(serial(AT.unknown));
  desk.answer(question!.id, question!.suggestion);
  expect(find('no_day').question!.answer).toBe(question!.suggestion);
});

test('every planted fault is named once, and nothing else is', () => {
  const told = desk.overview().findings.map((finding) => [finding.kind, finding.exchange, finding.days]);
  expect(told.map(([kind]) => kind).sort()).toEqual(
    [
      'break',
      'copy',
      'disguised',
      'duplicate',
      'encoding',
      'gap',
      'lying_exchange',
      'no_day',
      'note',
      'stale',
      'unit_jump',
    ].sort(),
  );
  const at = (kind: string) => told.find((one) => one[0] === kind)!.slice(1);
  expect(at('break')).toEqual(['SSE', [serial(BROKEN.day)]]);
  expect(at('gap')).toEqual(['SSE', [serial(AT.missing)]]);
  expect(at('stale')).toEqual(['SSE', [serial(AT.stale)]]);
  expect(at('unit_jump')).toEqual(['SSE', [serial(AT.silent)]]);
  expect(at('duplicate')).toEqual(['SZSE', [serial(AT.duplicate)]]);
  expect(at('copy')).toEqual(['SSE', [serial(AT.copy)]]);
  expect(find('break')).toMatchObject({ codes: [BROKEN.code], rows: 1, difference: -BROKEN.by });
  expect(find('unit_jump')).toMatchObject({ power: 4 });
  expect(nameOf(find('encoding'))).toEqual([expect.stringContaining('上交所明细')]);
  expect(nameOf(find('lying_exchange'))).toEqual([`rzrqjygk${days[AT.lying]!}.xls`]);
  expect(nameOf(find('disguised'))).toEqual([`深市明细${days[AT.html]!}.xls`]);
});

test('the sheets say where day, exchange and unit come from', () => {
  const { parts, files } = desk.overview();
  const line = (name: string, sheet?: string) =>
    parts.find((part) => files[part.file]!.name === name && (sheet === undefined || part.sheet === sheet))!;
  expect(line(`rzrqjygk${days[0]!.replace(/-/g, '')}.xls`, '明细信息')).toMatchObject({
    exchanges: ['SSE'],
    exchangeFrom: 'codes',
    dayFrom: 'file',
    first: serial(0),
    amount: 0,
    rows: SIZES.SSE,
  });
  expect(line(`rzrqjygk${days[0]!.replace(/-/g, '')}.xls`, '汇总信息')).toMatchObject({
    exchanges: ['SSE'],
    exchangeFrom: 'beside',
    securities: 0,
  });
  expect(line(`北交所融资融券交易明细${days[3]!}.xls`)).toMatchObject({ dayFrom: 'note', exchanges: ['BSE'] });
  expect(line('ShowReport.json', `融资融券交易明细 ${days[AT.json]!}`)).toMatchObject({ dayFrom: 'sheet', amount: 8 });
  expect(line(`szse_${days[AT.stated]!.replace(/-/g, '')}.xlsx`)).toMatchObject({ amount: 4 });
});

test('with every question answered the panel is whole and in 元', () => {
  const jump = find('unit_jump').question!;
  desk.answer(jump.id, jump.suggestion);
  desk.answer(find('stale').question!.id, 'leave_out');
  expect(desk.overview().open).toBe(0);
  expect(desk.overview().findings.filter(({ kind }) => kind === 'break')).toHaveLength(1);
  expect(find('gap').days).toEqual([serial(AT.missing), serial(AT.stale)]);
  const plan = { what: 'securities', codes: [], divided: false } as const;
  const [sheet] = desk.sheetsOf(plan);
  expect(sheet!.rows).toBe((DAYS - 2) * SIZES.SSE + DAYS * (SIZES.SZSE + SIZES.BSE));
  const panel = desk.rows(plan, 0, 0, sheet!.rows);
  const silent = rows.SSE[AT.silent]![5]!;
  const row = panel.find((cells) => cells[1] === serial(AT.silent) && cells[2] === silent.code)!;
  expect(row[0]).toBe('SSE');
  expect(row[4]).toBe(Math.round(silent.balance / 100) * 100);
  expect(row[7]).toBe(silent.quantity);
  expect(row[12]).toBe(`sse_${days[AT.silent]!}_整理.xlsx`);
  const unknown = panel.find((cells) => cells[1] === serial(AT.unknown) && cells[2] === '000002')!;
  expect(unknown[3]).toBe('万  科Ａ');
  expect(unknown[4]).toBe(rows.SZSE[AT.unknown]![1]!.balance);
  const order = panel.map(
    ([exchange, day, code]) => `${day} ${['SSE', 'SZSE', 'BSE'].indexOf(String(exchange))} ${code}`,
  );
  expect(order).toEqual([...order].sort());
});

test('a sheet for each exchange and year, codes alone, and the totals of the markets', () => {
  const all = { what: 'securities', codes: [], divided: true } as const;
  expect(desk.sheetsOf(all).map(({ label }) => label)).toEqual(['BSE 2024', 'SSE 2024', 'SZSE 2024']);
  const chosen = { what: 'securities', codes: ['600010', '000001'], divided: false } as const;
  expect(desk.sheetsOf(chosen)).toEqual([{ label: '', rows: DAYS - 2 + DAYS }]);
  const totals = { what: 'totals', codes: [], divided: false } as const;
  const [sheet] = desk.sheetsOf(totals);
  const [first] = desk.rows(totals, 0, 0, sheet!.rows);
  expect(first!.slice(0, 3)).toEqual(['SSE', serial(0), '']);
  expect(first![11]).toBe(rows.SSE[0]!.reduce((sum, row) => sum + row.balance + row.lent, 0));
});
