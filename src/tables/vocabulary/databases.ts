import type { Vocabulary } from './vocabulary';

/** 聚源 JYDB, MT_TradingDetail; SecuMarket counts the exchanges. Field list in public ETL code over the database. */
export const jydb: Vocabulary = {
  source: 'JYDB 聚源',
  words: {
    exchange: ['SecuMarket'],
    date: ['TradingDay'],
    code: ['SecuCode'],
    name: ['SecuAbbr'],
    financing_balance: ['FinanceValue'],
    purchases: ['FinanceBuyValue'],
    repayments: ['FinanceRefundValue'],
    lending_qty: ['SecurityVolume'],
    sold: ['SecuritySellVolume'],
    returned: ['SecurityRefundVolume'],
    lending_balance: ['SecurityValue'],
    margin_balance: ['TradingValue'],
  },
};

/** 通联 DataYes, getFstDetail. Its documentation as public code quotes it. */
export const datayes: Vocabulary = {
  source: 'DataYes 通联',
  words: {
    exchange: ['exchangeCD'],
    date: ['tradeDate'],
    code: ['ticker', 'secID'],
    name: ['secShortName'],
    financing_balance: ['finVal'],
    purchases: ['finBuyVal'],
    repayments: ['finRefundVal'],
    lending_qty: ['secVol'],
    sold: ['secSellVol'],
    returned: ['secRefundVol'],
    lending_balance: ['secVal'],
    margin_balance: ['tradeVal'],
  },
};

/** Wind's landing table AShareMarginTrade, whose fields are also its Excel functions; and the field titles of it. */
export const windTables: Vocabulary = {
  source: 'Wind 万得',
  words: {
    date: ['TRADE_DT'],
    code: ['S_INFO_WINDCODE', 'Wind代码', '万得代码'],
    financing_balance: ['S_MARGIN_TRADINGBALANCE'],
    purchases: ['S_MARGIN_PURCHWITHBORROWMONEY'],
    repayments: ['S_MARGIN_REPAYMENTTOBROKER'],
    lending_qty: ['S_MARGIN_SECLENDINGBALANCEVOL'],
    sold: ['S_MARGIN_SALESOFBORROWEDSEC'],
    returned: ['S_MARGIN_REPAYMENTOFBORROWSEC'],
    lending_balance: ['S_MARGIN_SECLENDINGBALANCE'],
    margin_balance: ['S_MARGIN_MARGINTRADEBALANCE'],
  },
};

/** Wind's wset margintradingsizeanalys: its margin_balance is the financing balance. */
export const windSets: Vocabulary = {
  source: 'Wind wset 万得',
  words: {
    date: ['end_date'],
    financing_balance: ['margin_balance', '融资余额'],
    purchases: ['period_bought_amount', '期间买入额'],
    repayments: ['period_paid_amount', '期间偿还额'],
  },
};

/** AmazingData of 银河 and 华锐, MARGIN_FIELDS of its client. */
export const amazingData: Vocabulary = {
  source: 'AmazingData',
  words: {
    date: ['trade_date'],
    code: ['market_code'],
    financing_balance: ['borrow_money_balance'],
    purchases: ['purch_with_borrow_money'],
    repayments: ['repayment_of_borrow_money'],
    lending_qty: ['sec_lending_balance_vol'],
    sold: ['sales_of_borrowed_sec'],
    returned: ['repayment_of_borrow_sec'],
    lending_balance: ['sec_lending_balance'],
    margin_balance: ['margin_trade_balance'],
  },
};

/** 雪球, capital/margin.json; td_date is in milliseconds. */
export const xueqiu: Vocabulary = {
  source: 'Xueqiu 雪球',
  words: {
    date: ['td_date'],
    financing_balance: ['margin_trading_balance'],
    purchases: ['margin_trading_buy_amt'],
    lending_balance: ['short_selling_amt_balance'],
    margin_balance: ['margin_trading_amt_balance'],
  },
};

/** 理杏仁, margin-trading-and-securities-lending (github.com/jackywu/lixinger-tools). */
export const lixinger: Vocabulary = {
  source: 'Lixinger 理杏仁',
  words: {
    code: ['stockCode'],
    financing_balance: ['financingBalance'],
    purchases: ['financingPurchaseAmount'],
    repayments: ['financingRepaymentAmount'],
    lending_qty: ['securitiesMargin'],
    sold: ['securitiesSellVolume'],
    returned: ['securitiesRepaymentVolume'],
    lending_balance: ['securitiesBalance'],
    margin_balance: ['financingSecuritiesBalance'],
  },
};

/** 智兔 and 必盈, hitc/rzrqmx and hitc/rzrqzl. */
export const zhitu: Vocabulary = {
  source: 'Zhitu 智兔',
  words: {
    exchange: ['market'],
    date: ['t'],
    code: ['dm'],
    name: ['mc'],
    financing_balance: ['rzye'],
    purchases: ['rzmre', 'rzmr'],
    repayments: ['rzche', 'rzch'],
    lending_qty: ['rqyl'],
    sold: ['rqmcl'],
    returned: ['rqchl'],
  },
};

/** QUANTAXIS, QA_fetch_get_margin_all; its column sse holds sh or sz. */
export const quantaxis: Vocabulary = {
  source: 'QUANTAXIS',
  words: {
    exchange: ['sse'],
    financing_balance: ['leveraged_balance'],
    purchases: ['leveraged_buyout'],
    repayments: ['leveraged_payoff'],
    lending_qty: ['margin_left'],
    sold: ['margin_sell'],
    returned: ['margin_repay'],
  },
};

/** English names that public ETL projects give to the exchanges' columns; margin_balance is the financing balance. */
export const projects: Vocabulary = {
  source: 'ETL',
  words: {
    exchange: ['exchange_code'],
    code: ['symbol'],
    financing_balance: ['margin_balance'],
    purchases: ['margin_buy_amount'],
    repayments: ['margin_repay_amount'],
    lending_qty: ['short_balance_volume'],
    sold: ['short_sell_volume'],
    returned: ['short_repay_volume'],
    lending_balance: ['short_balance_amount'],
    margin_balance: ['margin_short_balance'],
  },
};
