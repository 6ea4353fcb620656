import type { Text } from '../../language';
import { DAY, PLAIN } from './plain';

/*
 * Header words and field names of the counters and clients that desks export from (恒生, 金证, 顶点, 迅投 QMT, 掘金, 宽睿 OES,
 * XTP, TORA, 今古, 通达信, statements of brokers …), by what the column holds, the best word first. Never merged with the
 * words of published tables: 融资余额 is an account's principal here. 帐 is read as 账 and 其它 as 其他; signs do not count.
 */

/** Words parted by blanks. */
export type Vocabulary<R extends string> = Readonly<Record<R, string>>;

const ACCOUNT =
  '账户 账号 资金账户 资金账号 资产账户 资产账号 信用资金账号 信用账户 信用账号 客户号 牛卡号 用户id account account_id fund_account m_strAccountID cuacct_code cashAcctId accountid InvestorID account_no account_number';
const NO_ACCOUNT = '股东代码 股东账户 股东账号 股东号 证券账户 证券账号 stock_account ShareholderID';
const CODE = '代码 证券代码 股票代码 code stock_code symbol instrument_id securityId ticker security_code';
const NAME = '名称 证券名称 证券简称 股票名称 name stock_name securityName security_name';
const QTY =
  '数量 当前拥股数量 当前拥股 当前拥股数 当前持仓 实际数量 持仓数量 今持仓量 当前数量 证券数量 持股数量 拥股数量 未还数量 未还合约数量 未了结合约数量 剩余数量 融券负债数量 实时融券负债数量 实时合约数量 融资数量 融券数量 volume qty current_amount real_compact_amount real_compact_vol stkremain stockRemain currentDebtQty remain_qty quantity UnpaidVolume unpaid_qty LeavesVolume 股份余额 股票余额 证券余额 当前余额';
const UNPAID =
  '金额 本金 未还本金 未偿还本金 未偿本金 未了结本金 待还本金 待偿还本金 剩余本金 尚欠本金 本金余额 未还合约金额 未了结合约金额 剩余金额 实时合约金额 融资本金 融资负载本金 融资余额 应付融资款 融券卖出金额 融券卖出所得 real_compact_balance remainPrincipal unpaid_principal remain_principal principal currentDebtAmt UnpaidAmount unpaid_amount LeavesAmount amount';
const ORIGINAL =
  '合约金额 合约开仓金额 成交金额 融资买入金额 发生金额 business_balance matchamt trdAmt finFunds sloFunds';
const REPAID =
  '已还金额 已还本金 已偿还本金 已归还本金 归还本金 累计归还本金 累计偿还本金 累计已还本金 已偿还金额 已偿还合约金额 融资已还金额 归还金额 repaid_balance totalRepaidAmt repaid_amount';
/** 金证: before the day, and on it. */
const REPAID_PART = 'T日之前归还金额 T日归还金额 creditrepay creditrepayunfrz';
const WITH_INTEREST = '应还金额 未偿还金额 fundremain remain_amt 融资负债 融资负债合计 资金负债';
const SELL_PRICE = '卖出价 卖出价格 融券卖出价 约定融券价格 成交价格 成交均价 开仓价 sell_price selling_price';
const PRICE = '市价 最新价 最新价格 当前价 现价 参考市价 收盘价 price last_price lastprice market_price';
const FAIR_PRICE = '公允价格 公允价 fair_price';
const MARGIN_RATIO = '保证金比例 融资融券保证金比例 margin_ratio marginRatio crdt_ratio';
const TYPE =
  '合约类型 合约类别 负债类型 持仓类型 多空 compact_type m_eCompactType creditdirect CreditDebtType chContractType contract_type debtType';

export const ACCOUNTS = {
  ...PLAIN,
  day: DAY,
  account: ACCOUNT,
  no_account: NO_ACCOUNT,
  cash: '现金 现金余额 cash 现金资产 cash_asset fund_asset acashcapital cashBalance 资金余额 账户余额 当前余额 资金金额 current_balance fundbal FundBln szFundBln',
  cash_available:
    '可用资金 可用余额 可用金额 资金可用 资金可用金额 enable_balance m_dAvailable fundavl availableBal assure_enbuy_balance 买担保品可用资金',
  fees: '利息及费用 息费 息费合计 利息费用 费用合计 总利息 利息总额 息费总额 应付息费 未付息费 合约总利息 sum_compact_interest compact_total_interest margin_interest interest_and_fees fees',
  fee_part:
    '融资费用 融资利息 融资利息费用 融券利息费用 应付其他费用 未还利息 未还费用 financing_interest financing_fee short_selling_interest short_selling_fee fin_interest fin_fee slo_interest slo_fee 未了结融资利息 未结融资利息 已结未付融资利息 未还其他融资利息 应付融资费用 尚欠利息融资 融资息费 融资费息 融资合约费用 融资合约利息 融资合约利息及费用 融券费用 融券利息 未了结融券利息 尚欠利息融券 融券息费 融券费息 融券合约费用 融券合约利息 融券合约利息及费用 其他费用 其他合约利息 未了结其他负债利息 转融通成本费用 专项融资成本费用 专项融券成本费用 fin_compact_fare fin_compact_interest slo_compact_fare slo_compact_interest other_fare other_compact_interest m_dFinFee m_dSloFee m_dOtherFare ffee dfee marginBuyDebtFee marginBuyDebtInterest shortSellDebtFee shortSellDebtInterest otherDebtInterest otherCreditFee creditTotalSpecialFee finance_compact_commission finance_compact_interest security_loan_compact_commission security_loan_compact_interest TotalFiFee TotalSlFee',
  other_debt: '其他负债 其他合约金额 other_compact_balance otherDebtAmt other_debt',
  to_deduct: '待扣收',
  rights: '红利权益 未偿还权益 rights',
  other_collateral:
    '其他担保物 其他担保物价值 其他担保资产价值 场外资产 场外担保资产 other_collateral otherBackedAssetValue',
  credit_line:
    '授信额度 总额度 总授信额度 合同额度 信用上限 信用额度 credit_line line_of_credit acreditbal creditTotalMaxQuota credit TotalCredit',
  warning_line: '警戒线 预警线 警戒线比例 warning_line',
  call_line: '追保线 补仓线 追保线比例 call_line',
  close_line: '平仓线 强平线 平仓线比例 close_line',
  withdraw_line: '提取线 提取线比例 可提线 withdraw_line',
  target: '目标 目标比例 追保到位比例 平仓到位比例 target',
  total_assets: '总资产 资产总值 资产合计 m_dBalance asset totalAssetValue all_asset total_asset TotalAssert',
  securities: '证券市值 总市值 所有证券市值 m_dMarketValue astkmktvalue market_value security_market_value 最新市值',
  total_debt:
    '总负债 负债合计 负债总额 total_debit m_dTotalDebt liability totalDebtValue all_debt total_liability TotalDebts',
  net_assets: '净资产 net_asset netcapital',
  margin_printed:
    '保证金可用余额 保证金可用 可用保证金 enable_bail_balance m_dEnableBailBalance marginavl marginAvailableBal available_margin avail_margin guaranty MarginValue',
  ratio_printed:
    '维持担保比例 维持担保比率 个人维持担保比例 实时担保比例 担保比例 维持担保品比例 per_assurescale_value m_dPerAssurescaleValue marginrates maintenaceRatio maintenance_ratio maintain_value collateral_ratio realrate MarginRate 个人维持担保比例值不含场外资产',
} as const satisfies Vocabulary<string>;

export const POSITIONS = {
  ...PLAIN,
  day: DAY,
  account: ACCOUNT,
  no_account: NO_ACCOUNT,
  code: CODE,
  name: NAME,
  direction: `方向 direction 类型 side type ${TYPE}`,
  qty: QTY,
  fair_price: FAIR_PRICE,
  price: PRICE,
  value: '市值 最新市值 证券市值 参考市值 当前市值 持仓市值 持仓市值全价 融券市值 market_value value',
  weighted_value: '折算市值 担保证券折算市值 担保品折算市值',
  conversion_rate:
    '折算率 担保品折算率 担保品折算比例 股票折算率 担保折算率 可充抵保证金折算率 conversion_rate assure_ratio pledge_rate collateralRatio',
  unpaid: UNPAID,
  original: ORIGINAL,
  repaid: REPAID,
  repaid_part: REPAID_PART,
  with_interest: WITH_INTEREST,
  sell_price: SELL_PRICE,
  cost_price: '成本价 成本价格 买入均价 持仓均价 open_price',
  margin_ratio: MARGIN_RATIO,
  financing_ratio: '融资保证金比例 fin_ratio',
  lending_ratio: '融券保证金比例 slo_ratio',
} as const satisfies Vocabulary<string>;

export const CONTRACTS = {
  ...PLAIN,
  contract:
    '合约编号 合约序号 合约号 合同号 负债编号 开仓流水号 合约流水号 contract_id compact_id debt_id sno contract_sno contract_no CreditDebtID contract contract_number',
  account: ACCOUNT,
  code: CODE,
  name: NAME,
  direction: `类型 方向 type direction ${TYPE}`,
  start:
    '起息日 起息日期 开始计息日期 计息起始日 计息起始日期 计息开始日 利息起算日 起算日 合约日期 开仓日期 合约开仓日期 融资日期 开始日期 发生日期 委托日期 open_date OpenDate orderdate order_date ordDate operatorDate start start_date value_date trade_date',
  due: '到期日 到期日期 合约到期日 归还截止日 归还截止日期 负债截止日期 负债截至日期 负载截止日期 偿还期限 仓单到期日 ret_end_date end_date enddate expire_date ExpireDate repayEndDate deadline due due_date maturity maturity_date expiry expiry_date',
  extended:
    '续签到期日期 postpone_end_date 展期到期日 展期到期日期 展期后到期日 展期后到期日期 延期到期日 postponed_due_date extended_due_date',
  unpaid: `${UNPAID} 融资负债金额`,
  original: ORIGINAL,
  repaid: REPAID,
  repaid_part: REPAID_PART,
  with_interest: WITH_INTEREST,
  qty: `${QTY} 合约数量`,
  sell_price: SELL_PRICE,
  price: PRICE,
  fair_price: FAIR_PRICE,
  rate: '年利率 合约年利率 利率费率 利率 费率 融资利率 融券费率 annual_rate year_rate interestRate rate',
  paid: '已付息费 已还利息 已还息费 已偿还利息 已偿还息费 己偿还息费 融资利息已还 repaid_interest repaid_fare fee_repay totalRepaidInterest paid_interest interest_paid',
  penalty_rate: '罚息利率 年违约金率 penalty_rate',
  booked: '未还利息 未还合约利息 未还息费 未还合约息费 剩余利息 柜台未还息费 counter_unpaid_interest',
  status: '合约状态 负债现状 状态 status',
} as const satisfies Vocabulary<string>;

/** What a missing column is called, and which other one is no substitute for it. */
export const NEEDED: Readonly<Record<string, Text & { readonly unlike?: string; readonly because?: Text }>> = {
  account: {
    en: 'account',
    zh: '账户',
    unlike: 'no_account',
    because: { en: 'a client has one at each exchange', zh: '同一客户在各交易所各有一个' },
  },
  cash: {
    en: 'cash',
    zh: '现金（资金余额）',
    unlike: 'cash_available',
    because: { en: 'short proceeds and frozen money are not in it', zh: '其中不含融券卖出所得和冻结资金' },
  },
  fees: { en: 'interest and fees', zh: '利息及费用' },
  code: { en: 'code', zh: '代码' },
  direction: { en: 'direction', zh: '方向' },
  qty: { en: 'quantity', zh: '数量' },
  value: {
    en: 'value, or price and quantity',
    zh: '市值，或市价与数量',
    unlike: 'weighted_value',
    because: { en: 'it is value × conversion rate', zh: '它是市值 × 折算率' },
  },
  unpaid: {
    en: 'amount (principal unpaid)',
    zh: '金额（未还本金）',
    unlike: 'with_interest',
    because: { en: 'interest may be in it', zh: '其中可能含利息' },
  },
  contract: { en: 'contract', zh: '合约编号' },
  start: { en: 'first day of interest', zh: '起息日' },
  rate: { en: 'annual rate', zh: '年利率' },
  sell_price: { en: 'selling price', zh: '卖出价' },
  conversion_rate: { en: 'conversion rate', zh: '折算率' },
  margin_ratio: { en: 'margin ratio', zh: '保证金比例' },
};
