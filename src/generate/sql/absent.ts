import type { Text } from '../../language';

const OF_THE_DESK: Text = {
  en: 'reads several tables of a day, as programs export them, and spills a sheet: in a database those are joins over your own tables, with the functions that are here in their columns.',
  zh: '读取当日的多张导出表并溢出成整张表；在数据库中即对自有各表的连接，各列用此处已有的函数。',
};

/** Why a function has neither an SQL function nor a query. */
export const ABSENT: Readonly<Record<string, Text>> = {
  STANDARDIZE: {
    en: 'reads tables with any headings, units and order, for which SQL has no words: it is the step before the table market (`rzrq standardize`).',
    zh: '读取任意表头、单位与次序的表格，SQL 无从表达；它是写入 market 表之前的一步（`rzrq standardize`）。',
  },
  ACCOUNT_MONITOR: OF_THE_DESK,
  CALL_PRICES: OF_THE_DESK,
  CONTRACT_LEDGER: OF_THE_DESK,
  LIQUIDATION_QTY: {
    en: 'decides step by step: up to whole lots, then the odd rest of the position, then how much is lacking; no closed form that an expression could print.',
    zh: '逐步判定：先向上取整手，再取零股余量，再给出不足金额；没有可写成一个表达式的封闭形式。',
  },
  ACCRUED_INTEREST: {
    en: 'takes each balance up to the date of the next row, which neither an expression over a row nor an aggregate sees: sum FINANCING_INTEREST over LEAD(date) instead.',
    zh: '各段余额计至下一行的日期，单行表达式与聚合都看不到下一行；可用 LEAD(date) 逐段计算 FINANCING_INTEREST 再求和。',
  },
};
