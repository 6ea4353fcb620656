import { formula } from '../catalogue/define';
import {
  direct_return,
  forced_return,
  negative_adjustment,
  optional,
  positive_adjustment,
  returned_by_buying,
  surplus_transfer,
} from '../catalogue/params';
import { SSE_PUBLICATION } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const LENDING_QTY_RETURNED = formula({
  id: 'LENDING_QTY_RETURNED',
  params: [
    returned_by_buying,
    direct_return,
    forced_return,
    optional(positive_adjustment, 0),
    optional(negative_adjustment, 0),
    optional(surplus_transfer, 0),
  ],
  compute: ({ by_buying, direct, forced, positive_adjustment, negative_adjustment, surplus_transfer }) =>
    by_buying.plus(direct).plus(forced).plus(positive_adjustment).minus(negative_adjustment).minus(surplus_transfer),
});

export const words: Words<typeof LENDING_QTY_RETURNED> = {
  family: 'daily',
  title: { en: 'Quantity returned', zh: '融券偿还量' },
  doc: {
    en: 'Quantity returned on the day: bought back, direct and forced, with adjustments, less surplus.',
    zh: '当日融券偿还量：买券还券、直接还券、强制平仓及权益调整，减余券划转。',
  },
  returns: 'quantity',
  formula: {
    en: 'returned = by buying + direct + forced liquidation + positive adjustment − negative adjustment − surplus transfer',
    zh: '本日融券偿还量 = 买券还券量 + 直接还券量 + 融券强制平仓量 + 融券正权益调整 − 融券负权益调整 − 余券应划转量',
  },
  sources: [SSE_PUBLICATION],
  examples: [
    {
      title: { en: 'All six parts', zh: '六个组成部分' },
      args: {
        by_buying: 500000,
        direct: 120000,
        forced: 3000,
        positive_adjustment: 200,
        negative_adjustment: 100,
        surplus_transfer: 700,
      },
      result: 622400,
    },
    {
      title: { en: 'Bought back only', zh: '只有买券还券' },
      args: { by_buying: '30.66万股', direct: 0, forced: 0 },
      result: 306600,
    },
    {
      title: { en: 'A corporate action can make it negative', zh: '权益调整可使其为负' },
      args: { by_buying: 0, direct: 0, forced: 0, positive_adjustment: 0, negative_adjustment: 146431 },
      result: -146431,
    },
    {
      title: { en: 'A row past the data stays empty', zh: '数据之后的空行' },
      args: { by_buying: null, direct: null, forced: null },
      result: '',
    },
  ],
  related: ['LENDING_QTY_ROLL', 'LENDING_QTY_RETURNED_IMPLIED', 'FINANCING_REPAYMENT'],
  search: ['rqchl', 'mrg_short_vol_repay', 'sec_refund_value', 'short_repayment_quantity', '余券'],
};
