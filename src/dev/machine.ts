import { execFileSync, fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Machine } from './launch';
import { ROOT } from './manifest';
import { progressOn } from './progress';
import { freePort, serveFolder } from './server';

const DIST = join(ROOT, 'dist');
const MANIFEST = join(DIST, 'manifest.xml');

const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...before: string[]]>> = {
  // start takes its first argument for a window title.
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
  linux: ['xdg-open'],
};

const EXPIRED_TOO = true;

const EXCEL_KEY = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe';

/** The machine this process runs on. */
export const thisMachine: Machine = {
  platform: process.platform,

  say: (line) => console.log(line),

  freePort,

  build(base) {
    const show = progressOn(process.stdout);
    const builder = fork(join(__dirname, 'build.js'), [base], { cwd: ROOT, execArgv: [] });
    return new Promise((built, failed) => {
      builder.on('message', (report) => {
        if (typeof report === 'number') show(report);
        else built();
      });
      builder.on('error', failed);
      builder.on('exit', () => failed(new Error('The build failed.')));
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

  async trusted() {
    const { isCaCertificateInstalled } = await import('office-addin-dev-certs');
    return isCaCertificateInstalled(EXPIRED_TOO);
  },

  async confirm(question) {
    if (!process.stdin.isTTY) return false;
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return /^\s*y(es)?\s*$/i.test(await terminal.question(`${question} [y/N] `));
    } finally {
      terminal.close();
    }
  },

  async distrust() {
    const { deleteCertificateFiles, uninstallCaCertificate } = await import('office-addin-dev-certs');
    await uninstallCaCertificate();
    deleteCertificateFiles();
  },
};
