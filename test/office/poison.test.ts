// Whatever a function is handed, its result must be one that Excel can take: one BigInt or cyclic object would stall
// the results of every function for a minute, and NaN, Infinity or null inside an array would silently become 0.
import { definitions } from '../../src/functions/index';
import { LONGEST_WAIT, within } from '../support/within';
import { functionsBundle } from './built';
import { FLAGS } from './host/protocol';
import { type RunningExcel, startExcel } from './host/start';

const dataType = (object: object): object => ({ value: JSON.stringify(object) });

/** Everything JSON can bring, likely or not. */
const PLAIN: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  1,
  -1,
  0.1 + 0.2,
  1e15,
  1e22,
  1e308,
  -1e308,
  5e-324,
  2958466,
  true,
  false,
  'NaN',
  'Infinity',
  '-',
  '1e999',
  '１２',
  '6.6亿',
  '97753.18万元',
  '2024-02-30',
  '=1+1',
  '__proto__',
  'constructor',
  '\u0000',
  '𠮷',
  'x'.repeat(40_000),
  [],
  [[]],
  [[], [1]],
  [[1, 2], [3]],
  [[null]],
  [[[1]]],
  [1, 2, 3],
  [
    ['date', 'code'],
    [1, 2],
  ],
  [
    ['日期', '融资余额'],
    [20240102, 'x'],
    [null, null],
  ],
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

/** A page whose functions are watched. */
interface Watched {
  CustomFunctions: { associate(id: string, call: (...args: unknown[]) => unknown): void; Error: new () => unknown };
  illegal: { readonly name: string; readonly args: string; readonly result: string }[];
}

/**
 * Judges what the functions of a page return before it is turned into JSON, which hides a Date and every object with
 * toJSON behind a text. It runs in the page, before the functions are associated.
 */
function watch(page: Watched): void {
  const isLegalCell = (cell: unknown): boolean =>
    typeof cell === 'string' ||
    (typeof cell === 'number' && Number.isFinite(cell)) ||
    cell instanceof page.CustomFunctions.Error;
  const isLegal = (result: unknown): boolean =>
    Array.isArray(result) &&
    result.length > 0 &&
    result.every(
      (row) =>
        Array.isArray(row) &&
        row.length > 0 &&
        row.length === (result[0] as unknown[]).length &&
        row.every(isLegalCell),
    );
  const { CustomFunctions } = page;
  const { associate } = CustomFunctions;
  page.illegal = [];
  CustomFunctions.associate = (name, call) =>
    associate.call(CustomFunctions, name, (...args) => {
      const judge = (result: unknown): unknown => {
        if (!isLegal(result))
          page.illegal.push({ name, args: JSON.stringify(args).slice(0, 200), result: String(result) });
        return result;
      };
      const result = call(...args);
      return result instanceof Promise ? result.then(judge) : judge(result);
    });
}

let excel: RunningExcel;
beforeAll(async () => {
  excel = await startExcel({ bundles: [{ source: `(${String(watch)})(window)` }, functionsBundle()] });
});
afterAll(() => excel.close());

const PATIENCE = 120_000;

test(
  'every result arrives and is a rectangle of numbers, texts and errors',
  async () => {
    const all = cases();
    expect(all.length).toBeGreaterThan(definitions.length * PLAIN.length);
    const results = await within(PATIENCE, 'the results of all functions', excel.batch(all)).catch(
      (stalled: Error) => stalled,
    );
    // First, for it names the function that stalled the others.
    expect((excel.window as unknown as Watched).illegal.slice(0, 5)).toEqual([]);
    if (results instanceof Error) throw results;
    expect(results.flatMap(([, ok, thrown], i) => (ok ? [] : [{ ...all[i]!, thrown }]))).toEqual([]);
    expect(excel.warnings).toEqual([]);
  },
  PATIENCE + 60_000,
);

test('after all of it an ordinary call is answered', async () => {
  expect(
    await within(LONGEST_WAIT, 'an ordinary call', excel.call('MARGIN_BALANCE', [[[97753.18]], [[982.29]]])),
  ).toEqual([[98735.47]]);
});
