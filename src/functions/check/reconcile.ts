import type { Cell } from '../../cells/cell';
import { Fault } from '../../cells/fault';
import type { Language } from '../../language';
import { Exact, exactOperations } from '../../number/exact';
import type { FigureColumn } from '../../tables/column';
import { COLUMNS, type Figure } from '../../tables/columns';
import { historyOf, type History } from '../../tables/history';
import { measure, type Readings } from '../../tables/measured';
import { readPrinted } from '../../tables/printed';
import { headersNotUnderstood } from '../../tables/alike';
import { readSheet, type Sheet } from '../../tables/sheet';
import { powerOfTen, shift } from '../../tables/shift';
import { exactNumbers } from '../arguments/numbers';
import { tableProcedure } from '../catalogue/define';
import { choose, language, optional, table, tolerance } from '../catalogue/params';
import { BSE_SUMMARY_2026, DAILY_601989, SSE_PUBLICATION, SZSE_PUBLICATION, VENDOR_FIELDS } from '../catalogue/sources';
import type { Words } from '../catalogue/words-of';
import { Breaks, summaryOf } from './breaks';
import { identities, type Identity } from './identities';
import { reconcileRefinancing } from './refinancing';

type Verdict = 'duplicate' | 'break' | 'missing' | 'no prior' | 'ok';

/** From the worst to the best: a row gets the worst that is true of it. */
const VERDICTS: Readonly<Record<Verdict, string>> = {
  duplicate: '重复',
  break: '差异',
  missing: '缺失',
  'no prior': '无前日',
  ok: '一致',
};

const ORDER = Object.keys(VERDICTS) as readonly Verdict[];

interface Checked {
  readonly sheet: Sheet;
  readonly readings: Readings;
  readonly history: History;
  readonly priorLine: (line: number, figure: Figure) => number;
  readonly tolerance: Exact | null;
  /** Which identities the lines of an exchange allow, by its number. */
  readonly allowed: readonly (readonly boolean[])[];
  readonly columns: readonly Identity[];
  /** The columns of the terms of each identity, null unless it is a sum and all of them are in 元 or 股. */
  readonly bases: readonly (readonly FigureColumn[] | null)[];
  /** Whether the figures of each identity are exact in whole 元 and 股. */
  readonly exact: readonly boolean[];
  readonly breaks: readonly Breaks[];
  /** A row in which nothing stands yet. */
  readonly blank: readonly Cell[];
}

export const RECONCILE = tableProcedure({
  id: 'RECONCILE',
  params: [table, optional(tolerance), choose(language, 'zh')],
  run({ table, tolerance, language }) {
    const refinancing = reconcileRefinancing(table, tolerance, language);
    if (refinancing) return refinancing;
    const sheet = readSheet(table);
    if (sheet instanceof Fault) return sheet;
    const readings = measure(sheet);
    const allowedBy = sheet.keys.exchangeList.map((_, exchange) =>
      identities.map((identity) => isAllowed(identity, sheet, readings, exchange)),
    );
    const columns = identities.filter((_, i) => allowedBy.some((allowed) => allowed[i]));
    if (columns.length === 0) return new Fault('unknown_header', { text: { en: needed('en'), zh: needed('zh') } });
    const history = historyOf(sheet);
    const alike = headersNotUnderstood(sheet, history);
    if (alike.length > 0) return new Fault('rows_alike', { text: alike });
    const header = headerOf(columns, language);
    const checked: Checked = {
      sheet,
      readings,
      history,
      priorLine: priorLines(readings, history),
      tolerance,
      allowed: allowedBy.map((allowed) => columns.map((identity) => allowed[identities.indexOf(identity)]!)),
      columns,
      bases: columns.map((identity) => basesOf(identity, readings)),
      exact: columns.map(({ terms }) => terms.every(({ figure }) => readings.isExact(figure))),
      breaks: columns.map((identity) => new Breaks(identity)),
      blank: header.map(() => null),
    };
    const rows: Cell[][] = [header];
    for (let line = 0; line < sheet.height; line++) {
      if (sheet.isData(line)) rows.push(checkLine(checked, line, language));
      else if (sheet.blocks.length === 1) rows.push(header.map(() => ''));
    }
    header[header.length - 1] += summaryOf(checked.breaks, language);
    return rows;
  },
});

function headerOf(columns: readonly Identity[], language: Language): string[] {
  const titles = columns.map(({ title }) => title[language]);
  return language === 'zh'
    ? [COLUMNS.date.zh, COLUMNS.code.zh, ...titles, '核对结果']
    : ['date', 'code', ...titles, 'verdict'];
}

const BREAK = 1;
const LACKS = 2;
const ALONE = 3;
const AGREES = 4;

/** Where the first difference stands in a row. */
const FIRST = 2;

function checkLine(checked: Checked, line: number, language: Language): Cell[] {
  const { sheet, columns, blank } = checked;
  const { keys } = sheet;
  const allowed = checked.allowed[keys.exchangeNumbers[line]!]!;
  const date = keys.date(line);
  let fault = date instanceof Fault ? date : null;
  let worst = checked.history.isDuplicate(line) ? 0 : ORDER.length;
  // A copy has no room to spare; a row that is pushed into keeps three times what it holds.
  const row = blank.slice();
  row[0] = date;
  row[1] = subjectOf(sheet, line);
  for (let i = 0; i < columns.length; i++) {
    if (!allowed[i]) continue;
    const outcome = check(checked, i, line, row);
    if (outcome instanceof Fault) {
      fault ??= outcome;
      row[FIRST + i] = outcome;
    } else if (outcome < worst) worst = outcome;
  }
  // Nothing could be checked, and so nothing agrees.
  const verdict = ORDER[worst] ?? 'missing';
  row[FIRST + columns.length] = fault ?? (language === 'zh' ? VERDICTS[verdict] : verdict);
  return row;
}

/** The code; the market in a table with a block of columns for each; the name where securities have no code. */
function subjectOf(sheet: Sheet, line: number): Cell {
  const { keys, blocks } = sheet;
  const code = keys.code(line);
  if (code !== '') return code;
  if (blocks.length > 1) return keys.exchange(line);
  const name = sheet.at('code') < 0 ? sheet.at('name') : -1;
  return name < 0 ? '' : sheet.cell(line, name);
}

/** An identity is checked in the rows of the exchanges that publish all of its figures. */
export function isAllowed(
  { terms, needsPrice }: Identity,
  sheet: Sheet,
  readings: Readings,
  exchange: number,
): boolean {
  if (!terms.every(({ figure }) => readings.isPublished(figure, exchange))) return false;
  if (terms.some(({ prior }) => prior) && !hasDays(sheet)) return false;
  return !needsPrice || (sheet.at('price') >= 0 && terms.every(({ figure }) => readings.isUnitKnown(figure)));
}

function hasDays(sheet: Sheet): boolean {
  return sheet.at('date') >= 0 || sheet.keys.days.some((day) => day > 0);
}

function basesOf({ signs, terms }: Identity, readings: Readings): readonly FigureColumn[] | null {
  const columns = terms.flatMap(({ figure }) => readings.inBase(figure) ?? []);
  return signs && columns.length === terms.length ? columns : null;
}

/** Checks an identity of a line in which all is whole 元 or 股, whose sums are exact in doubles; 0 where it needs a closer look. */
function checkWhole(checked: Checked, column: number, line: number, prior: number, row: Cell[]): number {
  const { signs, terms } = checked.columns[column]!;
  const bases = checked.bases[column]!;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const at = terms[i]!.prior ? prior : line;
    if (at < 0) continue;
    const base = bases[i]!;
    if (!base.isWhole(at)) return 0;
    sum += signs![i]! * base.value(at);
  }
  if (prior < 0) return ALONE;
  if (sum !== 0 && !isExact(checked, column, line, prior)) return 0;
  checked.breaks[column]!.add(sum === 0 ? null : sum);
  row[FIRST + column] = sum;
  return sum === 0 ? AGREES : BREAK;
}

/** Whether nothing explains a difference of whole 元 or 股. */
function isExact({ readings, exact, tolerance }: Checked, column: number, line: number, prior: number): boolean {
  return tolerance === null && exact[column]! && !readings.hidesDigits(line) && !readings.hidesDigits(prior);
}

/** Checks an identity of a line and writes the difference, where there is one; the place of the verdict, or the fault that is to be written. */
function check(checked: Checked, column: number, line: number, row: Cell[]): number | Fault {
  const { sheet, readings, priorLine, columns, bases, breaks } = checked;
  const identity = columns[column]!;
  const { terms } = identity;
  const prior = terms[0]!.prior ? priorLine(line, identity.published) : line;
  const whole = bases[column] ? checkWhole(checked, column, line, prior, row) : 0;
  if (whole !== 0) return whole;
  const values: Exact[] = [];
  let lacks = false;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    if (term.prior && prior < 0) continue;
    const figure = readings.at(term.prior ? prior : line, term.figure);
    if (figure instanceof Fault && !term.prior) return figure;
    if (figure === null || figure instanceof Fault) lacks = true;
    else values.push(figure);
  }
  const price = identity.needsPrice ? priceOf(sheet, line) : ZERO;
  if (price instanceof Fault) return price;
  if (lacks || price === null) return LACKS;
  if (prior < 0) return ALONE;
  const difference = identity.difference(values, price, exactOperations);
  if (difference.sign() === 0) {
    breaks[column]!.add(null);
    row[FIRST + column] = 0;
    return AGREES;
  }
  const power = readings.power(line, identity.published);
  const limit =
    checked.tolerance?.times(powerOfTen(power)) ??
    identity.tolerance(
      terms.map((term) => readings.uncertainty(term.prior ? prior : line, term.figure)),
      price,
      exactOperations,
    );
  const isBreak = (difference.sign() < 0 ? ZERO.minus(difference) : difference).compare(limit) > 0;
  const shown = exactNumbers.result(shift(difference, -power));
  if (shown instanceof Fault) return shown;
  breaks[column]!.add(isBreak ? difference.toNumber() : null);
  row[FIRST + column] = shown;
  return isBreak ? BREAK : AGREES;
}

const ZERO = Exact.of(0);

/**
 * The line of the day before; lines that stand there twice must agree, or there is no telling which is meant. They are
 * compared once and not for every line of the day after: a day of n copies would cost n².
 */
export function priorLines(readings: Readings, history: History): (line: number, figure: Figure) => number {
  const found = new Map<Figure, Map<number, number>>();
  return (line, figure) => {
    const first = history.prior(line);
    if (first < 0 || !history.isDuplicate(first)) return first;
    const firsts = found.get(figure) ?? new Map<number, number>();
    found.set(figure, firsts);
    if (!firsts.has(first)) firsts.set(first, agreed(readings, history.same(first), figure) ? first : -1);
    return firsts.get(first)!;
  };
}

function agreed(readings: Readings, [first, ...others]: readonly number[], figure: Figure): boolean {
  const a = readings.at(first!, figure);
  return others.every((other) => {
    const b = readings.at(other, figure);
    return a instanceof Exact && b instanceof Exact && a.compare(b) === 0;
  });
}

/** A close of 0 stands for a day without trading. */
export function priceOf(sheet: Sheet, line: number): Exact | null | Fault {
  const at = sheet.at('price');
  const printed = readPrinted(sheet.cell(line, at), sheet.headings[at]!.text);
  return printed === null || printed instanceof Fault ? printed : printed.value.sign() === 0 ? null : printed.value;
}

function needed(language: Language): string {
  const names = (identity: Identity) =>
    [...new Set(identity.terms.map(({ figure }) => (language === 'zh' ? COLUMNS[figure].zh : figure)))].join(' + ');
  return identities.map(names).join(language === 'zh' ? '；或 ' : '; or ');
}

export const words: Words<typeof RECONCILE> = {
  family: 'check',
  title: { en: 'Reconciliation of a table', zh: '勾稽核对' },
  doc: {
    en: 'Difference of every row from each identity that the columns allow, and a verdict.',
    zh: '表中每一行与各项勾稽关系的差异及核对结果。',
  },
  returns: 'table',
  formula: {
    en: 'expected − published, for the financing balance and the quantity on loan rolled from the day before, quantity × close, and financing + lending balance; verdict duplicate > break > missing > no prior > ok',
    zh: '应有值 − 公布值：由前日推出的融资余额与融券余量、融券余量 × 收盘价、融资余额 + 融券余额；结果取 重复 > 差异 > 缺失 > 无前日 > 一致',
  },
  params: {
    table: {
      en: 'Table with its header row, of one or many securities, in any order',
      zh: '带标题行的表格，证券不限，次序不限',
    },
    tolerance: {
      en: 'Largest difference that is no break, in the unit of the table; by the rounding of the figures if omitted',
      zh: '不算差异的最大偏差，以表中单位计；省略则按数据自身的舍入',
    },
  },
  errors: [
    {
      code: '#VALUE!',
      when: {
        en: 'No header is known, one is ambiguous, or the columns allow no identity.',
        zh: '标题均无法识别、有歧义，或所有列不足以构成任何勾稽关系。',
      },
    },
    {
      code: '#VALUE!',
      when: {
        en: 'The rows cannot be told apart, as the header of their code or day is not understood; it is named.',
        zh: '代码或日期的标题未能识别，因而无法区分各行；错误中列出该标题。',
      },
    },
  ],
  remarks: [
    {
      en: 'Reconcile the table as it was published, and standardize it afterwards: its own unit and decimals tell how much rounding explains.',
      zh: '请先核对原表，再统一口径：原表的单位与小数位决定舍入能解释多大的偏差。',
    },
    {
      en: 'The day before is the previous trading day, by a calendar from 2010 to 2026; where the table lacks it for the exchange, the verdict is no prior. Beyond the calendar it is the table’s previous date, at most 11 calendar days back.',
      zh: '前日指上一个交易日（交易日历覆盖 2010 至 2026 年）；表中该交易所缺这一日即为无前日。日历之外取表中上一个日期，至多相隔 11 个自然日。',
    },
    {
      en: 'Where nine of ten rows or more break an identity, the head of the verdicts says so with the size: a whole table that is off by 1 元 was rounded, one that is off by billions holds another figure.',
      zh: '某项关系有九成以上的行不符时，核对结果的标题注明行数与大小：整表相差 1 元是舍入，相差数亿则是另一项数据。',
    },
    {
      en: 'A table with a block of columns per market gives a row per market, and names it where the code stands. A 转融资 table is checked by itself: 期初 + 竞价成交 + 再借成交 − 偿还 = 期末.',
      zh: '按市场并列的表每个市场一行，市场名写在代码处。转融资表另行核对：期初 + 竞价成交 + 再借成交 − 偿还 = 期末。',
    },
    {
      en: 'Without a tolerance, each figure counts with half of its last printed place: 0 for whole 元 and 股, 0.005 for 亿元 with two decimals; a row printed to seven digits (5.311746e+11) by its digits, in whatever unit. Quantity × close may be off by 2 元.',
      zh: '不给容差时，每个数据按末位的一半计：整元、整股为 0，两位小数的亿元为 0.005；只印出七位数字的行（5.311746e+11）按其位数。余量 × 收盘价另容 2 元。',
    },
    {
      en: 'An identity is checked in the rows of the exchanges that publish its figures in this table: a Shenzhen row is not missing the repayments that Shenzhen never publishes.',
      zh: '只对表中公布了相应数据的交易所核对：深交所从不公布偿还额，其各行不因此判为缺失。',
    },
    {
      en: 'A cell that is no number makes its own row an error; for the next day it counts as missing. A prior row that is there twice with different figures is no prior.',
      zh: '不是数字的单元格使本行为错误，对次日则视为缺失。前日有两行且数据不同者，视为无前日。',
    },
  ],
  sources: [SSE_PUBLICATION, SZSE_PUBLICATION, VENDOR_FIELDS],
  examples: [
    {
      title: {
        en: 'China Shipbuilding Industry (601989), three days of April 2015',
        zh: '中国重工（601989），2015 年 4 月的三日',
      },
      args: {
        table: [
          [
            '信用交易日期',
            '标的证券代码',
            '融资余额',
            '融资买入额',
            '融资偿还额',
            '融券余量',
            '融券卖出量',
            '融券偿还量',
          ],
          ['2015-04-08', 601989, 13599709125, 1567850413, 1489255328, 1237814, 50049257, 50097957],
          ['2015-04-09', 601989, 13543599484, 1474071547, 1503903339, 1930100, 38205439, 37598326],
          ['2015-04-10', 601989, 13516483857, 1168986102, 1196101729, 1605191, 60792818, 61117727],
        ],
      },
      result: [
        ['日期', '代码', '融资余额差异', '融券余量差异', '核对结果'],
        [42102, '601989', '', '', '无前日'],
        [42103, '601989', 26277849, -85173, '差异'],
        [42104, '601989', 0, 0, '一致'],
      ],
      source: DAILY_601989,
    },
    {
      title: {
        en: 'BSE, the whole market, in 万元: the last digit is rounding',
        zh: '北交所全市场，单位万元：末位为舍入',
      },
      args: {
        table: [
          ['日期', '融资余额(万元)', '融券余额(万元)', '融资融券余额(万元)'],
          ['2026-07-21', 835758.44, 23.28, 835781.73],
        ],
        language: 'en',
      },
      result: [
        ['date', 'code', 'margin_balance_break', 'verdict'],
        [46224, '', -0.01, 'ok'],
      ],
      source: BSE_SUMMARY_2026,
    },
    {
      title: { en: 'Columns that no identity connects', zh: '各列之间没有勾稽关系' },
      args: {
        table: [
          ['日期', '融资余额', '融资买入额'],
          ['2026-07-21', 8357584400, 573684500],
        ],
      },
      result: '#VALUE!',
    },
  ],
  related: [
    'STANDARDIZE',
    'FINANCING_BALANCE_BREAK',
    'LENDING_QTY_BREAK',
    'LENDING_BALANCE_BREAK',
    'MARGIN_BALANCE_BREAK',
  ],
  search: ['勾稽', '核对', '差额', '校验', 'roll break', 'data quality', 'rzye', 'rqyl', 'rzrqye'],
};
