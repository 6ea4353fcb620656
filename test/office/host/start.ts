import { ExcelHost, type HostOptions } from './excel';
import { type PageHost, playDesktopExcel } from './in-page';
import { REQUIREMENTS } from './requirements';
import { OFFICE_JS, VmWindow } from './window';
import { join } from 'node:path';

export interface StartOptions extends HostOptions {
  /** Scripts that run after office.js, as the page would load them: files of dist/, or source text. */
  readonly bundles?: readonly (string | { readonly source: string })[];
  /** Excel's display language. */
  readonly locale?: 'zh-CN' | 'en-US';
  readonly requirements?: Readonly<Record<string, string>>;
}

export interface RunningExcel extends ExcelHost {
  /** What Office.onReady said. */
  readonly info: { readonly host: string; readonly platform: string };
  /** The window that office.js runs in; `window.Excel` is the real API. */
  readonly window: typeof globalThis & Record<string, unknown>;
  readonly warnings: readonly string[];
  close(): void;
}

/** Starts Microsoft's office.js in a Node context and plays desktop Excel to it. */
export async function startExcel(options: StartOptions = {}): Promise<RunningExcel> {
  const { bundles = [], locale = 'zh-CN', requirements = REQUIREMENTS } = options;
  const host = new ExcelHost(options);
  const window = new VmWindow(locale);
  const page = playDesktopExcel(
    window.global as never,
    { locale, requirements },
    (request) => host.answer(request),
    (command, status) => host.complete(command, status),
  );
  host.connect(raiseIn(page, window));
  window.runFile(join(OFFICE_JS, 'office.js'));
  for (const bundle of bundles) {
    if (typeof bundle === 'string') window.runFile(bundle);
    else window.evaluate(bundle.source);
  }
  const info = JSON.parse(
    JSON.stringify(await window.evaluate<Promise<unknown>>('Office.onReady()')),
  ) as RunningExcel['info'];
  await host.ready;
  return Object.assign(host, {
    info,
    window: window.global as RunningExcel['window'],
    warnings: window.warnings,
    close: () => window.close(),
  });
}

/** Excel posts events; it does not run the page's code inside its own. */
const raiseIn = (page: PageHost, window: VmWindow) => (eventId: number, payload: unknown) =>
  new Promise<boolean>((resolve, reject) =>
    setImmediate(() => {
      try {
        resolve(page.raise(eventId, payload));
      } catch (error) {
        window.warnings.push(String(error));
        reject(error);
      }
    }),
  );
