import type { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import {
  call_line,
  choose,
  close_line,
  language,
  maintenance_ratio,
  optional,
  warning_line,
  withdraw_line,
} from '../catalogue/params';
import { SSE_RULES, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

const STATES = {
  close: { zh: '平仓', en: 'liquidation' },
  call: { zh: '追保', en: 'margin call' },
  warning: { zh: '警戒', en: 'warning' },
  withdrawable: { zh: '可提取', en: 'withdrawable' },
  normal: { zh: '正常', en: 'normal' },
} as const;

export const MAINTENANCE_STATUS = procedure({
  id: 'MAINTENANCE_STATUS',
  params: [
    maintenance_ratio,
    optional(warning_line, 1.5),
    optional(call_line, 1.3),
    optional(close_line),
    optional(withdraw_line, 3),
    choose(language, 'zh'),
  ],
  run: ({ ratio, warning_line, call_line, close_line, withdraw_line, language }) => {
    const below = (line: Exact | null) => line !== null && ratio.compareAt12Digits(line) < 0;
    if (below(close_line)) return STATES.close[language];
    if (below(call_line)) return STATES.call[language];
    if (below(warning_line)) return STATES.warning[language];
    return ratio.compareAt12Digits(withdraw_line) > 0 ? STATES.withdrawable[language] : STATES.normal[language];
  },
  closed: ({ ratio, warning_line, call_line, close_line, withdraw_line, language }, write) => {
    const lines = [warning_line, call_line, withdraw_line, ...(close_line === null ? [] : [close_line])];
    if (!lines.every(write.isNumber)) return undefined;
    const state = (name: keyof typeof STATES) => write.word(STATES[name][language]);
    const rounded = write.at12Digits(ratio);
    const above = write.when(rounded, '>', write.at12Digits(withdraw_line), state('withdrawable'), state('normal'));
    const warned = write.when(rounded, '<', write.at12Digits(warning_line), state('warning'), above);
    const called = write.when(rounded, '<', write.at12Digits(call_line), state('call'), warned);
    return close_line === null
      ? called
      : write.when(rounded, '<', write.at12Digits(close_line), state('close'), called);
  },
});

const LINES_OF_2015: Source = {
  title: {
    en: 'The exchanges’ rules of 2015-07-01: what happens below the lines is agreed between broker and investor',
    zh: '沪深交易所2015年7月1日修订的实施细则：低于维持担保比例的处置由证券公司与客户约定',
  },
  date: '2015-07-01',
  unverified: true,
};

export const words: Words<typeof MAINTENANCE_STATUS> = {
  family: 'account',
  title: { en: 'Maintenance status', zh: '担保状态' },
  doc: {
    en: 'State of an account by its maintenance ratio and the broker’s lines, as a word.',
    zh: '按维持担保比例与券商各线判断的账户状态（文字）。',
  },
  returns: 'word',
  formula: {
    en: 'below the liquidation line: liquidation; below the call line: margin call; below the warning line: warning; above the withdrawal line: withdrawable; else normal',
    zh: '低于平仓线：平仓；低于追保线：追保；低于警戒线：警戒；高于提取线：可提取；其余：正常',
  },
  params: {
    ratio: { en: 'Maintenance ratio as a fraction: 150% is 1.5', zh: '维持担保比例，150% 写作 1.5 或 150%' },
    close_line: { en: 'The broker’s liquidation line; none if omitted', zh: '券商的平仓线；省略则不判断' },
  },
  errors: [
    {
      code: '#N/A',
      when: { en: 'The ratio is not known, or the account has no debt.', zh: '维持担保比例缺失，或账户无负债。' },
    },
  ],
  remarks: [
    {
      en: 'Write 140% as 1.4 or 140%. A ratio of 140 is 14,000%, which an account with little debt can have, so it passes as withdrawable; a line of 140 is refused.',
      zh: '140% 应写作 1.4 或 140%。写成 140 即 14,000%：负债很少的账户确有此值，故不拒绝，结果为可提取；各线写成 140 则拒绝。',
    },
    {
      en: 'A ratio on a line has not fallen below it, and on the withdrawal line nothing can be withdrawn yet. Compared at 12 significant digits.',
      zh: '恰在线上不算跌破；恰在提取线上尚不可提取。按12位有效数字比较。',
    },
    {
      en: 'The lines are the broker’s. 130% and 150% were rule text until 2015 and 2019; the 300% for withdrawals still is.',
      zh: '各线由券商约定。130%与150%曾为规则条文（至2015、2019年）；提取线300%至今仍是。',
    },
    {
      en: 'The word does not change with the display language: Chinese unless language says en.',
      zh: '返回文字不随界面语言变化：默认中文，language 为 en 时为英文。',
    },
  ],
  sources: [SSE_RULES, LINES_OF_2015],
  examples: [
    { title: { en: 'Between the lines', zh: '各线之间' }, args: { ratio: 2.25 }, result: '正常' },
    { title: { en: 'On the call line', zh: '恰在追保线上' }, args: { ratio: '130%' }, result: '警戒' },
    {
      title: { en: 'Below it, in English', zh: '跌破追保线，英文' },
      args: { ratio: 1.2745, language: 'en' },
      result: 'margin call',
    },
    {
      title: { en: 'With a liquidation line of 110%', zh: '平仓线110%' },
      args: { ratio: 1.05, warning_line: 1.4, call_line: 1.3, close_line: 1.1 },
      result: '平仓',
    },
    { title: { en: 'Above 300%', zh: '高于300%' }, args: { ratio: 3.01 }, result: '可提取' },
    { title: { en: '140 is 14,000%', zh: '140 即 14,000%' }, args: { ratio: 140 }, result: '可提取' },
    {
      title: { en: 'A line as a plain number', zh: '线写成了整数' },
      args: { ratio: 1.2, warning_line: 150 },
      result: '#VALUE!',
    },
  ],
  related: ['MAINTENANCE_RATIO', 'MAINTENANCE_LEVEL', 'TOP_UP_COLLATERAL', 'FINANCING_CALL_PRICE'],
  search: ['追保', '平仓线', '警戒线', '提取线', 'margin call'],
};
