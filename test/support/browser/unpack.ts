// Chromium from the npm registry, for a Linux machine that has no browser and none of a browser's libraries.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { devDependencies } from '../../../package.json';

const CACHE = join(__dirname, '../../../node_modules/.cache/chromium');
const FONTS = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

export interface UnpackedChromium {
  readonly executablePath: string;
  /** What the process needs to find its libraries and its fonts. */
  readonly env: Readonly<Record<string, string>>;
}

export const canUnpack = process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the browser on first use (two seconds) and says how to run it. */
export function unpackChromium(): UnpackedChromium {
  const folder = join(CACHE, devDependencies['@sparticuz/chromium']);
  if (!existsSync(folder)) unpackInto(folder);
  configureFonts(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Renaming a finished folder is atomic: a broken-off or a second unpacking leaves no half browser behind. */
function unpackInto(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(join(CACHE, 'unfinished-'));
  // The package unpacks into the temporary folder, adds its libraries only where it thinks it runs on Lambda,
  // and writes all this into its process's environment; hence a process of its own.
  execFileSync(process.execPath, ['-e', `require('@sparticuz/chromium').executablePath().catch((e) => { throw e; })`], {
    cwd: __dirname,
    env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The paths are those of today: the project may have been moved. Renaming is atomic for a browser that is just starting. */
function configureFonts(folder: string): void {
  const file = join(folder, 'fonts.conf');
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, fontConfiguration(folder));
  renameSync(unfinished, file);
}

/** Only fonts that the project brings, so that a screenshot looks the same everywhere. */
function fontConfiguration(folder: string): string {
  const fonts = [join(folder, 'fonts'), join(FONTS, '400Regular'), join(FONTS, '700Bold')].map(xml);
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${fonts.map((path) => `<dir>${path}</dir>`).join('\n  ')}
  <cachedir>${xml(join(folder, 'fonts-cache'))}</cachedir>
  ${generic.map((family) => `<alias><family>${family}</family><prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer></alias>`).join('\n  ')}
</fontconfig>
`;
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
