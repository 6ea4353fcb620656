import type { Article } from '../article';

export const withoutExcel: Article = {
  name: 'without-excel',
  title: { en: 'Without Excel', zh: '没有 Excel' },
  lead: {
    en: 'The workbook in the browser opens and saves files; a command converts and checks them on a server.',
    zh: '浏览器中的工作簿可打开、保存文件；命令行可在服务器上转换与检查文件。',
  },
  sections: [
    {
      id: 'browser',
      title: { en: 'In the browser', zh: '在浏览器中' },
      blocks: [
        {
          text: {
            en: '[The embedded workbook](../index.html) opens .xlsx and .csv files by button, Ctrl+O or drop, saves them with Ctrl+S, as they are or for somebody without the add-in. Work is kept in the browser, within a second of each change and for 30 days; *File → Delete my work* removes it at once, *Keep nothing on this computer* stops keeping. Files are read in the page and go nowhere.',
            zh: '[内嵌工作簿](../index.html)可用按钮、Ctrl+O 或拖放打开 .xlsx 与 .csv，用 Ctrl+S 保存（原样，或供没有加载项的人使用），每次改动一秒内保留在浏览器中，保留 30 天；“文件 → 删除我的工作簿”立即清除，“不在此电脑保留任何内容”停止保留。文件只在页面内读取，不会发送。',
          },
        },
      ],
    },
    {
      id: 'command',
      title: { en: 'On a server', zh: '在服务器上' },
      blocks: [
        {
          text: {
            en: '`npm run pack` makes a package that needs Node alone; after `npm install rzrq-functions-*.tgz`:',
            zh: '`npm run pack` 生成一个只需 Node 的命令行包；`npm install rzrq-functions-*.tgz` 之后：',
          },
        },
        {
          code: [
            'npx rzrq check book.xlsx',
            'npx rzrq native book.xlsx for-others.xlsx',
            'npx rzrq names book.xlsx for-others.xlsx',
            'npx rzrq values book.xlsx for-others.xlsx',
            'npx rzrq restore for-others.xlsx book2.xlsx',
            'npx rzrq reconcile daily.csv breaks.xlsx',
            'npx rzrq standardize daily.csv table.xlsx',
            'npx rzrq sql --dialect duckdb',
          ].join('\n'),
        },
        {
          list: [
            {
              en: '`check` compares every formula of ours with the value in the file: the gate before an upgrade. `native`, `values` and `names` do what *As formulas*, *As values* and *As names* do; `restore` brings the originals back.',
              zh: '`check` 将每个公式与文件中的值比较，用于升级前的检查。`native`、`values`、`names` 即“转为公式”“转为数值”“转为名称”，`restore` 恢复原公式。',
            },
            {
              en: 'Exit codes are 0, 1 for differences and 2 for what could not be done. `--json` reports to programs, `--help` is in both languages, and a file that is there is written over only with `--force`.',
              zh: '退出码 0 为完成，1 为有差异，2 为无法完成。`--json` 供程序使用，`--help` 有中英文，已有文件须加 `--force` 才会覆盖。',
            },
            {
              en: 'Tables may be .csv (UTF-8 or GB18030; commas, semicolons or tabs) or a range of a workbook; codes stay text.',
              zh: '表可以是 .csv（UTF-8 或 GB18030；逗号、分号或制表符）或工作簿中的区域；证券代码保持文本。',
            },
            {
              en: 'A workbook is patched in place: the cells that change, and every other part (charts, pivots, comments, images, rules, macros) stays as it was, byte for byte. What cannot be computed without Excel keeps its value, is named, and is calculated when Excel opens the file. Encrypted, damaged, zip64, .xls and .xlsb files are refused with a sentence.',
              zh: '工作簿只改需要改的单元格，其余部分（图表、数据透视表、批注、图片、规则、宏）逐字节保持原样。没有 Excel 无法计算的单元格保留原值并列出，由 Excel 打开时重算。加密、损坏、zip64、.xls 与 .xlsb 文件会说明原因并拒绝。',
            },
          ],
        },
      ],
    },
  ],
};
