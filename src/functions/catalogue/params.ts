import type { Option } from '../../cells/word';
import type { CellParam, ChoiceParam, DateParam, DaysParam, Domain, SeriesParam, TableParam } from './define';

const POSITIVE: Domain = { least: 0 };
const RATE: Domain = { least: 0, percentAbove: 1 };
const RATIO: Domain = { least: 0, percentAbove: 5 };
const LINE: Domain = { least: 0, percentAbove: 10 };
/** A price loses at most all of itself; −20 was meant as −20%. */
const CHANGE: Domain = { percentBelow: -1, percentAbove: 3 };
/** Commission and stamp duty together are a few in a thousand. */
const COST_RATE: Domain = { least: 0, percentAbove: 0.05 };

type CellRules = Partial<Pick<CellParam, 'blank' | 'counts' | 'domain'>>;

function cell<const K extends string>(name: K, zh: string, rules: CellRules = {}): CellParam<K, false> {
  return { kind: 'cell', name, zh, blank: 'missing', counts: true, domain: {}, optional: false, ...rules };
}

function series<const K extends string>(
  name: K,
  zh: string,
  rules: Partial<Pick<SeriesParam, 'group' | 'blank' | 'counts' | 'domain'>> = {},
): SeriesParam<K> {
  return {
    kind: 'series',
    name,
    zh,
    group: name,
    blank: 'missing',
    counts: true,
    domain: {},
    optional: false,
    ...rules,
  };
}

/** The same parameter as a part of what another one holds. */
export function partOf<P extends CellParam>(whole: string, param: P): P {
  return { ...param, domain: { ...param.domain, partOf: whole } };
}

/** The same parameter, optional. */
export function optional<K extends string, const D extends number>(
  param: CellParam<K>,
  value: D,
): CellParam<K, true> & { readonly default: D };
export function optional<K extends string>(param: CellParam<K>): CellParam<K, true>;
export function optional(param: CellParam, value?: number): CellParam {
  return { ...param, optional: true, default: value };
}

export function optionalDate<K extends string>(param: DateParam<K>): DateParam<K, true> {
  return { ...param, optional: true };
}

/** The same choice with a default. */
export function choose<K extends string, V extends string>(
  param: ChoiceParam<K, V>,
  value: NoInfer<V>,
): ChoiceParam<K, V> {
  return { ...param, optional: true, default: value };
}

/** The same parameter, in which a 0 beside a number that is not 0 in the other one is an old Excel's blank. */
export function beside<P extends CellParam>(param: P, other: string): P {
  return { ...param, domain: { ...param.domain, zeroIsMissingBeside: other } };
}

/** The same parameter under the rules of a check, where a blank is never 0. */
export function published<P extends CellParam>(param: P): P {
  return { ...param, blank: 'missing' };
}

/** The same parameter as a day's member of a series. */
export function daily<K extends string>(param: CellParam<K>): SeriesParam<K> {
  const { name, zh, blank, counts, domain } = param;
  return { kind: 'series', name, zh, group: 'days', blank, counts, domain, optional: false };
}

/** The days of the rows that these ranges hold. */
export function datesOf({ group }: SeriesParam): DaysParam<'dates'> {
  return { kind: 'days', name: 'dates', zh: '日期', group, counts: false, optional: true };
}

const flow = <const K extends string>(name: K, zh: string) => cell(name, zh, { blank: 'zero' });
const held = <const K extends string>(name: K, zh: string) => cell(name, zh, { domain: POSITIVE });
const opening = <const K extends string>(name: K, zh: string) => cell(name, zh, { counts: false });
const line = <const K extends string>(name: K, zh: string) => cell(name, zh, { counts: false, domain: LINE });

// daily
export const financing_balance = held('financing_balance', '融资余额');
export const lending_balance = held('lending_balance', '融券余额');
export const margin_balance = held('margin_balance', '融资融券余额');
export const balance = held('balance', '余额');
export const prior_balance = opening('prior_balance', '前日余额');
export const opening_balance = opening('opening_balance', '期初余额');
export const purchases = flow('purchases', '融资买入额');
export const repayments = flow('repayments', '融资偿还额');
export const direct_repayment = flow('direct', '直接还款额');
export const repayment_by_selling = flow('by_selling', '卖券还款额');
export const forced_repayment = flow('forced', '融资强制平仓额');
export const positive_adjustment = flow('positive_adjustment', '正权益调整');
export const negative_adjustment = flow('negative_adjustment', '负权益调整');
export const prior_qty = opening('prior_qty', '前日余量');
export const opening_qty = opening('opening_qty', '期初余量');
export const sold = flow('sold', '融券卖出量');
export const returned = flow('returned', '融券偿还量');
export const returned_by_buying = flow('by_buying', '买券还券量');
export const direct_return = flow('direct', '直接还券量');
export const forced_return = flow('forced', '融券强制平仓量');
export const surplus_transfer = flow('surplus_transfer', '余券应划转量');
export const qty = held('qty', '数量');
export const price = cell('price', '价格', { domain: { ...POSITIVE, zeroIsMissingBeside: 'qty' } });

// requirement
export const margin = held('margin', '保证金');
export const margin_ratio = cell('ratio', '保证金比例', { counts: false, domain: RATIO });
export const base_ratio = cell('base', '基准保证金比例', { counts: false, domain: RATIO });
export const conversion_rate = cell('conversion_rate', '折算率', { counts: false, domain: RATE });
export const minimum_ratio = cell('minimum', '最低比例', { counts: false, domain: RATIO });
/** Of points, a few tens: 5 was meant as 5%. */
export const markup = cell('markup', '上浮比例', { blank: 'zero', counts: false, domain: RATE });
export const available_margin = cell('available_margin', '保证金可用余额');
export const credit_left = held('credit_left', '剩余授信额度');
export const lot = cell('lot', '每手数量', { counts: false, domain: POSITIVE });
export const minimum = cell('minimum', '最小数量', { counts: false, domain: POSITIVE });

// account
export const cash = flow('cash', '现金');
export const assets = held('assets', '总资产');
export const debt = held('debt', '总负债');
export const interest_and_fees = flow('interest_and_fees', '利息及费用');
export const other_collateral = cell('other_collateral', '其他担保物价值', { blank: 'zero', domain: POSITIVE });
export const maintenance_ratio = cell('ratio', '维持担保比例', { domain: { least: 0 } });
export const warning_line = line('warning_line', '警戒线');
export const call_line = line('call_line', '追保线');
export const close_line = line('close_line', '平仓线');
export const withdraw_line = line('withdraw_line', '提取线');
export const threshold_line = line('line', '线');
export const target = line('target', '目标维持担保比例');
export const securities_value = held('securities_value', '证券市值');
export const lent_value = held('lent_value', '融券市值');
export const change = cell('change', '涨跌幅', { domain: CHANGE });
export const lent_change = cell('lent_change', '融券涨跌幅', { counts: false, domain: CHANGE });
export const cost_rate = cell('cost_rate', '交易费率', { blank: 'zero', counts: false, domain: COST_RATE });
export const other_assets = held('other_assets', '其他资产');
export const other_debt = held('other_debt', '其他负债');
export const withdrawable_cash = cell('withdrawable_cash', '可提取现金', { blank: 'zero' });
export const collateral_values = series('collateral_values', '充抵保证金证券市值', {
  group: 'collateral',
  domain: POSITIVE,
});
export const collateral_conversion_rates = series('collateral_conversion_rates', '充抵保证金证券折算率', {
  group: 'collateral',
  counts: false,
  domain: RATE,
});
export const financed_values = series('financed_values', '融资买入证券市值', { group: 'financed', domain: POSITIVE });
export const financed_amounts = series('financed_amounts', '融资买入金额', { group: 'financed', domain: POSITIVE });
export const financed_conversion_rates = series('financed_conversion_rates', '融资买入证券折算率', {
  group: 'financed',
  counts: false,
  domain: RATE,
});
export const financed_ratios = series('financed_ratios', '融资保证金比例', {
  group: 'financed',
  counts: false,
  domain: { ...RATIO, zeroIsMissingBeside: 'financed_amounts' },
});
export const short_proceeds = series('short_proceeds', '融券卖出金额', { group: 'lent', domain: POSITIVE });
export const lent_values = series('lent_values', '融券卖出证券市值', { group: 'lent', domain: POSITIVE });
export const lent_conversion_rates = series('lent_conversion_rates', '融券卖出证券折算率', {
  group: 'lent',
  counts: false,
  domain: RATE,
});
export const lent_ratios = series('lent_ratios', '融券保证金比例', {
  group: 'lent',
  counts: false,
  domain: { ...RATIO, zeroIsMissingBeside: 'lent_values' },
});
export const securities_values = series('securities_values', '证券市值', { domain: POSITIVE });
export const lent_qty = series('lent_qty', '融券数量', { group: 'lent', domain: POSITIVE });
export const lent_prices = series('lent_prices', '融券证券市价', {
  group: 'lent',
  domain: { ...POSITIVE, zeroIsMissingBeside: 'lent_qty' },
});

// cost
export const start = date('start', '起始日');
export const end = date('end', '结束日');
export const open_date = date('open_date', '开仓日');
export const as_of = date('as_of', '基准日');
export const rule_date = date('date', '日期');
export const principal = held('principal', '本金');
export const annual_rate = cell('annual_rate', '年利率', { counts: false, domain: RATE });
export const days = cell('days', '天数', { counts: false, domain: POSITIVE });
export const day_basis = cell('day_basis', '计息基数', { counts: false, domain: { only: [360, 365, 366] } });
export const months = cell('months', '月数', { counts: false, domain: POSITIVE });
/** The lines of an interest statement: a day, the balance from then on, its rate. */
export const accrual_dates = { ...series('dates', '日期', { group: 'accrual' }), days: true } as const;
export const accrued_balances = series('balances', '余额', { group: 'accrual', domain: POSITIVE });
export const accrued_rates = series('rates', '年利率', { group: 'accrual', counts: false, domain: RATE });
export const accrual_end = date('end', '结束日');
export const holidays = { ...series('holidays', '休市日', { counts: false }), days: true, optional: true } as const;
export const buy_price = cell('buy_price', '买入价', { domain: { ...POSITIVE, zeroIsMissingBeside: 'qty' } });
export const sell_price = cell('sell_price', '卖出价', { domain: { ...POSITIVE, zeroIsMissingBeside: 'qty' } });
export const costs = flow('costs', '费用');

// indicator
export const turnover = held('turnover', '成交额');
export const turnovers = series('turnovers', '成交额', { blank: 'skip', domain: POSITIVE });
export const volumes = series('volumes', '成交量', { blank: 'skip', domain: POSITIVE });
export const float_value = held('float_value', '流通市值');
export const balances = series('balances', '余额', { blank: 'skip', domain: POSITIVE });
export const financing_balances = series('financing_balances', '融资余额', { blank: 'skip', domain: POSITIVE });
export const lending_quantities = series('lending_qty', '融券余量', { blank: 'skip', domain: POSITIVE });
export const window = cell('window', '窗口天数', { counts: false, domain: POSITIVE });
export const value = cell('value', '数值');
export const threshold = cell('threshold', '阈值', { counts: false });
export const quota = cell('quota', '总额度', { counts: false, domain: POSITIVE });
export const used = held('used', '已用额度');

// tables
const deskTable = <const K extends string>(name: K, zh: string): TableParam<K> => ({
  kind: 'table',
  name,
  zh,
  optional: false,
});
export const accounts_table = deskTable('accounts', '账户表');
export const positions_table = deskTable('positions', '持仓表');
export const contracts_table = deskTable('contracts', '合约表');
export const penalty_rate = cell('penalty_rate', '罚息利率', { counts: false, domain: RATE });
export const due_soon = cell('due_soon', '临期天数', { counts: false, domain: POSITIVE });
export const ranking_days = cell('days', '天数', { counts: false, domain: POSITIVE });
export const top = cell('top', '名次', { counts: false, domain: POSITIVE });
export const table: TableParam<'table'> = { kind: 'table', name: 'table', zh: '表格', optional: false };
export const tolerance = cell('tolerance', '容差', { counts: false, domain: POSITIVE });

function date<const K extends string>(name: K, zh: string): DateParam<K, false> {
  return { kind: 'date', name, zh, counts: true, optional: false };
}

/** A required choice; `choose` gives it a default. */
export function choice<const K extends string, const V extends string>(
  name: K,
  zh: string,
  id: string,
  options: readonly (Option & { readonly value: V })[],
): ChoiceParam<K, V> {
  return { kind: 'choice', name, zh, choice: id, options, optional: false };
}

// choices
export const unit = choice('unit', '单位', 'unit', [
  { value: 'share', zh: '股' },
  { value: 'fund_unit', zh: '份' },
  { value: 'bond', zh: '张' },
  { value: 'lot', zh: '手' },
]);
export const per = choice('per', '口径', 'per', [
  { value: 'total', zh: '合计' },
  { value: 'average', zh: '日均' },
]);
const MEASURES = [
  { value: 'yuan', zh: '元' },
  { value: 'thousand_yuan', zh: '千元' },
  { value: 'wan_yuan', zh: '万元' },
  { value: 'million_yuan', zh: '百万元' },
  { value: 'yi_yuan', zh: '亿元' },
  { value: 'share', zh: '股' },
  { value: 'wan_share', zh: '万股' },
  { value: 'yi_share', zh: '亿股' },
  { value: 'fund_unit', zh: '份' },
  { value: 'wan_fund_unit', zh: '万份' },
  { value: 'yi_fund_unit', zh: '亿份' },
  { value: 'bond', zh: '张' },
  { value: 'wan_bond', zh: '万张' },
  { value: 'yi_bond', zh: '亿张' },
] as const;
export const from = choice('from', '原单位', 'measure', MEASURES);
export const to = choice('to', '目标单位', 'measure', MEASURES);
export const amount_unit = choice('amount_unit', '金额单位', 'amount_unit', [
  { value: 'auto', zh: '自动' },
  { value: 'yuan', zh: '元' },
  { value: 'thousand_yuan', zh: '千元' },
  { value: 'wan_yuan', zh: '万元', also: ['万'] },
  { value: 'million_yuan', zh: '百万元' },
  { value: 'yi_yuan', zh: '亿元', also: ['亿'] },
]);
export const qty_unit = choice('qty_unit', '数量单位', 'qty_unit', [
  { value: 'auto', zh: '自动' },
  { value: 'share', zh: '股', also: ['份'] },
  { value: 'wan_share', zh: '万股', also: ['万份', '万'] },
  { value: 'yi_share', zh: '亿股', also: ['亿份', '亿'] },
]);
export const exchange = choice('exchange', '交易所', 'exchange', [
  { value: 'SSE', zh: '上交所', also: ['上海', '沪', '上海证券交易所', 'SH'] },
  { value: 'SZSE', zh: '深交所', also: ['深圳', '深', '深圳证券交易所', 'SZ'] },
  { value: 'BSE', zh: '北交所', also: ['北京', '北', '北京证券交易所', 'BJ'] },
]);
export const investor = choice('investor', '投资者', 'investor', [
  { value: 'general', zh: '一般', also: ['一般投资者'] },
  { value: 'private_fund', zh: '私募', also: ['私募基金', '私募证券投资基金'] },
]);
export const asset_class = choice('asset_class', '证券类别', 'asset_class', [
  {
    value: 'index_member',
    zh: '上证180/深证100成份股',
    also: ['成份股', '成分股', '上证180成份股', '深证100成份股', '指数成份股'],
  },
  {
    value: 'a_share',
    zh: '其他A股',
    also: ['A股', '科创板股票', '创业板股票', '科创板', '创业板', '存托凭证'],
  },
  { value: 'etf', zh: 'ETF', also: ['交易型开放式指数基金'] },
  { value: 'treasury', zh: '国债' },
  { value: 'money_fund', zh: '货币基金', also: ['货币市场基金'] },
  { value: 'cash_product', zh: '证券公司现金管理产品', also: ['现金管理产品'] },
  { value: 'fund', zh: '其他基金', also: ['LOF', 'REITs', 'REIT', '公募REITs', '上市开放式基金'] },
  {
    value: 'bond',
    zh: '其他债券',
    also: [
      '可转债',
      '可转换债券',
      '公司债',
      '企业债',
      '地方债',
      '公司债券',
      '企业债券',
      '可转换公司债券',
      '地方政府债券',
    ],
  },
  { value: 'risk_warning', zh: '风险警示', also: ['ST', '*ST', '暂停上市', '退市整理'] },
  { value: 'warrant', zh: '权证' },
  { value: 'high_pe', zh: '静态市盈率300倍以上或为负', also: ['高市盈率'] },
]);
export const roll = choice('roll', '遇休市日', 'roll', [
  { value: 'none', zh: '不调整' },
  { value: 'following', zh: '顺延', also: ['后移'] },
  { value: 'preceding', zh: '提前', also: ['前移'] },
]);
export const side = choice('side', '平仓方式', 'side', [
  { value: 'sell', zh: '卖券还款', also: ['卖券', '卖出'] },
  { value: 'buy', zh: '买券还券', also: ['买券', '买入'] },
]);
export const repayment_source = {
  ...choice('source', '还款来源', 'source', [
    { value: 'sell', zh: '卖券还款', also: ['卖券'] },
    { value: 'cash', zh: '外部资金' },
  ]),
  unclear: {
    words: [{ value: 'direct', zh: '直接还款', also: ['direct repayment', '现金还款', '直接'] }],
    choose: {
      en: 'cash for money from outside, sell for cash that is in the account already',
      zh: '另行转入的资金选“外部资金”，账户内已有的现金选“卖券还款”',
    },
  },
};
export const ratio_unit = choice('ratio_unit', '比例单位', 'ratio_unit', [
  { value: 'auto', zh: '自动' },
  { value: 'fraction', zh: '小数' },
  { value: 'percent', zh: '百分数', also: ['百分比', '%'] },
]);
export const language = choice('language', '语言', 'language', [
  { value: 'zh', zh: '中文', also: ['chinese', '简体中文'] },
  { value: 'en', zh: '英文', also: ['english'] },
]);
