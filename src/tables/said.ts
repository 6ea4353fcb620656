import { toCell } from '../cells/cell';
import { Fault } from '../cells/fault';
import { halfWidth } from '../cells/text';
import { FIGURES, isFigure, type Figure, type Measure } from './columns';
import { readHeading } from './heading';
import { simplified } from './traditional';
import { readUnit } from './units';

/** A unit that stands beside the columns; `power` is null where it is one that cannot be told. */
interface Said {
  readonly power: number | null;
  readonly measures: Measure | null;
  /** The one figure that it is said of; `other` is another column. */
  readonly of: Figure | 'other' | null;
  readonly text: string;
}

/** What is said of units above and below a table, not in its headers. */
export class Caption {
  constructor(private readonly said: readonly Said[]) {}

  get isEmpty(): boolean {
    return this.said.length === 0;
  }

  /** The power of ten of a figure's unit; undefined where nothing is said of it, null where that cannot be told. */
  power(figure: Figure): number | null | undefined {
    const own = this.said.filter(({ of }) => of === figure);
    return own.length > 0 ? only(own) : only(this.ofAll(FIGURES[figure].measures));
  }

  /** The power of ten that all amounts or quantities are in; the fault quotes what cannot be told. */
  powerOfAll(measures: Measure): number | undefined | Fault {
    const said = this.ofAll(measures);
    const odd =
      this.said.find(({ of, power }) => of !== null && power !== 0) ?? (only(said) === null ? said[0] : undefined);
    return odd ? new Fault('unknown_unit', { text: odd.text }) : (only(said) ?? undefined);
  }

  private ofAll(measures: Measure): readonly Said[] {
    const said = this.said.filter(({ of }) => of === null);
    const own = said.filter((one) => one.measures === measures);
    return own.length > 0 ? own : said.filter((one) => one.measures === null);
  }
}

function only(said: readonly Said[]): number | null | undefined {
  const powers = new Set(said.map(({ power }) => power));
  return powers.size === 0 ? undefined : powers.size > 1 ? null : [...powers][0]!;
}

export function textsOf(row: readonly unknown[]): string[] {
  return row.map(toCell).filter((cell) => typeof cell === 'string');
}

/** What titles above a table say, the texts of each row, and notes below it or in it, a text a row. */
export function captionOf(titles: readonly (readonly string[])[], notes: readonly string[]): Caption {
  return new Caption([
    ...titles.flatMap((cells) => [...markedUnits(cells.join(' ')), ...titleUnits(cells)]),
    ...notes.flatMap(markedUnits),
  ]);
}

/** No unit of a figure of these tables, but said in one breath with them. */
const OTHER = /^(?:[%‰点户家只个名人倍天日次]|百分[比点]|人民币|rmb|cny|元\/[股份张])$/i;
/** A figure with such a word is not in 元 or 股, whatever else it says. */
const LARGE = /[十百千万亿]\s*(?:股|份|张|$)|元$|thousand|million|billion|\b[mb]n\b|'000|usd|hkd|[$€£]/i;
/** 编制单位 is a firm, 成交额单位 is of another column. */
const OF_ALL =
  /(?:^|[^\p{L}])(?:\d+[.、]\s*)?(?:上表|本表|表[中内]|以上|各项|全部|其中|除.*外)?(?:数据|数值)?(金额|数量|股数|股份|余额|货币|币种|计量|统计)?的?$/u;
const FIRM = /编制|填报|报送|制表|提供|发布|主办|承办|经办|开户|所属|责任|委托|托管|使用|管理/;
const MARK = /单位|\bunits?\b/gi;

/** `单位：万元、万股`, `注：金额单位为亿元，数量单位为万股`, `单位 | 亿元`, `以亿元计`, `Unit: RMB million`. */
function markedUnits(raw: string): Said[] {
  const text = plain(raw);
  const counted = [
    ...text.matchAll(/[以按](?:人民币)?([十百千万亿]*[元股份张])\s*(?:为?计|计算|列示|表示|为单位)(?!的)/g),
  ].flatMap(([, unit]) => saidOf(unit!, null, null, raw));
  const marks = [...text.matchAll(MARK)];
  return [
    ...counted,
    ...marks.flatMap((mark, i) => {
      const start = i === 0 ? 0 : marks[i - 1]!.index + marks[i - 1]![0].length;
      const before = text.slice(start, mark.index);
      const body = text.slice(mark.index + mark[0].length, marks[i + 1]?.index);
      const whole = OF_ALL.exec(before);
      if (whole) return saidOf(body, measureOf(whole[1]), null, raw);
      const word = /[\p{L}\p{N}]*$/u.exec(before)![0].replace(/[均的]$/, '');
      const figure = readHeading(word).readings.find(({ column }) => isFigure(column))?.column;
      return FIRM.test(word) ? [] : saidOf(body, null, figure && isFigure(figure) ? figure : 'other', raw);
    }),
  ];
}

/** Blanks that only make a word longer are taken out. */
const plain = (text: string): string =>
  simplified(halfWidth(text))
    .replace(/单\s+位/g, '单位')
    .replace(/([千万亿])\s+(?=[元股份张])/g, '$1');

const measureOf = (word: string | undefined): Measure | null =>
  word === undefined || word === '计量' || word === '统计' ? null : /数量|股/.test(word) ? 'quantity' : 'amount';

/** The units at the head of a text, up to what is none. */
function saidOf(body: string, only: Measure | null, of: Said['of'], raw: string): Said[] {
  const quoted = raw.trim();
  const said: Said[] = [];
  const text = body.replace(/^\s*[均皆都]?\s*[:为是]?\s*/, '').split(/[。!()[\]:]/)[0]!;
  for (const phrase of text.split(/[,、;]/)) {
    const whole = readUnit(phrase);
    const words = whole ? [phrase.trim()] : phrase.split(/[\s/]+/).filter((word) => word !== '');
    for (const word of words) {
      const unit = readUnit(word);
      if (unit) said.push({ power: unit.power, measures: of ? null : (only ?? unit.measures), of, text: quoted });
      else if (!OTHER.test(word)) {
        if (said.length === 0 && LARGE.test(word)) said.push({ power: null, measures: only, of, text: quoted });
        return said;
      }
    }
  }
  return said;
}

/** A title that ends in `(万元)` or ` 亿元`, and a cell that holds a unit and nothing else. */
function titleUnits(cells: readonly string[]): Said[] {
  const units = cells.flatMap((cell) => unitAlone(cell) ?? []);
  // Several of them are units of columns.
  if (units.length > 1) return [];
  return [
    ...units,
    ...cells.flatMap((cell) => {
      const text = plain(cell);
      if (/单位|unit/i.test(text)) return [];
      const inBrackets = /[([]([^()[\]]+)[)\]][\s\d\-./年月日:至~]*$/.exec(text)?.[1];
      if (inBrackets !== undefined) return bracketUnits(inBrackets);
      const last = /[^\d\s][\s,;|/-]+([十百千万亿]*[元股])$/.exec(text)?.[1];
      return last === undefined ? [] : saidOf(last, null, null, cell);
    }),
  ];
}

function bracketUnits(content: string): Said[] {
  const unit = readUnit(content);
  if (unit) return [{ ...unit, of: null, text: content }];
  if (MONEY.test(content)) return [{ power: null, measures: 'amount', of: null, text: content }];
  const parts = content.split(/[,、;/]/).map((part) => part.trim().replace(LABEL, ''));
  return parts.every((part) => OTHER.test(part) || readUnit(part))
    ? parts.flatMap((part) => saidOf(part, null, null, content))
    : [];
}

/** A title that says in which money it is, and how much of it in words that nobody knows: (RMB lakh). */
const MONEY = /\b(?:rmb|cny|yuan|usd|hkd)\b/i;

/** （数量：万股，金额：万元） */
const LABEL = /^(?:金额|数量|股数|资金|余额|余量)\s*:?\s*/;

function unitAlone(cell: string): Said | null {
  const unit = readUnit(cell);
  return unit && unit.measures !== null && !/单位/.test(cell) ? { ...unit, of: null, text: cell } : null;
}
