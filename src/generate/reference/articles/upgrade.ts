import { VERSION } from '../../../version';
import type { Article } from '../article';

/** What happens to workbooks when the add-in is replaced. */
export const upgrade: Article = {
  name: 'upgrade',
  title: { en: 'Upgrading', zh: '升级' },
  lead: {
    en: 'Workbooks outlive versions. What they store keeps its meaning; where a figure comes out differently it is listed here, and a command finds the cells before anybody else does.',
    zh: '工作簿比版本长久。它们保存的内容含义不变；若某个数值会变，本页一一列出，并可用命令在升级前找出这些单元格。',
  },
  sections: [
    {
      id: 'stays',
      title: { en: 'What stays', zh: '不变的内容' },
      blocks: [
        {
          list: [
            {
              en: 'Workbooks store ids and the order of arguments. From version 1.1.0 on functions are added, arguments are added at the end and optional; no id and no place is ever taken back. A test in the source holds this.',
              zh: '工作簿保存的是函数标识与参数次序。自 1.1.0 版起，只新增函数，或在末尾新增可选参数；标识与位置从不收回。源码中有测试保证这一点。',
            },
            {
              en: 'Words that functions return (追保, 一致 …) do not change with the display language or with an update.',
              zh: '函数返回的文字（追保、一致等）不随显示语言或更新改变。',
            },
            {
              en: 'The `Id` of the manifest stays, so that Excel knows the add-in again. Hand the manifest out again only if it changed; its version has then risen.',
              zh: '清单文件的 `Id` 不变，Excel 因此仍认得本加载项。清单文件有变化时才需重新分发，其版本号随之提高。',
            },
          ],
        },
      ],
    },
    {
      id: 'changed',
      title: { en: `Figures that change with ${VERSION}`, zh: `${VERSION} 版中会变的数值` },
      blocks: [
        {
          head: [
            { en: 'Function', zh: '函数' },
            { en: 'What comes out differently', zh: '变化' },
          ],
          rows: [
            [
              { en: 'All', zh: '全部' },
              {
                en: '`1583①`, `10⁵` and `⒈5` (whose `⒈` is one character) are `#VALUE!`, where they gave 15831, 105 and 1.5; text such as `(1,234.50)`, `¥1,234` or a day like `2026年11月28号` is read, where it was `#VALUE!`.',
                zh: '`1583①`、`10⁵`、`⒈5`（其中 `⒈` 为一个字符）为 `#VALUE!`（原为 15831、105、1.5）；`(1,234.50)`、`¥1,234`、`2026年11月28号` 等文本可以读取（原为 `#VALUE!`）。',
              },
            ],
            [
              { en: '`MAINTENANCE_STATUS`', zh: '`MAINTENANCE_STATUS`' },
              {
                en: 'A ratio from 50 up to 100 × the withdrawal line is refused unless `ratio_unit` says whether it is a percentage.',
                zh: '比例在 50 至提取线的 100 倍之间时，须以 `ratio_unit` 说明是否为百分数，否则报错。',
              },
            ],
            [
              { en: '`RECONCILE`', zh: '`RECONCILE`' },
              {
                en: 'The day before is the trading day before: where the table lacks it, the verdict is 无前日.',
                zh: '前一日指前一交易日；表中没有该日时，结论为无前日。',
              },
            ],
            [
              { en: '`STANDARDIZE`, `RECONCILE`', zh: '`STANDARDIZE`、`RECONCILE`' },
              {
                en: 'JoinQuant’s `sec_value` is read by what the rows show; notes and repeated headers no longer count as figures; tables whose rows cannot be told apart are refused.',
                zh: '聚宽 `sec_value` 按各行数据判断其含义；附注与重复表头不再计入；无法区分各行的表格会被拒绝。',
              },
            ],
            [
              { en: '`MIN_FINANCING_MARGIN_RATIO`', zh: '`MIN_FINANCING_MARGIN_RATIO`' },
              {
                en: 'A contract opened at 50 % before 2023-09-11 stays at 50 % (was 80 %).',
                zh: '2023-09-11 之前以 50% 开立的合约仍为 50%（原为 80%）。',
              },
            ],
            [
              { en: '`CONVERSION_RATE_CAP`', zh: '`CONVERSION_RATE_CAP`' },
              {
                en: 'Was `HAIRCUT_CAP`, the one id that was ever taken back: write the new name into old workbooks. It answers for the Beijing exchange, and gives `#N/A` for risk warnings and warrants before 2011-11-25.',
                zh: '原名 `HAIRCUT_CAP`，是唯一一次更改标识，旧工作簿须改写为新名。支持北交所；2011-11-25 之前的风险警示股票与权证为 `#N/A`。',
              },
            ],
            [
              { en: '`DROP_TO_LINE`', zh: '`DROP_TO_LINE`' },
              {
                en: 'An account short on balance gets the rise (negative), where it was `#N/A`.',
                zh: '净空头账户给出涨幅（负数），原为 `#N/A`。',
              },
            ],
            [
              { en: '`DROP_TO_LINE`, `STRESSED_RATIO`', zh: '`DROP_TO_LINE`、`STRESSED_RATIO`' },
              {
                en: 'Securities of more than the assets, or lent securities of more than the debt, are refused: they are in another unit or from another column.',
                zh: '证券市值超过总资产，或融券市值超过负债时报错：单位或列有误。',
              },
            ],
            [
              { en: '`BROKER_MARGIN_RATIO`', zh: '`BROKER_MARGIN_RATIO`' },
              {
                en: 'A markup above 1 is refused: 5 counted as 500 points where 5 % was meant.',
                zh: '上浮大于 1 时报错：原将 5 当作 500 个百分点，而本意为 5%。',
              },
            ],
            [
              { en: '`TOP_UP_REPAYMENT`', zh: '`TOP_UP_REPAYMENT`' },
              {
                en: '直接还款 is refused, as it can mean two sources of money.',
                zh: '“直接还款”可指两种资金来源，须改用明确的说法，否则报错。',
              },
            ],
          ],
        },
        {
          text: {
            en: 'Workbooks that an older version converted to native formulas keep those: restore them and convert anew, and the formulas say under which conditions they are right.',
            zh: '旧版已“转为公式”的工作簿保留原来的公式：先“恢复”再转一次，新公式会注明适用条件。',
          },
        },
      ],
    },
    {
      id: 'check',
      title: { en: 'Before: which cells would change', zh: '升级前：找出会变的单元格' },
      blocks: [
        { code: 'npx rzrq check book.xlsx --json' },
        {
          text: {
            en: 'Run with the new version on a machine with Node, it computes every call in the file and compares it with the value that Excel saved. Exit code 0: all agree. 1: the cells are listed that differ, hold an error or cannot be checked. 2: the file could not be read. Nothing is written.',
            zh: '在装有 Node 的机器上用新版运行，会计算文件中的每处调用，并与 Excel 保存的值比较。退出码 0：全部相符；1：列出不符、出错或无法核对的单元格；2：文件无法读取。不写任何文件。',
          },
        },
      ],
    },
    {
      id: 'staged',
      title: { en: 'A few first, and back', zh: '先少后多，随时退回' },
      blocks: [
        {
          steps: [
            {
              en: `Each release unpacks into a folder of its own (\`${VERSION}/\`), and each folder is a whole site. Put the new one beside the old.`,
              zh: `每个发布包解压为各自的文件夹（\`${VERSION}/\`），每个文件夹都是完整的站点。将新版放在旧版旁边。`,
            },
            {
              en: 'Give the manifest of the new folder to those who try it, in the catalogue or group that is theirs alone. Nobody should have both: the functions have the same names.',
              zh: '把新文件夹的清单文件分发给试用者，使用仅供其使用的目录或用户组。同一人不应同时拥有两者：函数名称相同。',
            },
            {
              en: 'For everybody: hand out the new manifest, or let the address in the old one lead to the new folder. Desktop Excel takes up new files when it is started again, at the latest after a day.',
              zh: '全面启用：分发新的清单文件，或让旧清单中的网址指向新文件夹。桌面版 Excel 重新启动后采用新文件，最迟一天。',
            },
            {
              en: 'Back: hand out the old manifest, or let the address lead to the old folder. Keep the old folder until nobody asks for it.',
              zh: '退回：重新分发旧的清单文件，或让网址指回旧文件夹。旧文件夹请保留至无人访问为止。',
            },
          ],
        },
      ],
    },
    {
      id: 'older',
      title: { en: 'What an older add-in shows', zh: '旧版加载项会显示什么' },
      blocks: [
        {
          text: {
            en: 'A workbook made with a newer version shows its saved results. When a cell is calculated anew, a function that the older version does not know becomes `#NAME?`, and a call with an argument that it does not know is refused; by the contract above no call has another meaning in it. What desktop Excel shows for the surplus argument was not tried. The figures above come out as they did.',
            zh: '用新版制作的工作簿先显示已保存的结果。单元格重新计算时，旧版没有的函数变为 `#NAME?`，带有旧版没有的参数的调用会被拒绝；依上述约定，任何调用都不会变成别的含义。桌面版 Excel 对多出的参数如何显示未曾试过。上表中的数值则按旧版计算。',
          },
        },
      ],
    },
  ],
};
