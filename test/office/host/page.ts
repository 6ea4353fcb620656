import type { Page } from 'playwright-core';
import { ExcelHost, type HostOptions } from './excel';
import { hostInfo } from './host-info';
import { type PageHost, type PageOptions, playDesktopExcel } from './in-page';
import { REQUIREMENTS } from './requirements';

export interface PageExcelOptions extends HostOptions {
  readonly locale?: 'zh-CN' | 'en-US';
  readonly requirements?: PageOptions['requirements'];
}

export type PlayedExcel = ExcelHost & { address(url: string): string };

/** Plays desktop Excel to a page of a real browser; call before the page is opened, then open `excel.address(url)`. */
export async function playExcelIn(page: Page, options: PageExcelOptions = {}): Promise<PlayedExcel> {
  const { locale = 'zh-CN', requirements = REQUIREMENTS } = options;
  const excel = new ExcelHost(options);
  await page.exposeFunction('__answer', (request: string) => excel.answer(request));
  await page.exposeFunction('__complete', (command: string, status: number) => excel.complete(command, status));
  await page.addInitScript(
    `window.__excel = (${String(playDesktopExcel)})(window, ${JSON.stringify({ locale, requirements })}, (request) => window.__answer(request), (command, status) => window.__complete(command, status));`,
  );
  excel.connect((eventId, payload) => !page.isClosed() && page.evaluate(raise, [eventId, payload] as const));
  return Object.assign(excel, {
    address: (url: string) =>
      `${url}${url.includes('?') ? '&' : '?'}_host_Info=${encodeURIComponent(hostInfo(locale))}`,
  });
}

const raise = ([eventId, payload]: readonly [number, unknown]): boolean =>
  (window as unknown as { __excel?: PageHost }).__excel?.raise(eventId, payload) ?? false;
