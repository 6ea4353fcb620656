import type { Article } from '../article';

export const patterns: Article = {
  name: 'patterns',
  title: { en: 'Patterns', zh: '用法' },
  lead: {
    en: 'How the functions are put together for the usual jobs. The templates of the pane make sheets of this kind, with real figures.',
    zh: '常见任务中函数如何搭配。窗格的模板可生成这类表格，并带真实数据。',
  },
  sections: [
    {
      id: 'series',
      title: { en: 'A daily series without a chain', zh: '不成链的每日序列' },
      blocks: [
        {
          text: {
            en: 'A balance filled down with the cell above as its prior is a chain: Excel works it out link by link and pays up to half a second for each. A year of trading days takes minutes. One formula that spills takes one round, however long it is:',
            zh: '余额公式若以上一格为前日余额向下填充，就成了一条链：Excel 逐环计算，每环最多约半秒，一年的交易日要算几分钟。改用一个会溢出的公式，不论多长只算一轮：',
          },
        },
        { code: '=RZRQ.FINANCING_BALANCE_SERIES(B2, C3:C5000, D3:D5000)' },
        {
          list: [
            {
              en: 'B2 is the balance before the first day; the ranges may reach past the data, so the series grows with every day that is added below.',
              zh: 'B2 为首日之前的余额；区域可以超出现有数据，往下追加一天，序列就自动增长。',
            },
            {
              en: 'A day that is blank in both flows carries the balance. A day with a bad cell is an error, and so is every later day: a running total cannot know better.',
              zh: '两个流量都为空的日子沿用前一日余额。某日的单元格有误，则该日及其后各日都为错误：累计数无从得知。',
            },
            {
              en: 'Refer to the spilled column as `F3#`, or to its last value as `=TAKE(F3#, -1)` where Excel has TAKE.',
              zh: '引用整列结果写 `F3#`；Excel 有 TAKE 时，最后一值写 `=TAKE(F3#, -1)`。',
            },
            {
              en: 'Who wants one formula in each row anchors it instead: each row stands on its own, so there is no chain.',
              zh: '若要逐行一个公式，可改为锚定写法：各行互不依赖，因此不成链。',
            },
            {
              en: 'A chain that is there already: Flatten, on the ribbon and in the Share view of the pane, puts one series or native formulas in its place, once every value has been shown to stay the same.',
              zh: '已有的链：用功能区或窗格“分享”视图中的“链转序列”换成一个序列或 Excel 自带公式；只有各值都不变时才替换。',
            },
          ],
        },
        { code: '=RZRQ.FINANCING_BALANCE_ROLL(B$2, SUM(C$3:C3), SUM(D$3:D3))' },
        {
          text: {
            en: 'See [FINANCING_BALANCE_SERIES](../functions/FINANCING_BALANCE_SERIES.html) and [LENDING_QTY_SERIES](../functions/LENDING_QTY_SERIES.html).',
            zh: '参见 [FINANCING_BALANCE_SERIES](../functions/FINANCING_BALANCE_SERIES.html) 与 [LENDING_QTY_SERIES](../functions/LENDING_QTY_SERIES.html)。',
          },
        },
      ],
    },
    {
      id: 'columns',
      title: { en: 'Whole columns in one call', zh: '一次计算整列' },
      blocks: [
        {
          text: {
            en: 'A function that takes cells also takes columns: one call spills a result for each row, and Excel pays for one call.',
            zh: '接受单元格的函数也接受整列：一次调用逐行溢出结果，Excel 只算一次调用。',
          },
        },
        { code: '=RZRQ.MARGIN_BALANCE_BREAK(C2:C2000, D2:D2000, E2:E2000)' },
        {
          list: [
            { en: 'A single cell beside a column serves every row.', zh: '与整列并列的单个单元格适用于每一行。' },
            {
              en: 'An empty row stays empty, and one bad cell spoils its own row only.',
              zh: '空行的结果为空；一个错误的单元格只影响本行。',
            },
            {
              en: 'In an Excel table (Ctrl+T) nothing can spill: there, write the formula for one row and let the table fill it.',
              zh: 'Excel 表格（Ctrl+T）中不能溢出：请写单行公式，由表格自动填充。',
            },
          ],
        },
      ],
    },
    {
      id: 'reconciliation',
      title: { en: 'Reconciling published figures', zh: '核对公布的数据' },
      blocks: [
        {
          steps: [
            {
              en: 'Paste the file of an exchange or a vendor with its header row, in any order and for any number of securities.',
              zh: '粘贴交易所或数据商的表格，保留标题行；次序与证券数量不限。',
            },
            {
              en: '`=RZRQ.STANDARDIZE(A1:N2000)` brings headers, units, codes and dates into one form. Units that a header does not name are given: `=RZRQ.STANDARDIZE(A1:N2000, "wan_yuan")`.',
              zh: '`=RZRQ.STANDARDIZE(A1:N2000)` 把标题、单位、代码和日期化为统一口径。标题未写明单位的，用参数指定：`=RZRQ.STANDARDIZE(A1:N2000, "万元")`。',
            },
            {
              en: '`=RZRQ.RECONCILE(A1:N2000)` gives each row its differences and a verdict. Filter on it: 差异 is worth a look, 无前日 has no day before it in the table.',
              zh: '`=RZRQ.RECONCILE(A1:N2000)` 给出每行的差异与核对结果。按结果筛选：“差异”值得细看，“无前日”指表中没有前一日。',
            },
            {
              en: 'A break is not always a typing error: SSE’s own table of China Shipbuilding Industry (601989) of April 2015 breaks on six of nine days, and no text says why.',
              zh: '差异未必是录入错误：上交所公布的中国重工（601989）2015年4月明细，9个交易日中有6日对不上，未见任何说明。',
            },
          ],
        },
        {
          text: {
            en: 'Shenzhen and Beijing publish no repayments: [FINANCING_REPAYMENT_IMPLIED](../functions/FINANCING_REPAYMENT_IMPLIED.html) works them out, so there is nothing to reconcile them with.',
            zh: '深交所与北交所不公布偿还额，由 [FINANCING_REPAYMENT_IMPLIED](../functions/FINANCING_REPAYMENT_IMPLIED.html) 推算，因此无从核对。',
          },
        },
      ],
    },
    {
      id: 'account',
      title: { en: 'An account monitor', zh: '信用账户监控' },
      blocks: [
        {
          text: {
            en: 'One row a day or one row an account, with total assets in B and total debt in C. The lines are those of your contract.',
            zh: '一日一行或一户一行，B 列为总资产，C 列为总负债。各条线以合同约定为准。',
          },
        },
        {
          head: [
            { en: 'Question', zh: '问题' },
            { en: 'Formula', zh: '公式' },
          ],
          rows: [
            [
              { en: 'How safe is it?', zh: '担保是否充足' },
              {
                en: '`=RZRQ.MAINTENANCE_LEVEL(B2:B500, C2:C500)` in D2',
                zh: 'D2 中写 `=RZRQ.MAINTENANCE_LEVEL(B2:B500, C2:C500)`',
              },
            ],
            [
              { en: 'Which state is that?', zh: '处于何种状态' },
              { en: '`=RZRQ.MAINTENANCE_STATUS(D2#, 150%, 130%)`', zh: '`=RZRQ.MAINTENANCE_STATUS(D2#, 150%, 130%)`' },
            ],
            [
              { en: 'How far may prices fall?', zh: '价格还能跌多少' },
              {
                en: '`=RZRQ.DROP_TO_LINE(B2, C2, E2)` with the value of the securities in E',
                zh: '`=RZRQ.DROP_TO_LINE(B2, C2, E2)`，E 列为证券市值',
              },
            ],
            [
              { en: 'What does a call cost?', zh: '追保要补多少' },
              {
                en: '`=RZRQ.TOP_UP_COLLATERAL(B2, C2, 150%)` or `=RZRQ.TOP_UP_REPAYMENT(B2, C2, 150%)`',
                zh: '`=RZRQ.TOP_UP_COLLATERAL(B2, C2, 150%)` 或 `=RZRQ.TOP_UP_REPAYMENT(B2, C2, 150%)`',
              },
            ],
            [
              { en: 'What can still be bought?', zh: '还能买多少' },
              {
                en: '`=RZRQ.MARGIN_CAPACITY_QTY(F2, 100%, G2)` with the available margin in F and the price in G',
                zh: '`=RZRQ.MARGIN_CAPACITY_QTY(F2, 100%, G2)`，F 列为保证金可用余额，G 列为价格',
              },
            ],
          ],
        },
        {
          text: {
            en: 'To colour the states, let the rule of the conditional format look at the cell with the word (`=$H2="追保"`): a rule cannot call a custom function itself.',
            zh: '要按状态着色，请让条件格式的规则引用写有状态的单元格（`=$H2="追保"`）：规则本身不能调用自定义函数。',
          },
        },
      ],
    },
    {
      id: 'sharing',
      title: { en: 'Sharing a workbook', zh: '分享工作簿' },
      blocks: [
        {
          text: {
            en: 'A colleague without the add-in sees the saved results; a recalculated cell turns into `#NAME?`. Before you send a workbook, use *As formulas*, *As names* or *As values* on the RZRQ tab: the pane shows a plan, nothing is written before you agree, and *Restore* brings the originals back. What each recipient then sees, in which program, is on the page about [sharing](sharing.html).',
            zh: '没有加载项的同事看到保存时的结果，单元格一经重新计算即为 `#NAME?`。发送之前，请用“融资融券”选项卡上的“转为公式”“转为名称”或“转为数值”：窗格先列出计划，确认后才写入，“恢复”可还原。收件人在哪种程序中看到什么，见[分享](sharing.html)。',
          },
        },
      ],
    },
  ],
};
