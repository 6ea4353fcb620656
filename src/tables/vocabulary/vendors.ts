import type { Vocabulary } from './vocabulary';

export const tushare: Vocabulary = {
  source: 'Tushare',
  words: {
    exchange: ['exchange_id', 'exchange', '交易所代码'],
    date: ['trade_date', 'opDate'],
    code: ['ts_code', 'stockCode', 'code'],
    name: ['name', 'securityAbbr'],
    financing_balance: ['rzye'],
    purchases: ['rzmre'],
    repayments: ['rzche'],
    lending_qty: ['rqyl'],
    sold: ['rqmcl'],
    returned: ['rqchl'],
    lending_balance: ['rqye', 'rqylje'],
    margin_balance: ['rzrqye', 'rzrqjyzl'],
    price: ['close'],
  },
};

/** AkShare's English tables are those of its sources; these are the Chinese words it adds. */
export const akshare: Vocabulary = {
  source: 'AkShare',
  words: {
    exchange: ['市场', '所在市场'],
    date: ['日期', '数据日期', '统计时间', '统计日期'],
    code: ['代码', '股票代码', 'symbol'],
    name: ['名称', '简称', '股票简称', '股票名称', '证券名称'],
    financing_balance: ['融资余额'],
    purchases: ['融资买入额'],
    repayments: ['融资偿还额'],
    lending_qty: ['融券余量'],
    sold: ['融券卖出量'],
    returned: ['融券偿还量'],
    lending_balance: ['融券余额', '融券余量金额'],
    margin_balance: ['融资融券余额', '两融余额'],
    price: ['收盘价', '收盘'],
  },
};

/** get_mtss, and zvt after it: the sec_ fields end in _value and are quantities. */
export const joinquant: Vocabulary = {
  source: 'JoinQuant 聚宽',
  words: {
    date: ['date'],
    code: ['sec_code'],
    financing_balance: ['fin_value'],
    purchases: ['fin_buy_value'],
    repayments: ['fin_refund_value'],
    lending_qty: ['sec_value'],
    sold: ['sec_sell_value'],
    returned: ['sec_refund_value'],
    margin_balance: ['fin_sec_value'],
  },
};

/** finance.STK_MT_TOTAL of whole markets: sec_value is 元 and sec_volume the quantity. */
export const joinquantTotal: Vocabulary = {
  source: 'JoinQuant STK_MT_TOTAL 聚宽',
  words: {
    exchange: ['exchange_code'],
    date: ['date', 'timestamp'],
    financing_balance: ['fin_value'],
    purchases: ['fin_buy_value'],
    lending_qty: ['sec_volume'],
    sold: ['sec_sell_volume'],
    lending_balance: ['sec_value'],
    margin_balance: ['fin_sec_value'],
  },
};

/** Its margin_balance is the financing balance. */
export const rqdata: Vocabulary = {
  source: 'RQData 米筐',
  words: {
    date: ['date'],
    code: ['order_book_id'],
    financing_balance: ['margin_balance'],
    purchases: ['buy_on_margin_value'],
    repayments: ['margin_repayment'],
    lending_qty: ['short_balance_quantity'],
    sold: ['short_sell_quantity'],
    returned: ['short_repayment_quantity'],
    lending_balance: ['short_balance'],
    margin_balance: ['total_balance'],
    price: ['close'],
  },
};

export const wind: Vocabulary = {
  source: 'Wind 万得',
  words: {
    date: ['日期', '交易日期', 'date'],
    code: ['windcode', 'wind_code', '证券代码', '代码'],
    name: ['sec_name', '证券简称', '名称', '简称'],
    financing_balance: ['mrg_long_bal', '融资余额', '期末余额(余量)-融资余额'],
    purchases: ['mrg_long_amt', '融资买入额', '融资买入-买入额'],
    repayments: ['mrg_long_repay', '融资偿还额', '融资买入-偿还额'],
    lending_qty: ['mrg_short_vol_bal', '融券余量', '期末余额(余量)-融券余量'],
    sold: ['mrg_short_vol', '融券卖出量', '融券卖出-卖出量'],
    returned: ['mrg_short_vol_repay', '融券偿还量', '融券卖出-偿还量'],
    lending_balance: ['mrg_short_bal', '融券余额', '期末余额(余量)-融券余额'],
    margin_balance: ['mrg_bal', '融资融券余额'],
    price: ['close', '收盘价'],
  },
};

/** Its MARGIN_BALANCE is both balances together; RZRQYECZ (差值) is their difference and no canonical column. */
export const eastmoney: Vocabulary = {
  source: 'Eastmoney 东方财富',
  words: {
    exchange: ['market', 'market_name', 'trade_market', 'XOB_MARKET_0001', '交易市场'],
    date: ['trade_date', 'date', 'dim_date', 'tdate', 'statistics_date', '交易日期'],
    code: ['secucode', 'security_code', 'scode', '东财代码'],
    name: ['security_name_abbr', 'secname', 'sname', 'security_name'],
    financing_balance: ['rzye', 'fin_balance', '融资余额'],
    purchases: ['rzmre', 'fin_buy_amt', '融资买入额'],
    repayments: ['rzche', 'fin_repay_amt', '融资偿还额'],
    lending_qty: ['rqyl', 'loan_balance_vol', '融券余量'],
    sold: ['rqmcl', 'loan_sell_vol', '融券卖出量'],
    returned: ['rqchl', 'loan_repay_vol', '融券偿还量'],
    lending_balance: ['rqye', 'loan_balance', '融券余额'],
    margin_balance: ['rzrqye', 'margin_balance', '融资融券余额'],
    price: ['spj', 'close', 'close_price', '收盘价', '最新价'],
  },
};

/** Indicator names are followed by what they are asked of: a stock, a fund or an index. */
export const ifind: Vocabulary = {
  source: 'iFinD 同花顺',
  words: {
    date: ['time', '日期', '时间', '交易时间'],
    code: ['thscode', '同花顺代码', '代码'],
    name: ['名称', '证券名称'],
    financing_balance: ['stock', 'fund', 'index'].map((kind) => `ths_margin_trading_balance_${kind}`),
    purchases: ['stock', 'fund', 'index'].map((kind) => `ths_margin_buy_value_${kind}`),
    repayments: ['stock', 'fund', 'index'].map((kind) => `ths_margin_repayment_value_${kind}`),
  },
};
