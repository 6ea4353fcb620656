/**
 * The part of the host that must stand in the page before office.js: `window.external` as desktop Excel offers it.
 * It is handed over as text, so everything it needs is inside it or in its arguments.
 */
export interface PageOptions {
  readonly locale: string;
  readonly requirements: Readonly<Record<string, string>>;
}

export interface PageHost {
  /** Calls the handler that the page registered for an event; false if there is none. */
  raise(eventId: number, payload: unknown): boolean;
}

export interface PageWindow {
  external: Record<string, unknown>;
  setTimeout(run: () => void, ms: number): unknown;
}

export type Send = (request: string) => Promise<string>;

/** Hears that the handler of a button is done: status 0, or why it was never called. */
export type Complete = (command: string, status: number) => unknown;

export function playDesktopExcel(page: PageWindow, options: PageOptions, send: Send, complete: Complete): PageHost {
  const RICH_API = 93;
  const COMMAND_COMPLETED = 94;
  const REQUEST_BODY = 4;
  const OK = 0;
  const HTTP_OK = 200;
  type Handler = (eventId: number, payload: unknown) => void;
  type Callback = (result: unknown) => void;

  /** Stands for a COM SafeArray, which is how Excel hands lists over. */
  const safeArray = (list: readonly unknown[]): unknown => ({
    toArray: () => list,
    dimensions: () => 1,
    ubound: () => list.length,
  });
  const handlers = new Map<number, Handler>();

  const facts: Record<string, unknown> = {
    GetAppType: 1,
    GetSolutionRef: '11111111-2222-3333-4444-555555555555',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: options.locale,
    GetAppDataLocale: options.locale,
    GetDocUrl: 'C:\\Book1.xlsx',
    GetAppCapabilities: 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetCorrelationId: 'correlation',
    GetInstanceId: 'instance',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetHostCustomMessage: '',
    GetHostFullVersion: '16.0.19000.20000',
    GetInitialDisplayMode: 0,
  };
  const context: Record<string, unknown> = {
    GetSupportedMatrix: () => JSON.stringify(options.requirements),
    GetSettings: () => ({
      Read: () => undefined,
      Write: () => undefined,
      WriteAsync: (_keys: unknown, _values: unknown, done: Callback) => done(OK),
    }),
    GetOfficeThemeInfo: () => '{}',
  };
  for (const name of Object.keys(facts)) context[name] = () => facts[name];

  Object.assign(page.external, {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute(id: number, parameters: readonly unknown[], done: Callback) {
      if (id === COMMAND_COMPLETED) complete(String(parameters[0]), Number(parameters[1]));
      if (id !== RICH_API) {
        page.setTimeout(() => done(safeArray([OK, null])), 0);
        return;
      }
      const body = (parameters[0] as readonly unknown[])[REQUEST_BODY];
      void send(Array.isArray(body) ? body.join('') : String(body)).then((text) =>
        done(safeArray([OK, safeArray([HTTP_OK, null, text])])),
      );
    },
    RegisterEvent(id: number, _target: string, handler: Handler, done: Callback) {
      page.setTimeout(() => {
        done(OK);
        // office.js drops what arrives before it has heard that it is registered.
        handlers.set(id, handler);
      }, 0);
    },
    UnregisterEvent(id: number, _target: string, done: Callback) {
      handlers.delete(id);
      page.setTimeout(() => done(OK), 0);
    },
  });

  const packed = (payload: unknown): unknown => (Array.isArray(payload) ? safeArray(payload.map(packed)) : payload);
  return {
    raise(eventId, payload) {
      const handler = handlers.get(eventId);
      handler?.(eventId, packed(payload));
      return handler !== undefined;
    },
  };
}
