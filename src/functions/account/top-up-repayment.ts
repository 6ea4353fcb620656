import { formula } from '../catalogue/define';
import { assets, choose, debt, repayment_source, target } from '../catalogue/params';
import { QUESTION_4321750, SSE_RULES } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const TOP_UP_REPAYMENT = formula({
  id: 'TOP_UP_REPAYMENT',
  params: [assets, debt, target, choose(repayment_source, 'sell')],
  compute: ({ assets, debt, target, source }, { of }) => {
    const lacking = target.times(debt).minus(assets);
    if (source === 'cash') return lacking.over(target).max(of(0));
    const above = target.minus(of(1));
    return lacking
      .over(above)
      .max(of(0))
      .unless(above, '<=0', 'target_too_low')
      .unless(assets.minus(debt), '<0', 'cannot_reach_by_selling');
  },
});

export const words: Words<typeof TOP_UP_REPAYMENT> = {
  family: 'account',
  title: { en: 'Debt to be repaid', zh: '应还款金额' },
  doc: {
    en: 'Debt to be repaid so that the maintenance ratio reaches the target.',
    zh: '使维持担保比例达到目标所需偿还的负债金额。',
  },
  returns: 'amount',
  formula: {
    en: 'by selling: (target × debt − assets) ÷ (target − 1); with money from outside: debt − assets ÷ target; never below 0',
    zh: '卖券还款：(目标 × 总负债 − 总资产) ÷ (目标 − 1)；外部资金：总负债 − 总资产 ÷ 目标；不小于 0',
  },
  errors: [
    {
      code: '#N/A',
      when: {
        en: 'Selling everything does not reach the target: assets are below debt.',
        zh: '卖光也达不到：总资产小于总负债。',
      },
    },
    {
      code: '#VALUE!',
      when: {
        en: 'source says direct repayment (直接还款), which is either: choose sell for cash that is in the account, cash for money from outside.',
        zh: '还款来源写“直接还款”，可指两种情形：账户内已有现金选卖券还款，另行转入资金选外部资金。',
      },
    },
    { code: '#NUM!', when: { en: 'Collateral is sold and the target is 1 or less.', zh: '卖券还款而目标不大于 1。' } },
  ],
  remarks: [
    {
      en: 'Cash that is already in the account counts as selling: it leaves assets and debt together.',
      zh: '用账户内已有现金还款按卖券还款计算：资产与负债同时减少。',
    },
    {
      en: 'Commission and taxes of the sale are not in it.',
      zh: '未计入卖出的佣金与税费。',
    },
  ],
  sources: [SSE_RULES],
  examples: [
    {
      title: {
        en: 'Debt of 100,000, assets of 120,000, back to 150% by selling',
        zh: '负债10万元，资产12万元，卖券还款至150%',
      },
      args: { assets: 120000, debt: 100000, target: 1.5 },
      result: 60000,
      source: QUESTION_4321750,
    },
    {
      title: { en: 'The same with money from outside', zh: '同上，外部资金' },
      args: { assets: 120000, debt: 100000, target: 1.5, source: '外部资金' },
      result: 20000,
    },
    {
      title: { en: 'Direct repayment: with whose money?', zh: '直接还款：资金从何而来？' },
      args: { assets: 120000, debt: 100000, target: 1.5, source: '直接还款' },
      result: '#VALUE!',
    },
    {
      title: { en: 'Selling everything is not enough', zh: '卖光也达不到' },
      args: { assets: 90000, debt: 100000, target: 1.5 },
      result: '#N/A',
    },
    {
      title: { en: 'A target of 100%', zh: '目标为100%' },
      args: { assets: 120000, debt: 100000, target: 1 },
      result: '#NUM!',
    },
  ],
  related: ['TOP_UP_COLLATERAL', 'LIQUIDATION_QTY', 'MAINTENANCE_STATUS', 'MAINTENANCE_LEVEL'],
  search: ['卖券还款', '直接还款', '强平', '追保金额', '还款', 'deleverage'],
};
