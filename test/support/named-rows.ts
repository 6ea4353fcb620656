import fc from 'fast-check';
import { bind } from '../../src/binding/bind';
import { errorCode } from '../../src/binding/errors';
import { isoDate } from '../../src/cells/date';
import type { ChoiceParam, Definition, Param } from '../../src/functions/catalogue/define';
import { definitions } from '../../src/functions/index';
import { lambdaOf } from '../../src/share/names/printed';
import { emptyWhenBlank } from '../../src/functions/arguments/cell-rules';
import type { ExampleValue } from '../../src/functions/catalogue/words-of';
import { argument } from './cells';
import { ordinary } from './native-rows';

/** What a cell of these rows holds; an error by its code. */
export type RowCell = number | string | boolean | null | { readonly code: string };

/** One call of a name over cells of its own, and what our function says of the same cells. */
export interface NamedRow {
  readonly id: string;
  /** Parameter by parameter; undefined where the argument is left out. */
  readonly args: readonly (readonly (readonly RowCell[])[] | undefined)[];
  readonly ours: readonly (readonly (number | string)[])[];
  /** Whether our function answers an error in some cell for more than one reason, so that either may be told. */
  readonly twoFaults: boolean;
}

export const named = definitions.filter((definition) => lambdaOf(definition) !== undefined);

interface Drawn {
  readonly cell: RowCell;
  readonly odd: boolean;
}

const clean = (cells: fc.Arbitrary<RowCell>): fc.Arbitrary<Drawn> => cells.map((cell) => ({ cell, odd: false }));
const odd = (...cells: readonly RowCell[]): fc.Arbitrary<Drawn> =>
  fc.constantFrom(...cells).map((cell) => ({ cell, odd: true }));

const ERRORS = ['#N/A', '#VALUE!', '#DIV/0!'].map((code) => ({ code }));

/** Texts that are a figure to us, one way or another. */
const SPELLINGS: readonly ((x: number) => string)[] = [
  (x) => String(x),
  (x) => ` ${x}\u00a0`,
  (x) => x.toLocaleString('en-US', { maximumFractionDigits: 10 }),
  (x) => x.toLocaleString('en-US', { maximumFractionDigits: 10 }).replace(/,/g, ' '),
  (x) => `${Number((x * 100).toPrecision(15))}%`,
  (x) => `${Number((x / 1e4).toPrecision(15))}万`,
  (x) => `${Number((x / 1e4).toPrecision(15))} 万元`,
  (x) => `${Number((x / 1e8).toPrecision(15))}亿`,
  (x) => `${Number((x / 1e6).toPrecision(15))}百万股`,
  (x) => `¥${x}`,
  (x) => `+${x}`,
  (x) => x.toExponential(),
];

/** Near to figures and none, and how tables say that there is none. */
const ODD_FIGURES: readonly RowCell[] = [
  ...['-', '--', '——', '−', 'N/A', 'nan', '停牌', '暂无'],
  ...[
    '12 34',
    '1,2,3',
    '1,23',
    '1.2.3',
    '3/4',
    '1-2',
    '2026-01-19',
    '5%%',
    '5%元',
    '+-5',
    '--5',
    '5-',
    '1e',
    'e5',
    '.',
    ',',
  ],
  ...[
    '¥',
    '¥5%',
    '¥5股',
    '(-5)',
    '(5',
    '5)',
    '5万亿万',
    '亿',
    '约5',
    'TRUE',
    '*',
    '?',
    '|',
    '1|-',
    '#N/A',
    '1,234 567',
    '1  234',
    '万5',
  ],
  ...['1e400', '.5', '5.', '5.e2', '0', '-0', '−5', '-¥5', '¥-5', '(¥5)', '5 %', '1e5万', '001'],
  true,
  false,
  ...ERRORS,
];
const BLANKS: readonly RowCell[] = [null, '', ' ', '\u3000', '\u00a0 '];

function figures(param: Parameters<typeof ordinary>[0]): fc.Arbitrary<Drawn> {
  return fc.oneof(
    { weight: 10, arbitrary: clean(ordinary(param)) },
    {
      weight: 3,
      arbitrary: clean(fc.tuple(ordinary(param), fc.constantFrom(...SPELLINGS)).map(([x, spelt]) => spelt(x))),
    },
    { weight: 1, arbitrary: odd(0, ...BLANKS) },
    { weight: 1, arbitrary: fc.oneof(odd(...ODD_FIGURES), odd(-3, 250, 1e9, '(3)', '(1,250.5)')) },
  );
}

const ODD_DAYS: readonly RowCell[] = [
  ...[
    0,
    1,
    20260230,
    20261301,
    1e6,
    45678.75,
    20260119.5,
    '2026-02-30',
    '2026-13-01',
    '2026/1-2',
    '26-1-2',
    '1/2/2026',
  ],
  ...[
    '2026-01-19 25:00',
    '2026-1',
    '2026',
    '待定',
    '-',
    '停牌',
    'N/A',
    '2026-1 1-2',
    '12:30',
    '2026年1月9',
    '45678',
    '20260119x',
  ],
  true,
  ...ERRORS,
];

const DAY_SPELLINGS: readonly ((day: number) => RowCell)[] = [
  (day) => day,
  (day) => Number(isoDate(day).replace(/-/g, '')),
  (day) => isoDate(day).replace(/-/g, ''),
  (day) => `${isoDate(day).replace(/-/g, '')}.0`,
  isoDate,
  (day) => isoDate(day).replace(/-0?/g, '/'),
  (day) => isoDate(day).replace(/-/g, '.'),
  (day) => ` ${isoDate(day).replace(/-/g, ' - ')} `,
  (day) => `${isoDate(day)} 15:00:00`,
  (day) => `${isoDate(day)}T09:30`,
  (day) => `${isoDate(day).replace('-', '年').replace('-', '月')}日`,
  (day) => `${isoDate(day).replace('-0', ' 年 ').replace('-', '月 ')}号`,
];

const days: fc.Arbitrary<Drawn> = fc.oneof(
  {
    weight: 10,
    arbitrary: clean(
      fc
        .tuple(fc.integer({ min: 40_000, max: 48_000 }), fc.constantFrom(...DAY_SPELLINGS))
        .map(([day, spelt]) => spelt(day)),
    ),
  },
  { weight: 1, arbitrary: odd(...BLANKS) },
  { weight: 1, arbitrary: odd(...ODD_DAYS) },
);

function words({ options }: ChoiceParam): fc.Arbitrary<Drawn> {
  const spelt = options.flatMap(({ value, zh, also = [] }) => [value, value.toUpperCase(), ` ${zh} `, ...also]);
  return fc.oneof(
    { weight: 10, arbitrary: clean(fc.constantFrom(...spelt)) },
    { weight: 1, arbitrary: odd(...BLANKS, '其他', 'any', 1, true, '*', ...ERRORS) },
  );
}

function cells(param: Param): fc.Arbitrary<Drawn> {
  switch (param.kind) {
    case 'cell':
    case 'series':
      return figures(param);
    case 'date':
      return days;
    case 'choice':
      return words(param);
    default:
      throw new Error(`No name takes ${param.name}.`);
  }
}

/** Whether the rows of a call are single cells, columns that spill, or columns beside single cells. */
type Shape = 'cells' | 'columns' | 'mixed';

export const HEIGHT = 4;

function paramsOf(definition: Definition): readonly Param[] {
  const names = lambdaOf(definition)!.params.map(({ name }) => name);
  return definition.params.filter(({ name }) => names.includes(name));
}

/** Whether a cell of this parameter goes on to the next row; openings and windows are for a whole range. */
function spreads(definition: Definition, param: Param, shape: Shape): boolean {
  if (shape === 'cells' || (param.kind !== 'cell' && param.kind !== 'date')) return false;
  if (definition.kind !== 'formula' && definition.params.some(({ kind }) => kind === 'series')) return false;
  const counting = emptyWhenBlank(definition.params);
  // Where no argument that counts goes down the rows, blanks of the others mean more to our functions.
  return shape === 'columns' || param === (counting.find(({ kind }) => kind === 'cell' || kind === 'date') ?? param);
}

function drawnArguments(definition: Definition, shape: Shape): fc.Arbitrary<readonly (readonly Drawn[] | undefined)[]> {
  return fc.tuple(
    ...paramsOf(definition).map((param) => {
      const isRange = param.kind === 'series';
      const length = isRange || spreads(definition, param, shape) ? HEIGHT : 1;
      const column = fc.array(cells(param), { minLength: length, maxLength: length });
      const other = isRange ? fc.array(cells(param), { minLength: 1, maxLength: HEIGHT }) : column;
      const one = fc.oneof({ weight: 9, arbitrary: column }, { weight: 1, arbitrary: other });
      return param.optional ? fc.option(one, { nil: undefined, freq: 3 }) : one;
    }),
  );
}

type Columns = readonly (readonly (readonly RowCell[])[] | undefined)[];

function answerTo(definition: Definition, args: Columns): readonly (readonly (number | string)[])[] {
  const params = paramsOf(definition);
  const given = definition.params.map((param) => args[params.indexOf(param)]?.map((row) => row.map(asHanded)) ?? null);
  return bind(definition)(given, errorCode);
}

/** A cell that nothing is wrong with. */
function plain(param: Param): RowCell {
  if (param.kind === 'choice') return param.options[0]!.value;
  if (param.kind === 'date') return 45_000;
  return 'domain' in param && param.domain.only ? param.domain.only[0]! : 1;
}

function rowOf(definition: Definition, drawn: readonly (readonly Drawn[] | undefined)[]): NamedRow {
  const params = paramsOf(definition);
  const args = drawn.map((column) => column?.map(({ cell }) => [cell]));
  const odd = drawn.flatMap((column, i) => (column ?? []).flatMap((one, row) => (one.odd ? [{ column: i, row }] : [])));
  const mended = args.map((column, i) =>
    column?.map((row, j) => (odd.some((at) => at.column === i && at.row === j) ? [plain(params[i]!)] : row)),
  );
  const hasError = (answer: readonly (readonly unknown[])[]) => answer.flat().some(isError);
  return {
    id: definition.id,
    args,
    ours: answerTo(definition, args),
    twoFaults: odd.length > 1 || (odd.length === 1 && hasError(answerTo(definition, mended))),
  };
}

/** An error as Excel hands it over. */
function asHanded(cell: RowCell): unknown {
  return typeof cell === 'object' && cell !== null ? { type: 'Error', basicValue: cell.code } : cell;
}

/** Rows of one function, the same for the same seed. */
export function rowsOf(definition: Definition, count: number, seed: number): readonly NamedRow[] {
  return (['cells', 'columns', 'mixed'] as const).flatMap((shape, i) =>
    fc
      .sample(drawnArguments(definition, shape), { numRuns: Math.ceil(count / 3), seed: seed + i })
      .map((drawn) => rowOf(definition, drawn)),
  );
}

/** A row of our example, whose arguments are known. */
export function rowOfExample(definition: Definition, args: Readonly<Record<string, unknown>>): NamedRow | undefined {
  const names = lambdaOf(definition)!.params.map(({ name }) => name);
  if (Object.keys(args).some((name) => !names.includes(name))) return undefined;
  const drawn = names.map((name) => {
    return args[name] === undefined ? undefined : (argument(args[name] as ExampleValue) as RowCell[][]);
  });
  return { id: definition.id, args: drawn, ours: answerTo(definition, drawn), twoFaults: false };
}

/** Arguments over the smallest step that doubles of their size and their products can tell apart. */
const NOISE = 1e-9;

function isSame(ours: number | string, theirs: unknown, scale: number): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= NOISE * Math.max(1, Math.abs(ours)) + 1e-14 * scale;
  return ours === theirs || (ours === '' && theirs === null);
}

/** How a name and our function differ, beyond what names leave open: which of two faults is told. */
export function disagreement(
  { id, args, ours, twoFaults }: NamedRow,
  theirs: readonly (readonly unknown[])[],
): string | undefined {
  const numbers = args
    .flatMap((column) => (column ?? []).flat())
    .map((cell) => (typeof cell === 'number' ? Math.abs(cell) : 1));
  const [a = 1, b = 1] = numbers.sort((x, y) => y - x);
  const said = () =>
    `RZ.${id} of ${JSON.stringify(args)}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`;
  const last = theirs.slice(ours.length).flat();
  if (last.some((cell) => cell !== '' && cell !== null)) return said();
  for (const [i, row] of ours.entries())
    for (const [j, cell] of row.entries()) {
      const other = theirs[i]?.[j];
      const eitherFault = twoFaults && isError(cell) && isError(other);
      if (!eitherFault && !isSame(cell, other, a * b)) return said();
    }
  return undefined;
}

const isError = (cell: unknown): boolean => typeof cell === 'string' && cell.startsWith('#');
