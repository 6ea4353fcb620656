// Whatever a function is handed, its result must be one that Excel can take: one BigInt or cyclic object would stall
// the results of every function for a minute, and NaN, Infinity or null inside an array would silently become 0.
import { definitions } from '../../src/functions/index';
import { startWithFunctions } from './built';
import { FLAGS, type RawResult } from './host/protocol';
import type { RunningExcel } from './host/start';

const dataType = (object: object): object => ({ value: JSON.stringify(object) });

/** Everything JSON can bring, likely or not. */
const PLAIN: readonly unknown[] = [
  null, '', ' ', 0, 1, -1, 0.1 + 0.2, 1e15, 1e22, 1e308, -1e308, 5e-324, 2958466, true, false,
  'NaN', 'Infinity', '-', '1e999', '１２', '6.6亿', '97753.18万元', '2024-02-30', '=1+1', '__proto__', 'constructor', '\u0000', '𠮷', 'x'.repeat(40_000),
  [], [[]], [[], [1]], [[1, 2], [3]], [[null]], [[[1]]], [1, 2, 3], [['date', 'code'], [1, 2]], [['日期', '融资余额'], [20240102, 'x'], [null, null]],
  Array.from({ length: 300 }, (_, i) => [i]),
];
const OBJECTS: readonly unknown[] = [
  dataType({ type: 'Double', basicValue: 1.5 }),
  dataType({ type: 'Double', basicValue: null }),
  dataType({ type: 'Error', basicValue: '#BUSY!' }),
  dataType({ type: 'Error' }),
  dataType({ type: 'Entity', text: 'x', properties: {} }),
  dataType({}),
  { type: 'CustomFunctionError', code: '#SPILL!' },
  { type: 'CustomFunctionError' },
];
const FIGURE = [[100]];

interface Case {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly flags: number;
}

const inMatrix = (value: unknown): unknown => (Array.isArray(value) ? value : [[value]]);
const wrappable = (value: unknown): boolean => typeof value === 'object' && value !== null && 'value' in value;

/** Each value in each place with ordinary figures beside it, as a matrix and bare, and in all places at once. */
function cases(): Case[] {
  return definitions.flatMap(({ id, params }) => {
    const places = params.map((_, i) => i);
    return [...PLAIN, ...OBJECTS].flatMap((value) => {
      const flags = wrappable(value) ? FLAGS.dataTypes : FLAGS.errors;
      const only = places.map((place) => places.map((i) => (i === place ? inMatrix(value) : FIGURE)));
      const all = [places.map(() => inMatrix(value)), places.map(() => value)];
      return [...only, ...all].map((args) => ({ name: id, args, flags }));
    });
  });
}

const isError = (cell: unknown): boolean => typeof cell === 'object' && cell !== null && (cell as { type?: unknown }).type === 'Error';
const isLegalCell = (cell: unknown): boolean => (typeof cell === 'number' && Number.isFinite(cell)) || typeof cell === 'string' || isError(cell);
const isLegal = ([, ok, value]: RawResult): boolean =>
  ok && Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && row.length > 0 && row.length === (value[0] as unknown[]).length && row.every(isLegalCell));

const inTime = <T>(promise: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('the batch stalled')), ms)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

let excel: RunningExcel;
beforeAll(async () => {
  excel = await startWithFunctions();
});
afterAll(() => excel.close());

test('every result arrives and is a rectangle of numbers, texts and errors', async () => {
  const all = cases();
  expect(all.length).toBeGreaterThan(definitions.length * PLAIN.length);
  const results = await inTime(excel.batch(all), 50_000);
  const illegal = results.flatMap((result, i) => (isLegal(result) ? [] : [{ name: all[i]!.name, args: JSON.stringify(all[i]!.args).slice(0, 200), result: result.slice(1) }]));
  expect(illegal).toEqual([]);
  expect(excel.warnings).toEqual([]);
});

test('after all of it an ordinary call is answered at once', async () => {
  expect(await inTime(excel.call('MARGIN_BALANCE', [[[97753.18]], [[982.29]]]), 2_000)).toEqual([[98735.47]]);
});
