import { pairLines, type Marked } from '../../../src/share/originals/lines';

/** One letter a part; a dot is a blank part. */
const marked = (lines: readonly string[]): Marked => ({
  parts: new Map(
    lines.flatMap((text, line) =>
      /^\.*$/.test(text) ? [] : [[line, [...text].map((part) => (part === '.' ? '' : part))] as const],
    ),
  ),
  end: lines.length,
});
const places = (old: readonly string[], now: readonly string[]) => {
  const { certain } = pairLines(marked(old), marked(now));
  return old.map((_, line) => certain(line) ?? '?');
};

test.each<[what: string, old: string[], now: string[], expected: (number | '?')[]]>([
  ['nothing has changed', ['ax', '..', 'bx', 'cx'], ['ax', '..', 'bx', 'cx'], [0, 1, 2, 3]],
  ['a line was put in above', ['ax', '..', 'bx'], ['..', 'ax', '..', 'bx'], [1, 2, 3]],
  ['a line was put in beside one without marks', ['ax', '..', 'bx'], ['ax', '..', '..', 'bx'], [0, '?', 3]],
  ['a line was taken out', ['ax', 'bx', 'cx'], ['ax', 'cx'], [0, '?', 1]],
  ['the last was taken out', ['ax', 'bx', 'cx'], ['ax', 'bx'], [0, 1, '?']],
  ['a line was added below', ['ax', 'bx'], ['ax', 'bx', 'cx'], [0, 1]],
  ['a line was edited', ['ax', 'bx', 'cx'], ['ax', 'by', 'cx'], [0, 1, 2]],
  ['lines were sorted', ['ax', 'bx', 'cx', 'dx'], ['dx', 'ax', 'cx', 'bx'], [1, 3, 2, 0]],
  [
    'one of the sorted lines was edited, and half of it is left',
    ['ax', 'bx', 'cx', 'dx'],
    ['dx', 'ax', 'cx', 'by'],
    [1, 3, 2, 0],
  ],
  [
    'one of the sorted lines was edited, and less than half of it is left',
    ['axx', 'bxx', 'cxx', 'dxx'],
    ['dxx', 'axx', 'cxx', 'byy'],
    [1, '?', 2, 0],
  ],
  ['a line without marks stood among sorted ones', ['ax', '..', 'cx', 'dx'], ['dx', '..', 'cx', 'ax'], [3, '?', 2, 0]],
  ['a line that was taken out and a new one that is half alike', ['ax', 'bx', 'cx'], ['ax', 'cx', 'dx'], [0, '?', 1]],
  ['no line can be told from another', ['xx', 'xx', 'xx'], ['xx', 'xx'], ['?', '?', '?']],
])('%s', (_, old, now, expected) => {
  expect(places(old, now)).toEqual(expected);
});

test('below all that is used, lines move along with the last', () => {
  const lines = pairLines(marked(['ax', 'bx']), marked(['..', 'ax', 'bx', '..', 'cx']));
  expect([lines.certain(2), lines.certain(5_000)]).toEqual([3, 5_001]);
});

test('where it may be are the places that its neighbours say', () => {
  const lines = pairLines(marked(['ax', '..', 'bx']), marked(['ax', '..', '..', 'bx']));
  expect(lines.candidates(1)).toEqual([1, 2]);
  expect(lines.candidates(2)).toEqual([3]);
});

test('only lines that were moved by themselves are out of order', () => {
  const lines = pairLines(marked(['ax', 'bx', 'cx', 'dx']), marked(['bx', 'cx', 'dx', 'ax']));
  expect([0, 1, 2, 3].map((line) => lines.keepsOrder(line))).toEqual([false, true, true, true]);
});

test('a long sheet of equal rows is paired, too', () => {
  const rows = Array.from({ length: 200_000 }, () => 'xyz');
  const lines = pairLines(marked(['head', ...rows]), marked(['head', ...rows]));
  expect([lines.certain(0), lines.certain(50_000)]).toEqual([0, 50_000]);
});
