import { formula } from '../catalogue/define';
import {
  direct_repayment,
  forced_repayment,
  negative_adjustment,
  optional,
  positive_adjustment,
  repayment_by_selling,
} from '../catalogue/params';
import { SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const FINANCING_REPAYMENT = formula({
  id: 'FINANCING_REPAYMENT',
  params: [
    direct_repayment,
    repayment_by_selling,
    forced_repayment,
    optional(positive_adjustment, 0),
    optional(negative_adjustment, 0),
  ],
  compute: ({ direct, by_selling, forced, positive_adjustment, negative_adjustment }) =>
    direct.plus(by_selling).plus(forced).plus(positive_adjustment).minus(negative_adjustment),
});

export const words: Words<typeof FINANCING_REPAYMENT> = {
  family: 'daily',
  title: { en: 'Financing repayment', zh: '融资偿还额' },
  doc: {
    en: 'Financing repaid on the day: direct, by selling securities and forced, with the adjustments.',
    zh: '当日融资偿还额：直接还款、卖券还款、强制平仓及权益调整。',
  },
  returns: 'amount',
  formula: {
    en: 'repayment = direct + by selling + forced liquidation + positive adjustment − negative adjustment',
    zh: '本日融资偿还额 = 直接还款额 + 卖券还款额 + 融资强制平仓额 + 融资正权益调整 − 融资负权益调整',
  },
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: { en: 'All five parts', zh: '五个组成部分' },
      args: {
        direct: 1200000,
        by_selling: 3450000.5,
        forced: 80000,
        positive_adjustment: 1500,
        negative_adjustment: 300.25,
      },
      result: 4731200.25,
    },
    {
      title: { en: 'No adjustments', zh: '没有权益调整' },
      args: { direct: '120万', by_selling: '345万', forced: 0 },
      result: 4650000,
    },
    {
      title: { en: 'Text that is no number', zh: '不是数字的文本' },
      args: { direct: '待定', by_selling: 3450000, forced: 0 },
      result: '#VALUE!',
    },
  ],
  related: ['FINANCING_BALANCE_ROLL', 'FINANCING_REPAYMENT_IMPLIED', 'LENDING_QTY_RETURNED'],
  search: ['rzche', 'mrg_long_repay', 'fin_refund_value', 'margin_repayment', 'FIN_REPAY_AMT'],
};
