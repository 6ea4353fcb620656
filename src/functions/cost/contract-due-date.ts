import { dayOf, serialOf } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { isTradingDay } from '../../rules/calendar';
import { procedure } from '../catalogue/define';
import { choose, holidays, months, open_date, optional, roll } from '../catalogue/params';
import { CONTRACT_TERM, type Source } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';

const LAST_DATE_OF_EXCEL = serialOf(9999, 12, 31);

export const CONTRACT_DUE_DATE = procedure({
  id: 'CONTRACT_DUE_DATE',
  params: [open_date, optional(months, 6), choose(roll, 'none'), holidays],
  run({ open_date, months, roll, holidays }) {
    if (!months.isInteger())
      return new Fault('not_allowed', {
        param: 'months',
        text: months.toString(),
        allowed: { en: '0, 1, 2, 3, …', zh: '0、1、2、3……' },
      });
    const { year, month, day } = dayOf(open_date);
    const dueMonth = month + months.toNumber();
    const due = Math.min(serialOf(year, dueMonth, day), serialOf(year, dueMonth + 1, 0));
    if (!(due <= LAST_DATE_OF_EXCEL)) return new Fault('too_large');
    if (roll === 'none') return due;
    const closed = new Set(holidays.values.map((holiday) => holiday.toNumber()));
    let moved = due;
    while (!isTradingDay(moved) || closed.has(moved)) moved += roll === 'following' ? 1 : -1;
    return moved <= LAST_DATE_OF_EXCEL ? moved : new Fault('too_large');
  },
  // No sheet has the exchanges' calendar.
  closed: ({ open_date, months, roll }, { monthsLater }) =>
    roll === 'none' ? monthsLater(open_date, months) : undefined,
});

const CALENDAR: Source = {
  title: {
    en: 'Closures of the exchanges, 2010 to 2026, as kept by cn_stock_holidays from the yearly notices, and 2018-12-31',
    zh: '2010 至 2026 年交易所休市安排：cn_stock_holidays 据历年通知整理，另加 2018-12-31',
  },
  url: 'https://github.com/rainx/cn_stock_holidays',
};

export const words: Words<typeof CONTRACT_DUE_DATE> = {
  family: 'cost',
  title: { en: 'Due date of a contract', zh: '合约到期日' },
  doc: {
    en: 'Day on which a contract falls due: the same day some months later, or the end of that month.',
    zh: '合约到期日：若干个月后的同一日，该月没有这一天则为月末。',
  },
  returns: 'date',
  formula: {
    en: 'due date = the same day, months later; the last day of the month if there is none; then, if asked, the next or the last trading day',
    zh: '到期日 = 开仓日 + 期限（月）的同日；无同日则为该月最后一天；如选择，再顺延或提前至交易日',
  },
  errors: [{ code: '#NUM!', when: { en: 'The months are not a whole number.', zh: '月数不是整数。' } }],
  remarks: [
    {
      en: 'A contract runs at most six months and can be rolled over before it ends, each time for at most six months: use the due date as the new open date. Before July 2015 it had to be closed after six months.',
      zh: '合约期限最长六个月，到期前可申请展期，每次不超过六个月：以到期日作为新的开仓日即可。2015 年 7 月以前满六个月必须了结。',
    },
    {
      en: 'The contract says whether a day on which the exchange is closed moves; without roll it does not. Our calendar has the exchanges’ holidays from 2010 to 2026. Outside those years only weekends and the holidays that you give are closed days, so a due date in 2027 next to a holiday needs them. Format the cell as a date.',
      zh: '遇休市日是否移动以合同为准，默认不移动。内置日历含 2010 至 2026 年的交易所休市日；其他年份只识别周末与所填休市日，2027 年起临近节假日的到期日须补填。请将单元格设为日期格式。',
    },
  ],
  sources: [CONTRACT_TERM, CALENDAR],
  examples: [
    {
      title: { en: 'Six months: 2024-07-15', zh: '六个月：2024-07-15' },
      args: { open_date: '2024-01-15' },
      result: 45488,
    },
    {
      title: { en: 'No 31 February: 2024-02-29', zh: '二月没有 31 日：2024-02-29' },
      args: { open_date: '2023-08-31', months: 6 },
      result: 45351,
    },
    {
      title: {
        en: 'Due in the holidays of October 2024: the next trading day, 2024-10-08',
        zh: '到期日逢2024年国庆休市：顺延至 2024-10-08',
      },
      args: { open_date: '2024-04-03', months: 6, roll: 'following' },
      result: 45573,
    },
    {
      title: { en: 'Or the last one before, 2024-09-30', zh: '或提前至 2024-09-30' },
      args: { open_date: '2024-04-03', months: 6, roll: '提前' },
      result: 45565,
    },
    {
      title: {
        en: 'Past the calendar, with a holiday of one’s own: 2027-10-08',
        zh: '日历以外，自填休市日：2027-10-08',
      },
      args: {
        open_date: '2027-04-01',
        months: 6,
        roll: 'following',
        holidays: ['2027-10-01', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'],
      },
      result: 46668,
    },
    {
      title: { en: 'Half a month is no term', zh: '月数须为整数' },
      args: { open_date: '2024-01-15', months: 0.5 },
      result: '#NUM!',
    },
    {
      title: { en: 'Not a date', zh: '不是日期' },
      args: { open_date: '待定' },
      result: '#VALUE!',
    },
  ],
  related: ['INTEREST_DAYS', 'FINANCING_INTEREST', 'LENDING_FEE'],
  search: ['到期日', '交易日', '休市', '展期', '六个月', '合约期限', 'EDATE', 'roll-over', 'maturity'],
};
