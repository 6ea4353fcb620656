import { startOptions } from '../../src/dev/start-options';

test.each([
  [[], {}, { port: 3000, open: true, build: true }],
  [['--no-open'], {}, { port: 3000, open: false, build: true }],
  [['--no-build'], { PORT: '8080' }, { port: 8080, open: true, build: false }],
  [[], { CI: 'true' }, { port: 3000, open: false, build: true }],
])('%j with %j', (flags, environment, expected) => {
  expect(startOptions(flags, environment)).toEqual(expected);
});

test('an unknown flag and a PORT that is none are refused in one sentence', () => {
  expect(() => startOptions(['--no-opne'], {})).toThrow(
    'Unknown option --no-opne; there are --no-open and --no-build.',
  );
  expect(() => startOptions([], { PORT: 'http' })).toThrow('PORT must be a number, not "http".');
});
