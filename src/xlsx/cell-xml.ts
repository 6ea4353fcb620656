import { cellName } from '../workbook/a1';
import type { CellValue } from '../workbook/workbook';
import { escaped, toCellText } from './text';

const ERROR =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!)$/;

export const isErrorText = (value: CellValue): boolean => typeof value === 'string' && ERROR.test(value);

export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  /** The formula's element as it stands in the file. */
  readonly formula?: string;
  readonly value: CellValue | undefined;
  /** The entry in the workbook's metadata that marks a formula as one that spills. */
  readonly metadata?: number | undefined;
}

/** A cell as it stands in a sheet; nothing for one that holds nothing and looks like nothing. */
export function cellXml(prefix: string, { row, column, style, formula, value, metadata }: WrittenCell): string {
  const head = `<${prefix}c r="${cellName(row, column)}"${style > 0 ? ` s="${style}"` : ''}${metadata ? ` cm="${metadata}"` : ''}`;
  if (formula === undefined && (value === '' || value === undefined)) return style > 0 ? `${head}/>` : '';
  const close = `</${prefix}c>`;
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  const inner = formula ?? '';
  if (value === undefined) return `${head}>${inner}${close}`;
  if (typeof value === 'number') return `${head}>${inner}${v(String(value))}${close}`;
  if (typeof value === 'boolean') return `${head} t="b">${inner}${v(value ? '1' : '0')}${close}`;
  if (isErrorText(value)) return `${head} t="e">${inner}${v(escaped(value))}${close}`;
  const text = escaped(toCellText(value));
  return formula === undefined
    ? `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>${close}`
    : `${head} t="str">${inner}${v(text)}${close}`;
}
