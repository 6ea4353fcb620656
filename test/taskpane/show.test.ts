import { words } from '../../src/functions/words';
import type { Rows } from '../../src/formula/meaning/cells';
import { resultCells } from '../../src/taskpane/show';

test('a result reads as its sheet does, column by column', () => {
  const { result, title } = words['ACCOUNT_MONITOR']!.examples[0];
  expect(title.en).toContain('225%');
  const [head, row] = resultCells(result as Rows, 'table');
  const shown = Object.fromEntries(head!.map((heading, j) => [heading, row![j]]));
  expect(shown).toMatchObject({ 账户: '10001', 总资产: '450,000', 维持担保比例: '225.00%', 集中度: '44.44%' });
  expect(resultCells([[42097], [42100]], 'date')).toEqual([['2015-04-03'], ['2015-04-06']]);
  expect(resultCells([[2.25], ['#N/A'], [35.2]], 'ratio')).toEqual([['2.25'], ['#N/A'], ['35.20']]);
});
