import type { Text } from '../../language';

/** Where a formula, a rule or a figure comes from. */
export interface Source {
  readonly title: Text;
  /** The day of the text or of the figures, as far as it is known. */
  readonly date?: string;
  readonly url?: string;
  /** Nobody here has read the original: said wherever the source is shown. */
  readonly unverified?: true;
  /** How a row of a dated table is known: read in the notice, quoted by somebody who is named, or not found. */
  readonly known?: Text;
}

export const SSE_PUBLICATION: Source = {
  title: {
    en: 'SSE, margin trading data page: notes on how the published figures follow from one another',
    zh: '上海证券交易所“融资融券交易汇总及明细数据”页面的数据说明',
  },
  url: 'https://www.sse.com.cn/market/othersdata/margin/sum/',
};

export const SZSE_PUBLICATION: Source = {
  title: {
    en: 'SZSE, margin trading data page: notes on quantity and balance',
    zh: '深圳证券交易所“融资融券交易总量及明细”页面的数据说明',
  },
  url: 'https://www.szse.cn/disclosure/margin/margin/index.html',
};

export const DAILY_601628: Source = {
  title: {
    en: 'China Life (601628), SSE margin data of 2014-01-15, as published by Vsat Finance',
    zh: '维赛特财经：中国人寿（601628）2014年01月15日融资融券数据（上海证券交易所）',
  },
  date: '2014-01-15',
};

export const DAILY_601989: Source = {
  title: {
    en: 'China Shipbuilding Industry (601989), SSE margin data of April 2015, as printed in the tushare documentation',
    zh: '中国重工（601989）2015年4月上交所融资融券明细，见 tushare 文档',
  },
  date: '2015-04-17',
  url: 'https://github.com/waditu/tushare',
};

export const SZSE_DETAIL_2015: Source = {
  title: {
    en: 'SZSE margin data by security of 2015-04-20, as printed in the tushare documentation',
    zh: '2015年4月20日深交所融资融券交易明细，见 tushare 文档',
  },
  date: '2015-04-20',
  url: 'https://github.com/waditu/tushare',
};

export const SSE_SUMMARY_2015: Source = {
  title: {
    en: 'SSE market totals of April 2015, as printed in the tushare documentation',
    zh: '2015年4月上交所融资融券汇总数据，见 tushare 文档',
  },
  date: '2015-04-17',
  url: 'https://github.com/waditu/tushare',
};

export const GUSHIBA_ANSWERS: Source = {
  title: {
    en: 'Gushiba: “What does the lending balance of a stock mean, what is the margin balance?” (a collection of answers)',
    zh: '股识吧：“融券的股票余额是什么意思，什么是融资融券余额？”',
  },
};

export const ZHIDAO_601628: Source = {
  title: {
    en: 'Baidu Zhidao: how financing balance, purchases, lending balance, quantity sold and margin balance belong together',
    zh: '百度知道：“融资融券数据中 融资余额 融资买入额 融券余额 融券卖出量 融资融券余额之间的关系是什么,有什么作用?”',
  },
  date: '2015-09-14',
};

export const INTEREST_ANSWERS: Source = {
  title: {
    en: 'Cofool, answers 1858819 and 3002790: interest runs over calendar days, the first counts, the last does not, at least one',
    zh: '叩富问财，第 1858819、3002790 号回答：按自然日计息，算头不算尾，不足一天按一天',
  },
};

export const CONTRACT_INTEREST: Source = {
  title: {
    en: 'Required terms of margin contracts (SAC), article 8: interest and term by the calendar days used',
    zh: '《融资融券合同必备条款》第八条：利息与期限按实际使用的自然日天数计算',
  },
};

export const FEE_OF_ZHONGSHAN: Source = {
  title: {
    en: 'Zhongshan Securities: margin trading, fee on lent securities',
    zh: '中山证券：融资融券业务说明（融券费用）',
  },
  url: 'https://zszq.com/rzrq/article/1199',
};

export const CONTRACT_TERM: Source = {
  title: {
    en: 'SZSE, English page on margin trading: a contract runs at most six months and may be rolled over before it ends (read in a mirror)',
    zh: '深圳证券交易所英文网站融资融券说明：合约期限最长六个月，到期前可申请展期（据镜像）',
  },
  unverified: true,
};

export const EASTMONEY_MARGIN: Source = {
  title: {
    en: 'Eastmoney data centre, margin trading: the fields RZJME, RQJMG, RZYEZB',
    zh: '东方财富网数据中心“融资融券”：字段 RZJME、RQJMG、RZYEZB',
  },
};

export const MARKET_USAGE: Source = {
  title: {
    en: 'Usage of market commentary; no exchange rule defines the figure',
    zh: '市场评论惯用算法，交易所规则未作规定',
  },
  unverified: true,
};

/** Of the articles of 2023 only the number of the one on the financing ratio is known, 39; so none is named. */
export const SSE_RULES: Source = {
  title: {
    en: 'SSE, Detailed Rules for Margin Trading and Securities Lending, revised in 2023 (SSE 2023 No. 41); formulas as quoted from articles 38 to 42 of the text of 2019',
    zh: '《上海证券交易所融资融券交易实施细则（2023年修订）》（上证发〔2023〕41号）；公式转引自2019年文本第三十八条至第四十二条',
  },
  date: '2023-02-17',
  url: 'https://www.sse.com.cn/lawandrules/sselawsrules2025/trade/specific/margin/c/c_20250616_10782015.shtml',
};

export const BROKER_RATIOS: Source = {
  title: {
    en: 'Zhongshan Securities: how the margin ratio of a security is set',
    zh: '中山证券：融资融券保证金比例的确定',
  },
  url: 'https://zszq.com/rzrq/article/1181',
};

export const SZSE_SUMMARY_2015: Source = {
  title: {
    en: 'SZSE market totals of January 2015, as printed in the tushare documentation',
    zh: '2015年1月深交所融资融券汇总数据，见 tushare 文档',
  },
  date: '2015-01-16',
  url: 'https://github.com/waditu/tushare',
};

export const BSE_SUMMARY_2026: Source = {
  title: {
    en: 'BSE market total of 2026-07-21, as printed in the AkShare documentation (stock_margin_bse)',
    zh: '2026年7月21日北交所融资融券汇总数据，见 AkShare 文档（stock_margin_bse）',
  },
  date: '2026-07-21',
};

export const VENDOR_FIELDS: Source = {
  title: {
    en: 'Field lists of Tushare, AkShare, JoinQuant, RQData, Wind and Eastmoney for margin data',
    zh: 'Tushare、AkShare、聚宽、米筐、Wind 与东方财富的融资融券字段说明',
  },
};

export const ADVISER_2216768: Source = {
  title: { en: 'An adviser’s worked example of a margin call, no. 2216768', zh: '投资顾问追保算例，第 2216768 号' },
  url: 'https://licai.jiantou8.com/user/guide_view_2216768.html',
};

export const QUESTION_4321750: Source = {
  title: {
    en: 'Examination question on repayment after a margin call, no. 4321750',
    zh: '“追保还款”试题，第 4321750 号',
  },
  url: 'http://iba1gt5.cn/tiku/shiti/4321750.html',
};

export const QUESTION_4696796: Source = {
  title: {
    en: 'A page on the largest amount that can be financed, no. 4696796',
    zh: '“最多可融资多少”网页，第 4696796 号',
  },
  url: 'http://www.jzstv.com/wd/4696796.html',
};

export const GUIDE_2586463: Source = {
  title: {
    en: 'Cofool, guide 2586463: the maintenance ratio as prices fall',
    zh: '叩富问财，第 2586463 号文章：股价下跌时的维持担保比例',
  },
  url: 'https://licai.cofool.com/user/guide_view_2586463.html',
};

export const QUESTION_225: Source = {
  title: {
    en: 'Examination question on the maintenance ratio: 150,000 元 in cash, 5,000 shares at 20, 20,000 financed shares at 10; the answer is 225%',
    zh: '维持担保比例试题：现金 15 万元、5000 股每股 20 元、融资买入 20000 股每股 10 元，答案为 225%',
  },
  url: 'https://274949.com/1410/t15607202.html',
};

export const DAILY_2026: Source = {
  title: {
    en: 'Margin data by security of January 2026, as Tushare delivers them (financial-data-hub)',
    zh: '2026年1月融资融券交易明细，Tushare 数据（financial-data-hub）',
  },
  date: '2026-01-30',
  url: 'https://github.com/tianqin0414/financial-data-hub',
};
