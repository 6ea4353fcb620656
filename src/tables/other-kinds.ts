import { toCell } from '../cells/cell';
import { Fault, type Quoted } from '../cells/fault';
import { halfWidth } from '../cells/text';
import type { Rows } from './column';
import { isFigure } from './columns';
import { readHeading } from './heading';
import { headerWord } from './header-word';

/** Published tables that hold no daily balances, by words that only they have. */
const KINDS: readonly { readonly words: string; readonly name: Quoted }[] = [
  {
    words: '转融券 转融券融出数量 期初余量 期末余量 ope_inv lent_qnt cls_inv end_bal',
    name: { en: 'securities borrowing from CSF (转融券)', zh: '转融券交易表' },
  },
  {
    words: 'auc_amount repo_amount repay_amount 竞价成交 竞价成交金额 再借成交 再借成交金额',
    name: { en: 'CSF refinancing (转融资), which RECONCILE checks', zh: '转融资交易表（可用 RECONCILE 核对）' },
  },
  {
    words: '融资标的 融券标的 当日可融资 当日可融券 融券卖出价格限制 标的证券类型',
    name: { en: 'a list of underlying securities (标的证券)', zh: '标的证券名单' },
  },
  {
    words: '融资保证金比例 融券保证金比例 融资比例 融券比例 折算率 可充抵保证金证券折算率',
    name: { en: 'a list of margin ratios or conversion rates', zh: '保证金比例或折算率名单' },
  },
  {
    words: '维持担保比例 资金账号 客户编号 合约编号 保证金可用余额',
    name: { en: 'an account, not a table of daily balances', zh: '账户表，不是每日余额表' },
  },
];

/** UTF-8 or GBK read as Latin letters, GBK as UTF-8, or UTF-8 as GBK (铻嶈祫 is 融资, 璇佸埜 is 证券). */
const MOJIBAKE =
  /[\u0080-\u00ff\u0152-\u0192\u2013-\u203a\u20ac\u2122]{4,}|\ufffd{2,}|锟斤拷|铻嶈|璇佸埜|鏃ユ湡|浣欓|浜ゆ槗/;

const BETWEEN_CELLS = /[,，;；\t|]|\s{2,}/;

/** Why rows in which no header is known are no table of daily balances, as far as that can be told. */
export function refusalOf(rows: Rows): Fault {
  const texts = rows.flatMap((row) => row.map(toCell).filter((cell) => typeof cell === 'string'));
  const words = texts.map((text) => headerWord(text));
  const says = (own: string) =>
    words.some((word) => (/^\w+$/.test(own) ? word === headerWord(own) : word.includes(own)));
  for (const { words: own, name } of KINDS) {
    if (own.split(' ').some(says)) return new Fault('other_table', { text: name });
  }
  if (texts.some((text) => MOJIBAKE.test(text))) return new Fault('wrong_encoding', { text: texts[0]! });
  if (texts.some(isUnsplit)) return new Fault('not_split', { text: texts[0]! });
  if (rows.filter(isOnItsSide).length > 1) return new Fault('labels_and_values');
  return new Fault('no_header', { text: (rows[0] ?? []).map(toCell).filter((cell) => typeof cell === 'string') });
}

/** A figure's word with numbers beside it, as in a table that was transposed. */
function isOnItsSide(row: readonly unknown[]): boolean {
  const [first, second] = row.map(toCell).filter((cell) => cell !== null);
  return (
    typeof first === 'string' &&
    typeof second === 'number' &&
    readHeading(first).readings.some(({ column }) => isFigure(column))
  );
}

/** A whole header row in one cell. */
function isUnsplit(text: string): boolean {
  const parts = halfWidth(text.replace(/\t/g, '|')).split(BETWEEN_CELLS);
  return parts.length > 1 && parts.filter((part) => readHeading(part).readings.length > 0).length > 1;
}
