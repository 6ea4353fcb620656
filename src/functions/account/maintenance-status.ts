import { Fault } from '../../cells/fault';
import { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import {
  call_line,
  choose,
  close_line,
  language,
  maintenance_ratio,
  optional,
  ratio_unit,
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

type State = keyof typeof STATES;

/** From here on a ratio may be a percentage (125 for 125%), up to where both readings allow a withdrawal. */
const LEAST_PERCENTAGE = 50;

/** No account is so low; a cell that shows 127.45% holds 1.2745. */
const LEAST_PERCENT = 10;

export const MAINTENANCE_STATUS = procedure({
  id: 'MAINTENANCE_STATUS',
  params: [
    maintenance_ratio,
    optional(warning_line, 1.5),
    optional(call_line, 1.3),
    optional(close_line),
    optional(withdraw_line, 3),
    choose(language, 'zh'),
    choose(ratio_unit, 'auto'),
  ],
  run: ({ ratio, warning_line, call_line, close_line, withdraw_line, language, ratio_unit }) => {
    const detail = () => ({ param: 'ratio', text: String(ratio.toNumber()), other: 'ratio_unit' });
    if (ratio_unit === 'auto' && isAmbiguous(ratio, withdraw_line)) return new Fault('fraction_or_percent', detail());
    if (ratio_unit === 'percent' && ratio.compareAt12Digits(Exact.of(LEAST_PERCENT)) < 0)
      return new Fault('percent_too_low', detail());
    const fraction = ratio_unit === 'percent' ? ratio.times(HUNDREDTH) : ratio;
    const below = (line: Exact | null) => line !== null && fraction.compareAt12Digits(line) < 0;
    if (below(close_line)) return STATES.close[language];
    if (below(call_line)) return STATES.call[language];
    if (below(warning_line)) return STATES.warning[language];
    return fraction.compareAt12Digits(withdraw_line) > 0 ? STATES.withdrawable[language] : STATES.normal[language];
  },
  closed: ({ ratio, warning_line, call_line, close_line, withdraw_line, language, ratio_unit }, write) => {
    const lines = [warning_line, call_line, withdraw_line, ...(close_line === null ? [] : [close_line])];
    if (!lines.every(write.isNumber)) return undefined;
    const state = (name: State) => write.word(STATES[name][language]);
    const given = write.at12Digits(ratio);
    const rounded = ratio_unit === 'percent' ? write.at12Digits(ratio.times(write.of(0.01))) : given;
    const above = write.when(rounded, '>', write.at12Digits(withdraw_line), state('withdrawable'), state('normal'));
    const warned = write.when(rounded, '<', write.at12Digits(warning_line), state('warning'), above);
    const called = write.when(rounded, '<', write.at12Digits(call_line), state('call'), warned);
    const judged =
      close_line === null ? called : write.when(rounded, '<', write.at12Digits(close_line), state('close'), called);
    if (ratio_unit === 'fraction') return judged;
    const refused = write.error('#VALUE!');
    if (ratio_unit === 'percent') return write.when(given, '<', write.of(LEAST_PERCENT), refused, judged);
    const most = write.at12Digits(withdraw_line.times(write.of(100)));
    const high = write.when(given, '<=', most, refused, state('withdrawable'));
    return write.when(given, '<', write.of(LEAST_PERCENTAGE), judged, high);
  },
});

const HUNDREDTH = Exact.of(0.01);

function isAmbiguous(ratio: Exact, withdraw_line: Exact): boolean {
  return (
    ratio.compareAt12Digits(Exact.of(LEAST_PERCENTAGE)) >= 0 &&
    ratio.compareAt12Digits(withdraw_line.times(Exact.of(100))) <= 0
  );
}

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
    ratio: { en: 'Maintenance ratio: 150% is 1.5 or 150%', zh: '维持担保比例，150% 写作 1.5 或 150%' },
    close_line: { en: 'The broker’s liquidation line; none if omitted', zh: '券商的平仓线；省略则不判断' },
  },
  errors: [
    {
      code: '#VALUE!',
      when: {
        en: 'From 50 up to 100 × the withdrawal line without ratio_unit, or below 10 as a percentage.',
        zh: '比例自 50 至提取线的 100 倍而未给出比例单位；或单位为百分数而比例小于 10。',
      },
    },
    {
      code: '#N/A',
      when: { en: 'The ratio is not known, or the account has no debt.', zh: '维持担保比例缺失，或账户无负债。' },
    },
  ],
  remarks: [
    {
      en: 'Counters export 127.45 for 127.45%, and 125 can also be 12,500%, the ratio of an account with little debt. From 50 up to 100 × the withdrawal line, where the two readings give different states, the ratio is refused unless ratio_unit says which it is.',
      zh: '柜台导出的 127.45 即 127.45%，而 125 也可能是 12,500%（负债很少的账户）。自 50 至提取线的 100 倍，两种读法状态不同，须用 ratio_unit（比例单位）说明，否则拒绝。',
    },
    {
      en: 'With percent a ratio below 10 is refused: a cell that shows 127.45% holds 1.2745, which is a fraction.',
      zh: '单位为百分数时，小于 10 的比例会被拒绝：显示为 127.45% 的单元格存的是 1.2745，属于小数。',
    },
    {
      en: 'A ratio on a line has not fallen below it, and on the withdrawal line nothing can be withdrawn yet. Compared at 12 significant digits.',
      zh: '恰在线上不算跌破；恰在提取线上尚不可提取。按12位有效数字比较。',
    },
    {
      en: 'The lines are the broker’s. 150% after a call was rule text until 2015-07-01, the floor of 130% until 2019-08-19; the 300% for withdrawals still is.',
      zh: '各线由券商约定。追保后150%曾为规则条文（至2015-07-01），最低130%亦然（至2019-08-19）；提取线300%至今仍是。',
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
    {
      title: { en: '125 may be 125% or 12,500%', zh: '125 可能是 125%，也可能是 12,500%' },
      args: { ratio: 125 },
      result: '#VALUE!',
    },
    {
      title: { en: 'A counter’s column of percentages', zh: '柜台导出的百分数' },
      args: { ratio: 127.45, ratio_unit: 'percent' },
      result: '追保',
    },
    {
      title: { en: '1,000,000 of assets, 8,000 of debt', zh: '资产100万元，负债8000元' },
      args: { ratio: 125, ratio_unit: 'fraction' },
      result: '可提取',
    },
    {
      title: { en: 'A line as a plain number', zh: '线写成了整数' },
      args: { ratio: 1.2, warning_line: 150 },
      result: '#VALUE!',
    },
  ],
  related: ['MAINTENANCE_RATIO', 'MAINTENANCE_LEVEL', 'TOP_UP_COLLATERAL', 'FINANCING_CALL_PRICE'],
  search: ['追保', '强平', '爆仓', '实时担保比例', '平仓线', '警戒线', '提取线', 'margin call'],
};
