import type { Article } from '../article';

export const privacy: Article = {
  name: 'privacy',
  title: { en: 'Privacy', zh: '隐私' },
  lead: {
    en: 'Nothing leaves the workbook. The add-in collects no data, and there is no server of ours that could receive any.',
    zh: '数据不离开工作簿。本加载项不收集任何数据，也没有可以接收数据的服务器。',
  },
  sections: [
    {
      id: 'reads',
      title: { en: 'What it reads and writes', zh: '读取与写入' },
      blocks: [
        {
          list: [
            {
              en: 'Functions see the cells that a formula gives them, calculate on this machine and return a result. They see nothing else of the workbook.',
              zh: '函数只看到公式传入的单元格，在本机计算并返回结果，看不到工作簿的其他内容。',
            },
            {
              en: 'The pane reads the workbook (selection, formulas, names, tables) when you use it, and writes only what you confirm: a formula, a sheet from a template, a shared copy.',
              zh: '窗格在使用时读取工作簿（所选区域、公式、名称、表格），只写入您确认的内容：公式、模板工作表、分享用的改写。',
            },
            {
              en: 'Import reads the files that you choose, drop or paste, in the browser; they go nowhere and are not kept, and only what you confirm is written into the workbook.',
              zh: '“导入”只在浏览器中读取您选择、拖入或粘贴的文件，不上传也不保存，只把您确认的内容写入工作簿。',
            },
            {
              en: 'When formulas are converted (*As formulas*, *As names*, *As values*), the originals are kept inside the same workbook so that they can be restored. Whoever gets the workbook gets them too.',
              zh: '转换公式（“转为公式”“转为名称”“转为数值”）时，原公式保存在同一工作簿中以便恢复；收到工作簿的人也会得到它们。',
            },
          ],
        },
      ],
    },
    {
      id: 'network',
      title: { en: 'What goes over the network', zh: '网络访问' },
      blocks: [
        {
          list: [
            {
              en: 'The files of the add-in are loaded from the server on which it is installed. That server sees an ordinary request for a file, as for any web page, and no content of a workbook.',
              zh: '加载项文件从安装它的服务器载入。服务器只看到普通的文件请求，与任何网页一样，不含工作簿内容。',
            },
            {
              en: 'Excel demands Microsoft’s library office.js, which is loaded from Microsoft unless the administrator serves it with the add-in. It tries to send diagnostic data of its own to Microsoft; the pages’ security policy allows connections to the add-in’s own server only. What Excel itself sends to Microsoft is a matter of your Office settings.',
              zh: 'Excel 要求使用微软的 office.js，从微软载入（管理员也可随加载项一起提供）。它会尝试向微软发送自身的诊断数据；页面的安全策略只允许连接加载项所在的服务器。Excel 本身向微软发送什么，取决于您的 Office 设置。',
            },
            {
              en: 'The embedded workbook and these pages load nothing from anybody else.',
              zh: '内嵌工作簿与本说明不从任何第三方载入内容。',
            },
          ],
        },
      ],
    },
    {
      id: 'keeps',
      title: { en: 'What it keeps', zh: '保存的内容' },
      blocks: [
        {
          text: {
            en: 'No cookies, no account, no identifiers, no statistics. The embedded workbook keeps your work, with the file that it came from, in your own browser on this computer for 30 days, so that nothing is lost when the page closes: *File → Delete my work* deletes it at once, *File → Keep nothing on this computer* stops keeping. On a computer that others use too, choose the latter. Excel’s pane keeps nothing outside the workbook.',
            zh: '没有 Cookie、账户、标识符或统计。内嵌工作簿会把您的工作连同所打开的文件保留在本机的浏览器中 30 天，关闭页面不会丢失：“文件 → 删除我的工作簿”立即删除，“文件 → 不在此电脑保留任何内容”停止保留；与他人共用的电脑请选后者。Excel 窗格不在工作簿之外保存任何内容。',
          },
        },
      ],
    },
  ],
};
