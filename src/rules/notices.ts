import type { Text } from '../language';

/** A text of the exchanges on which rows of the dated tables rest. */
export interface Notice {
  readonly title: Text;
  /** The day of publication. */
  readonly date: string;
  /** The exchange's own page, or where there is none a report. */
  readonly url?: string;
  /** What else has to be said about its rows, above all about contracts that were open already. */
  readonly note?: Text;
}

export type NoticeId =
  | 'pilot_2006'
  | 'general_rules_2011'
  | 'revision_2015_07'
  | 'financing_2015_11'
  | 'high_pe_2016'
  | 'bse_rules_2022'
  | 'financing_2023_08'
  | 'lending_2023_10'
  | 'bse_lending_2023_10'
  | 'lending_2024_07'
  | 'financing_2026_01';

const SSE_RULEBOOK = 'https://www.sse.com.cn/lawandrules/sselawsrules2025/';

export const notices: Readonly<Record<NoticeId, Notice>> = {
  pilot_2006: {
    title: {
      en: 'SSE and SZSE, pilot rules for margin trading and securities lending of 2006',
      zh: '上交所、深交所《融资融券交易试点实施细则》（2006年）',
    },
    date: '2006-08-21',
    note: {
      en: 'in force since 2006-08-21, first trades on 2010-03-31',
      zh: '细则自 2006-08-21 起施行，2010-03-31 首日交易',
    },
  },
  general_rules_2011: {
    title: {
      en: 'SSE and SZSE, Detailed Rules for Margin Trading and Securities Lending of 2011, which replaced the pilot rules',
      zh: '上交所、深交所《融资融券交易实施细则》（2011年），取代试点细则',
    },
    date: '2011-11-25',
    url: `${SSE_RULEBOOK}repeal/rules/c/c_20120918_10785180.shtml`,
    note: {
      en: 'the day follows from the order of the texts: the pilot article, as quoted, lacks the item',
      zh: '施行日由各版文本先后推得：所引试点细则条文尚无此项',
    },
  },
  revision_2015_07: {
    title: {
      en: 'SSE and SZSE, Detailed Rules for Margin Trading and Securities Lending, revised in 2015',
      zh: '上交所、深交所《融资融券交易实施细则》（2015年修订）',
    },
    date: '2015-07-01',
    note: {
      en: 'the day follows from the order of the texts: the article of 2011, as quoted, has 95% for treasuries alone',
      zh: '施行日由各版文本先后推得：所引2011年条文中95%仅限国债',
    },
  },
  financing_2015_11: {
    title: {
      en: 'SSE and SZSE raise the financing margin ratio from 50% to 100% (SSE notice 2015 No. 89)',
      zh: '上交所、深交所修改融资融券交易实施细则，融资保证金最低比例由50%提高至100%（上证发〔2015〕89号）',
    },
    date: '2015-11-13',
    url: 'https://mondovisione.com/media-and-resources/news/shanghai-stock-exchange-and-shenzhen-stock-exchange-increase-margin-ratio-for-s-20151116',
    note: {
      en: 'contracts open before it, and their roll-overs, keep the ratio they had',
      zh: '实施前尚未了结的合约及其展期仍按修改前的规定执行',
    },
  },
  high_pe_2016: {
    title: {
      en: 'SSE and SZSE set the conversion rate of shares with a static P/E of 300 or more, or below 0, to 0%',
      zh: '上交所、深交所修改融资融券交易实施细则，静态市盈率300倍以上或为负数的股票折算率调整为0%',
    },
    date: '2016-12-02',
    url: 'https://mondovisione.com/media-and-resources/news/shanghai-stock-exchange-shenzhen-stock-exchange-to-adjust-the-requirement-for-m-2016126',
    note: {
      en: 'contracts that were open need not be closed early or topped up on its account',
      zh: '已开仓尚未了结的合约无须因此提前了结或追加保证金',
    },
  },
  bse_rules_2022: {
    title: {
      en: 'BSE, Detailed Rules for Margin Trading and Securities Lending',
      zh: '《北京证券交易所融资融券交易细则》',
    },
    date: '2022-11-11',
    note: {
      en: 'in force since 2022-11-11, first trades on 2023-02-13',
      zh: '细则自 2022-11-11 起施行，2023-02-13 首日交易',
    },
  },
  financing_2023_08: {
    title: {
      en: 'The exchanges lower the financing margin ratio from 100% to 80% after the close of 2023-09-08',
      zh: '交易所修改融资融券交易规则，自 2023-09-08 收市后融资保证金最低比例由100%降低至80%',
    },
    date: '2023-08-27',
    url: `${SSE_RULEBOOK}repeal/rules/c/c_20250616_10805180.shtml`,
    note: {
      en: 'broker and client may agree to lower the ratio of open contracts; none is raised',
      zh: '证券公司可与投资者约定降低存量合约的比例，不会提高',
    },
  },
  lending_2023_10: {
    title: {
      en: 'SSE and SZSE, notice on optimizing securities lending and refinancing arrangements',
      zh: '上交所、深交所《关于优化融券交易和转融通证券出借交易相关安排的通知》',
    },
    date: '2023-10-14',
    url: `${SSE_RULEBOOK}trade/specific/margin/c/c_20250616_10782023.shtml`,
    note: {
      en: 'contracts open before it keep the ratio they had; what it says of their roll-overs was not found',
      zh: '实施前尚未了结的融券合约仍按原规定执行；对其展期的规定未找到',
    },
  },
  bse_lending_2023_10: {
    title: {
      en: 'BSE, notice on optimizing securities lending arrangements',
      zh: '北交所《关于优化融券交易相关安排的通知》',
    },
    date: '2023-10-14',
    note: {
      en: 'the figure is the one from which the notice of July 2024 raised it, the day that of the other exchanges',
      zh: '比例取自2024年7月通知上调前的水平，施行日按沪深交易所同日通知推得',
    },
  },
  lending_2024_07: {
    title: {
      en: 'SSE, SZSE and BSE, notice on adjusting the margin ratio for securities lending (SSE 2024 No. 98)',
      zh: '沪深北交易所《关于调整融券交易保证金比例的通知》（上证发〔2024〕98号）',
    },
    date: '2024-07-10',
    url: `${SSE_RULEBOOK}trade/specific/margin/c/c_20250616_10782021.shtml`,
    note: {
      en: 'roll-overs come under it: for a contract rolled over since, give the day of the roll-over as the opening day',
      zh: '展期适用新比例：实施后展期的合约，开仓日请填展期日',
    },
  },
  financing_2026_01: {
    title: {
      en: 'SSE, SZSE and BSE raise the financing margin ratio from 80% to 100% (SSE 2026 No. 5)',
      zh: '沪深北交易所通知：融资保证金最低比例由80%提高至100%（上证发〔2026〕5号）',
    },
    date: '2026-01-14',
    url: `${SSE_RULEBOOK}trade/specific/margin/c/c_20260114_10805174.shtml`,
    note: {
      en: 'contracts open before it, and their roll-overs, keep the ratio they had',
      zh: '实施前尚未了结的融资合约及其展期仍按调整前的规定执行',
    },
  },
};

/** Who quotes a notice whose own words were not read. */
export interface Report {
  readonly title: Text;
  readonly date?: string;
  readonly url?: string;
}

export type ReportId =
  | 'xinhua_2006'
  | 'qianjiang_2006'
  | 'examination_pilot'
  | 'adviser_2011'
  | 'adviser_2015'
  | 'dahe_2022'
  | 'nbd_2022'
  | 'paper_2022'
  | 'caixin_2023'
  | 'securities_daily_2024';

export const reports: Readonly<Record<ReportId, Report>> = {
  xinhua_2006: {
    title: {
      en: 'Xinhua, in People’s Daily Overseas Edition',
      zh: '新华社（《人民日报海外版》刊载）',
    },
    date: '2006-08-21',
    url: 'https://finance.sina.com.cn/20060821/07212839277.shtml',
  },
  qianjiang_2006: {
    title: { en: 'Qianjiang Evening News, on the draft', zh: '《钱江晚报》（关于征求意见稿）' },
    date: '2006-08-01',
  },
  examination_pilot: {
    title: { en: 'a securities examination question on the pilot rules', zh: '证券从业资格考试试题（试点细则）' },
    url: 'https://jikaoti.com/ti/gMP2FFFM',
  },
  adviser_2011: {
    title: { en: 'Cofool, answer 258465 (text of 2011)', zh: '叩富问财第 258465 号回答（2011年文本）' },
  },
  adviser_2015: {
    title: { en: 'Cofool, answer 422237 (text of 2015)', zh: '叩富问财第 422237 号回答（2015年文本）' },
  },
  dahe_2022: {
    title: { en: 'Dahe Cailifang, on the draft', zh: '大河财立方（关于征求意见稿）' },
    date: '2022-09-02',
  },
  nbd_2022: {
    title: {
      en: 'National Business Daily: the BSE on the final rules, conversion rates as in Shanghai and Shenzhen',
      zh: '每日经济新闻：北交所称正式细则的折算率与沪深市场一致',
    },
    date: '2022-11-11',
  },
  paper_2022: { title: { en: 'The Paper, on the final rules', zh: '澎湃新闻（关于正式细则）' }, date: '2022-11-12' },
  caixin_2023: { title: { en: 'Caixin, October 2023', zh: '财新网，2023年10月' } },
  securities_daily_2024: { title: { en: 'Securities Daily, July 2024', zh: '《证券日报》，2024年7月' } },
};
