import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { hostInfo } from './host-info';

/** Microsoft's runtime as it was published; nothing of it is changed or copied. */
export const OFFICE_JS = dirname(require.resolve('@microsoft/office-js/dist/office.js'));
const OFFICE_URL = 'https://office.test/';
/** Our own files, whose addresses are relative. */
const DIST = join(__dirname, '../../../dist');

const compiled = new Map<string, vm.Script>();
const compile = (file: string): vm.Script => {
  const script = compiled.get(file) ?? new vm.Script(readFileSync(file, 'utf8'), { filename: file });
  compiled.set(file, script);
  return script;
};

interface ScriptElement {
  src?: string;
  onload?: () => void;
  onreadystatechange?: () => void;
  onerror?: (error: Error) => void;
}

/** The least of a browser window that office.js starts in, inside a Node context of its own. */
export class VmWindow {
  readonly global: vm.Context;
  readonly warnings: string[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(locale: string) {
    const warn = (message: unknown) => void this.warnings.push(String(message));
    const window: Record<string, unknown> = {
      document: this.document(locale),
      location: {
        hash: '',
        search: `?_host_Info=${encodeURIComponent(hostInfo(locale))}`,
        href: 'https://addin.test/taskpane.html',
        protocol: 'https:',
        origin: 'https://addin.test',
      },
      navigator: { userAgent: 'node', language: locale },
      name: '',
      history: {},
      external: {},
      opener: null,
      sessionStorage: storage(),
      localStorage: storage(),
      addEventListener() {},
      attachEvent() {},
      removeEventListener() {},
      postMessage() {},
      setTimeout: (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
        this.timer(setTimeout(run, ms, ...args)),
      setInterval: (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
        this.timer(setInterval(run, ms, ...args)),
      clearTimeout,
      clearInterval,
      setImmediate,
      queueMicrotask,
      console: { log() {}, info() {}, debug() {}, trace() {}, warn, error: warn },
      performance,
      fetch: () => Promise.reject(new Error('there is no network')),
      XMLHttpRequest: function () {},
      crypto: globalThis.crypto,
      TextEncoder,
      TextDecoder,
      URL,
      Blob,
    };
    Object.assign(window, { window, self: window, top: window, parent: window });
    this.global = vm.createContext(window);
  }

  runFile(file: string): void {
    compile(file).runInContext(this.global);
  }

  evaluate<T>(source: string): T {
    return vm.runInContext(source, this.global) as T;
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private timer(timer: NodeJS.Timeout): NodeJS.Timeout {
    this.timers.add(timer);
    return timer;
  }

  private document(locale: string): object {
    const officeTag = { src: `${OFFICE_URL}office.js`, getAttribute: () => null };
    const holder = { appendChild: (element: ScriptElement) => this.load(element), style: {} };
    return {
      readyState: 'complete',
      documentElement: { lang: locale },
      head: holder,
      body: holder,
      cookie: '',
      addEventListener() {},
      attachEvent() {},
      removeEventListener() {},
      createElement: () => ({
        setAttribute(name: string, value: string) {
          Object.assign(this, { [name]: value });
        },
        getAttribute: () => null,
        style: {},
      }),
      getElementsByTagName: (tag: string) => (tag.toLowerCase() === 'script' ? [officeTag] : [holder]),
      getElementById: () => null,
      querySelector: () => null,
    };
  }

  /** office.js loads the rest of itself through script elements, as functions.js does what it needs for tables. */
  private load(element: ScriptElement): ScriptElement {
    const file = fileOf(element.src);
    if (file) {
      setImmediate(() => {
        if (!existsSync(file)) return element.onerror?.(new Error(`no such file: ${file}`));
        this.runFile(file);
        element.onload?.();
        element.onreadystatechange?.();
      });
    }
    return element;
  }
}

function fileOf(address = ''): string | undefined {
  if (address.startsWith(OFFICE_URL)) return join(OFFICE_JS, address.slice(OFFICE_URL.length));
  const [name] = address.split('?');
  return name && !name.includes(':') ? join(DIST, name) : undefined;
}

function storage(): object {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: unknown) => void entries.set(key, String(value)),
    removeItem: (key: string) => void entries.delete(key),
    key: (index: number) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
}
