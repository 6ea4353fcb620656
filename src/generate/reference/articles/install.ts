import { NOTES } from '../../names/words';
import { VERSION } from '../../../version';
import type { Article } from '../article';
import { page } from './links';

/** Notes that also stand in cells, where a formula needs no mark. */
const withCode = (text: string): string => text.replace(/=RZ(?:RQ)?\.\w+\([^)]*\)|#NAME\?|#VALUE!/g, '`$&`');

export const install: Article = {
  name: 'install',
  title: { en: 'Installing', zh: '安装' },
  lead: {
    en: 'The add-in is a folder of files on an https server and a manifest that tells Excel the address. It needs Excel for Microsoft 365, Excel 2021 or newer on Windows or Mac, or Excel on the web.',
    zh: '加载项由 https 服务器上的一个文件夹和一份告诉 Excel 地址的清单文件组成。需要 Microsoft 365 版 Excel、Windows 或 Mac 上的 Excel 2021 及更新版本，或 Excel 网页版。',
  },
  sections: [
    {
      id: 'first',
      title: { en: 'First: what is known of your Excel', zh: '首先：您的 Excel 有哪些已知问题' },
      blocks: [
        {
          text: {
            en: 'Some versions of Excel load no custom functions, or load them only in one workbook. Before you install, look for yours among the [public reports](limits.html#reports-en).',
            zh: '有些 Excel 版本不载入自定义函数，或只在一个工作簿中载入。安装之前，请先在[公开问题](limits.html#reports-zh)中查看您的版本。',
          },
        },
      ],
    },
    {
      id: 'zip',
      title: { en: 'From the release, without Node', zh: '使用发布包（无需 Node）' },
      blocks: [
        {
          steps: [
            {
              en: `Compare the checksum of \`rzrq-functions-${VERSION}.zip\` with the one in the \`.sha256\` file beside it: \`certutil -hashfile rzrq-functions-${VERSION}.zip SHA256\` on Windows, \`shasum -a 256\` on a Mac, \`sha256sum -c\` on Linux.`,
              zh: `将 \`rzrq-functions-${VERSION}.zip\` 的校验和与同名 \`.sha256\` 文件比对：Windows 用 \`certutil -hashfile rzrq-functions-${VERSION}.zip SHA256\`，Mac 用 \`shasum -a 256\`，Linux 用 \`sha256sum -c\`。`,
            },
            {
              en: `Unpack it on the https server. It holds one folder, named after the version: \`https://your.host/rzrq/${VERSION}/\`. What the server must and must not send stands [below](#build-en). \`sbom.cdx.json\` lists the packages in it (CycloneDX).`,
              zh: `解压到 https 服务器。包内只有一个以版本号命名的文件夹：\`https://your.host/rzrq/${VERSION}/\`。服务器的要求见[下文](#build-zh)。\`sbom.cdx.json\` 列出其中的软件包（CycloneDX）。`,
            },
            {
              en: `Open this page there: \`https://your.host/rzrq/${VERSION}/reference/install.html\`. It makes the three files that name an address for the one in your browser; put them in place of those in the folder.`,
              zh: `在服务器上打开本页：\`https://your.host/rzrq/${VERSION}/reference/install.html\`。本页按浏览器中的网址生成三个含网址的文件，用它们替换文件夹中的同名文件。`,
            },
            {
              en: 'Hand out that `manifest.xml` in one of the ways below.',
              zh: '按下文任一方式分发该 `manifest.xml`。',
            },
          ],
        },
        {
          addressed: ['manifest.xml', 'functions.json', 'functions.zh-CN.json'],
          needs: {
            en: 'Open this page over https, at the address where Excel will find the folder.',
            zh: '请用 https、以 Excel 将访问的网址打开本页。',
          },
        },
        {
          text: {
            en: 'Versions lie side by side: how to try one with a few people first, and go back, is on the page about [upgrading](upgrade.html).',
            zh: '各版本并存：如何先由少数人试用、如何退回，见[升级](upgrade.html)。',
          },
        },
      ],
    },
    {
      id: 'build',
      title: { en: 'Building the folder from source', zh: '从源码生成文件夹' },
      blocks: [
        { code: 'npm ci\nnpm run build -- --env base=https://your.host/path' },
        {
          text: {
            en: 'writes `dist/`. Put the folder where that address points. Any static server will do: nothing runs on it. It must speak https with a certificate that the machines trust, send `Access-Control-Allow-Origin: *` with the two `functions*.json` for Excel on the web, and must not send `no-store` with the pictures.',
            zh: '写出 `dist/`。把该文件夹放到上述地址即可，任何静态服务器都行，服务器上不运行任何程序。服务器须使用各机器信任的 https 证书；为 Excel 网页版，两个 `functions*.json` 需带 `Access-Control-Allow-Origin: *`；图片不得带 `no-store`。',
          },
        },
        {
          head: [
            { en: 'Option', zh: '选项' },
            { en: 'What it does', zh: '作用' },
          ],
          rows: [
            [
              { en: '`--env base=…`', zh: '`--env base=…`' },
              {
                en: 'The address, written into the manifest and the help links. Nothing else depends on it.',
                zh: '网址，写入清单文件与帮助链接，其余文件与它无关。',
              },
            ],
            [
              { en: '`--env office=…`', zh: '`--env office=…`' },
              {
                en: 'The address of office.js. For Office 365 operated by 21Vianet in mainland China: `https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js`. Left out, it is Microsoft’s worldwide address, which the store demands.',
                zh: 'office.js 的地址。中国大陆由世纪互联运营的 Office 365 请用 `https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js`。省略则为微软全球地址，应用商店要求使用后者。',
              },
            ],
            [
              { en: '`--env office=self`', zh: '`--env office=self`' },
              {
                en: 'Serves office.js with the site (about 13 MB in `dist/office`, from the npm package `@microsoft/office-js`), for networks that do not reach Microsoft: the pages then ask nothing of another host. Microsoft allows it for closed networks, supports only the files of its own address, and updates nobody’s copy: build anew now and then. Its terms are in `licences.txt`.',
                zh: '把 office.js 随站点一起提供（取自 npm 包 `@microsoft/office-js`，`dist/office` 约 13 MB），用于无法访问微软的网络：页面不再访问其他主机。微软允许封闭网络如此使用，但只支持其自有地址的文件，也不会更新副本，请不时重新生成。许可条款见 `licences.txt`。',
              },
            ],
            [
              { en: '`--env support=…`', zh: '`--env support=…`' },
              {
                en: 'Where people turn for help (a page or a mailto: address), shown on the [support page](support.html).',
                zh: '求助的去处（网页或 mailto: 地址），显示在[支持页](support.html)。',
              },
            ],
            [
              { en: '`--env perpetual`', zh: '`--env perpetual`' },
              {
                en: 'For Office that is bought once (retail, LTSC 2021 and 2024): see [error cells](limits.html#perpetual-en).',
                zh: '用于买断版 Office（零售版、LTSC 2021 与 2024），见[错误单元格](limits.html#perpetual-zh)。',
              },
            ],
            [
              { en: '`--env preview`', zh: '`--env preview`' },
              {
                en: `Marks the functions as synchronous, for Excel builds with the preview: see ${page('Microsoft', 'excel/custom-functions-synchronous')}. Not for production.`,
                zh: `将函数标为同步，供带预览功能的 Excel 使用，见 ${page('Microsoft', 'excel/custom-functions-synchronous')}。不用于正式环境。`,
              },
            ],
          ],
        },
      ],
    },
    {
      id: 'manifest',
      title: { en: 'What changes in the manifest', zh: '清单文件中的改动' },
      blocks: [
        {
          text: {
            en: 'Use `dist/manifest.xml`, not the one in the source: each address in it begins with the base you gave. The `Id` stays, so that Excel knows the add-in again after an update. An organisation that changes the functions gives its own `Id` and `ProviderName`.',
            zh: '请用 `dist/manifest.xml`，不要用源码中的那份：其中每个网址都以所给的 base 开头。`Id` 保持不变，更新后 Excel 才认得这个加载项。若自行修改了函数，请换成自己的 `Id` 和 `ProviderName`。',
          },
        },
      ],
    },
    {
      id: 'windows',
      title: { en: 'Trying it on Windows: a shared folder catalogue', zh: '在 Windows 上试用：共享文件夹目录' },
      blocks: [
        {
          steps: [
            {
              en: 'Put `manifest.xml` into a shared folder (`\\\\server\\addins`); the folder of one machine may be shared with itself.',
              zh: '把 `manifest.xml` 放进共享文件夹（`\\\\server\\addins`），本机的文件夹也可共享给自己。',
            },
            {
              en: 'Excel: File → Options → Trust Center → Trust Center Settings → Trusted Add-in Catalogs. Enter the path of the share, Add catalog, tick Show in Menu, OK, and start Excel again.',
              zh: 'Excel：文件 → 选项 → 信任中心 → 信任中心设置 → 受信任的加载项目录。填入共享路径，添加目录，勾选“显示在菜单中”，确定后重启 Excel。',
            },
            {
              en: 'Home → Add-ins → More Add-ins → Shared Folder, choose the add-in.',
              zh: '开始 → 加载项 → 更多加载项 → 共享文件夹，选择本加载项。',
            },
          ],
        },
        {
          text: {
            en: `Microsoft provides this for testing and says that it is “not for production add-ins”; with a share the functions have loaded only in the workbook to which the add-in was added ([reports](limits.html#reports-en)). The share holds the manifest alone; the files stay on the https server. Every user sets the catalogue once, or an administrator by group policy. More: ${page('Microsoft', 'testing/create-a-network-shared-folder-catalog-for-task-pane-and-content-add-ins')}.`,
            zh: `微软说明此方式用于测试，不用于正式部署（not for production add-ins）；也有函数只在添加了加载项的工作簿中载入的报告（见[公开问题](limits.html#reports-zh)）。共享文件夹里只放清单文件，其余文件仍在 https 服务器上。每位用户设置一次目录，或由管理员通过组策略统一设置。详见 ${page('Microsoft', 'testing/create-a-network-shared-folder-catalog-for-task-pane-and-content-add-ins')}。`,
          },
        },
      ],
    },
    {
      id: 'mac',
      title: { en: 'One Mac', zh: '单台 Mac' },
      blocks: [
        {
          steps: [
            {
              en: 'Copy `manifest.xml` into `~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/`; make the folder if it is not there.',
              zh: '把 `manifest.xml` 复制到 `~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/`，没有该文件夹就新建。',
            },
            {
              en: 'Start Excel again, then Home → Add-ins: the add-in stands under Developer Add-ins.',
              zh: '重启 Excel，在“开始 → 加载项”中可见“开发人员加载项”下的本加载项。',
            },
          ],
        },
      ],
    },
    {
      id: 'web',
      title: { en: 'Excel on the web', zh: 'Excel 网页版' },
      blocks: [
        {
          steps: [
            {
              en: 'Open a workbook, Home → Add-ins → More Add-ins → My Add-ins → Upload My Add-in.',
              zh: '打开工作簿，开始 → 加载项 → 更多加载项 → 我的加载项 → 上载我的加载项。',
            },
            {
              en: 'Choose `manifest.xml`. It holds for this browser; the browser must reach the base address.',
              zh: '选择 `manifest.xml`。仅对当前浏览器有效，浏览器须能访问 base 地址。',
            },
          ],
        },
      ],
    },
    {
      id: 'team',
      title: { en: 'A whole organisation (central deployment)', zh: '整个机构（集中部署）' },
      blocks: [
        {
          steps: [
            {
              en: 'Microsoft 365 admin center → Settings → Integrated apps → Upload custom apps → Office Add-in, and give the manifest or its address.',
              zh: 'Microsoft 365 管理中心 → 设置 → 集成应用 → 上传自定义应用 → Office 加载项，提供清单文件或其网址。',
            },
            {
              en: 'Choose who gets it. It appears within a day, sometimes three, with the RZRQ tab and without anything to do for the user.',
              zh: '选择适用的用户。一天之内（有时三天）出现“融资融券”选项卡，用户无需操作。',
            },
          ],
        },
        {
          text: {
            en: 'Without Microsoft 365 accounts there is the shared folder catalogue (above), with its limits.',
            zh: '没有 Microsoft 365 账户时，只有上述共享文件夹目录及其限制。',
          },
        },
      ],
    },
    {
      id: 'names',
      title: { en: 'Where add-ins are blocked: the functions as names', zh: '不能安装加载项时：名称版' },
      blocks: [
        {
          text: {
            en: 'A workbook with the functions as LAMBDAs in its name manager, and nothing to install: [names and examples](../names/rzrq-names-en.xlsx). Or a module for Excel Labs, [RZ.en.txt](../names/RZ.en.txt).',
            zh: '一个在名称管理器中以 LAMBDA 写好各函数的工作簿，无需安装：[名称与示例](../names/rzrq-names.xlsx)。也可用 Excel Labs 的模块：[RZ.zh.txt](../names/RZ.zh.txt)。',
          },
        },
        { list: NOTES.slice(1).map(({ en, zh }) => ({ en: withCode(en), zh: withCode(zh) })) },
      ],
    },
    {
      id: 'wps',
      title: { en: 'WPS and LibreOffice', zh: 'WPS 与 LibreOffice' },
      blocks: [
        {
          text: {
            en: 'Not supported: Office add-ins do not run there. Send colleagues who use WPS the workbook *As values*. *As formulas* uses functions that WPS documents; it was tried in LibreOffice, not in WPS.',
            zh: '不支持：Office 加载项无法在其中运行。发给使用 WPS 的同事时请用“转为数值”。“转为公式”所用的均为 WPS 文档列出的函数，已在 LibreOffice 中试过，未在 WPS 中试过。',
          },
        },
      ],
    },
    {
      id: 'remove',
      title: { en: 'Removing it', zh: '卸载' },
      blocks: [
        {
          text: {
            en: 'Remove the manifest where it was put. Saved results stay in the workbooks; formulas show `#NAME?` once they are calculated. Turn them into formulas or values first if they shall live on.',
            zh: '从原处移除清单文件即可。工作簿中保存的结果仍在；公式重算后显示 `#NAME?`。若要继续使用，请先转为公式或数值。',
          },
        },
      ],
    },
  ],
};
