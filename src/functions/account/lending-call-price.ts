import { formula } from '../catalogue/define';
import { assets, optional, other_debt, qty, threshold_line } from '../catalogue/params';
import { SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_CALL_PRICE = formula({
  id: 'LENDING_CALL_PRICE',
  params: [assets, other_debt, qty, optional(threshold_line, 1.3)],
  compute: ({ assets, other_debt, qty, line }) => {
    const room = assets.minus(line.times(other_debt));
    return room.over(line.times(qty)).unless(room, '<=0', 'already_on_line');
  },
});

export const words: Words<typeof LENDING_CALL_PRICE> = {
  family: 'account',
  title: { en: 'Lending call price', zh: '融券触线价' },
  doc: {
    en: 'Price of a security sold short at which the maintenance ratio falls to the line, all else unchanged.',
    zh: '其他不变时，使维持担保比例降至该线的融券证券价格。',
  },
  returns: 'price',
  formula: { en: 'price = (assets ÷ line − other debt) ÷ quantity', zh: '触线价 =（总资产 ÷ 线 − 其他负债）÷ 数量' },
  params: {
    assets: {
      en: 'Cash, with the short proceeds, and securities, in 元',
      zh: '现金（含融券卖出所得）与证券市值之和，元',
    },
    qty: { en: 'Quantity borrowed of the security', zh: '该证券的融券数量' },
  },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'The other debt alone puts the ratio on the line or below.',
        zh: '已触线：仅其他负债即已使比例不高于该线。',
      },
    },
    { code: '#DIV/0!', when: { en: 'The quantity or the line is 0.', zh: '数量或线为 0。' } },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: { en: '10,000 shares borrowed against assets of 260,000', zh: '资产26万元，融券1万股' },
      args: { assets: 260000, other_debt: 0, qty: 10000 },
      result: 20,
    },
    {
      title: { en: 'Line of 140%, other debt of 50,000', zh: '线140%，其他负债5万元' },
      args: { assets: 260000, other_debt: 50000, qty: 10000, line: '140%' },
      result: 13.571428571428571,
    },
    {
      title: { en: 'On the line at any price', zh: '已触线' },
      args: { assets: 260000, other_debt: 200000, qty: 10000 },
      result: '#N/A',
    },
  ],
  related: ['FINANCING_CALL_PRICE', 'DROP_TO_LINE', 'MAINTENANCE_STATUS'],
  search: ['追保价', '平仓价', '逼空', 'margin call price'],
};
