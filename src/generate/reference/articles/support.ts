import { VERSION } from '../../../version';
import type { Article } from '../article';

/** `contact` is a page or a mailto: address. */
export const support = (contact: string | undefined): Article => ({
  name: 'support',
  title: { en: 'Support', zh: '支持' },
  lead:
    contact === undefined
      ? {
          en: 'For help, turn to whoever put the add-in into your Excel: your administrator, or the person who sent you the manifest.',
          zh: '需要帮助时，请联系为您安装本加载项的人：管理员，或发给您清单文件的人。',
        }
      : {
          en: `For help, write to [${label(contact)}](${contact}).`,
          zh: `需要帮助请联系 [${label(contact)}](${contact})。`,
        },
  sections: [
    {
      id: 'look',
      title: { en: 'Look here first', zh: '先看这里' },
      blocks: [
        {
          head: [
            { en: 'You see', zh: '现象' },
            { en: 'Then', zh: '处理' },
          ],
          rows: [
            [
              { en: '`#NAME?`', zh: '`#NAME?`' },
              {
                en: 'The add-in is not there, or the formula was typed before it was: open it once under Home → Add-ins, then Repair in the pane.',
                zh: '加载项未载入，或公式在安装前输入：在“开始 → 加载项”中打开一次，再用窗格的“修复”。',
              },
            ],
            [
              { en: '`#BUSY!` for more than a minute', zh: '`#BUSY!` 超过一分钟' },
              {
                en: 'Close every Excel window and open the workbook again. If a chain is the cause, see [patterns](patterns.html#series-en).',
                zh: '关闭所有 Excel 窗口后重新打开。若因成链所致，见[用法](patterns.html#series-zh)。',
              },
            ],
            [
              { en: '`#VALUE!` or `#N/A`', zh: '`#VALUE!` 或 `#N/A`' },
              {
                en: 'Select the cell and open Explain in the pane, or the mark beside the cell: both say which argument and why.',
                zh: '选中该单元格，看窗格的“解释”或单元格旁的标记：都会指出哪个参数、为什么。',
              },
            ],
            [
              { en: '`#NUM!` or `#DIV/0!`', zh: '`#NUM!` 或 `#DIV/0!`' },
              {
                en: 'Explain in the pane gives the reason; Excel itself shows none.',
                zh: '窗格的“解释”给出原因，Excel 本身不显示。',
              },
            ],
            [
              { en: '`#CALC!`', zh: '`#CALC!`' },
              {
                en: 'Iterative calculation is on, or a whole column was given on the web: see [limits](limits.html).',
                zh: '启用了迭代计算，或在网页版引用了整列：见[限制](limits.html)。',
              },
            ],
            [
              { en: '`#SPILL!`', zh: '`#SPILL!`' },
              { en: 'Something stands where the result should go.', zh: '结果要占用的位置已有内容。' },
            ],
            [
              { en: 'No RZRQ tab', zh: '没有“融资融券”选项卡' },
              {
                en: 'The version of Excel is too old or the server is out of reach: open this page’s address in a browser on that machine.',
                zh: 'Excel 版本过旧，或服务器不可达：请在该机器的浏览器中打开本页网址。',
              },
            ],
            [
              { en: 'The pane stays empty', zh: '窗格一直空白' },
              {
                en: 'Microsoft’s office.js does not answer on this network: ask the administrator to allow `appsforoffice.microsoft.com`, or to serve office.js with the add-in (`--env office=self`, see [installing](install.html#build-en)). Where the address is refused outright, the pane says so.',
                zh: '当前网络取不到微软的 office.js：请管理员放行 `appsforoffice.microsoft.com`，或随加载项一起提供 office.js（`--env office=self`，见[安装](install.html#build-zh)）。如该地址被直接拒绝，窗格会给出提示。',
              },
            ],
            [
              { en: 'A figure differs from the exchange’s', zh: '与交易所数字不一致' },
              {
                en: 'The function’s page names the source of its formula and its rounding.',
                zh: '函数页注明公式来源与舍入方式。',
              },
            ],
          ],
        },
      ],
    },
    {
      id: 'report',
      title: { en: 'Telling us what went wrong', zh: '反馈问题' },
      blocks: [
        {
          text: {
            en: `These pages belong to version ${VERSION}; the pane’s foot shows the one that runs.`,
            zh: `本页属于 ${VERSION} 版；窗格底部显示正在运行的版本。`,
          },
        },
        {
          text: {
            en: 'Say the function, the arguments as they stand in the cells, what came out, what should have, and add the report of the *Self-test* at the foot of the pane: it names your Excel and the version of the add-in, says what your Excel does differently, and holds no figure of yours. Made-up figures will do; please send no client’s data.',
            zh: '请写明函数、单元格中的参数、得到的结果、应有的结果，并附上窗格底部“自检”的报告：其中有 Excel 与加载项的版本、您的 Excel 有哪些不同，不含您的数据。可用虚拟数据，请勿发送客户资料。',
          },
        },
      ],
    },
  ],
});

function label(contact: string): string {
  return contact.replace(/^mailto:/, '');
}
