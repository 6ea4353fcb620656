// How wide text stands in a cell.
import type { IStyleData, Nullable } from '@univerjs/core';

const DEFAULT_SIZE = 11;
const DEFAULT_FONT = 'Arial';
const PIXELS_PER_POINT = 4 / 3;

/** Measures texts in CSS pixels, and remembers the shapes of numbers. */
export function textWidth(): (text: string, font: string) => number {
  const context = document.createElement('canvas').getContext('2d')!;
  const widths = new Map<string, number>();
  return (text, font) => {
    // Digits are of one width: the shape of a number says how wide it is.
    const key = `${font} ${text.replace(/\d/g, '0')}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/** The font of a style as a canvas takes it. */
export function fontOf(style: Nullable<IStyleData>): string {
  return `${style?.bl ? 'bold ' : ''}${(style?.fs ?? DEFAULT_SIZE) * PIXELS_PER_POINT}px ${style?.ff ?? DEFAULT_FONT}`;
}
