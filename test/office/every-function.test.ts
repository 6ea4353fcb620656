// What holds at the boundary for every function, shown on its first example.
import { definitions } from '../../src/functions/index';
import type { Param } from '../../src/functions/catalogue/define';
import { startWithFunctions } from './built';
import { type Case, cases, handedOver } from './cases';
import { FLAGS, type Invocation, type Shown, shown } from './host/protocol';
import type { RunningExcel } from './host/start';
import { dataTypeError, plainError, wrapped } from './wrapping';

const ALL_FLAGS = FLAGS.errors | FLAGS.dataTypes;
/** None of the examples has it, and no function makes it. */
const ERROR = '#NULL!';
const SHAPES = [
  [plainError, FLAGS.errors],
  [dataTypeError, ALL_FLAGS],
] as const;

type Grid = readonly (readonly unknown[])[];
const isGrid = (argument: unknown): argument is Grid => Array.isArray(argument);

const first = definitions.map((definition) => cases.find((example) => example.definition === definition)!);
const named = first.map((example) => [example.definition.id, example] as const);

let excel: RunningExcel;
beforeAll(async () => {
  excel = await startWithFunctions({ locale: 'en-US' });
});
afterAll(() => excel.close());

/** Makes the calls of all functions in one round and hands each function its own results. */
function inOneRound(
  callsOf: (example: Case, args: readonly unknown[]) => readonly Omit<Invocation, 'name'>[],
): (example: Case) => (Shown | Shown[][])[] {
  const calls = first.flatMap((example) => callsOf(example, handedOver(example)).map((call) => ({ example, call })));
  const results = new Map<Case, (Shown | Shown[][])[]>(first.map((example) => [example, []]));
  beforeAll(async () => {
    const raw = await excel.batch(calls.map(({ example, call }) => ({ name: example.definition.id, ...call })));
    raw.forEach((result, i) => results.get(calls[i]!.example)!.push(shown(result)));
  });
  return (example) => results.get(example)!;
}

describe('a number with a format of its own is its number', () => {
  const wrappedAs = (type: string) => (argument: unknown) =>
    isGrid(argument)
      ? argument.map((row) => row.map((cell) => (typeof cell === 'number' ? wrapped(type, cell) : cell)))
      : argument;
  const results = inOneRound((_, args) =>
    [args, args.map(wrappedAs('Double')), args.map(wrappedAs('FormattedNumber'))].map((given) => ({
      args: given,
      flags: ALL_FLAGS,
    })),
  );

  test.each(named)('%s', (_, example) => {
    const [plain, double, formatted] = results(example);
    expect([double, formatted]).toEqual([plain, plain]);
  });
});

describe('an error in one cell comes out as that same error', () => {
  /** Of an empty group nothing is read. */
  const isRead = ({ kind }: Param, argument: unknown) =>
    kind !== 'choice' &&
    !(
      (kind === 'series' || kind === 'days') &&
      (argument === null || (argument as Grid).flat().every((cell) => cell === null))
    );
  /** The first cell; a table begins with its headers and is spoilt in the last one. */
  const spoilt = ({ kind }: Param, grid: Grid, error: unknown) => {
    const [row, column] = kind === 'table' ? [grid.length - 1, grid[0]!.length - 1] : [0, 0];
    return grid.map((line, i) => line.map((cell, j) => (i === row && j === column ? error : cell)));
  };
  const results = inOneRound(({ definition: { params } }, args) =>
    params.flatMap((param, place) => {
      if (!isRead(param, args[place])) return [];
      const grid = (args[place] ?? [[null]]) as Grid;
      return SHAPES.map(([error, flags]) => ({
        args: args.map((arg, i) => (i === place ? spoilt(param, grid, error(ERROR)) : arg)),
        flags,
      }));
    }),
  );

  test.each(named)('%s', (_, example) => {
    const found = results(example) as Shown[][][];
    const isTable = example.definition.kind === 'table';
    const rows = found.map((grid) => (isTable ? grid.at(-1)! : grid[0]!.slice(0, 1)));
    expect(found.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.some((cell) => typeof cell === 'object' && cell.error === ERROR))).toEqual(
      found.map(() => true),
    );
  });
});

describe('an optional argument that is omitted is its default', () => {
  const defaultOf = (param: Param): number | string | undefined => ('default' in param ? param.default : undefined);
  const withDefaults = named.filter(([, { definition }]) =>
    definition.params.some((param) => defaultOf(param) !== undefined),
  );
  const results = inOneRound(({ definition: { params } }, args) => {
    const given = (value: (fallback: number | string, param: Param) => unknown) =>
      params.map((param, place) => {
        const fallback = defaultOf(param);
        return fallback === undefined ? args[place] : value(fallback, param);
      });
    const omitted = given(() => null);
    const written = given((fallback, { kind }) => (kind === 'choice' ? fallback : [[fallback]]));
    return [omitted, written].map((all) => ({ args: all }));
  });

  test.each(withDefaults)('%s', (_, example) => {
    const [omitted, written] = results(example);
    expect(omitted).toEqual(written);
  });
});

describe('a fault says what and where, whatever kind of function meets it', () => {
  test.each([
    ['row by row', 'MARGIN_BALANCE', [[['x']], [[1]]], 'financing_balance is not a number: “x”.'],
    [
      'in a series',
      'FINANCING_BALANCE_SERIES',
      [[[1]], [[1], ['x']], [[1], [1]]],
      'purchases (cell 2) is not a number: “x”.',
    ],
    [
      'in a group of ranges',
      'MAINTENANCE_RATIO',
      [[[1]], [[1]], [[1]], [[1], [2]], [[1], [2], [3]], [[0]], null],
      'lent_prices has 3 cells where the ranges beside it have 2.',
    ],
    [
      'in a table',
      'RECONCILE',
      [
        [
          ['x', 'y'],
          [1, 2],
        ],
        null,
        null,
      ],
      'The range has no header row that is known: x, y.',
    ],
  ])('%s', async (_, name, args, message) => {
    expect([await excel.call(name, args)].flat(2).at(-1)).toEqual({ error: '#VALUE!', message });
  });
});
