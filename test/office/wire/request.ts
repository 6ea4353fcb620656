import { ExcelError, apiNotFound, invalidArgument, itemNotFound } from './errors';
import { Collection, Resource } from './resource';

/** The request that office.js posts for one `context.sync()`, as far as a host has to read it. */
export interface Request {
  readonly Actions?: readonly Action[];
  readonly ObjectPaths?: Readonly<Record<string, ObjectPath>>;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}

export type Response =
  | {
      readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
      readonly TraceIds: readonly number[];
    }
  | {
      readonly Error: {
        readonly Code: string;
        readonly Message: string;
        readonly ActionIndex: number;
        readonly HttpStatusCode: number;
      };
    };

/** What a request can start from: the document, the services beside it, and references kept from earlier requests. */
export interface Roots {
  readonly document: Resource;
  service(name: string): Resource;
  readonly references: Map<string, Resource>;
  /** Told before every action, so that values read are calculated ones. */
  beforeAction?(reads: boolean): void;
}

const PATH = { document: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

/**
 * Carries a request out action by action; the first failure ends it and, as in Excel, undoes nothing.
 * Trace ids that come back tell office.js which event handlers to register.
 */
export function answer(request: Request, roots: Roots): Response {
  const session = new Session(request, roots);
  const Results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of (request.Actions ?? []).entries()) {
    try {
      Results.push({ ActionId: action.Id, Value: session.run(action) });
    } catch (error) {
      const failure =
        error instanceof ExcelError
          ? error
          : new ExcelError('GeneralException', String((error as Error)?.stack ?? error));
      return { Error: { Code: failure.code, Message: failure.message, ActionIndex: index, HttpStatusCode: 400 } };
    }
  }
  const TraceIds = (request.Actions ?? []).filter(({ ActionType }) => ActionType === ACTION.trace).map(({ Id }) => Id);
  return { Results, TraceIds };
}

class Session {
  private readonly resolved = new Map<number, Resource | null>();
  private readonly referenceIds = new Map<number, string>();

  constructor(
    private readonly request: Request,
    private readonly roots: Roots,
  ) {}

  run(action: Action): unknown {
    if (action.ActionType === ACTION.trace) return null;
    this.roots.beforeAction?.(action.ActionType === ACTION.query || action.ActionType === ACTION.method);
    const target = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return target === null ? null : this.identity(action.ObjectPathId, target);
      case ACTION.query:
        return target === null ? null : this.query(target, action);
      case ACTION.setProperty:
        existing(target, action.Name).write(action.Name, this.args(action.ArgumentInfo)[0]);
        return null;
      case ACTION.method:
        return target === null && action.Name === '_KeepReference'
          ? null
          : this.method(existing(target, action.Name), action);
      default:
        throw apiNotFound(`action type ${action.ActionType}`);
    }
  }

  private method(target: Resource, action: Action): unknown {
    if (action.Name === '_KeepReference') return { _ReferenceId: this.keep(action.ObjectPathId, target) };
    if (action.Name === '_RemoveReference') {
      this.roots.references.delete(String(this.args(action.ArgumentInfo)[0]));
      return null;
    }
    const value = target.call(action.Name, this.args(action.ArgumentInfo));
    return value === undefined || value instanceof Resource ? null : value;
  }

  private keep(pathId: number, target: Resource): string {
    const id = `reference-${this.roots.references.size}-${Math.random().toString(36).slice(2)}`;
    this.roots.references.set(id, target);
    this.referenceIds.set(pathId, id);
    return id;
  }

  private identity(pathId: number, target: Resource): object {
    const reference = this.referenceIds.get(pathId);
    if (reference !== undefined) return { _ReferenceId: reference };
    return target.id === undefined ? {} : { _Id: target.id };
  }

  private resolve(pathId: number): Resource | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths?.[pathId];
    if (!path) throw invalidArgument(`object path ${pathId} is not in the request`);
    const found = this.follow(path);
    this.resolved.set(pathId, found);
    return found;
  }

  private follow(path: ObjectPath): Resource | null {
    const parent = () =>
      path.ParentObjectPathId === undefined ? this.roots.document : this.resolve(path.ParentObjectPathId);
    switch (path.ObjectPathType) {
      case PATH.document:
        return this.roots.document;
      case PATH.service:
        return this.roots.service(path.Name);
      case PATH.method:
        return asResource(parent()?.call(path.Name, this.args(path.ArgumentInfo)) ?? null, path.Name);
      case PATH.property:
        return asResource(parent()?.read(path.Name) ?? null, path.Name);
      case PATH.indexer:
        return asResource(parent()?.call('GetItem', this.args(path.ArgumentInfo)) ?? null, path.Name);
      case PATH.reference: {
        const kept = this.roots.references.get(path.Name);
        if (!kept) throw itemNotFound(`object kept as ${path.Name}`);
        return kept;
      }
      case PATH.nothing:
        return null;
      default:
        throw apiNotFound(`object path type ${path.ObjectPathType}`);
    }
  }

  /** Arguments that are objects travel as path ids, listed beside the arguments at the same positions. */
  private args(info: ArgumentInfo | undefined): unknown[] {
    const ids = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, ids?.[i]));
  }

  private argument(value: unknown, id: unknown): unknown {
    if (Array.isArray(value) && Array.isArray(id)) return value.map((element, i) => this.argument(element, id[i]));
    return typeof id === 'number' && id !== 0 ? this.resolve(id) : value;
  }

  private query(target: Resource, action: Action): unknown {
    const { Select = [], Expand = [], Top, Skip } = action.QueryInfo ?? {};
    const paths = [...Select, ...Expand].map((path) => path.split('/').filter(Boolean));
    return project(target, paths, { top: Top, skip: Skip });
  }
}

const existing = (target: Resource | null, member: string): Resource => {
  if (target === null) throw itemNotFound(`object to use ${member} on`);
  return target;
};

const asResource = (value: unknown, name: string): Resource | null => {
  if (value !== null && !(value instanceof Resource)) throw apiNotFound(`${name} as an object`);
  return value;
};

const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function project(
  target: Resource,
  paths: readonly (readonly string[])[],
  page: { top?: number | undefined; skip?: number | undefined } = {},
): unknown {
  if (target instanceof Collection) {
    const skip = page.skip ?? 0;
    const items = (target.items() as readonly Resource[]).slice(
      skip,
      page.top === undefined ? undefined : skip + page.top,
    );
    const inner = paths.map((path) => (path[0]?.toLowerCase() === 'items' ? path.slice(1) : path));
    return { _Items: items.map((item) => project(item, inner)) };
  }
  const result: Record<string, unknown> = target.id === undefined ? {} : { _Id: target.id };
  const children = new Map<string, (readonly string[])[]>();
  const everything = paths.length === 0 || paths.every((path) => path.length === 0);
  for (const path of everything ? target.scalars.map((name) => [name]) : paths) {
    const [head, ...rest] = path;
    if (head === undefined) continue;
    if (head === '*' || head === '$all') {
      for (const name of target.scalars) result[name] = target.read(name);
      continue;
    }
    const name = wireName(head);
    const value = target.read(name);
    if (value instanceof Resource) children.set(name, [...(children.get(name) ?? []), rest]);
    else result[name] = value ?? null;
  }
  for (const [name, inner] of children) result[name] = project(target.read(name) as Resource, inner);
  return result;
}
