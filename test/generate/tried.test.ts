import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tried, wrongAnswers } from '../../src/generate/reference/tried';
import type { WorkedExample } from '../support/worked-examples';

const { examples } = JSON.parse(readFileSync(join(__dirname, '../fixtures/worked-examples.json'), 'utf8')) as {
  examples: readonly (WorkedExample & { readonly source: string })[];
};
const figure = (text: string) => Number(text.replace(/[,%]/g, '')) / (text.endsWith('%') ? 100 : 1);

test('the page on testing names every published answer that is wrong and can be looked up', () => {
  expect(tried.answers).toBe(examples.length);
  const wrong = examples.filter(({ status, source }) => status === 'mismatch' && source.startsWith('http'));
  expect(wrongAnswers.map(({ source }) => source)).toEqual(wrong.map(({ source }) => source));
  wrongAnswers.forEach(({ published, right }, i) => {
    expect(figure(published)).toBe(wrong[i]!.published_answer);
    expect(figure(right)).toBeCloseTo(wrong[i]!.recomputed, 2);
  });
});
