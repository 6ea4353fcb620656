import {
  block,
  CALC,
  type Closure,
  ExcelError,
  finite,
  isBlock,
  lifted,
  NA,
  NUM,
  OMITTED,
  type Scalar,
  scalar,
  toLogical,
  toNumber,
  toText,
  type Value,
  VALUE,
} from './values';

type BuiltIn = (args: readonly Value[]) => Value;

/** Over single values, errors first. */
function each(of: (...cells: Scalar[]) => Scalar): BuiltIn {
  return (args) => lifted(args, (...cells) => cells.find((cell) => cell instanceof ExcelError) ?? of(...cells));
}

const numeric = (of: (...x: number[]) => Scalar): BuiltIn =>
  each((...cells) => {
    const numbers = cells.map(toNumber);
    const bad = numbers.find((x) => x instanceof ExcelError);
    return bad ?? of(...(numbers as number[]));
  });

const text = (of: (first: string, ...rest: Scalar[]) => Scalar): BuiltIn =>
  each((first, ...rest) => of(toText(first as Scalar) as string, ...rest));

const number = (cell: Scalar | undefined, otherwise: number): number =>
  cell === undefined ? otherwise : (toNumber(cell) as number);

/** What SUM and its like take: all numbers of blocks, and single values that are or say numbers. */
function numbersOf(args: readonly Value[]): number[] | ExcelError {
  const found: number[] = [];
  for (const arg of args)
    for (const cell of block(arg).flat()) {
      if (cell instanceof ExcelError) return cell;
      if (typeof cell === 'number') found.push(cell);
      else if (!isBlock(arg) && cell !== null) {
        const x = toNumber(cell);
        if (x instanceof ExcelError) return x;
        found.push(x);
      }
    }
  return found;
}

const over =
  (of: (numbers: readonly number[]) => number): BuiltIn =>
  (args) => {
    const numbers = numbersOf(args);
    return numbers instanceof ExcelError ? numbers : finite(of(numbers));
  };

const logical =
  (of: (values: readonly boolean[]) => boolean): BuiltIn =>
  (args) => {
    const found: boolean[] = [];
    for (const arg of args)
      for (const cell of block(arg).flat()) {
        if (cell instanceof ExcelError) return cell;
        if (typeof cell === 'boolean' || typeof cell === 'number') found.push(Boolean(cell));
        else if (!isBlock(arg)) {
          const truth = toLogical(cell);
          if (truth instanceof ExcelError) return truth;
          found.push(truth);
        }
      }
    return found.length === 0 ? VALUE : of(found);
  };

/** Half away from zero, on the 15 digits that a cell has. */
function rounded(x: number, places: number): number {
  const shifted = Number(
    `${Math.abs(x).toPrecision(15)}e${places}`.replace(/e([+-]?\d+)e(-?\d+)/, (_, a, b) => `e${Number(a) + Number(b)}`),
  );
  const back = Number(
    `${Math.round(shifted)}e${-places}`.replace(/e\+?(\d+)e(-?\d+)/, (_, a, b) => `e${Number(a) + Number(b)}`),
  );
  return Math.sign(x) * back;
}

const DAY = 86_400_000;
const serial = (year: number, month: number, day: number): number =>
  Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / DAY + 25_569;
const dateOf = (days: number): Date => new Date((Math.floor(days) - 25_569) * DAY);

function found(needle: string, within: string, from: number): Scalar {
  const at = from < 1 ? -1 : within.indexOf(needle, from - 1);
  return at < 0 ? VALUE : at + 1;
}

const substring = (said: string, start: number, length: number): Scalar =>
  start < 1 || length < 0 ? VALUE : said.slice(start - 1, start - 1 + length);

/** With a point for decimals and commas between groups; blanks do not count. */
function numberValue(said: string): Scalar {
  const plain = said.replace(/\s/g, '');
  if (plain === '') return 0;
  const [, digits = '', percents = ''] = /^(.*?)(%*)$/.exec(plain)!;
  const [whole = '', ...rest] = digits.split('.');
  const x = [whole.replace(/,/g, ''), ...rest].join('.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i.test(x) ? finite(Number(x) / 100 ** percents.length) : VALUE;
}

function taken(value: Value, rows: Value | undefined, columns: Value | undefined, drop: boolean): Value {
  const all = block(value);
  const cut = <T>(list: readonly T[], by: Value | undefined): readonly T[] => {
    if (by === undefined || by === OMITTED) return list;
    const count = toNumber(scalar(by)) as number;
    if (drop) return count >= 0 ? list.slice(count) : list.slice(0, Math.max(0, list.length + count));
    return count >= 0 ? list.slice(0, count) : list.slice(count === 0 ? list.length : Math.max(0, list.length + count));
  };
  const result = cut(all, rows).map((row) => cut(row, columns));
  return result.length === 0 || result[0]!.length === 0 ? CALC : result;
}

function same(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return typeof a === typeof b && a === b;
}

export const functions: Readonly<Record<string, BuiltIn>> = {
  NA: () => NA,
  ISNUMBER: (args) => lifted(args, (x) => typeof x === 'number'),
  ISERROR: (args) => lifted(args, (x) => x instanceof ExcelError),
  ISLOGICAL: (args) => lifted(args, (x) => typeof x === 'boolean'),
  IFERROR: (args) =>
    lifted(args, (x, instead) => ((x as Scalar) instanceof ExcelError ? (instead as Scalar) : (x as Scalar))),
  SUBSTITUTE: text((said, old, by) => {
    const from = toText(old!) as string;
    return from === '' ? said : said.split(from).join(toText(by!) as string);
  }),
  TRIM: text((said) => said.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  LOWER: text((said) => said.toLowerCase()),
  LEN: text((said) => said.length),
  LEFT: text((said, count) => substring(said, 1, number(count, 1))),
  RIGHT: text((said, count) => {
    const length = number(count, 1);
    return length < 0 ? VALUE : length === 0 ? '' : said.slice(-length);
  }),
  MID: text((said, start, length) => substring(said, number(start, 1), number(length, 1))),
  REPT: text((said, count) => said.repeat(number(count, 1))),
  FIND: text((needle, within, from) => found(needle, toText(within!) as string, number(from, 1))),
  SEARCH: text((needle, within, from) =>
    found(needle.toLowerCase(), (toText(within!) as string).toLowerCase(), number(from, 1)),
  ),
  UNICHAR: numeric((code) => String.fromCodePoint(code!)),
  NUMBERVALUE: text((said) => numberValue(said)),
  VALUE: each((cell) => (typeof cell === 'number' ? cell : toNumber(cell as Scalar))),
  ABS: numeric((x) => Math.abs(x!)),
  INT: numeric((x) => Math.floor(x!)),
  SIGN: numeric((x) => Math.sign(x!)),
  LOG10: numeric((x) => (x! > 0 ? Math.log10(x!) : NUM)),
  ROUND: numeric((x, places) => finite(rounded(x!, places!))),
  DATE: numeric((year, month, day) => {
    const days = serial(Math.floor(year!), Math.floor(month!), Math.floor(day!));
    return days >= 0 && days < 2_958_466 ? days : NUM;
  }),
  MONTH: numeric((days) => (days! < 0 ? NUM : days! < 32 ? 1 : dateOf(days!).getUTCMonth() + 1)),
  DAY: numeric((days) => (days! < 0 ? NUM : days! < 61 ? Math.floor(days!) : dateOf(days!).getUTCDate())),
  EDATE: numeric((days, months) => {
    const date = dateOf(days!);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + Math.trunc(months!)];
    const due = Math.min(serial(year, month, date.getUTCDate()), serial(year, month + 1, 0));
    return due >= 0 && due < 2_958_466 ? due : NUM;
  }),
  SUM: over((numbers) => numbers.reduce((sum, x) => sum + x, 0)),
  MAX: over((numbers) => (numbers.length > 0 ? Math.max(...numbers) : 0)),
  MIN: over((numbers) => (numbers.length > 0 ? Math.min(...numbers) : 0)),
  AND: logical((values) => values.every(Boolean)),
  OR: logical((values) => values.some(Boolean)),
  ROWS: ([value]) => block(value!).length,
  COLUMNS: ([value]) => block(value!)[0]!.length,
  MATCH: ([needle, list, kind]) => {
    if (scalar(kind!) !== 0) throw new Error('Only exact matches are asked for here.');
    return lifted([needle!], (cell) => {
      if (cell instanceof ExcelError) return cell;
      const at = block(list!)
        .flat()
        .findIndex((one) => same(one, cell as Scalar));
      return at < 0 ? NA : at + 1;
    });
  },
  INDEX: ([list, at]) => {
    const cells = block(list!).flat();
    const position = toNumber(scalar(at!));
    if (position instanceof ExcelError) return position;
    return cells[position - 1] === undefined ? new ExcelError('#REF!') : cells[position - 1]!;
  },
  SEQUENCE: ([rows, columns]) => {
    const height = toNumber(scalar(rows!));
    const width = columns === undefined ? 1 : toNumber(scalar(columns));
    if (height instanceof ExcelError) return height;
    if (width instanceof ExcelError) return width;
    if (height < 1 || width < 1) return CALC;
    return Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) => row * width + column + 1),
    );
  },
  TAKE: ([value, rows, columns]) => taken(value!, rows, columns, false),
  DROP: ([value, rows, columns]) => taken(value!, rows, columns, true),
  TOCOL: ([value]) =>
    block(value!)
      .flat()
      .map((cell) => [cell ?? 0]),
  FILTER: ([value, include]) => {
    const [rows, tests] = [block(value!), block(include!).flat()];
    const bad = tests.find((test) => test instanceof ExcelError);
    if (bad) return bad;
    const kept = rows.filter((_, i) => toLogical(tests[i]!) === true);
    return kept.length > 0 ? kept : CALC;
  },
  SCAN: ([start, value, step]) => {
    let total: Value = start!;
    return block(value!).map((row) =>
      row.map((cell) => {
        total = (step as Closure).call([total, cell]);
        return scalar(total);
      }),
    );
  },
};
