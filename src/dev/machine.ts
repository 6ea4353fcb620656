import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './launch';
import { ROOT } from './manifest';
import { freePort, serveFolder } from './server';

const DIST = join(ROOT, 'dist');
const MANIFEST = join(DIST, 'manifest.xml');

const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...before: string[]]>> = {
  // start takes its first argument for a window title.
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
  linux: ['xdg-open'],
};

const EXCEL_KEY = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe';

/** The machine this process runs on. */
export const thisMachine: Machine = {
  platform: process.platform,

  say: (line) => console.log(line),

  freePort,

  build(base) {
    const webpack = require.resolve('webpack/bin/webpack.js');
    execFileSync(process.execPath, [webpack, '--mode', 'production', '--env', `base=${base}`], {
      cwd: ROOT,
      stdio: 'inherit',
    });
  },

  async serve(port, certificate) {
    if (!existsSync(DIST)) throw new Error('dist/ is missing: run "npm run build" first.');
    await serveFolder(DIST, { port, certificate });
  },

  openBrowser(address) {
    const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
    const opener = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
    // The address has been printed; a machine without a desktop has nothing that could open it.
    opener.on('error', () => {});
    opener.unref();
  },

  hasExcel() {
    if (process.platform === 'darwin') return existsSync('/Applications/Microsoft Excel.app');
    try {
      execFileSync('reg', ['query', EXCEL_KEY], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  },

  async certificate() {
    const { getHttpsServerOptions } = await import('office-addin-dev-certs');
    return getHttpsServerOptions();
  },

  async sideload() {
    const { AppType, sideloadAddIn } = await import('office-addin-dev-settings');
    const { OfficeApp } = await import('office-addin-manifest');
    await sideloadAddIn(MANIFEST, OfficeApp.Excel, false, false, AppType.Desktop);
  },

  async unregister() {
    const { unregisterAddIn } = await import('office-addin-dev-settings');
    await unregisterAddIn(existsSync(MANIFEST) ? MANIFEST : join(ROOT, 'manifest.xml'));
  },
};
