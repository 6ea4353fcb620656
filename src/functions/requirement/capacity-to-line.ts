import { formula } from '../catalogue/define';
import { assets, debt, threshold_line } from '../catalogue/params';
import { SSE_RULES, QUESTION_4696796 } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const CAPACITY_TO_LINE = formula({
  id: 'CAPACITY_TO_LINE',
  params: [assets, debt, threshold_line],
  compute: ({ assets, debt, line }, { of }) => {
    const above = line.minus(of(1));
    return assets.minus(line.times(debt)).over(above).max(of(0)).unless(above, '<=0', 'line_too_low');
  },
});

export const words: Words<typeof CAPACITY_TO_LINE> = {
  family: 'requirement',
  title: { en: 'Capacity down to the line', zh: '触线前可融资/可融券金额' },
  doc: {
    en: 'Amount to buy on financing or sell short until the maintenance ratio is down on the line.',
    zh: '维持担保比例降至该线之前还能融资买入或融券卖出的金额。',
  },
  returns: 'amount',
  formula: {
    en: 'capacity = max(0, (assets − line × debt) ÷ (line − 1))',
    zh: '可融资/可融券金额 = max(0, (总资产 − 线 × 总负债) ÷ (线 − 1))',
  },
  errors: [{ code: '#NUM!', when: { en: 'The line is 100% or less.', zh: '线不高于100%。' } }],
  remarks: [
    {
      en: 'A purchase on financing and a short sale alike add their amount to assets and debt, so one figure serves both. It is the limit of the ratio alone: available margin, credit and concentration set their own.',
      zh: '融资买入与融券卖出都使资产与负债同时增加同一金额，故两者同一结果。此处只考虑维持担保比例，保证金可用余额、授信与集中度另有限制。',
    },
    {
      en: '0 on the line or below it. Costs of the trade and later moves of prices are not in it.',
      zh: '恰在线上或低于线时为 0。未计交易费用及其后的价格变动。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: {
        en: '3 million of one’s own, 5.4 million financed, line 150%',
        zh: '自有300万元，已融资540万元，线150%',
      },
      args: { assets: 8400000, debt: 5400000, line: 1.5 },
      result: 600000,
      source: QUESTION_4696796,
      note: {
        en: 'The page prints 1.55 for the ratio of 840 ÷ 540, cut off from 1.5556; what is left down to 150% is ours.',
        zh: '原文把 840 ÷ 540 写作1.55（由1.5556截断）；距150%的余量为本示例推算。',
      },
    },
    {
      title: { en: 'Without debt, down to 200%: as much as one owns', zh: '无负债，降至200%：与自有资产相等' },
      args: { assets: 1000000, debt: 0, line: '200%' },
      result: 1000000,
    },
    {
      title: { en: 'On the line already', zh: '恰在线上' },
      args: { assets: 1300000, debt: 1000000, line: 1.3 },
      result: 0,
    },
    {
      title: { en: 'A line of 100%', zh: '线为100%' },
      args: { assets: 1300000, debt: 1000000, line: 1 },
      result: '#NUM!',
    },
  ],
  related: ['MARGIN_CAPACITY', 'MAINTENANCE_LEVEL', 'STRESSED_RATIO', 'DROP_TO_LINE'],
  search: ['可融资金额', '满仓', '加仓空间', '触线', 'headroom'],
};
