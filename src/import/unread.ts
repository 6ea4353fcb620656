import type { Language, Text } from '../language';
import type { Foreign } from './kind';

export type UnreadKind = Foreign | 'enormous' | 'json' | 'damaged' | 'no_table' | 'gone';

const SENTENCES: Readonly<Record<UnreadKind, Text>> = {
  empty: { en: 'The file is empty.', zh: '文件为空。' },
  picture: { en: 'This is a picture, whatever its name says.', zh: '这是图片，与文件名不符。' },
  pdf: { en: 'This is a PDF document.', zh: '这是 PDF 文档。' },
  archive: { en: 'This is an archive; unpack it first.', zh: '这是压缩包，请先解压。' },
  encrypted: { en: 'The file is encrypted; take its password away first.', zh: '文件已加密，请先取消密码。' },
  binary: { en: 'This is neither a workbook nor a text.', zh: '既不是工作簿，也不是文本。' },
  enormous: { en: 'The file is too large to be read here (over 150 MB).', zh: '文件过大（超过 150 MB），无法读取。' },
  json: { en: 'The JSON breaks off or is damaged.', zh: 'JSON 不完整或已损坏。' },
  damaged: { en: 'The file is damaged.', zh: '文件已损坏。' },
  no_table: { en: 'There is no table in it.', zh: '其中没有表格。' },
  gone: {
    en: 'The browser could not read it: it was moved, changed or is in use.',
    zh: '浏览器无法读取：文件已移动、已更改或正被占用。',
  },
};

/** Why a file is not read; the others go on. */
export class Unread extends Error {
  constructor(readonly kind: UnreadKind) {
    super(kind);
  }

  sentence(language: Language): string {
    return SENTENCES[this.kind][language];
  }
}
