import { parseDate, serialOf } from '../../cells/date';
import { Fault } from '../../cells/fault';
import { parseNumeral } from '../../cells/number';
import type { Text } from '../../language';
import { captionOf } from '../../tables/said';
import { type Call, type CellExplanation, valueAt } from './explanation';

/** A figure that a version gives otherwise than the one before; `en` is the sentence of CHANGELOG.md. */
export interface Change extends Text {
  readonly functions?: readonly string[];
  /** Whether it is why the cell shows what it shows. */
  concerns(call: Call): boolean;
}

export const CHANGED_IN = '1.1.0';

export const CHANGES: readonly Change[] = [
  {
    en: 'Only full-width forms of digits and signs are folded: `1583①`, `10⁵` and `⒈5` are #VALUE!, where they gave 15831, 105 and 1.5.',
    zh: '只折算全角数字与符号：`1583①`、`10⁵`、`⒈5` 返回 #VALUE!，此前读作 15831、105、1.5。',
    concerns: (call) =>
      call.args.some((arg) => {
        if (arg.param.kind !== 'cell' && arg.param.kind !== 'series') return false;
        return [valueAt(arg, call.focus, call.definition)].flat(2).some(isFoldedNoMore);
      }),
  },
  {
    functions: ['MAINTENANCE_STATUS'],
    en: 'MAINTENANCE_STATUS refuses a ratio from 50 up to 100 × the withdrawal line, which may be 127.45 for 127.45 %, unless `ratio_unit` says which is meant.',
    zh: 'MAINTENANCE_STATUS 不再接受 50 至提取线 100 倍之间的比例（如 127.45 可能指 127.45 %），除非用 `ratio_unit` 指明。',
    concerns: (call) => {
      const shown = shownBy(call);
      return shown instanceof Fault && shown.kind === 'fraction_or_percent';
    },
  },
  {
    functions: ['RECONCILE'],
    en: 'RECONCILE takes the trading day before as the day before: where the table lacks it, the verdict is 无前日.',
    zh: 'RECONCILE 的前日为上一交易日：表中缺该日时结果为“无前日”。',
    concerns: ({ result, focus }) => {
      const row = result?.[focus.row];
      if (!row || focus.column < 2 || !['无前日', 'no prior'].includes(String(row[row.length - 1]))) return false;
      return result.some((other) => other[1] === row[1] && Number(other[0]) < Number(row[0]));
    },
  },
  {
    functions: ['STANDARDIZE', 'RECONCILE'],
    en: "STANDARDIZE and RECONCILE read JoinQuant's `sec_value` by what the rows show, refuse tables whose rows cannot be told apart, and leave notes, source lines and repeated headers out of the figures.",
    zh: 'STANDARDIZE 与 RECONCILE 按数据判断聚宽 `sec_value` 的含义，拒绝无法区分各行的表，并把附注、来源行与重复表头排除在数据之外。',
    concerns: (call) => {
      const shown = shownBy(call);
      if (shown instanceof Fault) return shown.kind === 'rows_alike';
      const rows = call.args[0]?.values ?? [];
      const isLending = /融券|lending|sold|returned/i.test(String(call.result?.[0]?.[call.focus.column]));
      return rows[0]?.includes('sec_value') === true && isLending && typeof shown === 'number';
    },
  },
  {
    functions: ['STANDARDIZE', 'RECONCILE'],
    en: 'A unit that stands anywhere around a table counts in STANDARDIZE and RECONCILE (a note below in 亿元 was read as 元), and two that disagree are refused.',
    zh: 'STANDARDIZE 与 RECONCILE 读取表格周围任何位置的单位（此前表下注明的亿元按元读取），两处矛盾时拒绝。',
    concerns(call) {
      const shown = shownBy(call);
      if (shown instanceof Fault) return shown.kind === 'unknown_unit';
      const rows = call.args[0]?.values ?? [];
      const first = rows.findIndex((row) => row.some((cell) => typeof cell === 'number'));
      const notes = rows.slice(first + 1).flatMap((row) => row.filter((cell) => typeof cell === 'string'));
      return typeof shown === 'number' && first >= 0 && !captionOf([], notes).isEmpty;
    },
  },
  {
    functions: ['MIN_FINANCING_MARGIN_RATIO'],
    en: 'MIN_FINANCING_MARGIN_RATIO: the cut of 2023-09-11 lowers the ratio of an open contract and raises none, so one opened at 50 % stays at 50 % (was 80 %).',
    zh: 'MIN_FINANCING_MARGIN_RATIO：2023-09-11 的下调只降低、不提高存量合约的比例，以 50 % 开仓的合约仍为 50 %（此前为 80 %）。',
    concerns: (call) => Number(shownBy(call)) < 0.8 && (dayGiven(call, 'as_of') ?? 0) >= serialOf(2023, 9, 11),
  },
  {
    functions: ['CONVERSION_RATE_CAP'],
    en: 'CONVERSION_RATE_CAP answers for the Beijing exchange, and gives #N/A with the sentence for risk warnings and warrants before 2011-11-25, whose rules were not found.',
    zh: 'CONVERSION_RATE_CAP 可答北交所；2011-11-25 之前的风险警示股票与权证未找到规定，返回 #N/A 并说明。',
    concerns: (call) => {
      if (/^(?:bse|北)/i.test(textGiven(call, 'exchange'))) return true;
      const day = dayGiven(call, 'date');
      const isUnsourced = /risk_warning|风险警示|warrant|权证/i.test(textGiven(call, 'asset_class'));
      return isUnsourced && day !== undefined && day < serialOf(2011, 11, 25);
    },
  },
  {
    functions: ['DROP_TO_LINE'],
    en: 'DROP_TO_LINE answers with a rise (negative) for an account short on balance, where it gave #N/A.',
    zh: 'DROP_TO_LINE 对净空头账户以负值给出涨幅，此前返回 #N/A。',
    concerns: (call) => {
      const [securities, lent, line] = ['securities_value', 'lent_value', 'line'].map((name) => given(call, name));
      return typeof shownBy(call) === 'number' && Number(securities) < Number(line ?? 1.3) * Number(lent ?? 0);
    },
  },
  {
    functions: ['DROP_TO_LINE', 'STRESSED_RATIO'],
    en: 'DROP_TO_LINE and STRESSED_RATIO refuse securities of more than the assets and lent securities of more than the debt (by over 1 %), which gave a figure of another unit or column.',
    zh: 'DROP_TO_LINE 与 STRESSED_RATIO 不再接受大于总资产的证券市值、大于负债的融券市值（超过 1%），此前按错误的单位或列给出数值。',
    concerns: (call) => {
      const shown = shownBy(call);
      return shown instanceof Fault && shown.kind === 'larger_than_whole';
    },
  },
  {
    functions: ['BROKER_MARGIN_RATIO'],
    en: 'BROKER_MARGIN_RATIO refuses a markup above 1: 5 was 500 points where 5 % was meant.',
    zh: 'BROKER_MARGIN_RATIO 不再接受大于 1 的上浮比例：此前 5 被当作 500 个百分点，而本意是 5%。',
    concerns: (call) => shownBy(call) instanceof Fault && Number(given(call, 'markup')) > 1,
  },
  {
    functions: ['TOP_UP_REPAYMENT'],
    en: 'TOP_UP_REPAYMENT refuses 直接还款 (direct repayment) and says which of two sources it can mean.',
    zh: 'TOP_UP_REPAYMENT 不再接受“直接还款”，并说明它可指的两种还款来源。',
    concerns: (call) => shownBy(call) instanceof Fault && /直接还款|^direct/i.test(textGiven(call, 'source')),
  },
];

/** What this version has changed about the figure that a cell shows. */
export function changesIn({ calls }: Pick<CellExplanation, 'calls'>): readonly Change[] {
  const all = everyCall(calls);
  return CHANGES.filter(({ functions, concerns }) =>
    all.some((call) => (functions?.includes(call.definition.id) ?? true) && concerns(call)),
  );
}

const everyCall = (calls: readonly Call[]): readonly Call[] =>
  calls.flatMap((call) => [call, ...everyCall(call.args.flatMap((arg) => arg.calls))]);

const shownBy = ({ result, focus }: Call) => result?.[focus.row]?.[focus.column];

/** Circled and raised digits, and those with a full stop, which only Unicode's compatibility forms make digits. */
function isFoldedNoMore(cell: unknown): boolean {
  return (
    typeof cell === 'string' && parseNumeral(cell) === undefined && parseNumeral(cell.normalize('NFKC')) !== undefined
  );
}

/** The value that an argument has here; undefined where it is omitted. */
function given({ args, focus, definition }: Call, name: string): unknown {
  const arg = args.find(({ param }) => param.name === name);
  return arg === undefined || arg.text === '' ? undefined : (valueAt(arg, focus, definition) ?? undefined);
}

const textGiven = (call: Call, name: string): string => String(given(call, name) ?? '').trim();

function dayGiven(call: Call, name: string): number | undefined {
  const day = given(call, name);
  return typeof day === 'number' && day < 1e6 ? day : day === undefined ? undefined : parseDate(String(day));
}
