import type { Vocabulary } from './vocabulary';

/** What people write over their own columns. */
export const plain: Vocabulary = {
  source: 'plain 通用',
  words: {
    exchange: ['exchange', '交易所', '市场'],
    date: ['date', 'day', '日期', '交易日', '交易日期'],
    code: ['code', 'ticker', '代码', '证券代码', '股票代码', '标的代码'],
    name: ['name', '名称', '证券名称', '股票名称', '标的名称', '标的简称'],
    purchases: ['融资买入', '融资买入金额'],
    repayments: ['融资偿还', '融资偿还金额'],
    sold: ['融券卖出', '融券卖出数量'],
    returned: ['融券偿还', '融券偿还股', '融券偿还数量'],
    lending_qty: ['融券余量数量', '融券余股'],
    margin_balance: ['两融余额', '融资融券余额合计'],
    price: ['closing_price', '收盘价'],
    amount_unit: ['unit', '单位'],
    qty_unit: ['quantity_unit'],
  },
};

/**
 * Words without 融资 and 融券, as a page leaves them when the cells above are lost; only beside words that say of which
 * they are. A bare 余额 is of what stands behind it.
 */
export const bare: Vocabulary = {
  source: 'bare 省略',
  words: {
    financing_balance: ['余额'],
    lending_balance: ['余额'],
    purchases: ['买入额'],
    repayments: ['偿还额'],
    lending_qty: ['余量'],
    sold: ['卖出量'],
    returned: ['偿还量'],
  },
};
