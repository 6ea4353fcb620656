import { officeWorkbook } from '../../src/workbook/office';
import { definitions } from '../../src/functions/index';
import { words } from '../../src/functions/words';
import { metadata } from '../../src/generate/metadata';
import { CHECKS } from '../../src/taskpane/self-test/checks';
import { reportOf } from '../../src/taskpane/self-test/report';
import { runSelfTest, type SelfTest } from '../../src/taskpane/self-test/run';
import { FAILED, PASSED } from '../../src/taskpane/self-test/sheet';
import { VERSION } from '../../src/version';
import { cases } from '../support/thorough';
import { openWithFunctions } from './built';
import { cellArea } from './workbook/area';
import type { Book } from './workbook/book';
import { functionsOf, type Call, type Functions, type Metadata } from './workbook/functions';
import type { OpenedWorkbook } from './workbook/open';
import { CellError, type Value } from './workbook/values';

const declared = metadata(definitions, words, {
  language: 'en',
  base: 'https://addin.test',
  preview: false,
}) as unknown as Metadata;

let opened: OpenedWorkbook;
let mend: () => void;
/** What calculates our calls, with the defects it has so far. */
let functions: Functions;
beforeAll(async () => {
  opened = await openWithFunctions();
  const { Office, Excel } = opened.excel.window;
  Object.assign(globalThis, { Office, Excel });
});
afterAll(() => opened.excel.close());
beforeEach(() => {
  const { book } = opened;
  const backs = [book, book.calculation, book.xmlParts].map((part) => restored(part));
  mend = () => {
    for (const back of backs) back();
    book.install(functionsOf(opened.excel, declared));
  };
  functions = functionsOf(opened.excel, declared);
});
afterEach(() => {
  mend();
  const [first, ...made] = opened.book.sheets;
  for (const sheet of made) opened.book.deleteSheet(sheet);
  opened.book.select(first!, 'A1');
});

/** Takes back what is put over methods and fields of an object. */
function restored(object: object): () => void {
  const before = Object.getOwnPropertyDescriptors(object) as Record<string, PropertyDescriptor>;
  return () => {
    for (const name of Object.getOwnPropertyNames(object)) if (!(name in before)) Reflect.deleteProperty(object, name);
    for (const name of ['events', 'blocks', 'names'])
      if (name in before) Object.defineProperty(object, name, before[name]!);
  };
}

async function selfTest(language: 'en' | 'zh' = 'zh'): Promise<SelfTest> {
  const ending = await runSelfTest(officeWorkbook(), language);
  if (ending.status !== 'done') throw ending.error;
  return ending.value;
}

const failed = ({ verdicts }: SelfTest): string[] =>
  verdicts.filter(({ passed }) => !passed).map(({ check }) => check.id);

type Matrix = readonly (readonly Value[])[];
type Arguments = Call['args'];
type Outcome = Value | Value[][];
type Defect = (book: Book) => void;

/** Every cell of every argument. */
const cells =
  (change: (value: Value) => unknown): ((args: Arguments) => Arguments) =>
  (args) =>
    args.map((matrix) => matrix?.map((row) => row.map((value) => change(value) as Value)));

const isMatrix = (matrix: Matrix | undefined): boolean => matrix !== undefined && matrix.length * matrix[0]!.length > 1;
const isError = (value: unknown, code?: string): value is CellError =>
  value instanceof CellError && (code === undefined || value.code === code);

/** Every cell of a result. */
const shown =
  (change: (value: Value, call: Call) => Value): ((result: Outcome, call: Call) => Outcome) =>
  (result, call) =>
    Array.isArray(result) ? result.map((row) => row.map((value) => change(value, call))) : change(result, call);

/** A host that changes what it hands to functions, or what it shows of their results. */
function calling({
  args = (given) => given,
  result = (given) => given,
}: {
  readonly args?: (args: Arguments, call: Call) => Arguments;
  readonly result?: (result: Outcome, call: Call, of: readonly Call[]) => Outcome;
}): Defect {
  return (book) => {
    const inner = functions;
    functions = {
      has: inner.has,
      async evaluate(calls) {
        const results = await inner.evaluate(calls.map((call) => ({ ...call, args: args(call.args, call) })));
        return results.map((value, i) => result(value, calls[i]!, calls));
      },
    };
    book.install(functions);
  };
}

/** A host that changes what is written into its cells. */
const entering =
  (change: (entry: unknown) => unknown): Defect =>
  (book) => {
    const enter = book.enter.bind(book);
    book.enter = (sheet, area, grid) =>
      enter(
        sheet,
        area,
        grid.map((row) => row.map(change)),
      );
  };

const parametersOf = ({ name }: Call): number => declared.functions.find(({ id }) => id === name)!.parameters.length;

/** A cell is not calculated again when one of the two figures it reads was edited. */
function forgetful(): Defect {
  const last = new Map<string, { readonly args: Arguments; readonly result: Outcome }>();
  const differing = (a: Arguments, b: Arguments) =>
    a.filter((matrix, i) => matrix?.[0]?.[0] !== null && JSON.stringify(matrix) !== JSON.stringify(b[i])).length;
  return calling({
    result(result, { name, address, args }) {
      const before = last.get(`${name} ${address}`);
      if (before && differing(before.args, args) === 1) return before.result;
      last.set(`${name} ${address}`, { args, result });
      return result;
    },
  });
}

const DEFECTS: Readonly<Record<string, () => Defect>> = {
  large: () =>
    calling({ args: cells((value) => (typeof value === 'number' && value > 1e12 ? Math.fround(value) : value)) }),
  decimals: () =>
    calling({ result: shown((value) => (typeof value === 'number' && value < 1 ? Math.fround(value) : value)) }),
  zero: () => calling({ args: cells((value) => (value === 0 ? null : value)) }),
  blank: () => calling({ args: cells((value) => value ?? 0) }),
  error_in_range: () =>
    calling({
      result: (value, { args }) =>
        args.some((matrix) => isMatrix(matrix) && matrix!.flat().some((cell) => isError(cell)))
          ? new CellError('#N/A')
          : value,
    }),
  error_kind: () => calling({ args: cells((value) => (isError(value, '#DIV/0!') ? new CellError('#VALUE!') : value)) }),
  text_number: () =>
    calling({ args: cells((value) => (typeof value === 'string' && /^[\d,.]+$/.test(value) ? null : value)) }),
  dates: () => calling({ args: cells((value) => (value === 46327 ? 46327 - 1462 : value)) }),
  boolean: () => calling({ args: cells((value) => (value === true ? 1 : value)) }),
  percent: () => calling({ args: cells((value) => (value === 0.5 ? 50 : value)) }),
  wrapped: () => calling({ args: cells((value) => (value === 1234.5 ? { type: 'Entity', text: '1234.5' } : value)) }),
  characters: () =>
    calling({ args: cells((value) => (typeof value === 'string' ? value.replace(/[^\x20-\x7e]/g, '?') : value)) }),
  omitted_last: () =>
    calling({
      args: (args, call) => [
        ...args,
        ...Array.from({ length: parametersOf(call) - args.length }, () => [['undefined']]),
      ],
    }),
  omitted_between: () => calling({ args: (args) => args.filter((matrix) => matrix !== undefined) }),
  orientation: () =>
    calling({
      args: (args) =>
        args.map((matrix) => (isMatrix(matrix) && matrix!.length === 1 ? matrix![0]!.map((cell) => [cell]) : matrix)),
    }),
  spill: () => (book) => void Object.assign(book.calculation, { blocks: () => true }),
  nested: () => calling({ args: cells((value) => (value === 123456 ? null : value)) }),
  two_calls: () =>
    calling({
      result: (value, call, calls) =>
        calls.find(({ address }) => address === call.address) === call ? value : new CellError('#N/A'),
    }),
  chain: () => calling({ args: cells((value) => (value === 7002 ? null : value)) }),
  own_error: () =>
    calling({
      result: shown((value, { args }) =>
        isError(value, '#NUM!') && args[0]![0]![0] !== -7 ? new CellError('#VALUE!') : value,
      ),
    }),
  message: () =>
    calling({ result: shown((value) => (isError(value, '#N/A') && value.message ? value.message : value)) }),
  iferror: () => calling({ result: shown((value, { args }) => (args[0]?.[0]?.[0] === -7 ? 0 : value)) }),
  code: () => entering((entry) => (entry === '000001' ? 1 : entry)),
  formula_as_text: () => entering((entry) => (entry === '="=1+1"' ? '=1+1' : entry)),
  error_written: () => entering((entry) => (entry === '=#N/A' ? '#N/A (text)' : entry)),
  empty_written: () => entering((entry) => (entry === '=""' ? '' : entry)),
  formula_back: () => (book) => {
    const formulaAt = book.formulaAt.bind(book);
    book.formulaAt = (...place) => {
      const content = formulaAt(...place);
      return typeof content === 'string' ? content.replace('RZRQ.', '_xldudf_RZRQ_') : content;
    };
  },
  format: () => (book) => {
    const setNumberFormats = book.setNumberFormats.bind(book);
    book.setNumberFormats = (sheet, area, format) =>
      setNumberFormats(sheet, area, typeof format === 'string' ? format.replace('[Red]', '') : format);
  },
  edit: forgetful,
  note: () => (book) => {
    book.xmlParts.get = () => '';
  },
  name: () => (book) => {
    Object.defineProperty(book, 'names', { get: () => [], set: () => undefined, configurable: true });
  },
  selection: () => (book) => {
    const select = book.select.bind(book);
    book.select = (sheet) => select(sheet, cellArea(0, 0));
  },
  event: () => (book) => {
    book.events = { ...book.events, changed: () => undefined, calculated: () => undefined };
  },
  copy: () => (book) => {
    const copySheet = book.copySheet.bind(book);
    book.copySheet = (...which) => {
      const copy = copySheet(...which);
      copy.cells.clear();
      return copy;
    };
  },
  filter: () => (book) => {
    book.filter = () => undefined;
  },
};

test('in a whole host every check agrees, and the sheet says so', async () => {
  const result = await selfTest();
  expect(failed(result)).toEqual([]);
  const { name } = result.sheet;
  expect(name).toBe('RZRQ 自检');
  expect(opened.book.values(`'${name}'!H5:H${CHECKS.length + 4}`).flat()).toEqual(CHECKS.map(() => PASSED));
  expect(opened.book.xmlParts.size).toBe(0);
  expect(opened.book.sheets).toHaveLength(2);
});

test('there is a defect for each check', () => expect(Object.keys(DEFECTS)).toEqual(CHECKS.map(({ id }) => id)));

/** One by one where there is time; in groups that must not touch any check but their own. */
const AT_ONCE = cases(7, 1);
const ids = Object.keys(DEFECTS);
const count = Math.ceil(ids.length / AT_ONCE);
const groups = Array.from({ length: count }, (_, i) => ids.filter((__, j) => j % count === i));

test.each(groups.map((group) => [group]))('a host with %j fails these checks alone', async (group) => {
  for (const id of group) DEFECTS[id]!()(opened.book);
  const result = await selfTest();
  expect(failed(result)).toEqual(group);
  const marks = opened.book.values(`'${result.sheet.name}'!H5:H${CHECKS.length + 4}`).flat();
  expect(marks).toEqual(CHECKS.map(({ id }) => (group.includes(id) ? FAILED : PASSED)));
});

test('the report names the host, our version and what differs, and no cell of the workbook', async () => {
  opened.book.type('Sheet1!A1', [['内部账户 12345']]);
  calling({ args: cells((value) => value ?? 0) })(opened.book);
  const result = await selfTest('en');
  const report = reportOf(result, ['Excel PC 16.0.1'], 'en', new Date(Date.UTC(2026, 10, 28)));
  expect(report).toContain(`Self-test of the RZRQ functions ${VERSION}, 2026-11-28T00:00:00.000Z`);
  expect(report).toContain('Excel PC 16.0.1');
  expect(report).toContain(`${CHECKS.length - 1} of ${CHECKS.length} agree`);
  expect(report).toContain('✗ blank (a blank row): expected "", got 0');
  expect(report).not.toContain('12345');
});

test('a host that refuses in the middle keeps nothing of it', async () => {
  opened.book.failWrite(20);
  const ending = await runSelfTest(officeWorkbook(), 'zh');
  expect(ending.status).toBe('failed');
  expect(opened.book.sheets).toHaveLength(1);
});
