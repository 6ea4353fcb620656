import { LONGEST_WAIT, eventually } from '../support/within';
import { FLAGS } from './host/protocol';
import { type RunningExcel, type StartOptions, startExcel } from './host/start';

const SOURCE = `
  const failure = (code, message) => new CustomFunctions.Error(CustomFunctions.ErrorCode[code], message);
  const results = {
    number: () => 0.3, text: () => 'x', truth: () => true, blank: () => null, nothing: () => undefined,
    matrix: () => [[1, 'a'], [null, 2]], ragged: () => [[1, 2], [3]], flat: () => [1, 2], empty: () => [],
    nan: () => NaN, infinity: () => Infinity, nanInside: () => [[NaN, Infinity]],
    date: () => new Date(0), decimal: () => ({ toJSON: () => '1.5' }), double: () => ({ type: 'Double', basicValue: 0.05, numberFormat: '0.00%' }),
    throwValue: () => { throw failure('invalidValue', '参数不对'); },
    throwNotAvailable: () => { throw failure('notAvailable', '缺'); },
    throwDivision: () => { throw failure('divisionByZero'); },
    throwNumber: () => { throw failure('invalidNumber'); },
    throwNull: () => { throw failure('nullReference'); },
    throwReference: () => { throw failure('invalidReference'); },
    returnError: () => failure('notAvailable', '缺'),
    returnNumberError: () => failure('invalidNumber', 'not carried'),
    errorInside: () => [[1, failure('divisionByZero')]],
    throwPlain: () => { throw new Error('lost'); },
    throwText: () => { throw 'kept'; },
    returnPlain: () => new Error('text'),
    resolve: () => Promise.resolve(7),
    reject: () => Promise.reject(failure('invalidValue', '参数不对')),
    rejectPlain: () => Promise.reject(new Error('lost')),
  };
  CustomFunctions.associate('RESULT', (name) => results[name]());
  CustomFunctions.associate('ADD', (a, b) => a + b);
  CustomFunctions.associate('SEEN', (...args) => JSON.stringify(args.slice(0, -1)));
  CustomFunctions.associate('CODE', (x) => (x instanceof CustomFunctions.Error ? x.code : 'no error'));
  CustomFunctions.associate('COUNT', (step, invocation) => {
    let n = 0;
    const timer = setInterval(() => invocation.setResult((n += step)), 10);
    invocation.onCanceled = () => clearInterval(timer);
  });
  CustomFunctions.associate('BIGINT', () => 10n);
  var errorAtLoad = typeof CustomFunctions.Error;
`;

const running: RunningExcel[] = [];
const start = async (options: StartOptions = {}): Promise<RunningExcel> => {
  const excel = await startExcel({ bundles: [{ source: SOURCE }], ...options });
  running.push(excel);
  return excel;
};
afterAll(() => running.forEach((excel) => excel.close()));

let excel: RunningExcel;
beforeAll(async () => {
  excel = await start();
});

test('office.js takes the host for desktop Excel', () => {
  expect(excel.info).toMatchObject({ host: 'Excel', platform: 'PC' });
  expect(excel.window.Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.3')).toBe(true);
  expect(typeof excel.window.Excel).toBe('object');
  expect(excel.warnings).toEqual([]);
});

test('while the page loads there is associate and no CustomFunctions.Error yet', () => {
  expect(excel.window.errorAtLoad).toBe('undefined');
  expect(typeof excel.window.CustomFunctions.Error).toBe('function');
});

test.each(['zh-CN', 'en-US'] as const)('the display language is that of Excel: %s', async (locale) => {
  const localised = await start({ locale });
  expect(localised.window.Office.context.displayLanguage).toBe(locale);
});

describe('what Excel receives', () => {
  const error = (basicValue: string, errorType: string, message?: string) => ({
    type: 'Error',
    valueType: 'CustomFunctionError',
    code: basicValue,
    basicType: 'Error',
    basicValue,
    errorType,
    ...(message ? { message } : {}),
  });
  const expected: Readonly<Record<string, readonly unknown[]>> = {
    number: [true, 0.3],
    text: [true, 'x'],
    truth: [true, true],
    blank: [true, null],
    nothing: [true, null],
    matrix: [
      true,
      [
        [1, 'a'],
        [null, 2],
      ],
    ],
    ragged: [true, [[1, 2], [3]]],
    flat: [true, [1, 2]],
    empty: [true, []],
    nan: [false, 'NaN', 0],
    infinity: [false, 'Infinity', 6],
    nanInside: [true, [[null, null]]],
    date: [true, '1970-01-01T00:00:00.000Z'],
    decimal: [true, '1.5'],
    double: [true, { type: 'Double', basicValue: 0.05, numberFormat: '0.00%' }],
    throwValue: [false, '参数不对', 7],
    throwNotAvailable: [false, '缺', 1],
    throwDivision: [false, expect.anything(), 5],
    throwNumber: [false, expect.anything(), 6],
    throwNull: [false, expect.anything(), 8],
    throwReference: [false, expect.anything(), 7],
    returnError: [true, error('#N/A', 'NotAvailable', '缺')],
    returnNumberError: [true, error('#NUM!', 'Num')],
    errorInside: [true, [[1, error('#DIV/0!', 'Div0')]]],
    throwPlain: [false, '', 2],
    throwText: [false, 'kept', 2],
    returnPlain: [false, 'Error: text {}', 0],
    resolve: [true, 7],
    reject: [false, '参数不对', 7],
    rejectPlain: [false, '', 3],
  };
  const received = new Map<string, unknown[]>();
  beforeAll(async () => {
    const names = Object.keys(expected);
    const results = await excel.batch(names.map((name) => ({ name: 'RESULT', args: [name] })));
    results.forEach((result, i) => received.set(names[i]!, result.slice(1, result[1] ? 3 : 4)));
  });

  test.each(Object.keys(expected))('%s', (name) => {
    expect(received.get(name)).toEqual(expected[name]);
  });

  test('a function nobody associated fails without a word', async () => {
    const [result] = await excel.batch([{ name: 'NOSUCH', args: [] }]);
    expect(result!.slice(1, 4)).toEqual([false, '', 2]);
  });
});

test('what the cells show', async () => {
  expect(await excel.call('RESULT', ['matrix'])).toEqual([
    [1, 'a'],
    [0, 2],
  ]);
  expect(await excel.call('RESULT', ['double'])).toBe(0.05);
  expect(await excel.call('RESULT', ['throwValue'])).toEqual({ error: '#VALUE!', message: '参数不对' });
  expect(await excel.call('RESULT', ['throwNumber'])).toEqual({ error: '#NUM!' });
  expect(await excel.call('RESULT', ['errorInside'])).toEqual([[1, { error: '#DIV/0!' }]]);
  expect(await excel.call('RESULT', ['throwPlain'])).toEqual({ error: '#VALUE!' });
});

describe('what a function receives', () => {
  test('arguments as JSON, null for omitted ones, nothing else but the invocation', async () => {
    expect(
      await excel.call('SEEN', [
        [
          [1, 'a'],
          [null, true],
        ],
        null,
      ]),
    ).toBe('[[[1,"a"],[null,true]],null]');
  });

  test('an error, when errors are allowed, is a CustomFunctions.Error', async () => {
    const argument = { type: 'CustomFunctionError', code: '#DIV/0!' };
    expect(await excel.call('CODE', [argument], { flags: FLAGS.errors })).toBe('#DIV/0!');
    expect(await excel.call('CODE', [argument])).toBe('no error');
  });

  test('a formatted number, when data types are allowed, is an object with basicValue', async () => {
    const argument = { value: JSON.stringify({ type: 'Double', basicValue: 1.5, numberFormat: '0.0' }) };
    expect(await excel.call('SEEN', [[[argument]]], { flags: FLAGS.dataTypes })).toBe(
      '[[[{"type":"Double","basicValue":1.5,"numberFormat":"0.0"}]]]',
    );
  });
});

test('streaming values arrive until the call is cancelled', async () => {
  const seen: unknown[] = [];
  const stream = await excel.stream({ name: 'COUNT', args: [1], flags: FLAGS.cancelable | FLAGS.streaming }, (result) =>
    seen.push(result[2]),
  );
  await eventually(LONGEST_WAIT, 'two streamed values', () => seen.length >= 2);
  await stream.cancel();
  expect(seen[0]).toBeGreaterThan(0);
  expect(seen[1]).toBeGreaterThan(seen[0] as number);
});

test('a thousand calls of one batch take one round, a chain takes one each', async () => {
  const fresh = await start();
  await fresh.batch(Array.from({ length: 1000 }, (_, i) => ({ name: 'ADD', args: [i, 1] })));
  expect(fresh.rounds).toBe(1);
  let value: unknown = 0;
  for (let i = 0; i < 3; i++) value = await fresh.call('ADD', [value, 1]);
  expect(value).toBe(3);
  expect(fresh.rounds).toBe(4);
});

test('a round costs at least 200 ms with the feature switches of a current Excel, at least 500 ms without', async () => {
  const shortest = async (features: readonly number[]): Promise<number> => {
    const host = await start({ features });
    await host.call('ADD', [0, 0]);
    const rounds: number[] = [];
    for (let i = 0; i < 3; i++) {
      const begin = performance.now();
      await host.call('ADD', [i, 1]);
      rounds.push(performance.now() - begin);
    }
    return Math.min(...rounds);
  };
  const [current, old] = await Promise.all([shortest([1, 2, 3, 4]), shortest([])]);
  expect(current).toBeGreaterThan(190);
  expect(old).toBeGreaterThan(490);
  expect(current).toBeLessThan(old);
});

test('the latency of the host is part of a round', async () => {
  const slow = await start({ latencyMs: 300 });
  await slow.call('ADD', [0, 0]);
  const begin = performance.now();
  await slow.call('ADD', [1, 1]);
  expect(performance.now() - begin).toBeGreaterThan(590);
});

test('a BigInt stalls every result that comes after it: the host sees none within two seconds', async () => {
  const poisoned = await start();
  const results = poisoned.batch([
    { name: 'BIGINT', args: [] },
    { name: 'ADD', args: [1, 1] },
  ]);
  const waited = await Promise.race([results, new Promise((resolve) => setTimeout(() => resolve('nothing'), 2000))]);
  expect(waited).toBe('nothing');
});
