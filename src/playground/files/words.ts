// Words of the file menu, of what is kept, and of what is said about a file.
import type { Text } from '../../language';
import type { Unshown } from '../../xlsx/unshown';

export const WORDS = {
  file: { zh: '文件', en: 'File' },
  open: { zh: '打开… (Ctrl+O)', en: 'Open… (Ctrl+O)' },
  save: { zh: '保存 .xlsx (Ctrl+S)', en: 'Save as .xlsx (Ctrl+S)' },
  save_native: { zh: '保存给没有加载项的人（公式）', en: 'Save for somebody without the add-in (formulas)' },
  save_names: { zh: '保存给没有加载项的人（名称）', en: 'Save for somebody without the add-in (names)' },
  save_values: { zh: '保存给没有加载项的人（数值）', en: 'Save for somebody without the add-in (values)' },
  fresh: { zh: '新建空白工作簿', en: 'New workbook' },
  samples: { zh: '打开示例', en: 'Open the samples' },
  keep_nothing: { zh: '不在此电脑保留任何内容', en: 'Keep nothing on this computer' },
  forget: { zh: '删除我的工作簿', en: 'Delete my work' },
  forgotten: { zh: '已删除浏览器中保留的全部工作簿。', en: 'Everything that the browser kept is deleted.' },
  keeps_nothing: { zh: '此后不再保留，已保留的已删除。', en: 'Nothing is kept from now on, and what was is deleted.' },
  keeps: {
    zh: '修改后一秒内保留在此浏览器，30 天后删除。',
    en: 'Changes are kept in this browser within a second, for 30 days.',
  },
  offer: { zh: '恢复上次的工作簿“{0}”（{1}）？', en: 'Go on with “{0}” ({1})?' },
  restore: { zh: '恢复', en: 'Restore' },
  start_anew: { zh: '重新开始', en: 'Start anew' },
  saved: { zh: '已保存 {0}。', en: 'Saved {0}.' },
  saved_copy: {
    zh: '已保存为普通副本 {0}：插入、删除或移动过行、列、工作表，文件中的其他内容（{1}）无法一起保存。',
    en: 'Saved {0} as a plain copy: rows, columns or sheets were inserted, deleted or moved, so the rest of the file ({1}) could not be taken along.',
  },
  saved_shared: {
    zh: '已保存 {0}：{1} 个公式转为自带公式，{2} 个转为数值，{3} 个保持原样。',
    en: 'Saved {0}: {1} native formulas, {2} values, {3} left as they are.',
  },
  saved_names: {
    zh: '已保存 {0}：{1} 个公式转为名称（需 Microsoft 365、Excel 2024 或网页版），{2} 个转为数值，{3} 个保持原样。',
    en: 'Saved {0}: {1} formulas by names (Microsoft 365, Excel 2024 or the web), {2} values, {3} left as they are.',
  },
  formats_alone: { zh: '边框、字体等格式', en: 'borders, fonts and the like' },
  kept_unshown: {
    zh: '文件中还有{0}：此处不显示，保存时保留。',
    en: 'The file also holds {0}: not shown here, kept when saved.',
  },
  from_1904: {
    zh: '此文件的日期自 1904 年起算，已换算显示；保存时按原方式写回。',
    en: 'Days in this file count from 1904; they are shown as ours and written back as they were.',
  },
  opened_csv: { zh: '已打开 {0}（{1}）。', en: 'Opened {0} ({1}).' },
  not_opened: { zh: '无法打开 {0}：{1}', en: '{0} was not opened: {1}' },
  not_saved: { zh: '保存失败：{0}', en: 'It was not saved: {0}' },
  unknown_kind: { zh: '只能打开 .xlsx、.xlsm 和 .csv。', en: 'Only .xlsx, .xlsm and .csv can be opened.' },
  no_room: { zh: '浏览器没有空间保留工作簿。', en: 'The browser has no room to keep the workbook.' },
  drop: { zh: '松开以打开', en: 'Drop to open' },
  leave: { zh: '当前的修改尚未保存。仍要打开吗？', en: 'Your changes are not saved. Open it all the same?' },
  untitled: { zh: '工作簿', en: 'workbook' },
  plain_name: { zh: '{0}（共享）', en: '{0} (shared)' },
} as const satisfies Record<string, Text>;

export const UNSHOWN_WORDS: Readonly<Record<Unshown, Text>> = {
  charts: { zh: '{0} 个图表', en: '{0} charts' },
  pivots: { zh: '{0} 个数据透视表', en: '{0} pivot tables' },
  images: { zh: '{0} 张图片', en: '{0} images' },
  comments: { zh: '{0} 条批注', en: '{0} comments' },
  rules: { zh: '{0} 条条件格式', en: '{0} conditional formats' },
  validations: { zh: '{0} 条数据验证', en: '{0} data validations' },
  links: { zh: '{0} 个超链接', en: '{0} links' },
  filters: { zh: '{0} 个筛选', en: '{0} filters' },
  sparklines: { zh: '{0} 个迷你图', en: '{0} sparklines' },
  macros: { zh: '宏', en: 'macros' },
  connections: { zh: '{0} 个外部连接', en: '{0} connections' },
};

export const filled = (text: string, ...parts: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)] ?? ''));
