import type { Vocabulary } from './vocabulary';

/** Files, pages and JSON of the Shanghai exchange. */
export const sse: Vocabulary = {
  source: 'SSE 上交所',
  words: {
    date: ['信用交易日期', 'opDate'],
    code: ['标的证券代码', 'stockCode'],
    name: ['标的证券简称', 'securityAbbr'],
    financing_balance: ['融资余额', 'rzye'],
    purchases: ['融资买入额', 'rzmre'],
    repayments: ['融资偿还额', 'rzche'],
    lending_qty: ['融券余量', 'rqyl'],
    sold: ['融券卖出量', 'rqmcl'],
    returned: ['融券偿还量', 'rqchl'],
    lending_balance: ['融券余量金额', 'rqylje'],
    margin_balance: ['融资融券余额', 'rzrqjyzl'],
  },
};

/** Files, pages and JSON of the Shenzhen exchange, which publishes no repayments. */
export const szse: Vocabulary = {
  source: 'SZSE 深交所',
  words: {
    date: ['交易日期'],
    code: ['证券代码', 'zqdm'],
    name: ['证券简称', 'zqjc'],
    financing_balance: ['融资余额', 'jrrzye'],
    purchases: ['融资买入额', 'jrrzmr'],
    lending_qty: ['融券余量', 'jrrjyl'],
    sold: ['融券卖出量', 'jrrjmc'],
    lending_balance: ['融券余额', 'jrrjye'],
    margin_balance: ['融资融券余额', 'jrrzrjye'],
  },
};

/** Files and JSON of the Beijing exchange, with the columns of Shenzhen. */
export const bse: Vocabulary = {
  source: 'BSE 北交所',
  words: {
    date: ['日期'],
    code: ['证券代码'],
    name: ['证券简称'],
    financing_balance: ['融资余额', 'rzye'],
    purchases: ['融资买入额', 'rzmre'],
    lending_qty: ['融券余量', 'rqyl'],
    sold: ['融券卖出量', 'rqmcl'],
    lending_balance: ['融券余额', 'rqye'],
    margin_balance: ['融资融券余额', 'rzrqye'],
  },
};
