import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** In pixels of the picture. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// One screenshot is asked about many regions, and reading it takes a second inside jest.
const pictures = new WeakMap<Buffer, ReturnType<typeof PNG.sync.read>>();

function read(png: Buffer): ReturnType<typeof PNG.sync.read> {
  const picture = pictures.get(png) ?? PNG.sync.read(png);
  pictures.set(png, picture);
  return picture;
}

/** Whether a region of a picture (the whole without one) shows anything on its ground: two colours well apart. */
export function hasInk(png: Buffer, region?: Region): boolean {
  const { width, height, data } = read(png);
  const { x, y, width: across, height: down } = region ?? { x: 0, y: 0, width, height };
  let darkest = 255;
  let lightest = 0;
  for (let row = Math.round(y); row < Math.min(y + down, height); row += 1) {
    for (let column = Math.round(x); column < Math.min(x + across, width); column += 1) {
      const at = (row * width + column) * 4;
      const light = (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
      darkest = Math.min(darkest, light);
      lightest = Math.max(lightest, light);
    }
  }
  return lightest - darkest > 64;
}

/**
 * Whether the page has glyphs for Chinese text in the font of the element: 融 and 资 have ink and look different.
 * Without glyphs both are blank or the same empty box.
 */
export async function drawsChinese(page: Page, selector = 'body'): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { fontFamily, fontWeight } = getComputedStyle(element);
      const drawn = ['融', '资'].map((text) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 });
        const context = canvas.getContext('2d')!;
        context.font = `${fontWeight} 32px ${fontFamily}`;
        context.fillText(text, 8, 40);
        return context.getImageData(0, 0, 48, 48).data.filter((_, index) => index % 4 === 3);
      });
      const inked = drawn.every((alpha) => alpha.some((value) => value > 128));
      return inked && drawn[0]!.some((value, index) => value !== drawn[1]![index]);
    });
}

/** The colour of one point of the page, `#rrggbb`. */
export async function colourAt(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<string> {
  const { data } = read(await page.screenshot({ clip: { x, y, width: 1, height: 1 } }));
  return `#${data.subarray(0, 3).toString('hex')}`;
}
