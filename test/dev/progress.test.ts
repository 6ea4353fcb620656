import { progressOn } from '../../src/dev/progress';

function shownOn(isTTY: boolean, steps: readonly number[]): string[] {
  const written: string[] = [];
  const show = progressOn({ isTTY, write: (text) => written.push(text) });
  steps.forEach(show);
  return written;
}

test('on a terminal one line is written over, and is empty in the end', () => {
  expect(shownOn(true, [0, 0.014, 0.015, 0.5, 0.4, 1])).toEqual(['\r1 %', '\r50 %', '\r     \r']);
});

test('in a log there are four lines at most', () => {
  const steps = Array.from({ length: 101 }, (_, i) => i / 100);
  expect(shownOn(false, steps)).toEqual(['25 %\n', '50 %\n', '75 %\n', '100 %\n']);
  expect(shownOn(false, [0.3, 0.99])).toEqual(['25 %\n', '75 %\n']);
});
