import { formula } from '../catalogue/define';
import { balance, turnovers } from '../catalogue/params';
import { GUSHIBA_ANSWERS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

export const BALANCE_TO_TURNOVER = formula({
  id: 'BALANCE_TO_TURNOVER',
  params: [balance, turnovers],
  compute: ({ balance, turnovers }, { sum, count }) => balance.times(count(turnovers)).over(sum(turnovers)),
});

export const words: Words<typeof BALANCE_TO_TURNOVER> = {
  family: 'indicator',
  title: { en: 'Balance to turnover', zh: '余额占成交额' },
  doc: {
    en: 'Balance as a share of the mean daily turnover.',
    zh: '余额占日均成交额的比例。',
  },
  returns: 'ratio',
  formula: { en: 'share = balance ÷ mean of the daily turnovers', zh: '余额占成交额 = 余额 ÷ 日均成交额' },
  params: { balance: { en: 'Financing, lending or margin balance, in 元', zh: '融资、融券或融资融券余额，元' } },
  errors: [{ code: '#DIV/0!', when: { en: 'There was no turnover.', zh: '没有成交额。' } }],
  remarks: [
    {
      en: 'The rule of thumb of the source calls a share above 20% a sign of long-term confidence; THRESHOLD_SIGNAL tests it.',
      zh: '来源文章的经验线：超过 20% 说明看好长线的人较多，可用 THRESHOLD_SIGNAL 判断。',
    },
  ],
  sources: [GUSHIBA_ANSWERS],
  examples: [
    {
      title: { en: 'A balance of 6.6亿 over five days of turnover', zh: '余额 6.6 亿，五日成交额' },
      args: { balance: '6.6亿', turnovers: ['22亿', '38亿', '21亿', '13亿', '24亿'] },
      result: 0.2796610169491525,
      source: GUSHIBA_ANSWERS,
      note: {
        en: 'The text says 25%; its own figures give 27.97%. 25.14% comes out only without the day of 13亿.',
        zh: '原文写 25%，按其数字应为 27.97%；去掉 13 亿那天才得 25.14%。',
      },
    },
    {
      title: { en: 'A day without a figure is left out of the mean', zh: '没有数据的一天不计入均值' },
      args: { balance: 660, turnovers: [2200, null, 2100] },
      result: 0.30697674418604654,
    },
    {
      title: { en: 'No turnover', zh: '没有成交' },
      args: { balance: 660, turnovers: [0, 0] },
      result: '#DIV/0!',
    },
  ],
  related: ['PURCHASES_TO_TURNOVER', 'BALANCE_TO_FLOAT', 'DAYS_TO_COVER', 'THRESHOLD_SIGNAL'],
  search: ['融资余额占成交额', '日均成交额', '20%', 'balance to turnover'],
};
