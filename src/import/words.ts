import { isoDate } from '../cells/date';
import { identities } from '../functions/check/identities';
import { listed, type Language, type Text } from '../language';
import { isTradingDay } from '../rules/calendar';
import { COLUMNS } from '../tables/columns';
import type { FileSeen } from './files';
import type { Finding, FindingKind } from './finding';

/** What a finding says: {files}, {exchange}, {days}, {rows} of {of}, {codes}, {text}, {difference} are put in. */
const SENTENCES: Readonly<Record<FindingKind, Text>> = {
  disguised: {
    en: '{files}: the name says another format, the file is {text}; it was read as what it is.',
    zh: '{files}：扩展名与内容不符，实为 {text}；已按实际内容读取。',
  },
  encoding: {
    en: '{files}: Chinese text in the older encoding GBK (GB18030), which was read.',
    zh: '{files}：文字为较旧的 GBK（GB18030）编码，已读取。',
  },
  lying_exchange: {
    en: '{files}: named as {text}, but its codes are those of {exchange}, which is what counts.',
    zh: '{files}：文件名写的是 {text}，代码却属于 {exchange}；以代码为准。',
  },
  lying_day: {
    en: '{files}: the name and the sheet say different days, {days}; the sheet counts.',
    zh: '{files}：文件名与表内日期不同（{days}），以表内为准。',
  },
  incomplete: {
    en: '{files}: one page only, {rows} of {of} rows.',
    zh: '{files}：只是其中一页，共 {of} 行，文件仅含 {rows} 行。',
  },
  full: {
    en: '{files}: the sheet ends at row {rows}, the last that an .xls has; what came after it is missing.',
    zh: '{files}：工作表到 .xls 的最后一行（第 {rows} 行）为止，其后的数据缺失。',
  },
  short: {
    en: '{files}: {exchange} {days} has {rows} rows, the day before had {of}; it may break off.',
    zh: '{files}：{exchange} {days} 只有 {rows} 行，前一日有 {of} 行，可能不完整。',
  },
  note: {
    en: '{files}: a note among the rows was left out: “{text}”',
    zh: '{files}：数据中夹有说明文字，已略去：“{text}”',
  },
  no_day: {
    en: '{files}: neither the sheet nor its name says the day.',
    zh: '{files}：表内和文件名都没有日期。',
  },
  no_exchange: {
    en: '{files}: neither codes nor names say the exchange.',
    zh: '{files}：由代码和名称都无法得知是哪个交易所。',
  },
  closed_day: {
    en: '{files}: {exchange} {days} is no trading day.',
    zh: '{files}：{exchange} {days} 不是交易日。',
  },
  gap: { en: '{exchange}: no data for {days}, when it traded.', zh: '{exchange}：缺 {days}，当日有交易。' },
  copy: {
    en: '{files}: the first holds nothing that the second does not hold, and was left out ({exchange} {days}).',
    zh: '{files}：前者与后者内容相同，只计一次（{exchange} {days}）。',
  },
  overlap: {
    en: '{files}: {rows} rows stand in both with the same figures and were taken once.',
    zh: '{files}：有 {rows} 行在两个文件中相同，只计一次。',
  },
  conflict: {
    en: '{files}: two files with different figures for {exchange} {days} ({rows} rows).',
    zh: '{files}：{exchange} {days} 有两个文件且数据不同（{rows} 行）。',
  },
  duplicate: {
    en: '{files}: {rows} duplicate rows with the same figures were taken once: {codes}.',
    zh: '{files}：重复行 {rows} 行，数据相同，只计一次：{codes}。',
  },
  double: {
    en: '{files}: {rows} rows stand there twice with different figures, and both were kept: {codes}.',
    zh: '{files}：有 {rows} 行重复而数据不同，均予保留：{codes}。',
  },
  unit_jump: {
    en: '{files}: the {text} of {exchange} on {days} are {power} times too small for their neighbours, and no unit is stated.',
    zh: '{files}：{exchange} {days} 的{text}与相邻各日相差 {power} 倍，且未注明单位。',
  },
  unit_unknown: {
    en: '{files}: the unit of the {text} is not stated and cannot be told.',
    zh: '{files}：{text}的单位未注明，也无法判断。',
  },
  stale: {
    en: '{files}: the rows of {exchange} {days} are those of the day before.',
    zh: '{files}：{exchange} {days} 的数据与前一日相同。',
  },
  break_file: {
    en: '{files}: {rows} of {of} rows of {exchange} {days} break {text}: the file is of another day, or holds another figure.',
    zh: '{files}：{exchange} {days} 共 {of} 行中有 {rows} 行{text}勾稽不符：文件可能属于另一日，或数据项目有误。',
  },
  break: {
    en: '{files}: {text} does not add up on {exchange} {days} for {codes}; expected − published is {difference} at most.',
    zh: '{files}：{exchange} {days} {text}勾稽不符：{codes}；应有值 − 公布值最大为 {difference}。',
  },
  not_a_number: {
    en: '{files}: {rows} cells are no figures and were kept as they are, the first “{text}”.',
    zh: '{files}：有 {rows} 个单元格不是数字，照原样保留，第一个是“{text}”。',
  },
  rows_without_day: {
    en: '{files}: {rows} rows name no day and were left out.',
    zh: '{files}：有 {rows} 行没有日期，未列入。',
  },
};

const MEASURES: Readonly<Record<string, Text>> = {
  amount: { en: 'amounts', zh: '金额' },
  quantity: { en: 'quantities', zh: '数量' },
};
const FORMATS: Readonly<Record<string, Text>> = {
  html: { en: 'HTML', zh: '网页（HTML）' },
  json: { en: 'JSON', zh: 'JSON' },
  text: { en: 'text (CSV)', zh: '文本（CSV）' },
  xls: { en: 'a workbook of Excel 97–2003', zh: 'Excel 97–2003 工作簿' },
  xlsx: { en: 'an .xlsx workbook', zh: 'xlsx 工作簿' },
};
const MOST = 5;

export function sentenceOf(finding: Finding, files: readonly FileSeen[], language: Language): string {
  const { kind, exchange = '', days = [], rows = 0, of = 0, codes = [] } = finding;
  const put: Readonly<Record<string, string>> = {
    files: shortList(
      finding.files.map((file) => files[file]!.name),
      language,
    ),
    exchange,
    days: daysText(days, language),
    rows: rows.toLocaleString('en-US'),
    of: of.toLocaleString('en-US'),
    codes: shortList(codes, language),
    text: textOf(finding, language),
    power: (10 ** Math.abs(finding.power ?? 0)).toLocaleString('en-US'),
    difference: (finding.difference ?? 0).toLocaleString('en-US', { maximumFractionDigits: 4 }).replace('-', '−'),
  };
  return SENTENCES[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => put[name]!).replace(/ {2,}/g, ' ');
}

function textOf({ text = '', identity }: Finding, language: Language): string {
  if (identity !== undefined) {
    const { zh } = COLUMNS[identities[identity]!.published];
    return language === 'zh' ? zh : ENGLISH[identities[identity]!.published]!;
  }
  return (MEASURES[text] ?? FORMATS[text])?.[language] ?? text;
}

const ENGLISH: Readonly<Record<string, string>> = {
  financing_balance: 'the financing balance',
  lending_qty: 'the quantity on loan',
  margin_balance: 'the margin balance',
};

function shortList(texts: readonly string[], language: Language): string {
  const shown = texts.slice(0, MOST);
  const more = texts.length - shown.length;
  const rest = more > 0 ? [language === 'zh' ? `等 ${texts.length} 个` : `${more} more`] : [];
  if (language === 'zh') return shown.join('、') + rest.join('');
  return listed([...shown, ...rest], language);
}

/** Days one by one, and runs of trading days as their ends: 2024-01-02 – 2024-01-05. */
export function daysText(days: readonly number[], language: Language): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && follows(run.last, day)) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return shortList(
    runs.map(({ first, last }) => (first === last ? isoDate(first) : `${isoDate(first)} – ${isoDate(last)}`)),
    language,
  );
}

function follows(last: number, day: number): boolean {
  for (let between = last + 1; between < day; between++) if (isTradingDay(between)) return false;
  return true;
}
