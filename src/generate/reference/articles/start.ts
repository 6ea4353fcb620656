import type { Article } from '../article';

export const start: Article = {
  name: 'start',
  title: { en: 'First steps', zh: '入门' },
  lead: {
    en: 'The functions are ready as soon as the add-in is installed. There is nothing to sign in to, nothing to pay, and nothing leaves the workbook.',
    zh: '安装后函数即可使用。无需登录，无需付费，数据不离开工作簿。',
  },
  sections: [
    {
      id: 'type',
      title: { en: 'Type a formula', zh: '输入公式' },
      blocks: [
        {
          steps: [
            {
              en: 'Type `=RZRQ.` in a cell. Excel lists the functions; the Tab key takes one.',
              zh: '在单元格输入 `=RZRQ.`，Excel 会列出函数，按 Tab 键选用。',
            },
            {
              en: 'Give the arguments in the order that the hint shows: `=RZRQ.FINANCING_BALANCE_ROLL(B2, C3, D3)` is the balance of the day before, the purchases and the repayments.',
              zh: '按提示的次序填写参数：`=RZRQ.FINANCING_BALANCE_ROLL(B2, C3, D3)` 依次为前日余额、买入额、偿还额。',
            },
            {
              en: 'Give whole columns to get a whole column back: `=RZRQ.MARGIN_BALANCE(B2:B100, C2:C100)`.',
              zh: '参数给整列，结果就是整列：`=RZRQ.MARGIN_BALANCE(B2:B100, C2:C100)`。',
            },
          ],
        },
      ],
    },
    {
      id: 'pane',
      title: { en: 'Or let the pane write it', zh: '或由窗格代写' },
      blocks: [
        {
          text: {
            en: 'RZRQ tab → Functions opens the pane. It finds functions by English name, Chinese name, pinyin or field code, fills in the arguments from the selection, shows the result before it is inserted, and explains any cell step by step. Templates make whole sheets with real figures.',
            zh: '“融资融券”选项卡 → 函数，打开窗格。可按英文名、中文名、拼音或字段代码查找，用所选区域填写参数，插入前预览结果，并逐步解释任一单元格。模板可生成带真实数据的整张表。',
          },
        },
      ],
    },
    {
      id: 'numbers',
      title: { en: 'What the cells may hold', zh: '单元格可以填什么' },
      blocks: [
        {
          list: [
            {
              en: 'Numbers, percentages and dates as Excel has them; text such as `1,583.26`, `12%`, `97753.18万` or `6.6亿元` counts as that number.',
              zh: 'Excel 的数字、百分数与日期；`1,583.26`、`12%`、`97753.18万`、`6.6亿元` 等文本按相应数字计。',
            },
            {
              en: '`-`, `--`, `N/A` and the like mean “not published”: the result is `#N/A`, never a wrong number.',
              zh: '`-`、`--`、`N/A` 等表示未公布：结果为 `#N/A`，不会给出错误的数字。',
            },
            {
              en: 'A blank flow is 0, a blank balance or price is missing; each function’s page says which.',
              zh: '空白的流量按 0 计，空白的余额或价格视为缺失；各函数页有说明。',
            },
            {
              en: 'Results are calculated in decimal from the 15 digits that Excel keeps, and rounded once: no cent is lost to binary fractions.',
              zh: '按 Excel 保留的 15 位十进制数计算，只舍入一次，不因二进制小数差一分。',
            },
          ],
        },
      ],
    },
    {
      id: 'next',
      title: { en: 'From here', zh: '接下来' },
      blocks: [
        {
          list: [
            {
              en: '[Try every function in the browser](../index.html), without Excel.',
              zh: '[在浏览器中试用全部函数](../index.html)，无需 Excel。',
            },
            {
              en: '[All functions](index.html), [patterns](patterns.html) for the usual jobs, [known limits](limits.html) of Excel, the [glossary](glossary.html).',
              zh: '[全部函数](index.html)、常见任务的[用法](patterns.html)、Excel 的[已知限制](limits.html)、[术语](glossary.html)。',
            },
          ],
        },
      ],
    },
  ],
};
