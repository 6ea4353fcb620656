import type { Language } from '../language';
import { isoDate } from '../cells/date';
import { Fault } from '../cells/fault';
import { errorCode } from '../binding/errors';
import type { Unit } from '../functions/catalogue/words-of';
import type { Raw } from '../formula/meaning/cells';

const UNITS: Readonly<Record<Unit, { readonly en: string; readonly zh: string }>> = {
  amount: { en: '元', zh: '元' },
  quantity: { en: 'shares', zh: '股' },
  price: { en: '元', zh: '元' },
  ratio: { en: 'as a fraction', zh: '小数或百分数' },
  rate: { en: 'a year', zh: '年率' },
  days: { en: 'days', zh: '天' },
  date: { en: 'date', zh: '日期' },
  number: { en: '', zh: '' },
  word: { en: 'word', zh: '文字' },
  table: { en: 'table', zh: '表格' },
};

export function unitWord(unit: Unit, language: Language): string {
  return UNITS[unit][language];
}

/** Digits in groups of three, every digit that counts. */
export function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return text;
  return `${match[1] ? '−' : ''}${match[2]!.replace(/\B(?=(\d{3})+$)/g, ',')}${match[3] ?? ''}`;
}

/** A result in its unit: a ratio also in percent, a date as a day. */
export function shownAs(unit: Unit, value: Raw): string {
  if (typeof value !== 'number') return shown(value);
  if (unit === 'date') return isoDate(value);
  if (unit === 'ratio' || unit === 'rate') return `${plainNumber(value)} (${percent(value)})`;
  return plainNumber(value);
}

export function shown(value: Raw): string {
  if (value === null || value === '') return '–';
  if (value instanceof Fault) return errorCode(value);
  if (typeof value === 'boolean') return String(value).toUpperCase();
  return typeof value === 'number' ? plainNumber(value) : value;
}

function percent(value: number): string {
  return `${plainNumber(Number((value * 100).toPrecision(6)))}%`;
}
