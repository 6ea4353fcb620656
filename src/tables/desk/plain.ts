import { type Cell, toCell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import { halfWidth } from '../../cells/text';
import type { Text } from '../../language';

/*
 * Columns that say in what the figures of a row are, or of when. A row in another money is never added to the others:
 * counters export one row an account and currency (money_type 0 is 人民币 at 恒生 and 金证).
 */

const YUAN = /^(?:0|156|元|¥|(?:人民币|rmb|cny|yuan|renminbi)元?)$/i;
const SHARE = /^(?:[股份张只元]|shares?)$/i;

export const PLAIN = {
  currency:
    '币种 币种类别 币种代码 币别 货币 货币代码 货币类型 货币种类 currency currency_code currency_type CurrencyID money_type moneytype m_strMoneyType ccy',
  unit: '单位 数量单位 计量单位 unit qty_unit',
  exchange_rate: '汇率 折算汇率 exchange_rate fx_rate',
} as const;

type Role = keyof typeof PLAIN;

const RULES: Readonly<Record<Role, { readonly fits: RegExp; readonly allowed: Text }>> = {
  currency: { fits: YUAN, allowed: { en: 'CNY', zh: '人民币' } },
  unit: { fits: SHARE, allowed: { en: 'share', zh: '股' } },
  exchange_rate: { fits: /^1(?:\.0*)?$/, allowed: { en: '1', zh: '1' } },
};

/** Of the day of a table, which is one. */
export const DAY =
  '日期 交易日期 业务日期 数据日期 统计日期 清算日期 date trade_date trading_day data_date busi_date biz_date init_date';

export const isYuan = (text: string): boolean => YUAN.test(text);

/** A column that says something else in some row. */
export interface Mixed {
  readonly role: Role;
  readonly index: number;
  readonly header: string;
}

interface Place {
  readonly index: number;
  readonly header: string;
}

type Rows = readonly (readonly unknown[])[];

/** Which of these columns are not the same plain word throughout. */
export function mixedIn(columnsOf: (role: Role) => readonly Place[], rows: Rows, lines: readonly number[]): Mixed[] {
  return (Object.keys(RULES) as Role[]).flatMap((role) =>
    columnsOf(role)
      .filter(({ index }) => lines.some((line) => !fits(role, toCell(rows[line]![index]), true)))
      .map(({ index, header }) => ({ role, index, header })),
  );
}

/** Why the figures of a row are no yuan and shares; beside rows that are in something else, a blank says nothing. */
export function notPlain(mixed: readonly Mixed[], cells: readonly unknown[], at: number): Fault | null {
  for (const { role, index, header } of mixed) {
    const cell = toCell(cells[index]);
    if (cell instanceof Fault) return cell;
    if (cell === null) return new Fault('missing', { param: header, at });
    if (!fits(role, cell, false))
      return new Fault('not_allowed', { param: header, at, text: String(cell).trim(), allowed: RULES[role].allowed });
  }
  return null;
}

const fits = (role: Role, cell: Cell, blank: boolean): boolean =>
  cell === null ? blank : !(cell instanceof Fault) && RULES[role].fits.test(halfWidth(String(cell)));

/** A table of several days holds everything several times. */
export function severalDays({ index, header }: Place, rows: Rows, lines: readonly number[]): Fault | null {
  let day: string | null = null;
  for (const line of lines) {
    const cell = toCell(rows[line]![index]);
    if (cell instanceof Fault) return cell;
    if (cell === null) continue;
    const text = halfWidth(String(cell));
    day ??= text;
    if (text !== day) return new Fault('not_allowed', { param: header, at: line + 1, text, allowed: day });
  }
  return null;
}
