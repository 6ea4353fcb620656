// Files in the shapes in which the exchanges publish, made here: 84 trading days of three exchanges from a seed.
import { utils, write, type BookType } from '@e965/xlsx';
import { isoDate, serialOf } from '../../src/cells/date';
import { nextTradingDay } from '../../src/rules/calendar';
import type { Source } from '../../src/import/source';

export type Cells = readonly (readonly (string | number | null)[])[];

export const sourceOf = (name: string, bytes: Uint8Array, folder = ''): Source => ({
  name,
  folder,
  size: bytes.length,
  bytes: async () => bytes,
});

/** A workbook written by another program than ours. */
export function bookBytes(sheets: readonly (readonly [name: string, rows: Cells])[], type: BookType): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
  return new Uint8Array(write(book, { type: 'array', bookType: type, compression: true }) as ArrayBuffer);
}

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let gbk: Map<string, readonly [number, number]> | undefined;

/** Text in GBK, by turning the decoder round. */
export function gbkBytes(text: string): Uint8Array {
  if (!gbk) {
    gbk = new Map();
    const decoder = new TextDecoder('gbk');
    for (let a = 0x81; a <= 0xfe; a++)
      for (let b = 0x40; b <= 0xfe; b++) {
        const character = decoder.decode(Uint8Array.of(a, b));
        if (character.length === 1 && character !== '\ufffd' && !gbk.has(character)) gbk.set(character, [a, b]);
      }
  }
  return Uint8Array.from([...text].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : gbk!.get(c)!)));
}

export const csvText = (rows: Cells): string => rows.map((row) => row.join(',')).join('\r\n');
export const htmlText = (rows: Cells): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td style="mso-number-format:\\@">${cell ?? ''}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`;

export const SSE_HEAD = [
  '标的证券代码',
  '标的证券简称',
  '本日融资余额(元)',
  '本日融资买入额(元)',
  '本日融资偿还额(元)',
  '本日融券余量',
  '本日融券卖出量',
  '本日融券偿还量',
];
export const SSE_TOTAL_HEAD = [
  '本日融资余额(元)',
  '本日融资买入额(元)',
  '本日融券余量',
  '本日融券余量金额(元)',
  '本日融券卖出量',
  '本日融资融券余额(元)',
];
export const SZSE_HEAD = [
  '证券代码',
  '证券简称',
  '融资买入额(元)',
  '融资余额(元)',
  '融券卖出量(股/份)',
  '融券余量(股/份)',
  '融券余额(元)',
  '融资融券余额(元)',
];
export const SSE_NOTE = '注：本表格同时包含融资融券汇总信息及明细信息';

export interface Row {
  readonly code: string;
  readonly name: string;
  readonly balance: number;
  readonly purchases: number;
  readonly repayments: number;
  readonly quantity: number;
  readonly sold: number;
  readonly returned: number;
  readonly lent: number;
}

export interface Market {
  readonly days: readonly string[];
  /** By exchange, then day. */
  readonly rows: Readonly<Record<'SSE' | 'SZSE' | 'BSE', readonly (readonly Row[])[]>>;
}

/** Figures that add up from day to day. */
export function market(count: number, sizes: Readonly<Record<'SSE' | 'SZSE' | 'BSE', number>>): Market {
  let seed = 20240102;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  const days: string[] = [];
  for (let day = serialOf(2024, 1, 2); days.length < count; day = nextTradingDay(day)) days.push(isoDate(day));
  const first = { SSE: 600000, SZSE: 1, BSE: 920001 };
  const rowsOf = (exchange: 'SSE' | 'SZSE' | 'BSE') => {
    const state = Array.from({ length: sizes[exchange] }, (_, i) => ({
      code: String(first[exchange] + i).padStart(6, '0'),
      balance: Math.floor(2e7 + random() * 5e9),
      quantity: Math.floor(random() * 2e6),
      price: 3 + random() * 60,
    }));
    return days.map(() =>
      state.map((one): Row => {
        const [purchases, repayments] = [
          Math.floor(random() * one.balance * 0.1),
          Math.floor(random() * one.balance * 0.1),
        ];
        one.balance += purchases - repayments;
        const sold = Math.floor(random() * 2e4);
        const returned = Math.min(one.quantity + sold, Math.floor(random() * 2e4));
        one.quantity += sold - returned;
        one.price *= 0.98 + random() * 0.04;
        return {
          code: one.code,
          name: one.code === '000002' ? '万&nbsp;&nbsp;科Ａ' : `证券${one.code}`,
          balance: one.balance,
          purchases,
          repayments,
          quantity: one.quantity,
          sold,
          returned,
          lent: Math.round(one.quantity * one.price),
        };
      }),
    );
  };
  return { days, rows: { SSE: rowsOf('SSE'), SZSE: rowsOf('SZSE'), BSE: rowsOf('BSE') } };
}

export const sseRows = (rows: readonly Row[]): string[][] =>
  rows.map((row) => [
    row.code,
    row.name,
    ...[row.balance, row.purchases, row.repayments, row.quantity, row.sold, row.returned].map(String),
  ]);

export function sseTotals(rows: readonly Row[]): Cells {
  const sum = (figure: (row: Row) => number) => rows.reduce((total, row) => total + figure(row), 0);
  const [balance, lent] = [sum((row) => row.balance), sum((row) => row.lent)];
  const figures = [
    balance,
    sum((row) => row.purchases),
    sum((row) => row.quantity),
    lent,
    sum((row) => row.sold),
    balance + lent,
  ];
  return [SSE_TOTAL_HEAD, figures.map(String), [], [SSE_NOTE]];
}

const commas = (value: number): string => value.toLocaleString('en-US');

export const szseRows = (rows: readonly Row[]): string[][] =>
  rows.map((row) => [
    row.code,
    row.name,
    ...[row.purchases, row.balance, row.sold, row.quantity, row.lent, row.balance + row.lent].map(commas),
  ]);

/** The page of all securities as its JSON, in 亿元, 万股 and 万元. */
export function szseJson(rows: readonly Row[], day: string, recordcount = rows.length): string {
  const yi = (value: number) => (value / 1e8).toFixed(2);
  const wan = (value: number) => (value / 1e4).toFixed(2);
  const sum = (figure: (row: Row) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return JSON.stringify([
    {
      metadata: { name: '融资融券交易总量', tabkey: 'tab1', subname: day },
      data: [
        {
          jrrzmr: yi(sum((row) => row.purchases)),
          jrrzye: yi(sum((row) => row.balance)),
          jrrjmc: yi(sum((row) => row.sold)),
          jrrjyl: yi(sum((row) => row.quantity)),
          jrrjye: yi(sum((row) => row.lent)),
          jrrzrjye: yi(sum((row) => row.balance) + sum((row) => row.lent)),
        },
      ],
    },
    {
      metadata: { name: '融资融券交易明细', tabkey: 'tab2', subname: day, recordcount },
      data: rows.map((row) => ({
        zqdm: row.code,
        zqjc: row.name,
        jrrzmr: yi(row.purchases),
        jrrzye: yi(row.balance),
        jrrjmc: wan(row.sold),
        jrrjyl: wan(row.quantity),
        jrrjye: wan(row.lent),
        jrrzrjye: yi(row.balance + row.lent),
      })),
    },
  ]);
}

export const sseFile = (rows: readonly Row[], changed: readonly (readonly string[])[] = sseRows(rows)): Uint8Array =>
  bookBytes(
    [
      ['汇总信息', sseTotals(rows)],
      ['明细信息', [SSE_HEAD, ...changed]],
    ],
    'biff8',
  );
export const szseFile = (rows: Cells): Uint8Array => bookBytes([['融资融券交易明细', [SZSE_HEAD, ...rows]]], 'xlsx');
export const bseFile = (rows: readonly Row[], day: string): Uint8Array =>
  bookBytes(
    [['sheet1', [SZSE_HEAD.map((head) => head.replace('股/份', '股')), ...szseRows(rows), [`日期：${day}`]]]],
    'biff8',
  );
