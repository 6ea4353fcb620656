// Draws src/assets/icon.svg into the PNG sizes that Office asks for:
// node -r ./src/dev/typescript.js test/support/draw-icons.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, newPage } from './browser';

const ASSETS = join(__dirname, '../../src/assets');
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];

async function drawIcons(): Promise<void> {
  const svg = readFileSync(join(ASSETS, 'icon.svg'), 'utf8');
  const browser = await launchBrowser();
  for (const size of SIZES) {
    const { page, close } = await newPage(browser, { viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0} svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    await page.screenshot({ path: join(ASSETS, `icon-${size}.png`), omitBackground: true });
    await close();
  }
  await browser.close();
}

void drawIcons();
