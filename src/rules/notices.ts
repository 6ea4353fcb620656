/** What the rows of the dated tables rest on: the notice itself, or the exchange's or press report of it that was read. */
export interface Notice {
  readonly title: { readonly en: string; readonly zh: string };
  /** The day of publication. */
  readonly date: string;
  readonly url?: string;
  /** What else has to be said about the row, above all about contracts that were open already. */
  readonly note?: { readonly en: string; readonly zh: string };
}

export type NoticeId =
  | 'launch_2010'
  | 'general_rules_2011'
  | 'revision_2015_07'
  | 'financing_2015_11'
  | 'high_pe_2016'
  | 'bse_rules_2022'
  | 'financing_2023_08'
  | 'lending_2023_10'
  | 'lending_2024_07'
  | 'financing_2026_01';

export const notices: Readonly<Record<NoticeId, Notice>> = {
  launch_2010: {
    title: {
      en: 'SSE and SZSE, pilot rules for margin trading and securities lending of 2006, applied from the start of trading',
      zh: '上交所、深交所《融资融券交易试点实施细则》（2006年），自业务启动起适用',
    },
    date: '2010-03-31',
    url: 'https://mondovisione.com/media-and-resources/news/shanghai-and-shenzhen-stock-exchanges-pilot-margin-trading-and-securities-lendin-2011124',
  },
  general_rules_2011: {
    title: {
      en: 'SSE and SZSE, Detailed Rules for Margin Trading and Securities Lending of 2011, which replaced the pilot rules',
      zh: '上交所、深交所《融资融券交易实施细则》（2011年），取代试点细则',
    },
    date: '2011-11-25',
  },
  revision_2015_07: {
    title: {
      en: 'SSE and SZSE, Detailed Rules for Margin Trading and Securities Lending, revised in 2015',
      zh: '上交所、深交所《融资融券交易实施细则》（2015年修订）',
    },
    date: '2015-07-01',
  },
  financing_2015_11: {
    title: {
      en: 'SSE and SZSE raise the financing margin ratio from 50% to 100%',
      zh: '上交所、深交所修改融资融券交易实施细则，融资保证金最低比例由50%提高至100%',
    },
    date: '2015-11-13',
    url: 'https://mondovisione.com/media-and-resources/news/shanghai-stock-exchange-and-shenzhen-stock-exchange-increase-margin-ratio-for-s-20151116',
  },
  high_pe_2016: {
    title: {
      en: 'SSE and SZSE set the conversion rate of shares with a static P/E of 300 or more, or below 0, to 0%',
      zh: '上交所、深交所修改融资融券交易实施细则，静态市盈率300倍以上或为负数的股票折算率调整为0%',
    },
    date: '2016-12-02',
    url: 'https://mondovisione.com/media-and-resources/news/shanghai-stock-exchange-shenzhen-stock-exchange-to-adjust-the-requirement-for-m-2016126',
    note: {
      en: 'contracts opened by the close of 2016-12-09, and their roll-overs, need no further margin on its account',
      zh: '2016-12-09 收市前开仓的合约及其展期无须因此补足保证金',
    },
  },
  bse_rules_2022: {
    title: {
      en: 'BSE, Detailed Rules for Margin Trading and Securities Lending (read in the draft of 2022-09-02)',
      zh: '《北京证券交易所融资融券交易细则》（所读为 2022-09-02 征求意见稿）',
    },
    date: '2022-11-11',
    url: 'https://www.nasdaq.com/articles/beijing-stock-exchange-drafts-rules-for-margin-lending-short-selling',
    note: { en: 'trading began on that day', zh: '当日业务启动' },
  },
  financing_2023_08: {
    title: {
      en: 'The exchanges lower the financing margin ratio from 100% to 80% after the close of 2023-09-08',
      zh: '交易所修改融资融券交易规则，自 2023-09-08 收市后融资保证金最低比例由100%降低至80%',
    },
    date: '2023-08-27',
    url: 'https://mondovisione.com/news/shenzhen-stock-exchange-moderately-reduces-the-financing-margin-ratio-to-promot-2023830',
    note: {
      en: 'a broker may keep a higher ratio for contracts that were open',
      zh: '存量合约是否下调由证券公司与投资者约定',
    },
  },
  lending_2023_10: {
    title: {
      en: 'Notice on optimizing securities lending and refinancing arrangements',
      zh: '《关于优化融券交易和转融通证券出借交易相关安排的通知》',
    },
    date: '2023-10-14',
    note: {
      en: 'contracts open before it keep the ratio they had',
      zh: '实施前尚未了结的融券合约仍按原规定执行',
    },
  },
  lending_2024_07: {
    title: {
      en: 'Notice on adjusting the margin ratio for securities lending',
      zh: '《关于调整融券交易保证金比例的通知》',
    },
    date: '2024-07-10',
    url: 'https://www.cls.cn/detail/1729876',
    note: {
      en: 'roll-overs come under it: for a contract rolled over since, give the day of the roll-over as the opening day',
      zh: '展期适用新比例：实施后展期的合约，开仓日请填展期日',
    },
  },
  financing_2026_01: {
    title: {
      en: 'SSE, SZSE and BSE raise the financing margin ratio from 80% to 100%',
      zh: '沪深北交易所通知：融资保证金最低比例由80%提高至100%',
    },
    date: '2026-01-14',
    url: 'http://english.sse.com.cn/news/newsrelease/c/c_20260115_10805262.shtml',
    note: {
      en: 'contracts open before it, and their roll-overs, keep the ratio they had',
      zh: '实施前尚未了结的融资合约及其展期仍按调整前的规定执行',
    },
  },
};
