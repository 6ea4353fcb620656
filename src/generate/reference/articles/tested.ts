import type { Definition } from '../../../functions/catalogue/define';
import type { Words } from '../../../functions/catalogue/words-of';
import { dialects } from '../../../number/sql-dialects';
import { printedFunction } from '../../sql/printed';
import type { Article } from '../article';
import { measurements } from '../measured';
import { tried, wrongAnswers } from '../tried';

type AllWords = Readonly<Record<string, Words>>;

/** What was tried and what was not; every count is taken from what it counts. */
export function tested(definitions: readonly Definition[], words: AllWords): Article {
  const examples = definitions.flatMap(({ id }) => words[id]!.examples);
  const errors = examples.filter(({ result }) => typeof result === 'string' && result.startsWith('#'));
  const published = examples.filter(({ source }) => source !== undefined);
  const parameters = definitions.flatMap(({ params }) => params);
  const counts = {
    functions: definitions.length,
    parameters: parameters.length,
    choices: parameters.filter(({ kind }) => kind === 'choice').length,
    examples: examples.length,
    errors: errors.length,
    published: published.length,
    sources: new Set(published.map(({ source }) => source)).size,
    sql: definitions.filter((definition) => printedFunction(definition, dialects[0]!) !== undefined).length,
  };
  const row = (en: string, zh: string, count: number) => [
    { en, zh },
    { en: count.toLocaleString('en-US'), zh: count.toLocaleString('en-US') },
  ];
  const { cells, tables, spoilt, answers } = tried;
  return {
    name: 'tested',
    title: { en: 'How it is tested', zh: '如何测试' },
    lead: {
      en: 'Every change runs every test. The counts on this page are taken from the functions when the page is made, or held by the test that counts them.',
      zh: '每次修改都运行全部测试。本页的数字在生成页面时由函数本身统计，或由统计它的测试核对。',
    },
    sections: [
      {
        id: 'counts',
        title: { en: 'In numbers', zh: '数字' },
        blocks: [
          {
            head: [
              { en: 'What', zh: '项目' },
              { en: 'How many', zh: '数量' },
            ],
            rows: [
              row('Functions', '函数', counts.functions),
              row('Parameters', '参数', counts.parameters),
              row('Parameters that take a word', '取文字选项的参数', counts.choices),
              row('Worked examples, each computed anew', '算例（每次重新计算）', counts.examples),
              row('Examples with figures that were published', '使用已公布数字的算例', counts.published),
              row('Published sources of those figures', '这些数字的来源', counts.sources),
              row('Examples whose result is an error', '结果为错误值的算例', counts.errors),
              row('Functions printed as SQL as well', '同时生成 SQL 的函数', counts.sql),
              row('Kinds of cell', '单元格内容的种类', cells.kinds),
              row('Calls with each kind in the place of each parameter', '每种内容代入每个参数的调用', cells.calls),
            ],
          },
        ],
      },
      {
        id: 'tables',
        title: { en: 'Tables of others', zh: '他人的表格' },
        blocks: [
          {
            list: [
              {
                en: `${tables.published} published tables: each gives the right rows, or a sentence that says why not.`,
                zh: `${tables.published} 张公开的表格：每张都得到正确的行，或一句说明原因的话。`,
              },
              {
                en: `${tables.headers} layouts of data vendors and exchanges: ${tables.headers - tables.headersRefused} are understood column by column, ${tables.headersRefused} refused by name.`,
                zh: `${tables.headers} 种数据商与交易所的表头：${tables.headers - tables.headersRefused} 种逐列识别，${tables.headersRefused} 种拒绝并说明。`,
              },
              {
                en: `${tables.counters} tables as trading counters export them.`,
                zh: `${tables.counters} 张柜台导出的表格。`,
              },
              {
                en: `${spoilt.right + spoilt.partly + spoilt.refused + spoilt.WRONG} tables spoilt at random, as copying and exporting spoils them: ${spoilt.right} read in full, ${spoilt.partly} in part (a blank, an error or a row without its key in place of what was lost), ${spoilt.refused} refused, ${spoilt.WRONG} read wrongly.`,
                zh: `${spoilt.right + spoilt.partly + spoilt.refused + spoilt.WRONG} 张随机损坏的表格（仿照复制与导出时的损坏）：${spoilt.right} 张完整读出，${spoilt.partly} 张部分读出（缺失处为空白、错误值或缺少关键列的行），${spoilt.refused} 张拒绝，${spoilt.WRONG} 张读错。`,
              },
            ],
          },
        ],
      },
      {
        id: 'answers',
        title: { en: 'Answers of others', zh: '他人的答案' },
        blocks: [
          {
            text: {
              en: `${answers} worked answers that others published were worked out again. These do not follow from their own figures:`,
              zh: `重新计算了他人公布的 ${answers} 个算例。以下答案与其自身的数字不符：`,
            },
          },
          {
            head: [
              { en: 'Source', zh: '来源' },
              { en: 'Published', zh: '公布' },
              { en: 'Right', zh: '应为' },
              { en: 'Why', zh: '原因' },
            ],
            rows: wrongAnswers.map(({ source, published, right, why }) => {
              const link = `[${new URL(source).hostname}](${source})`;
              return [{ en: link, zh: link }, { en: published, zh: published }, { en: right, zh: right }, why];
            }),
          },
        ],
      },
      {
        id: 'speed',
        title: { en: 'Speed', zh: '速度' },
        blocks: [
          {
            text: {
              en: `Ratios measured side by side in one run of \`npm run bench\` (${measurements.date}); what Excel itself adds is not in them.`,
              zh: `\`npm run bench\` 在同一次运行中并排测得的比值（${measurements.date}），不含 Excel 自身的耗时。`,
            },
          },
          {
            head: [
              { en: 'What', zh: '项目' },
              { en: 'Ratio', zh: '比值' },
            ],
            rows: measurements.rows.map(({ label, ratio }) => [
              label,
              { en: `${ratio}\u00a0×`, zh: `${ratio}\u00a0×` },
            ]),
          },
        ],
      },
      {
        id: 'how',
        title: { en: 'What is held against what', zh: '如何核对' },
        blocks: [
          {
            list: [
              {
                en: 'Every formula against decimal arithmetic of any length, and every function on cells of every kind that a sheet can hold: numbers, texts, words, blanks, errors, days, whole columns.',
                zh: '每个公式都与任意精度的十进制计算核对；每个函数的输入涵盖单元格可能的各种内容：数字、文本、文字选项、空白、错误、日期、整列。',
              },
              {
                en: 'Every native formula against its function, in two spreadsheet engines, over the same cells and over cells that were changed later.',
                zh: '每个自带公式都与其函数核对：在两种电子表格引擎中，用相同的单元格，也用其后被修改的单元格。',
              },
              {
                en: 'Every SQL function and query against its function, in DuckDB, PostgreSQL and ClickHouse themselves.',
                zh: '每个 SQL 函数与查询都与其函数核对，在 DuckDB、PostgreSQL 和 ClickHouse 中实际运行。',
              },
              {
                en: 'Workbook files of other programs, opened, edited, saved and read again by LibreOffice; thousands of damaged ones, none of which may hang, crash or leave half a file.',
                zh: '其他程序生成的工作簿：打开、修改、保存，再由 LibreOffice 读取；数千个损坏的文件，不得卡死、崩溃或写出半个文件。',
              },
              {
                en: 'The add-in in Microsoft’s own function runtime, the pane and the embedded workbook in a browser, by mouse and by keyboard, in both languages.',
                zh: '加载项在微软的函数运行时中运行；窗格与内嵌工作簿在浏览器中以鼠标和键盘操作，中英文均试。',
              },
            ],
          },
        ],
      },
      {
        id: 'not',
        title: { en: 'What was not tried', zh: '未曾试过的' },
        blocks: [
          {
            text: {
              en: 'Desktop Excel itself: its authors had none. What that leaves open stands under [limits](limits.html). WPS was not tried either.',
              zh: '桌面版 Excel：作者没有可用的环境，由此留下的疑问见[限制](limits.html)。WPS 也未试过。',
            },
          },
        ],
      },
    ],
  };
}
