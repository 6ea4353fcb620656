import type { Text } from '../../language';
import { html, type Content, type Html } from '../html';
import { both } from './bilingual';

/** No address but the page's own, and nothing inline. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const NAVIGATION: readonly { readonly to: string; readonly label: Text }[] = [
  { to: 'index', label: { en: 'Functions', zh: '函数' } },
  { to: 'patterns', label: { en: 'Patterns', zh: '用法' } },
  { to: 'glossary', label: { en: 'Glossary', zh: '术语' } },
  { to: 'limits', label: { en: 'Limits', zh: '限制' } },
  { to: 'install', label: { en: 'Install', zh: '安装' } },
];

const FOOT: readonly { readonly to: string; readonly label: Text }[] = [
  { to: 'reference/start.html', label: { en: 'First steps', zh: '入门' } },
  { to: 'reference/sharing.html', label: { en: 'Sharing', zh: '分享' } },
  { to: 'reference/without-excel.html', label: { en: 'Without Excel', zh: '没有 Excel' } },
  { to: 'reference/upgrade.html', label: { en: 'Upgrading', zh: '升级' } },
  { to: 'reference/tested.html', label: { en: 'How it is tested', zh: '如何测试' } },
  { to: 'reference/support.html', label: { en: 'Support', zh: '支持' } },
  { to: 'reference/privacy.html', label: { en: 'Privacy', zh: '隐私' } },
  { to: 'reference/review.html', label: { en: 'Test notes', zh: '测试说明' } },
  { to: 'licences.txt', label: { en: 'Licences', zh: '许可' } },
];

const PRODUCT: Text = { en: 'Margin Trading Functions', zh: '融资融券函数' };

export interface Page {
  readonly title: string;
  readonly heading: Html;
  readonly description: string;
  readonly body: Content;
}

/** A whole page of the reference, which lies in a folder of the site’s root. Readable without the script, which only chooses the language and searches. */
export function frame({ title, heading, description, body }: Page): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="../assets/icon-32.png">
<link rel="stylesheet" href="../reference.css">
<script src="../reference.js"></script>
</head>
<body>
<a class="skip" href="#main">${both({ en: 'To the text', zh: '跳到正文' })}</a>
<header>
<a class="home" href="../index.html"><span class="mark">RZRQ</span> ${both(PRODUCT)}</a>
<nav aria-label="Pages 页面">
<ul>
${NAVIGATION.map(
  ({ to, label }) => html`<li><a href="../reference/${to}.html">${both(label)}</a></li>
`,
)}</ul>
</nav>
<p class="languages"><a id="en" href="#en" lang="en" data-language="en">English</a> <a id="zh" href="#zh" lang="zh-CN" data-language="zh">中文</a></p>
</header>
<main id="main">
<h1>${heading}</h1>
${body}</main>
<footer>
<ul>
${FOOT.map(
  ({ to, label }) => html`<li><a href="../${to}">${both(label)}</a></li>
`,
)}</ul>
</footer>
</body>
</html>
`.text;
}
