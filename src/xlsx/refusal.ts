export type RefusalKind =
  'not_a_workbook' | 'old_format' | 'binary_format' | 'encrypted' | 'zip64' | 'too_large' | 'encoding' | 'damaged';

const SENTENCES: Readonly<Record<RefusalKind, { readonly en: string; readonly zh: string }>> = {
  not_a_workbook: { en: 'This is no workbook file (.xlsx or .xlsm).', zh: '这不是工作簿文件（.xlsx 或 .xlsm）。' },
  old_format: {
    en: 'This is a workbook of Excel 97–2003 (.xls); save it as .xlsx first.',
    zh: '这是 Excel 97–2003 工作簿（.xls），请先另存为 .xlsx。',
  },
  binary_format: {
    en: 'This is a binary workbook (.xlsb); save it as .xlsx first.',
    zh: '这是二进制工作簿（.xlsb），请先另存为 .xlsx。',
  },
  encrypted: {
    en: 'This workbook is encrypted; take its password away first.',
    zh: '此工作簿已加密，请先取消密码。',
  },
  zip64: {
    en: 'This file is in the zip64 format, which is not read here; save it in Excel again.',
    zh: '此文件为 zip64 格式，无法读取，请用 Excel 重新保存。',
  },
  too_large: { en: 'A part of this file is too large to be read here.', zh: '此文件中有过大的部分，无法读取。' },
  encoding: {
    en: 'A part of this file is not in UTF-8; save it in Excel again.',
    zh: '此文件中有部分内容不是 UTF-8 编码，请用 Excel 重新保存。',
  },
  damaged: { en: 'This file is damaged', zh: '此文件已损坏' },
};

/** Why a file is not opened; it is left as it is. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    /** Where in the file. */
    readonly where = '',
  ) {
    super(`${kind}${where && `: ${where}`}`);
  }

  sentence(language: 'en' | 'zh'): string {
    const sentence = SENTENCES[this.kind][language];
    if (this.kind !== 'damaged') return sentence;
    const where = this.where && (language === 'zh' ? `（${this.where}）` : ` (${this.where})`);
    return `${sentence}${where}${language === 'zh' ? '。' : '.'}`;
  }
}
