import type { Language } from '../language';
import type { Command } from './command';

const PARTS = {
  en: {
    head: 'rzrq: workbooks with RZRQ functions, without Excel',
    usage: 'Usage: rzrq COMMAND FILES [options]',
    commands: 'Commands',
    options: 'Options',
    codes: 'Exit codes: 0 done · 1 differences, or something was left · 2 could not be done; nothing was written',
    list: [
      ['--json', 'the report as JSON on standard output'],
      ['--force', 'writes over a file that is there'],
      ['--range R', "reconcile, standardize: cells or a sheet, such as Sheet1!A1:H90 or '日报'"],
      ['--tolerance N', 'reconcile: differences up to so many 元 are none'],
      ['--dialect D', 'sql: duckdb, postgres or clickhouse'],
      ['--lang en|zh', 'the language of words and of tables'],
      ['--version', 'the version'],
    ],
  },
  zh: {
    head: 'rzrq：无需 Excel，处理含 RZRQ 函数的工作簿',
    usage: '用法：rzrq 命令 文件 [选项]',
    commands: '命令',
    options: '选项',
    codes: '退出码：0 完成 · 1 有差异或有未处理的内容 · 2 无法完成，未写入任何文件',
    list: [
      ['--json', '以 JSON 输出结果'],
      ['--force', '覆盖已有文件'],
      ['--range R', 'reconcile、standardize：区域或工作表，如 Sheet1!A1:H90 或 日报'],
      ['--tolerance N', 'reconcile：不超过 N 元的差额视为一致'],
      ['--dialect D', 'sql：duckdb、postgres 或 clickhouse'],
      ['--lang en|zh', '文字与表格的语言'],
      ['--version', '版本'],
    ],
  },
} as const;

export function helpText(commands: Readonly<Record<string, Command>>, language: Language): string {
  const { head, usage, commands: title, options, list, codes } = PARTS[language];
  const lines = Object.entries(commands).flatMap(([name, { takes, help }]) => [
    `  ${name} ${takes}`,
    `      ${help[language]}`,
  ]);
  return [
    head,
    '',
    usage,
    '',
    title,
    ...lines,
    '',
    options,
    ...list.map(([name, text]) => `  ${name.padEnd(15)} ${text}`),
    '',
    codes,
    '',
  ].join('\n');
}
