import type { Text } from '../language';

/** A term of the field, what it means, and the functions that compute it or take it. */
export interface Term {
  readonly term: Text;
  readonly meaning: Text;
  readonly functions: readonly string[];
}

/** The terms of the exchanges' rules and of the published tables; in the order in which a reader meets them. */
export const glossary: readonly Term[] = [
  {
    term: { en: 'Margin trading and securities lending', zh: '融资融券' },
    meaning: {
      en: 'An investor puts up collateral with a securities company and borrows money to buy securities, or borrows securities to sell them; also called credit trading (信用交易).',
      zh: '投资者向证券公司提供担保物，借入资金买入证券，或借入证券并卖出；又称信用交易、两融。',
    },
    functions: ['MARGIN_BALANCE', 'MARGIN_BALANCE_BREAK'],
  },
  {
    term: { en: 'Financing', zh: '融资' },
    meaning: {
      en: 'Buying listed securities with money borrowed from the securities company.',
      zh: '向证券公司借入资金买入证券，俗称买多。',
    },
    functions: ['FINANCING_BALANCE_ROLL', 'FINANCING_PROFIT', 'FINANCING_INTEREST'],
  },
  {
    term: { en: 'Securities lending', zh: '融券' },
    meaning: {
      en: 'Selling securities borrowed from the securities company and returning the same kind and number later.',
      zh: '向证券公司借入证券卖出，日后归还相同品种和数量的证券，俗称卖空。',
    },
    functions: ['LENDING_QTY_ROLL', 'LENDING_PROFIT', 'LENDING_FEE'],
  },
  {
    term: { en: 'Refinancing', zh: '转融通' },
    meaning: {
      en: 'The China Securities Finance Corporation lends money (转融资) or securities (转融券) to brokers, which lend them on. Lending of securities has been suspended since 2024-07-11.',
      zh: '证券金融公司向证券公司出借资金（转融资）或证券（转融券），再由其融给客户。转融券业务自 2024-07-11 起暂停。',
    },
    functions: ['RECONCILE', 'STANDARDIZE'],
  },
  {
    term: { en: 'Financing balance', zh: '融资余额' },
    meaning: {
      en: 'Money drawn and not yet repaid: a stock that accumulates, not the difference of one day and not unused quota.',
      zh: '融资买入后尚未偿还的金额，是累积的存量；既不是单日买入与偿还之差，也不是券商尚未用完的额度。',
    },
    functions: [
      'FINANCING_BALANCE_ROLL',
      'FINANCING_BALANCE_SERIES',
      'FINANCING_BALANCE_BREAK',
      'BALANCE_TO_FLOAT',
      'BALANCE_TO_TURNOVER',
    ],
  },
  {
    term: { en: 'Financed purchases', zh: '融资买入额' },
    meaning: {
      en: 'Amount of the day’s purchases with borrowed money; an amount, not a quantity.',
      zh: '当日用融入资金买入证券的金额；是金额，不是数量。',
    },
    functions: [
      'FINANCING_BALANCE_ROLL',
      'FINANCING_NET_PURCHASE',
      'PURCHASES_TO_TURNOVER',
      'PURCHASE_REPAYMENT_RATIO',
    ],
  },
  {
    term: { en: 'Financing repaid', zh: '融资偿还额' },
    meaning: {
      en: 'What was repaid on the day: directly, by selling, by forced liquidation, and adjustments. Shanghai publishes it; Shenzhen and Beijing do not, there it is implied by the balances.',
      zh: '当日偿还的金额：直接还款、卖券还款、强制平仓及权益调整。上交所公布；深交所、北交所不公布，可由余额推算。',
    },
    functions: ['FINANCING_REPAYMENT', 'FINANCING_REPAYMENT_IMPLIED', 'REPAYMENT_RATE'],
  },
  {
    term: { en: 'Quantity on loan', zh: '融券余量' },
    meaning: {
      en: 'Securities sold short and not yet returned, in shares (股), fund units (份) or bonds (手 or 张).',
      zh: '融券卖出后尚未偿还的证券数量，单位为股（股票）、份（基金）、手（债券）。',
    },
    functions: ['LENDING_QTY_ROLL', 'LENDING_QTY_SERIES', 'LENDING_QTY_BREAK', 'DAYS_TO_COVER'],
  },
  {
    term: { en: 'Lending balance', zh: '融券余额' },
    meaning: {
      en: 'The quantity on loan times the closing price (融券余量金额): an amount. Not a quantity, and not amounts sold less amounts returned.',
      zh: '融券余量乘以当日收盘价，即融券余量金额；是金额，不是数量，也不是卖出额与偿还额之差。',
    },
    functions: ['LENDING_BALANCE', 'LENDING_BALANCE_BREAK', 'LONG_SHORT_RATIO'],
  },
  {
    term: { en: 'Quantity sold short', zh: '融券卖出量' },
    meaning: { en: 'Borrowed securities sold on the day.', zh: '当日融券卖出的证券数量。' },
    functions: ['LENDING_QTY_ROLL', 'LENDING_NET_SOLD', 'MARGIN_TRADE_SHARE'],
  },
  {
    term: { en: 'Quantity returned', zh: '融券偿还量' },
    meaning: {
      en: 'What was returned on the day: bought back, returned directly, closed by force, adjustments, less surplus securities to be transferred.',
      zh: '当日归还的证券数量：买券还券、直接还券、强制平仓及权益调整，减余券应划转量。',
    },
    functions: ['LENDING_QTY_RETURNED', 'LENDING_QTY_RETURNED_IMPLIED', 'LENDING_NET_SOLD'],
  },
  {
    term: { en: 'Margin balance', zh: '融资融券余额' },
    meaning: { en: 'Financing balance plus lending balance.', zh: '融资余额与融券余额之和，又称两融余额。' },
    functions: ['MARGIN_BALANCE', 'MARGIN_BALANCE_BREAK'],
  },
  {
    term: { en: 'Direct repayment', zh: '直接还款' },
    meaning: {
      en: 'Repaying financed money with cash: of the account, which leaves assets and debt together, or brought in from outside.',
      zh: '以现金直接偿还融资负债：账户内已有现金（资产与负债同减），或另行转入的资金。',
    },
    functions: ['FINANCING_REPAYMENT', 'TOP_UP_REPAYMENT'],
  },
  {
    term: { en: 'Repayment by selling', zh: '卖券还款' },
    meaning: {
      en: 'Selling securities of the account and repaying financed money with the proceeds.',
      zh: '卖出信用账户内的证券，以所得价款偿还融资负债。',
    },
    functions: ['FINANCING_REPAYMENT', 'TOP_UP_REPAYMENT'],
  },
  {
    term: { en: 'Return by buying', zh: '买券还券' },
    meaning: { en: 'Buying the same securities in the market and returning them.', zh: '买入相同证券归还所借证券。' },
    functions: ['LENDING_QTY_RETURNED'],
  },
  {
    term: { en: 'T+1 return', zh: 'T+1 还券' },
    meaning: {
      en: 'Securities sold short may be returned from the next trading day on, not on the same day: rule of 2015-08-03.',
      zh: '融券卖出的证券自次一交易日起方可归还，当日不可：2015-08-03 起的规定。',
    },
    functions: ['LENDING_QTY_RETURNED', 'LENDING_QTY_ROLL'],
  },
  {
    term: { en: 'Direct return', zh: '直接还券' },
    meaning: {
      en: 'Returning borrowed securities with securities already held in the account.',
      zh: '以信用账户内已有的相同证券直接归还。',
    },
    functions: ['LENDING_QTY_RETURNED'],
  },
  {
    term: { en: 'Surplus securities', zh: '余券' },
    meaning: {
      en: 'Securities bought back beyond what was owed; they are transferred out the next day.',
      zh: '买券还券时买入数量超过应还数量的部分，次日划转。',
    },
    functions: ['LENDING_QTY_RETURNED'],
  },
  {
    term: { en: 'Adjustment for corporate actions', zh: '权益调整' },
    meaning: {
      en: 'A change of what is owed through dividends, bonus shares or rights, without a trade; positive or negative.',
      zh: '因派息、送股、配股等权益处理引起的负债增减，没有交易发生；分正、负两种。',
    },
    functions: ['FINANCING_REPAYMENT', 'LENDING_QTY_RETURNED'],
  },
  {
    term: { en: 'Forced liquidation', zh: '强制平仓' },
    meaning: {
      en: 'The securities company closes positions because collateral was not topped up in time or a contract was not settled.',
      zh: '投资者未按期补足担保物或到期未了结债务时，证券公司处置其担保物以偿还债务；俗称强平、爆仓。',
    },
    functions: ['LIQUIDATION_QTY', 'MAINTENANCE_STATUS', 'FINANCING_REPAYMENT', 'LENDING_QTY_RETURNED'],
  },
  {
    term: { en: 'Eligible securities', zh: '标的证券' },
    meaning: {
      en: 'Securities that the exchange admits for financed purchases or short sales.',
      zh: '经证券交易所认可、可用于融资买入或融券卖出的证券。',
    },
    functions: ['STANDARDIZE', 'RECONCILE'],
  },
  {
    term: { en: 'Monitoring indicator of financing', zh: '融资监控指标' },
    meaning: {
      en: 'The smaller of a security’s financing balance and the value held in credit accounts, as a share of the value of its float. At 25% the exchange may pause financed purchases, below 20% resume them.',
      zh: '单只证券融资余额与信用账户持有市值两者中较小者占上市可流通市值的比例。达到25%可暂停融资买入，降至20%以下可恢复。',
    },
    functions: ['BALANCE_TO_FLOAT'],
  },
  {
    term: { en: 'Margin', zh: '保证金' },
    meaning: {
      en: 'What an investor must put up for a trade: cash, or securities counted at their conversion rate.',
      zh: '投资者为融资融券交易交付的资金，可以现金或按折算率计算的证券充抵。',
    },
    functions: ['MARGIN_REQUIRED', 'FINANCING_MARGIN_RATIO', 'LENDING_MARGIN_RATIO'],
  },
  {
    term: { en: 'Margin ratio', zh: '保证金比例' },
    meaning: {
      en: 'Margin divided by the amount of the trade, at the moment of the trade; the exchange sets the minimum, the broker may ask for more.',
      zh: '投资者交付的保证金与融资、融券交易金额之比，在开仓时适用；交易所规定下限，券商可上浮。',
    },
    functions: [
      'FINANCING_MARGIN_RATIO',
      'LENDING_MARGIN_RATIO',
      'MIN_FINANCING_MARGIN_RATIO',
      'MIN_LENDING_MARGIN_RATIO',
      'BROKER_MARGIN_RATIO',
    ],
  },
  {
    term: { en: 'Financing margin ratio', zh: '融资保证金比例' },
    meaning: { en: 'Margin ÷ (quantity bought × price).', zh: '保证金 ÷（融资买入证券数量 × 买入价格）。' },
    functions: ['FINANCING_MARGIN_RATIO', 'MIN_FINANCING_MARGIN_RATIO'],
  },
  {
    term: { en: 'Lending margin ratio', zh: '融券保证金比例' },
    meaning: { en: 'Margin ÷ (quantity sold × price).', zh: '保证金 ÷（融券卖出证券数量 × 卖出价格）。' },
    functions: ['LENDING_MARGIN_RATIO', 'MIN_LENDING_MARGIN_RATIO'],
  },
  {
    term: { en: 'Available margin', zh: '保证金可用余额' },
    meaning: {
      en: 'Cash, collateral at its conversion rates and gains at theirs, less losses in full, margin in use, interest and fees: what is left for new trades. It may be negative.',
      zh: '现金、按折算率计算的担保证券和浮盈，减去全额浮亏、已占用保证金及利息费用后，可用于新开仓的余额；可为负。',
    },
    functions: ['AVAILABLE_MARGIN', 'MARGIN_CAPACITY', 'MARGIN_CAPACITY_QTY', 'WITHDRAWABLE'],
  },
  {
    term: { en: 'Conversion rate', zh: '折算率' },
    meaning: {
      en: 'The part of a security’s value that counts as margin, from 0 to 1; exchanges cap it by kind of security. A haircut is its complement, the part taken off: a conversion rate of 0.7 is a haircut of 30%.',
      zh: '证券充抵保证金时按市值折算的比率，0 至 1；交易所按证券种类规定上限。英文资料中的 haircut（折扣）是其余数：折算率 0.7 即 haircut 30%。',
    },
    functions: ['CONVERSION_RATE_CAP', 'AVAILABLE_MARGIN', 'BROKER_MARGIN_RATIO'],
  },
  {
    term: { en: 'Collateral', zh: '担保物' },
    meaning: {
      en: 'Margin, all securities bought with borrowed money and all proceeds of short sales: together they secure what the client owes.',
      zh: '保证金、融资买入的全部证券和融券卖出所得的全部价款，整体担保客户的融资融券债务。',
    },
    functions: ['MAINTENANCE_RATIO', 'TOP_UP_COLLATERAL', 'WITHDRAWABLE'],
  },
  {
    term: { en: 'Collateral that may be withdrawn', zh: '可转出担保物' },
    meaning: {
      en: 'Cash or securities that may leave the credit account: only above the withdrawal line, and no further than down to it.',
      zh: '可从信用账户转出的现金或证券：仅在维持担保比例高于提取线时，且转出后不得低于该线。',
    },
    functions: ['WITHDRAWABLE', 'MAINTENANCE_STATUS'],
  },
  {
    term: { en: 'Proceeds of short sales', zh: '融券卖出所得价款' },
    meaning: {
      en: 'What a short sale brought in. It is part of cash and secures the debt; it may buy the securities back, pay fees and go into cash products, money funds and the like, and may not be withdrawn.',
      zh: '融券卖出所得资金，计入现金并担保债务；可用于买券还券、支付息费及买入现金管理产品、货币基金等，不得提取。',
    },
    functions: ['AVAILABLE_MARGIN', 'WITHDRAWABLE', 'MAINTENANCE_RATIO'],
  },
  {
    term: { en: 'Other collateral', zh: '其他担保物' },
    meaning: {
      en: 'Property outside the credit account that the broker accepts; part of the maintenance ratio since 2019, but not of the test for withdrawals.',
      zh: '信用账户以外、经证券公司认可的其他证券、不动产等资产；2019 年起计入维持担保比例，但计算可否提取时不计入。',
    },
    functions: ['MAINTENANCE_RATIO', 'WITHDRAWABLE'],
  },
  {
    term: { en: 'Maintenance ratio', zh: '维持担保比例' },
    meaning: {
      en: '(Cash + securities in the credit account + other collateral) ÷ (financed amounts + securities borrowed at market + interest and fees). Conversion rates do not enter.',
      zh: '（现金 + 信用证券账户内证券市值 + 其他担保物价值）÷（融资金额 + 融券数量 × 市价 + 利息及费用）。不使用折算率。',
    },
    functions: ['MAINTENANCE_RATIO', 'MAINTENANCE_LEVEL', 'MAINTENANCE_STATUS', 'DROP_TO_LINE'],
  },
  {
    term: { en: 'Real-time maintenance ratio', zh: '实时担保比例' },
    meaning: {
      en: 'The maintenance ratio at the prices of the moment, as trading programs show it; the one at the close decides calls.',
      zh: '按盘中即时价格计算的维持担保比例，见于交易软件；追保通常以收盘后的比例为准（依合同）。',
    },
    functions: ['MAINTENANCE_LEVEL', 'STRESSED_RATIO'],
  },
  {
    term: { en: 'Concentration', zh: '集中度' },
    meaning: {
      en: 'Value of one security as a share of the assets of the account. Brokers limit it by bands of the maintenance ratio, for example 50% below 180%; the exchanges have had guidance on it since 2023-07-31.',
      zh: '单一证券市值占信用账户总资产的比例。券商按维持担保比例分档限制，如低于180%时不超过50%；交易所自 2023-07-31 起施行集中度管理指引。',
    },
    functions: ['MAINTENANCE_LEVEL', 'BALANCE_TO_FLOAT'],
  },
  {
    term: { en: 'Warning line', zh: '警戒线' },
    meaning: {
      en: 'Below it the broker warns the client. Set by the broker, often 150% or 140%.',
      zh: '低于此线券商发出提示；由券商约定，常见 150% 或 140%。',
    },
    functions: ['MAINTENANCE_STATUS', 'DROP_TO_LINE'],
  },
  {
    term: { en: 'Margin call', zh: '追保' },
    meaning: {
      en: 'Below the call line collateral must be topped up within the agreed days. A uniform 130% was rule text until 2015 and its floor until 2019; now it is the contract’s.',
      zh: '低于追保线须在约定期限内追加担保物。统一的 130% 规定 2015 年放宽、2019 年取消，现以合同约定为准。',
    },
    functions: [
      'TOP_UP_COLLATERAL',
      'TOP_UP_REPAYMENT',
      'FINANCING_CALL_PRICE',
      'LENDING_CALL_PRICE',
      'MAINTENANCE_STATUS',
    ],
  },
  {
    term: { en: 'Liquidation line', zh: '平仓线' },
    meaning: {
      en: 'Below it the broker may liquidate (强平, 爆仓 in everyday words). Set by the contract: 130%, 120% and 110% are common.',
      zh: '低于此线券商可强制平仓（俗称强平、爆仓）；由合同约定，常见 130%、120% 或 110%。',
    },
    functions: ['MAINTENANCE_STATUS', 'LIQUIDATION_QTY', 'DROP_TO_LINE', 'FINANCING_CALL_PRICE'],
  },
  {
    term: { en: 'Withdrawal line', zh: '提取线' },
    meaning: {
      en: 'Above it, as a rule 300%, collateral may be withdrawn as far as the ratio stays at the line.',
      zh: '维持担保比例超过此线（通常 300%）方可提取担保物，且提取后不得低于此线。',
    },
    functions: ['WITHDRAWABLE', 'MAINTENANCE_STATUS'],
  },
  {
    term: { en: 'Roll-over', zh: '展期' },
    meaning: {
      en: 'Extending a contract before it falls due, each time by at most six months. Before July 2015 a contract had to be closed after six months.',
      zh: '合约到期前申请延长期限，每次不超过六个月。2015 年 7 月以前合约满六个月必须了结。',
    },
    functions: ['CONTRACT_DUE_DATE'],
  },
  {
    term: { en: 'Interest and fees', zh: '息费' },
    meaning: {
      en: 'Interest on borrowed money and fees on borrowed securities; counted over calendar days, usually on a year of 360 days.',
      zh: '融资利息与融券费用，按自然日计算，一年通常按 360 天。',
    },
    functions: ['FINANCING_INTEREST', 'LENDING_FEE', 'INTEREST_DAYS'],
  },
  {
    term: { en: 'Penalty interest', zh: '罚息' },
    meaning: {
      en: 'Interest on what is overdue, at a rate that the contract sets, on top of the ordinary interest or in its place.',
      zh: '逾期未还款项按合同约定利率加收的利息，与正常利息并计或取而代之，依合同。',
    },
    functions: ['ACCRUED_INTEREST', 'FINANCING_INTEREST'],
  },
  {
    term: { en: 'Interest number', zh: '利息积数' },
    meaning: {
      en: 'Balance times the days it stood, added up: interest is the sum times the annual rate ÷ day basis.',
      zh: '每日余额按天数累计之和；利息 = 积数 × 年利率 ÷ 计息基数。',
    },
    functions: ['ACCRUED_INTEREST', 'INTEREST_DAYS'],
  },
  {
    term: { en: 'Tick rule', zh: '融券卖出价格限制' },
    meaning: {
      en: 'A short sale must not be offered below the last traded price, or the previous close before the first trade.',
      zh: '融券卖出的申报价格不得低于最新成交价；当天没有成交的，不得低于前收盘价。',
    },
    functions: ['LENDING_PROFIT'],
  },
  {
    term: { en: 'Credit account', zh: '信用账户' },
    meaning: {
      en: 'The client’s securities account and money account for margin trading together.',
      zh: '客户信用证券账户与客户信用资金账户的合称。',
    },
    functions: ['MAINTENANCE_RATIO', 'AVAILABLE_MARGIN', 'MARGIN_DEBT'],
  },
  {
    term: { en: 'Client credit securities account', zh: '客户信用证券账户' },
    meaning: {
      en: 'Records the securities that one client has put up; a sub-account of the broker’s collateral securities account. One for each exchange.',
      zh: '记载客户委托证券公司持有的担保证券明细，是客户信用交易担保证券账户的二级账户；每家交易所只能有一个。',
    },
    functions: ['MAINTENANCE_RATIO', 'AVAILABLE_MARGIN'],
  },
  {
    term: { en: 'Client credit money account', zh: '客户信用资金账户' },
    meaning: {
      en: 'Records the money that one client has put up; a sub-account of the broker’s collateral money account. Only one.',
      zh: '记载客户交存的担保资金明细，是客户信用交易担保资金账户的二级账户；只能有一个。',
    },
    functions: ['MAINTENANCE_RATIO', 'AVAILABLE_MARGIN', 'WITHDRAWABLE'],
  },
  {
    term: { en: 'Collateral securities account', zh: '客户信用交易担保证券账户' },
    meaning: {
      en: 'The broker’s account with all securities that secure its clients’ debts.',
      zh: '证券公司名下，记录客户委托其持有、担保其债权的证券。',
    },
    functions: ['MAINTENANCE_RATIO'],
  },
  {
    term: { en: 'Collateral money account', zh: '客户信用交易担保资金账户' },
    meaning: {
      en: 'The broker’s account with all money that secures its clients’ debts.',
      zh: '证券公司名下，存放客户交存、担保其债权的资金。',
    },
    functions: ['MAINTENANCE_RATIO'],
  },
  {
    term: { en: 'Financing money account', zh: '融资专用资金账户' },
    meaning: {
      en: 'The broker’s account with the money it lends and gets back.',
      zh: '证券公司存放拟向客户融出的资金及客户归还资金的账户。',
    },
    functions: ['QUOTA_REMAINING'],
  },
  {
    term: { en: 'Lending securities account', zh: '融券专用证券账户' },
    meaning: {
      en: 'The broker’s account with the securities it lends and gets back; it must not be used for trading.',
      zh: '证券公司记录拟向客户融出的证券和客户归还证券的账户，不得用于证券买卖。',
    },
    functions: ['QUOTA_REMAINING'],
  },
  {
    term: { en: 'Settlement accounts for credit trading', zh: '信用交易交收账户' },
    meaning: {
      en: 'The broker’s money and securities accounts through which clients’ margin trades are settled.',
      zh: '证券公司用于客户融资融券交易资金交收（信用交易资金交收账户）和证券交收（信用交易证券交收账户）的账户。',
    },
    functions: [],
  },
  {
    term: { en: 'Credit line', zh: '授信额度' },
    meaning: {
      en: 'The most that a broker lends to a client. What is left of it is not a balance.',
      zh: '证券公司给予客户的最高融资融券额度。剩余额度不是“余额”。',
    },
    functions: ['QUOTA_REMAINING', 'MARGIN_CAPACITY', 'MARGIN_CAPACITY_QTY'],
  },
  {
    term: { en: 'Financing net purchase', zh: '融资净买入' },
    meaning: {
      en: 'Purchases less repayments of the day: how hard the long side pushes (做多力度).',
      zh: '当日融资买入额减融资偿还额，反映做多力度。',
    },
    functions: ['FINANCING_NET_PURCHASE', 'PURCHASE_REPAYMENT_RATIO'],
  },
  {
    term: { en: 'Lending net sold', zh: '融券净卖出' },
    meaning: {
      en: 'Quantity sold short less quantity returned: how hard the short side pushes (做空力度).',
      zh: '当日融券卖出量减融券偿还量，反映做空力度。',
    },
    functions: ['LENDING_NET_SOLD'],
  },
  {
    term: { en: 'Unadjusted price', zh: '不复权价格' },
    meaning: {
      en: 'The price as it was traded, not restated for later dividends and splits; lending balances use it.',
      zh: '未按其后分红送股调整的实际成交价；融券余额按不复权收盘价计算。',
    },
    functions: ['LENDING_BALANCE', 'LENDING_BALANCE_BREAK'],
  },
  {
    term: { en: 'Reconciliation', zh: '勾稽' },
    meaning: {
      en: 'Testing published figures against the identities that tie them together; what is left over is a break (差异).',
      zh: '用数据之间的恒等关系核对公布的数字；对不上的部分为差异。',
    },
    functions: [
      'RECONCILE',
      'FINANCING_BALANCE_BREAK',
      'LENDING_QTY_BREAK',
      'MARGIN_BALANCE_BREAK',
      'LENDING_BALANCE_BREAK',
    ],
  },
];
