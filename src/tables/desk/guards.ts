import type { Text } from '../../language';
import type { ACCOUNTS, CONTRACTS, POSITIONS } from './vocabulary';

/*
 * What is taken for granted where a table says nothing of it: six months, no interest paid, no other debt. A header that
 * is not understood but may well say it must not be passed over, or the figure that is taken for granted is a wrong one.
 */
export interface Guard<R extends string> {
  /** One of these says it. */
  readonly roles: readonly R[];
  readonly like: RegExp;
  readonly unlike?: RegExp;
  /** A column that the vocabulary understands. */
  readonly name: Text;
  /** Nothing else is decided by a column that says the same in every row. */
  readonly varies?: true;
  /** A column with such a word says it only where no other does. */
  readonly bare?: RegExp;
  /** A column of days after this one may say it, whatever it is called. */
  readonly after?: R;
}

/** A level of the maintenance ratio, not an amount. */
const lineOf = (words: string): RegExp => new RegExp(`(?:${words}).*(?:线|比例|line|ratio|level)`);

/** What is left of a contract, under a word of which nobody knows whether interest is in it. */
const LEFT = {
  like: /未[了偿还结]|待[还偿]|剩余|尚欠|欠款|(?:合约|负债|融资|当前|实时)余额|当前.*(?:金额|本金|负债)|outstanding|remain|unpaid|balance$/,
  unlike:
    /[息费日期量率股价线]|市值|保证金|授信|额度|可用|资金余额|interest|fee|fare|date|day|qty|quantity|volume|margin|credit|avail|enable|cash|fund|opening|initial|original|business/,
  name: { en: 'unpaid principal', zh: '未还本金' },
};
/** Our own words, which a table may use for the amount of the first day. */
const BARE = /^(?:金额|本金|amount|principal)$/;

const REPAID = {
  like: /已.*[还偿]|归还|偿还|还款|repa[iy]|paidback/,
  unlike: /[息费日期量率未]|interest|fee|fare|date|qty|quantity|amountleft/,
  name: { en: 'repaid amount', zh: '已还金额' },
};

export const ACCOUNT_GUARDS: readonly Guard<keyof typeof ACCOUNTS>[] = [
  {
    roles: ['fees'],
    like: /[息费]|interest|fee|fare|commission|charge/,
    unlike: /率|预计|已[还付偿]|费用负债|信息|消息|refcost|rate|paid|info/,
    name: { en: 'interest and fees', zh: '利息及费用' },
  },
  {
    roles: ['other_collateral'],
    like: /场外|其他.*(?:担保|资产)|other.*(?:collateral|asset)/,
    name: { en: 'other collateral', zh: '其他担保物' },
  },
  {
    roles: ['other_debt'],
    like: /其他.*(?:负债|债务|欠款)|other.*(?:debt|liabilit)/,
    unlike: /[息费]|interest|fee/,
    name: { en: 'other debt', zh: '其他负债' },
  },
  { roles: ['warning_line'], like: lineOf('警戒|预警|关注|warn|alert'), name: { en: 'warning line', zh: '警戒线' } },
  { roles: ['call_line'], like: lineOf('追保|补仓|追加|call'), name: { en: 'call line', zh: '追保线' } },
  {
    roles: ['close_line'],
    like: lineOf('平仓|强平|清仓|clos|liquidat|forced'),
    name: { en: 'close line', zh: '平仓线' },
  },
  { roles: ['withdraw_line'], like: lineOf('提取|可提|提款|withdraw'), name: { en: 'withdraw line', zh: '提取线' } },
  { roles: ['target'], like: lineOf('目标|到位|恢复|target'), name: { en: 'target', zh: '目标比例' } },
];

export const POSITION_GUARDS: readonly Guard<keyof typeof POSITIONS>[] = [
  {
    roles: ['account'],
    like: /账|户|客户|account|acct|client|customer/,
    name: { en: 'account', zh: '账户' },
    varies: true,
  },
  { roles: ['unpaid', 'repaid', 'repaid_part'], ...REPAID },
  { roles: ['unpaid'], bare: BARE, ...LEFT },
  {
    roles: ['fair_price'],
    like: /(?:公允|估值|fair|valuation).*(?:价|price)/,
    name: { en: 'fair price', zh: '公允价格' },
  },
];

export const CONTRACT_GUARDS: readonly Guard<keyof typeof CONTRACTS>[] = [
  {
    roles: ['due', 'extended'],
    like: /到期|截[止至]|期限|期满|due|matur|expir|deadline|^end/,
    unlike: /overdue/,
    name: { en: 'due date', zh: '到期日' },
    after: 'start',
  },
  {
    roles: ['extended'],
    like: /(?:展期|续签|延期|续期|展后).*(?:日|至)|(?:exten|postpon|renew|roll).*(?:date|day|due|to$|until)/,
    name: { en: 'postponed due date', zh: '续签到期日期' },
  },
  {
    roles: ['paid'],
    like: /[已付].*[息费]|[息费].*(?:已[还付偿收]|付讫)|(?:paid|settled).*(?:interest|fee)|(?:interest|fee).*(?:paid|settled)/,
    unlike: /未|待|罚|应付|已计|unpaid|penal/,
    name: { en: 'interest paid', zh: '已付息费' },
  },
  {
    roles: ['penalty_rate'],
    like: /(?:罚|违约|逾期|penal|overdue|late).*(?:率|比例|rate)/,
    name: { en: 'penalty rate', zh: '罚息利率' },
  },
  { roles: ['unpaid', 'repaid', 'repaid_part'], ...REPAID },
  { roles: ['unpaid'], bare: BARE, ...LEFT },
  {
    roles: ['paid', 'booked'],
    like: /结息|付息.*日|(?:last|previous|prior).*(?:interest|settle)|settle.*interest/,
    unlike: /周期|方式|频率|下[次一]|next|cycle|method/,
    name: { en: 'interest paid', zh: '已付息费' },
  },
  {
    roles: ['start'],
    bare: /^(?!.*息)/,
    like: /[起计]息.*[日始起]|利息起|起算|(?:interest|accrual).*(?:start|from|begin)|(?:start|begin).*interest/,
    unlike: /天数|days|末|止|基数|结/,
    name: { en: 'start date', zh: '起息日' },
  },
  {
    roles: ['rate'],
    bare: /./,
    like: /(?:优惠|执行|实际|约定|专项|协议|折后|审批|最终|个性|差异|discount|actual|effective|agreed|special).*(?:利率|费率|rate)/,
    unlike: /罚|违约|逾期|penal|overdue/,
    name: { en: 'annual rate', zh: '年利率' },
  },
  {
    roles: ['price', 'fair_price'],
    like: /(?:市|现|最新|收盘|公允|估值|market|last|clos|current|fair).*(?:价|price)/,
    name: { en: 'market price', zh: '市价' },
  },
];
