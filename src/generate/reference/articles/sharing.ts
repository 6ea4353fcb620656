import type { Article } from '../article';

export const sharing: Article = {
  name: 'sharing',
  title: { en: 'Sharing a workbook', zh: '分享工作簿' },
  lead: {
    en: 'Six commands on the RZRQ tab, and in the pane’s Share view, make a workbook ready for somebody without the add-in and bring the originals back. Each shows its plan first, writes nothing before you agree, and leaves a sheet as it was if anything fails or you cancel.',
    zh: '“融资融券”选项卡与窗格“分享”视图中的六条命令，让没有加载项的人也能使用工作簿，并能恢复原公式。每条先列出计划，确认后才写入；出错或取消时，该工作表保持原状。',
  },
  sections: [
    {
      id: 'commands',
      title: { en: 'The commands', zh: '命令' },
      blocks: [
        {
          head: [
            { en: 'Command', zh: '命令' },
            { en: 'What it does', zh: '作用' },
          ],
          rows: [
            [
              { en: 'As formulas', zh: '转为公式' },
              {
                en: 'Every call is replaced by an equivalent native formula, read back and compared. After any later edit of an input it shows our result, nothing in an empty row, or an error, never another figure. A cell that would differ, and a call with no equivalent formula, is replaced by its value and listed.',
                zh: '每处调用换成等价的 Excel 自带公式，写入后重新读取并核对。之后无论怎样改动输入，都只会显示与本函数相同的结果、空行留空或错误，不会是别的数值。结果不同的单元格和没有等价公式的调用转为数值，并逐一列出。',
              },
            ],
            [
              { en: 'As values', zh: '转为数值' },
              {
                en: 'Everything is frozen as it stands; number formats stay.',
                zh: '全部固定为当前结果，数字格式不变。',
              },
            ],
            [
              { en: 'As names', zh: '转为名称' },
              {
                en: 'Every call becomes `=RZ.…`, a name in the workbook that holds our formula as a LAMBDA: it is read, edited and filled down without the add-in, in Microsoft 365, Excel 2024 and Excel on the web, and keeps the same law after an edit. Dated rules stay as they were on the day. Where Excel has no LAMBDA, everything is undone. Restore puts our calls back, filled-down ones too, and deletes names that nothing uses.',
                zh: '每处调用换成 `=RZ.…`，即工作簿中以 LAMBDA 存有公式的名称；在 Microsoft 365、Excel 2024 与网页版中，不装加载项也能阅读、修改、向下填充，改动输入后同样不会显示别的数值。有日期的规则固定在转换当日。Excel 不支持 LAMBDA 时全部撤销。“恢复”换回本函数（包括后来向下填充的），并删除不再使用的名称。',
              },
            ],
            [
              { en: 'Restore', zh: '恢复' },
              {
                en: 'Brings back every original whose cell still holds what was written, also after rows were inserted, sorted or sheets renamed. A cell that somebody has changed is named and not touched, and neither is a formula that reads its spill.',
                zh: '单元格只要仍是当时写入的内容就恢复原公式，插入行、排序、工作表改名之后也可以。已被改动的单元格只列出，不动；引用其溢出区域的公式也不动。',
              },
            ],
            [
              { en: 'Repair', zh: '修复' },
              {
                en: 'Enters formulas again that were typed before the add-in was there: they would stay `#NAME?` for ever.',
                zh: '重新输入装加载项之前键入的公式，否则它们会一直是 `#NAME?`。',
              },
            ],
            [
              { en: 'Flatten', zh: '链转序列' },
              {
                en: 'Turns a balance filled down from the cell above into one spilling series, or into native formulas, if every value stays the same.',
                zh: '把以上一格为前日余额向下填充的公式换成一个溢出序列或 Excel 自带公式，前提是各值不变。',
              },
            ],
          ],
        },
      ],
    },
    {
      id: 'recipients',
      title: { en: 'What a recipient sees', zh: '收件人看到什么' },
      blocks: [
        {
          head: [
            { en: 'Recipient', zh: '收件人' },
            { en: 'The workbook as it is', zh: '原样发送' },
            { en: 'As formulas', zh: '转为公式' },
            { en: 'As names', zh: '转为名称' },
            { en: 'As values', zh: '转为数值' },
          ],
          rows: [
            [
              { en: 'Has the add-in', zh: '装有加载项' },
              { en: 'Our functions, live.', zh: '函数可计算。' },
              { en: 'Native formulas, live; *Restore* brings ours back.', zh: 'Excel 自带公式可计算，可恢复。' },
              { en: 'The names, live; *Restore* brings ours back.', zh: '名称可计算，可恢复。' },
              { en: 'The figures; *Restore* brings ours back.', zh: '数值，可恢复。' },
            ],
            [
              {
                en: 'Excel for Microsoft 365, Excel 2021 or newer, without it',
                zh: 'Microsoft 365 版 Excel、Excel 2021 或更新版本，未装加载项',
              },
              {
                en: 'Sees the saved results, perhaps with an offer to load the add-in; a recalculated cell turns into `#NAME?`.',
                zh: '看到保存时的结果，可能提示加载该加载项；单元格一经重新计算即为 `#NAME?`。',
              },
              { en: 'Live.', zh: '可计算。' },
              {
                en: 'Live in Microsoft 365, Excel 2024 and on the web; Excel 2021 shows the saved results, then `#NAME?`.',
                zh: '在 Microsoft 365、Excel 2024 与网页版中可计算；Excel 2021 显示保存的结果，重算后为 `#NAME?`。',
              },
              { en: 'The figures.', zh: '数值。' },
            ],
            [
              { en: 'Excel 2016 or 2019', zh: 'Excel 2016、2019' },
              { en: 'The same.', zh: '同上。' },
              {
                en: 'Live, but for formulas that the plan counts as needing dynamic arrays.',
                zh: '可计算，计划中注明需要动态数组的除外。',
              },
              { en: 'As Excel 2021: no LAMBDA.', zh: '同 Excel 2021：没有 LAMBDA。' },
              { en: 'The figures.', zh: '数值。' },
            ],
            [
              { en: 'WPS: not supported', zh: 'WPS：不支持' },
              { en: 'Not tried.', zh: '未试。' },
              {
                en: 'Uses functions that WPS documents; not tried.',
                zh: '所用函数均见于 WPS 文档，未试。',
              },
              { en: 'Not tried.', zh: '未试。' },
              { en: 'The figures: send it so.', zh: '数值，请以此方式发送。' },
            ],
            [
              { en: 'LibreOffice', zh: 'LibreOffice' },
              {
                en: '`#NAME?` on opening, as it computes array formulas anew.',
                zh: '打开时重新计算数组公式，显示 `#NAME?`。',
              },
              { en: 'Live.', zh: '可计算。' },
              { en: 'No LAMBDA: `#NAME?` once calculated.', zh: '没有 LAMBDA：重算后为 `#NAME?`。' },
              { en: 'The figures.', zh: '数值。' },
            ],
            [
              { en: 'Phone, iPad, mail preview, Protected View', zh: '手机、iPad、邮件预览、受保护的视图' },
              { en: 'The results as saved.', zh: '保存时的结果。' },
              {
                en: 'The results as saved, live where the program calculates.',
                zh: '保存时的结果；程序能计算时可计算。',
              },
              {
                en: 'The results as saved; other programs may not know LAMBDA.',
                zh: '保存时的结果；其他程序可能没有 LAMBDA。',
              },
              { en: 'The figures.', zh: '数值。' },
            ],
          ],
        },
        {
          text: {
            en: 'What Excel does without the add-in is Microsoft’s account of it; LibreOffice was tried; Excel 2016 and 2021 follow from the functions used: native formulas need no LAMBDA, names do.',
            zh: '没有加载项时 Excel 的表现依据微软的说明；LibreOffice 为实测；Excel 2016 与 2021 由所用函数推断：自带公式不需要 LAMBDA，名称需要。',
          },
        },
      ],
    },
    {
      id: 'which',
      title: { en: 'Which one, and what to know', zh: '选哪个，须知什么' },
      blocks: [
        {
          list: [
            {
              en: 'For a reader who will change inputs: *As formulas*; for one who will read, edit and fill the formulas themselves in a new Excel: *As names*. For a record, a client, or any program unknown: *As values*. Among colleagues with the add-in: nothing needs converting.',
              zh: '对方要改动输入：转为公式；对方用新版 Excel，还要读懂、修改、填充公式：转为名称。存档、发给客户或不知道对方用什么软件：转为数值。同事都装有加载项：无需转换。',
            },
            {
              en: 'In place, the workbook stays one and Restore undoes it. On copies, your sheets stay, and sheets that read from converted ones are copied along, so that the copies read from each other; you may delete your own sheets and send the rest.',
              zh: '在原工作表上转换，工作簿仍是一份，用“恢复”还原。在副本上转换，原工作表不变；引用它们的工作表一并复制，副本之间互相引用，可以删去原工作表再发送。',
            },
            {
              en: 'The originals travel inside the workbook, as text in custom XML parts. Who receives it can read them, and can restore them with the add-in. If they should not, send a copy pasted into a new workbook.',
              zh: '原公式随工作簿保存（以文本存于自定义 XML 部件）。收件人可以读到，装有加载项即可恢复。不希望如此时，请粘贴到新工作簿再发送。',
            },
            {
              en: 'Each person with the add-in calculates; the others see what was calculated last. Convert or restore while nobody else types: a plan over which somebody has typed is refused, not carried out. A change by an add-in empties Excel’s undo list, and Restore is the way back.',
              zh: '装有加载项的人负责计算，其他人看到最近一次的结果。转换或恢复时请勿同时录入：计划列出后若有人改动，该计划不会执行。加载项写入后 Excel 的撤销记录会清空，请用“恢复”还原。',
            },
            {
              en: 'A name that reads a whole spill (`=Sheet1!B2#`) shows `#REF!` while that spill is converted; the plan names it. Formulas that read a spill are rewritten to its area.',
              zh: '引用整个溢出区域的名称（`=Sheet1!B2#`）在该区域转换期间显示 `#REF!`，计划会列出；引用溢出区域的公式会改写为具体区域。',
            },
            {
              en: 'An add-in cannot tell an array formula entered with Ctrl+Shift+Enter; a sheet where several cells share one that calls us is left as it was, with Excel’s message. On copies, text given to `INDIRECT` and references through several sheets keep reading the originals.',
              zh: '加载项无法识别以 Ctrl+Shift+Enter 输入的数组公式；若多格数组公式中有本加载项的函数，该工作表保持原状并显示 Excel 的提示。副本中，`INDIRECT` 的文本与跨多表引用仍读取原工作表。',
            },
          ],
        },
      ],
    },
    {
      id: 'special',
      title: { en: 'Special sheets and workbooks', zh: '特殊的工作表与工作簿' },
      blocks: [
        {
          head: [
            { en: 'Case', zh: '情形' },
            { en: 'What happens', zh: '结果' },
            { en: 'Known from', zh: '依据' },
          ],
          rows: [
            [
              { en: 'A filter is on, or has hidden rows', zh: '工作表有筛选，或有行被筛选隐藏' },
              {
                en: 'Nothing is written there; the plan says to clear the filter first.',
                zh: '不写入该表，计划提示先清除筛选。',
              },
              { en: 'Tests in a played Excel', zh: '在模拟的 Excel 中测试' },
            ],
            [
              { en: 'A protected sheet', zh: '受保护的工作表' },
              { en: 'Left as it is and named; unprotect it first.', zh: '保持原状并列出；请先取消保护。' },
              { en: 'Tests in a played Excel', zh: '在模拟的 Excel 中测试' },
            ],
            [
              { en: 'Merged cells', zh: '合并单元格' },
              { en: 'Flatten leaves a chain through them alone.', zh: '“链转序列”不改动经过合并单元格的链。' },
              { en: 'Tests', zh: '测试' },
            ],
            [
              { en: 'Somebody types while a plan is shown', zh: '列出计划后有人录入' },
              { en: 'The plan is refused; show it again.', zh: '该计划不执行，请重新查看计划。' },
              {
                en: 'Tests; two people in one workbook were not tried',
                zh: '测试；未试过两人同时编辑同一工作簿',
              },
            ],
            [
              { en: 'Originals kept by another version', zh: '由其他版本保存的原公式' },
              {
                en: 'A version that does not know how they are kept leaves them untouched and says so.',
                zh: '不认识其保存方式的版本不会改动，并给出提示。',
              },
              { en: 'Tests', zh: '测试' },
            ],
            [
              {
                en: 'An older add-in that lacks a function or a parameter; very hidden sheets',
                zh: '旧版加载项没有某函数或参数；深度隐藏的工作表',
              },
              {
                en: 'By Microsoft’s account `#NAME?` or Excel’s refusal until the add-in is updated; hidden sheets are treated like others.',
                zh: '据微软说明，更新加载项之前显示 `#NAME?` 或被 Excel 拒绝；隐藏的工作表与其他工作表同样处理。',
              },
              { en: 'Not tried', zh: '未试' },
            ],
          ],
        },
      ],
    },
  ],
};
