import type { Text } from '../language';

// The page's own words.

export const PRODUCT: Text = { zh: '融资融券函数', en: 'Margin Trading Functions' };
export const FUNCTIONS: Text = { zh: '函数', en: 'Functions' };
export const DARK: Text = { zh: '深色', en: 'Dark' };
export const LIGHT: Text = { zh: '浅色', en: 'Light' };
export const PANE: Text = { zh: '侧栏', en: 'Pane' };
export const OTHER_LANGUAGE: Text = { zh: 'English', en: '中文' };
export const HINT: Text = {
  zh: '在任意单元格输入 =RZRQ. 查看全部函数；一切都在本机计算。',
  en: 'Type =RZRQ. in any cell to see every function; all of it is calculated on this machine.',
};
export const MORE: Text = { zh: '全文', en: 'More' };
export const LESS: Text = { zh: '收起', en: 'Less' };
export const FAILED: Text = {
  zh: '打不开函数，请重新载入本页。',
  en: 'The functions could not be loaded; please reload the page.',
};
export const TOO_LARGE: Text = {
  zh: '浏览器存不下这个工作簿。仍要切换语言并放弃修改吗？',
  en: 'The browser has no room to keep this workbook. Switch the language and lose your changes?',
};
