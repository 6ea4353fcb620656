import { Figures } from '../bench/figures';
import { startWithFunctions } from './built';

test('a series of 2,500 days takes one round, a chain of cells one for every link', async () => {
  const excel = await startWithFunctions();
  try {
    const figures = new Figures();
    const series = await excel.call('FINANCING_BALANCE_SERIES', [
      [[1e9]],
      figures.amounts(2500, 5e7),
      figures.amounts(2500, 5e7),
    ]);
    expect(series).toHaveLength(2500);
    expect(excel.rounds).toBe(1);
    for (let link = 0; link < 3; link++) await excel.call('FINANCING_BALANCE_ROLL', [[[link]], [[1]], [[2]]]);
    expect(excel.rounds).toBe(4);
  } finally {
    excel.close();
  }
});
