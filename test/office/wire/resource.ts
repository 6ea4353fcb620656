import { apiNotFound, invalidArgument, itemNotFound } from './errors';

/**
 * An object a request can name. Members of the Excel API are the members whose names
 * start with a capital, as they are spelt on the wire; everything else is ours and out of reach.
 */
export abstract class Resource {
  abstract readonly kind: string;

  /** What the collection's indexer takes to find this object again. */
  get id(): string | undefined {
    return undefined;
  }

  /** The properties that `load()` without names asks for. */
  get scalars(): readonly string[] {
    return [];
  }

  read(name: string): unknown {
    if (!this.plays(name)) throw apiNotFound(`${this.kind}.${name}`);
    return (this as unknown as Record<string, unknown>)[name];
  }

  write(name: string, value: unknown): void {
    if (!this.plays(name)) throw apiNotFound(`${this.kind}.${name}`);
    if (!isWritable(this, name)) throw invalidArgument(`${this.kind}.${name} is read-only.`);
    (this as unknown as Record<string, unknown>)[name] = value;
  }

  call(name: string, args: readonly unknown[]): unknown {
    const method = this.plays(name) ? (this as unknown as Record<string, unknown>)[name] : undefined;
    if (typeof method !== 'function') throw apiNotFound(`${this.kind}.${name}()`);
    return method.apply(this, args);
  }

  private plays(name: string): boolean {
    return /^_?[A-Z]/.test(name) && name in this;
  }
}

function isWritable(object: object, name: string): boolean {
  for (let holder: object | null = object; holder !== null; holder = Object.getPrototypeOf(holder)) {
    const property = Object.getOwnPropertyDescriptor(holder, name);
    if (property) return property.set !== undefined || property.writable === true;
  }
  return false;
}

/** A list of resources, found by key or position; `items` is asked afresh each time. */
export abstract class Collection<T extends Resource> extends Resource {
  abstract items(): readonly T[];
  /** Whether `key` means this item; keys are names or ids, without regard to case. */
  abstract matches(item: T, key: string): boolean;

  GetCount(): number {
    return this.items().length;
  }

  GetItemOrNullObject(key: string): T | null {
    return this.items().find((item) => this.matches(item, String(key))) ?? null;
  }

  GetItem(key: string): T {
    const item = this.GetItemOrNullObject(key);
    if (item === null) throw itemMissing(this.kind, key);
    return item;
  }

  GetItemAt(index: number): T {
    const item = this.items()[index];
    if (item === undefined) throw itemMissing(this.kind, index);
    return item;
  }
}

const itemMissing = (kind: string, key: string | number) => itemNotFound(`item "${key}" in ${kind}`);

export const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
