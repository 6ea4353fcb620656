import { formula } from '../catalogue/define';
import { debt, optional, other_assets, qty, threshold_line } from '../catalogue/params';
import { SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_CALL_PRICE = formula({
  id: 'FINANCING_CALL_PRICE',
  params: [other_assets, debt, qty, optional(threshold_line, 1.3)],
  compute: ({ other_assets, debt, qty, line }) => {
    const value = line.times(debt).minus(other_assets);
    return value.over(qty).unless(value, '<=0', 'never_on_line');
  },
});

const ANSWER_LIQUIDATION: Source = {
  title: { en: 'An answer on when collateral must be added', zh: '“什么时候需要追加担保物”解答' },
  url: 'https://99.wendadaohang.com/zd/B7t7tvBOe.html',
};

export const words: Words<typeof FINANCING_CALL_PRICE> = {
  family: 'account',
  title: { en: 'Financing call price', zh: '融资触线价' },
  doc: {
    en: 'Price of a security held at which the maintenance ratio falls to the line, all else unchanged.',
    zh: '其他不变时，使维持担保比例降至该线的持有证券价格。',
  },
  returns: 'price',
  formula: { en: 'price = (line × debt − other assets) ÷ quantity', zh: '触线价 =（线 × 总负债 − 其他资产）÷ 数量' },
  params: {
    qty: { en: 'Quantity held of the security', zh: '该证券的持有数量' },
    other_assets: { en: 'Cash and all other securities, in 元', zh: '现金与其他证券市值，元' },
  },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'No fall of this price reaches the line: the other assets suffice.',
        zh: '不会触线：其他资产已足够。',
      },
    },
    { code: '#DIV/0!', when: { en: 'The quantity is 0.', zh: '数量为 0。' } },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: {
        en: 'Debt of 500,000: the call comes at a value of 650,000, 13 a share',
        zh: '负债50万元：市值65万元时触线，即每股13元',
      },
      args: { other_assets: 0, debt: 500000, qty: 50000 },
      result: 13,
      source: ANSWER_LIQUIDATION,
    },
    {
      title: { en: 'With cash of 100,000', zh: '另有现金10万元' },
      args: { other_assets: 100000, debt: 500000, qty: 50000 },
      result: 11,
    },
    {
      title: { en: 'Never on the line', zh: '不会触线' },
      args: { other_assets: 650000, debt: 500000, qty: 50000 },
      result: '#N/A',
    },
  ],
  related: ['LENDING_CALL_PRICE', 'DROP_TO_LINE', 'MAINTENANCE_STATUS'],
  search: ['追保价', '平仓价', '预警价', 'margin call price'],
};
