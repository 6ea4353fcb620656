// Draws the icons of src/assets into the PNG sizes that Office asks for:
// node -r ./src/dev/typescript.js test/support/draw-icons.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, newPage } from './browser';

const ASSETS = join(__dirname, '../../src/assets');
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
/** A store listing asks for the icon of the add-in larger than the ribbon does. */
const LISTED = { name: 'icon', size: 128 };

async function drawIcons(): Promise<void> {
  const names = readdirSync(ASSETS).flatMap((file) => /^(icon.*)\.svg$/.exec(file)?.[1] ?? []);
  const wanted = [...names.flatMap((name) => SIZES.map((size) => ({ name, size }))), LISTED];
  const browser = await launchBrowser();
  for (const { name, size } of wanted) {
    const { page, close } = await newPage(browser, { viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0} svg{display:block;width:100vw;height:100vh}</style>${readFileSync(join(ASSETS, `${name}.svg`), 'utf8')}`,
    );
    await page.screenshot({ path: join(ASSETS, `${name}-${size}.png`), omitBackground: true });
    await close();
  }
  await browser.close();
}

void drawIcons();
