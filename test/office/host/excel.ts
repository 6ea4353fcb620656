import { LONGEST_WAIT, eventually, within } from '../../support/within';
import { apiNotFound } from '../wire/errors';
import { answer, type Request, type Response } from '../wire/request';
import { Resource } from '../wire/resource';
import {
  ALL_FEATURES,
  EVENT,
  type Invocation,
  type RawResult,
  type Shown,
  cancellationEntry,
  commandPayload,
  invocationEntry,
  shown,
} from './protocol';

/** The document behind the host: an in-memory workbook, or nothing for tests of functions alone. */
export interface Document {
  answer(request: Request, service: (name: string) => Resource): Response;
}

export interface HostOptions {
  /** The feature switches Excel has turned on; none for an older Excel. */
  readonly features?: readonly number[];
  /** How long Excel takes to answer one request. */
  readonly latencyMs?: number;
  readonly document?: Document;
  /** Excel's limit on one request, in bytes of its text; Excel for the web has 5 MB. */
  readonly payloadLimit?: number;
  /** Sees every request of the page as office.js wrote it. */
  readonly onRequest?: (request: Request) => void;
  /** Hears that the page wants its pane shown or hidden; Excel refuses where this throws. */
  readonly onPane?: (state: PaneState) => void;
}

export type PaneState = 'Visible' | 'Background';

/** Delivers an event to the page that runs office.js; false if the page does not listen to it. */
export type Raise = (eventId: number, payload: unknown) => boolean | Promise<boolean>;

/** Services of the runtime that carry no result: they are told of, and that is all. */
const SILENT_SERVICES = ['Microsoft.InternalService.AddinInternalService'];

/** Excel's side of the conversation with one page. */
export class ExcelHost {
  /** Requests that brought results of custom functions: each one is a round. */
  rounds = 0;
  private readonly started: Promise<void>;
  private becomeReady: () => void = () => undefined;
  private nextInvocation = 1;
  private readonly waiting = new Map<number, (result: RawResult) => void>();
  private readonly features: readonly number[];
  private readonly pressed = new Map<string, (status: number) => void>();
  private raise: Raise = () => false;

  constructor(private readonly options: HostOptions = {}) {
    this.features = options.features ?? ALL_FEATURES;
    this.started = new Promise((resolve) => (this.becomeReady = resolve));
  }

  /** Resolves when the page's custom functions can be called. */
  get ready(): Promise<void> {
    return within(LONGEST_WAIT, 'the page to offer its custom functions', this.started);
  }

  connect(raise: Raise): void {
    this.raise = raise;
  }

  /** Tells the page of an event, if it listens. */
  async notify(eventId: number, payload: unknown): Promise<void> {
    await this.raise(eventId, payload);
  }

  /** Answers one request of the page. */
  async answer(text: string): Promise<string> {
    const { latencyMs = 0, payloadLimit = Infinity, document = noDocument } = this.options;
    const request = JSON.parse(text) as Request;
    this.options.onRequest?.(request);
    const response = text.length > payloadLimit ? tooLarge : document.answer(request, (name) => this.service(name));
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return JSON.stringify(response);
  }

  /** Calls one custom function and returns what its cells show. */
  async call(
    name: string,
    args: readonly unknown[],
    options: { readonly flags?: number; readonly address?: string } = {},
  ): Promise<Shown | Shown[][]> {
    const [raw] = await this.batch([{ name, args, ...options }]);
    return shown(raw as RawResult);
  }

  /** Calls many functions in one message, as Excel does at a recalculation; the results come as the runtime wrote them. */
  async batch(invocations: readonly Invocation[]): Promise<RawResult[]> {
    await this.ready;
    const entries: unknown[][] = [];
    const results = invocations.map((invocation) => {
      const id = this.nextInvocation++;
      entries.push(invocationEntry(id, invocation));
      return new Promise<RawResult>((resolve) => this.waiting.set(id, resolve));
    });
    await this.tell(entries);
    return Promise.all(results);
  }

  /** Starts a streaming function; every value it sets arrives at `onResult` until `cancel` is called. */
  async stream(invocation: Invocation, onResult: (result: RawResult) => void): Promise<{ cancel(): Promise<void> }> {
    await this.ready;
    const id = this.nextInvocation++;
    const listen = (result: RawResult): void => {
      this.waiting.set(id, listen);
      onResult(result);
    };
    this.waiting.set(id, listen);
    await this.tell([invocationEntry(id, invocation)]);
    return {
      cancel: async () => {
        this.waiting.delete(id);
        await this.tell([cancellationEntry(id)]);
      },
    };
  }

  /** Presses a button on the ribbon: its status when the page is done, 0 if all went well. Excel keeps a press until the page listens. */
  async press(action: string): Promise<number> {
    const id = `command-${this.nextInvocation++}`;
    const completed = new Promise<number>((resolve) => this.pressed.set(id, resolve));
    await eventually(LONGEST_WAIT, `the page to listen to the button ${action}`, () =>
      this.raise(EVENT.commandInvoked, commandPayload(id, action)),
    );
    return within(LONGEST_WAIT, `the page to be done with the button ${action}`, completed);
  }

  /** The page is done with a press. */
  complete(command: string, status: number): void {
    this.pressed.get(command)?.(status);
    this.pressed.delete(command);
  }

  /** A page that does not listen would leave the cells waiting for ever. */
  private async tell(entries: readonly unknown[][]): Promise<void> {
    if (!(await this.raise(EVENT.richApiMessage, entries)))
      throw new Error('The page does not listen to calls of custom functions.');
  }

  private service(name: string): Resource {
    if (name === RuntimeService.path) return new RuntimeService(this.options.onPane);
    if (name === CustomFunctionService.path)
      return new CustomFunctionService(
        this.features,
        () => this.becomeReady(),
        (results) => this.take(results),
      );
    if (SILENT_SERVICES.includes(name)) return new SilentService(name);
    throw apiNotFound(`service ${name}`);
  }

  private take(results: readonly RawResult[]): void {
    this.rounds++;
    for (const result of results) {
      const waiting = this.waiting.get(result[0]);
      this.waiting.delete(result[0]);
      waiting?.(result);
    }
  }
}

/** Where the runtime brings results to. */
class CustomFunctionService extends Resource {
  static readonly path = 'Microsoft.ExcelServices.CustomFunctions';
  readonly kind = 'CustomFunctions';

  constructor(
    private readonly features: readonly number[],
    private readonly becomeReady: () => void,
    private readonly take: (results: readonly RawResult[]) => void,
  ) {
    super();
  }

  _GetEnabledFeatures(): readonly number[] {
    return this.features;
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.becomeReady();
  }

  SetInvocationArrayResults(results: readonly RawResult[]): void {
    this.take(results);
  }
}

/** What Office.addin asks to show and hide the pane of a shared runtime. */
class RuntimeService extends Resource {
  static readonly path = 'Microsoft.AppRuntime.AppRuntimeService';
  readonly kind = 'AppRuntimeService';

  constructor(private readonly onPane: HostOptions['onPane']) {
    super();
  }

  SetAppRuntimeState(state: PaneState): void {
    this.onPane?.(state);
  }
}

class SilentService extends Resource {
  constructor(readonly kind: string) {
    super();
  }

  override call(): null {
    return null;
  }
}

class NoDocument extends Resource {
  readonly kind = 'Workbook of a host without a document';
}

const noDocument: Document = {
  answer: (request, service) => answer(request, { document: new NoDocument(), service, references: new Map() }),
};

const tooLarge: Response = {
  Error: {
    Code: 'RequestPayloadSizeLimitExceeded',
    Message: 'The request payload size has exceeded the limit.',
    ActionIndex: 0,
    HttpStatusCode: 400,
  },
};
