import { QUESTION_225, SSE_RULES } from '../catalogue/sources';
import type { Unit, Words } from '../catalogue/words-of';
import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { tableProcedure } from '../catalogue/define';
import {
  accounts_table,
  call_line,
  choose,
  close_line,
  language,
  optional,
  positions_table,
  target,
  warning_line,
  withdraw_line,
} from '../catalogue/params';
import { accountRow } from './account-row';
import { NOT_PLAIN } from './not-plain';
import { booksOf } from './book';
import { linesOf } from './lines-of';

/** The columns of the result, as both languages head them. */
const COLUMNS = [
  ['account', '账户'],
  ['assets', '总资产'],
  ['debt', '总负债'],
  ['net_assets', '净资产'],
  ['financing_debt', '融资负债'],
  ['lending_debt', '融券负债'],
  ['interest_and_fees', '息费'],
  ['securities_value', '担保证券市值'],
  ['maintenance_ratio', '维持担保比例'],
  ['status', '状态'],
  ['available_margin', '保证金可用余额'],
  ['withdrawable', '可提取'],
  ['top_up_collateral', '追加担保物'],
  ['sell_to_repay', '卖券还款'],
  ['drop_to_call_line', '距追保线跌幅'],
  ['largest_holding', '最大持仓'],
  ['concentration', '集中度'],
  ['credit_left', '剩余授信'],
  ['problem', '问题'],
] as const;

export const ACCOUNT_MONITOR = tableProcedure({
  id: 'ACCOUNT_MONITOR',
  params: [
    accounts_table,
    positions_table,
    optional(warning_line, 1.5),
    optional(call_line, 1.3),
    optional(close_line),
    optional(withdraw_line, 3),
    optional(target, 1.5),
    choose(language, 'zh'),
  ],
  run({ accounts, positions, warning_line, call_line, close_line, withdraw_line, target, language }) {
    const books = booksOf(accounts, positions, language);
    if (books instanceof Fault) return books;
    const rows: Cell[][] = [COLUMNS.map(([en, zh]) => (language === 'zh' ? zh : en))];
    const given = { warning_line, call_line, close_line, withdraw_line, target };
    for (const book of books) rows.push(accountRow(book, linesOf(book, given), language));
    return rows;
  },
});

export const words: Words<typeof ACCOUNT_MONITOR> = {
  family: 'desk',
  title: { en: 'Account monitor', zh: '账户监控' },
  doc: {
    en: 'A row for each account: assets, debt, ratio, status, margin, top-up, concentration, problems.',
    zh: '逐户监控表：资产、负债、维持担保比例、状态、保证金、追加金额、集中度与问题。',
  },
  returns: 'table',
  answers: {
    headings: COLUMNS,
    units: {
      account: 'word',
      assets: 'amount',
      debt: 'amount',
      net_assets: 'amount',
      financing_debt: 'amount',
      lending_debt: 'amount',
      interest_and_fees: 'amount',
      securities_value: 'amount',
      maintenance_ratio: 'ratio',
      status: 'word',
      available_margin: 'amount',
      withdrawable: 'amount',
      top_up_collateral: 'amount',
      sell_to_repay: 'amount',
      drop_to_call_line: 'ratio',
      largest_holding: 'word',
      concentration: 'ratio',
      credit_left: 'amount',
      problem: 'word',
    } satisfies Record<(typeof COLUMNS)[number][0], Unit>,
  },
  formula: {
    en: 'each column is the function of its name over the account’s rows, unrounded: MAINTENANCE_RATIO, MAINTENANCE_STATUS, AVAILABLE_MARGIN, WITHDRAWABLE, TOP_UP_COLLATERAL, TOP_UP_REPAYMENT, DROP_TO_LINE',
    zh: '各列即对该账户各行调用同名函数的结果（中间不舍入）：维持担保比例、担保状态、保证金可用余额、可提取金额、追加担保物金额、应还款金额（卖券）、距线跌幅',
  },
  params: {
    accounts: {
      en: 'A row an account: account, cash (with short proceeds), interest and fees; optional other collateral, credit line and own lines',
      zh: '每户一行：账户、现金（含融券卖出所得）、利息及费用；可有其他担保物、授信额度与各线',
    },
    positions: {
      en: 'account, code, direction, quantity, price or value, conversion rate, amount, margin ratio',
      zh: '账户、代码、方向、数量、市价或市值、折算率、金额、保证金比例',
    },
    close_line: { en: 'The broker’s liquidation line; none if omitted', zh: '券商的平仓线；省略则不判断' },
  },
  errors: [
    {
      code: '#VALUE!',
      when: {
        en: 'A needed column is missing, ambiguous or another one (可用资金 is no cash, 折算市值 no value), or labels and values stand side by side.',
        zh: '缺少或混淆了必需的列（可用资金不是现金，折算市值不是市值），或标签与数值相间排列。',
      },
    },
    NOT_PLAIN,
  ],
  remarks: [
    {
      en: 'Headers of 22 counters and clients are known (恒生, 金证, QMT, 掘金, OES, 通达信 and others) and our own Chinese and English ones; a needed column that is missing or ambiguous is refused by name.',
      zh: '识别 22 种柜台与客户端的表头（恒生、金证、QMT、掘金、OES、通达信等）及本文所列中英文表头；缺少或有歧义的列会指名拒绝。',
    },
    {
      en: 'Direction is 担保, 融资, 融券 or 持仓. 持仓 is everything held, as counters export it: the 融资 rows of the same code are taken from it, or they would count twice.',
      zh: '方向为担保、融资、融券或持仓。持仓为柜台导出的全部持有，其中同代码的融资部分会自动扣除，否则重复计算。',
    },
    {
      en: 'A bad row spoils the figures of its own account and is named under problem, as are positions of unknown accounts (at the foot). What the counter prints (ratio, available margin, totals) is compared, never used.',
      zh: '有误的行只影响本账户并列于“问题”；未知账户的持仓列于表尾。柜台打印的比例、保证金可用与合计只作核对，不参与计算。',
    },
    {
      en: 'Assets include other collateral, as the ratio does; what can be withdrawn is judged without it. Credit left is the limit less principal and short proceeds.',
      zh: '总资产含其他担保物（与维持担保比例一致），可提取按不含其他担保物计算。剩余授信 = 额度 − 融资本金 − 融券卖出金额。',
    },
  ],
  sources: [SSE_RULES, QUESTION_225],
  examples: [
    {
      title: {
        en: 'An examination question (225%) as a counter exports it',
        zh: '维持担保比例试题（答案 225%），按柜台导出的样式',
      },
      args: {
        accounts: [
          ['资产账户', '资金余额', '利息及费用'],
          ['10001', 150000, 0],
        ],
        positions: [
          ['资产账户', '证券代码', '方向', '数量', '市价', '折算率', '金额', '保证金比例'],
          ['10001', '600000', '担保', 5000, 20, 0.7, null, null],
          ['10001', '600030', '融资', 20000, 10, 0.7, 200000, 1],
        ],
      },
      result: [
        COLUMNS.map(([, zh]) => zh),
        [
          '10001',
          450000,
          200000,
          250000,
          200000,
          0,
          0,
          300000,
          2.25,
          '正常',
          20000,
          0,
          0,
          0,
          0.6333333333333333,
          '600030',
          0.4444444444444444,
          '',
          '',
        ],
      ],
      source: QUESTION_225,
    },
    {
      title: { en: 'A cell that is no cash', zh: '可用资金不是现金' },
      args: {
        accounts: [
          ['资金账号', '可用资金', '利息及费用'],
          ['1', 150000, 0],
        ],
        positions: [
          ['代码', '方向', '数量', '市价'],
          ['600000', '担保', 100, 10],
        ],
      },
      result: '#VALUE!',
    },
  ],
  related: ['CALL_PRICES', 'CONTRACT_LEDGER', 'MAINTENANCE_RATIO', 'AVAILABLE_MARGIN', 'MAINTENANCE_STATUS'],
  search: ['盯市', '监控', '追保名单', '两融客户', '柜台', 'margin call list', 'risk monitor'],
};
