import { isoDate } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { MISSING } from '../../cells/number';
import { Exact } from '../../number/exact';
import { procedure } from '../catalogue/define';
import { accrual_dates, accrual_end, accrued_balances, accrued_rates, day_basis, optional } from '../catalogue/params';
import { CONTRACT_INTEREST, FEE_OF_ZHONGSHAN, INTEREST_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const ACCRUED_INTEREST = procedure({
  id: 'ACCRUED_INTEREST',
  params: [accrual_dates, accrued_balances, accrued_rates, accrual_end, optional(day_basis, 360)],
  run({ dates, balances, rates, end, day_basis }) {
    const days = dates.values.map((day) => day.toNumber());
    if (days.length === 0) return MISSING.with({ param: 'dates' });
    if (end < days[0]!) return new Fault('end_before_start');
    let total = Exact.of(0);
    for (let i = 0; i < days.length; i++) {
      if (i > 0 && days[i]! <= days[i - 1]!)
        return new Fault('dates_do_not_rise', { text: isoDate(days[i]!), allowed: isoDate(days[i - 1]!) });
      const until = Math.min(days[i + 1] ?? end, end);
      if (until <= days[i]!) continue;
      const rate = rates.values.length === 1 ? rates.values[0]! : rates.values[i]!;
      total = total.plus(balances.values[i]!.times(rate).times(Exact.of(until - days[i]!)));
    }
    return total.over(day_basis);
  },
});

export const words: Words<typeof ACCRUED_INTEREST> = {
  family: 'cost',
  title: { en: 'Interest accrued by parts', zh: '分段计息' },
  doc: {
    en: 'Interest on a balance or a rate that changed: each balance at its rate until the next date.',
    zh: '余额或利率有变动时的应计利息：各段余额按当段利率计至下一日期。',
  },
  returns: 'amount',
  formula: {
    en: 'interest = Σ balance × rate × (next date − date) ÷ day basis, the last one up to end',
    zh: '应计利息 = Σ 余额 × 年利率 × (下一日期 − 日期) ÷ 计息基数，末段计至结束日',
  },
  params: {
    dates: { en: 'Dates from which each balance stands, oldest first', zh: '各段余额的起始日期，由早到晚' },
    balances: { en: 'Balance from each date on, in 元', zh: '自各日期起的余额，元' },
    end: { en: 'Day up to which interest runs; it is not counted', zh: '计息截止日，当日不计息' },
  },
  errors: [
    {
      code: '#VALUE!',
      when: {
        en: 'The dates do not rise, the ranges differ in length, or the end lies before the first date.',
        zh: '日期未递增，各区域长度不同，或结束日早于首个日期。',
      },
    },
    {
      code: '#N/A',
      when: { en: 'There is no date, or a date lacks its balance or rate.', zh: '没有日期，或某日期缺少余额或利率。' },
    },
  ],
  remarks: [
    {
      en: 'A line holds the balance that stands from its date on: write one when money is borrowed or repaid and when the rate changes. One rate may serve all.',
      zh: '每行为自该日起的余额：借入、偿还或利率变动时各写一行。利率可只给一格。',
    },
    {
      en: 'First day in, last day out; lines from the end on add nothing, so the interest up to any day comes from the same lines. Equal dates make no interest here, whereas INTEREST_DAYS counts at least one day.',
      zh: '算头不算尾；结束日及其后的各行不计，因此同一张表可计至任一日。同一天借还在此为 0 天，而 INTEREST_DAYS 至少计一天。',
    },
    {
      en: 'Simple interest, rounded nowhere; brokers round or cut off to 0.01 元 in their own way.',
      zh: '单利，不取整；各券商四舍五入或截断到分的做法不一。',
    },
  ],
  sources: [CONTRACT_INTEREST, INTEREST_ANSWERS],
  examples: [
    {
      title: { en: '200,000 元 at 8.6% for 10 days', zh: '20 万元，年利率 8.6%，10 天' },
      args: { dates: ['2024-03-01'], balances: [200000], rates: 0.086, end: '2024-03-11' },
      result: 477.77777777777777,
      source: FEE_OF_ZHONGSHAN,
      note: {
        en: 'A broker’s page prints 477.77 for a fee of this size: it cuts off.',
        zh: '券商网页对同等金额的费用写作 477.77，系截断。',
      },
    },
    {
      title: {
        en: '1 million, 400,000 repaid after 20 days, the rate lowered after 30',
        zh: '100 万元，20 天后偿还 40 万元，30 天后下调利率',
      },
      args: {
        dates: ['2024-01-02', '2024-01-22', '2024-02-01'],
        balances: [1000000, 600000, 600000],
        rates: ['8.35%', '8.35%', '7.2%'],
        end: '2024-03-01',
      },
      result: 9510.555555555555,
    },
    {
      title: { en: 'The same lines up to an earlier day', zh: '同一张表，计至较早的一天' },
      args: {
        dates: ['2024-01-02', '2024-01-22', '2024-02-01'],
        balances: [1000000, 600000, 600000],
        rates: ['8.35%', '8.35%', '7.2%'],
        end: '2024-01-20',
      },
      result: 4175,
    },
    {
      title: { en: 'Dates out of order', zh: '日期未按先后排列' },
      args: { dates: ['2024-01-22', '2024-01-02'], balances: [600000, 1000000], rates: 0.0835, end: '2024-03-01' },
      result: '#VALUE!',
    },
  ],
  related: ['FINANCING_INTEREST', 'LENDING_FEE', 'INTEREST_DAYS'],
  search: ['分段计息', '利息积数', '应计利息', '罚息', '利率调整', 'accrued interest'],
};
