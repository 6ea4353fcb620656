import { call, fault, installHost, isAssociated } from '../../src/playground/host';

type Fn = (...args: never[]) => unknown;

function associate(fn: Fn): void {
  CustomFunctions.associate('PROBE', fn);
}

const given = (fn: Fn, ...args: Parameters<typeof call>[1]) => {
  associate(fn);
  return call('PROBE', args);
};

beforeAll(installHost);

test('functions are known by their id, in any case', () => {
  associate(() => 1);
  expect(isAssociated('probe')).toBe(true);
  expect(isAssociated('NOBODY')).toBe(false);
  expect(call('NOBODY', [])).toEqual([[fault('#NAME?')]]);
});

test('arguments arrive as copies, omitted ones as null, and the invocation last', () => {
  const seen: unknown[] = [];
  const cells = [[1, 'a', null]];
  given(
    function (this: unknown, ...args: unknown[]) {
      seen.push(this, ...args);
      return 0;
    },
    cells,
    null,
  );
  expect(seen).toEqual([null, cells, null, { functionName: 'PROBE' }]);
  expect(seen[1]).not.toBe(cells);
});

test('an error arrives as a CustomFunctions.Error with its code', () => {
  const returned = given(
    (cells: unknown[][]) => {
      const error = cells[0]![0] as CustomFunctions.Error;
      return error instanceof CustomFunctions.Error ? error.code : 'not an error';
    },
    [[{ type: 'CustomFunctionError', code: '#DIV/0!' }]],
  );
  expect(returned).toEqual([['#DIV/0!']]);
});

describe('results', () => {
  const says = (code: string) => new CustomFunctions.Error(code as CustomFunctions.ErrorCode, 'words');

  test.each<[what: string, fn: Fn, shown: unknown]>([
    ['a number', () => 1.5, [[1.5]]],
    [
      'a block',
      () => [
        [1, 'a'],
        [true, ''],
      ],
      [
        [1, 'a'],
        [true, ''],
      ],
    ],
    ['nothing', () => undefined, [[0]]],
    ['not a number', () => NaN, [[fault('#VALUE!')]]],
    ['infinity', () => Infinity, [[fault('#NUM!')]]],
    ['not a number in a block, as in Excel', () => [[NaN, null]], [[0, 0]]],
    ['no rows', () => [], [[fault('#VALUE!')]]],
    ['rows of different lengths', () => [[1, 2], [3]], [[fault('#VALUE!')]]],
    ['an error with words', () => [[says('#N/A')]], [[fault('#N/A', 'words')]]],
    ['an error whose words Excel drops', () => [[says('#DIV/0!')]], [[{ type: 'Error', basicValue: '#DIV/0!' }]]],
    [
      'a thrown error',
      () => {
        throw says('#VALUE!');
      },
      [[fault('#VALUE!', 'words')]],
    ],
    [
      'an accident',
      () => {
        throw new TypeError('x');
      },
      [[fault('#VALUE!')]],
    ],
    ['what JSON cannot hold', () => [[BigInt(1)]], [[fault('#VALUE!')]]],
    ['a promise', () => Promise.resolve(1), [[fault('#VALUE!')]]],
  ])('%s', (_what, fn, shown) => {
    expect(given(fn)).toEqual(shown);
  });
});
