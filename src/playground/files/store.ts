// What the browser keeps between two visits of the page, in IndexedDB: a transaction is done as a whole or not at all.
import type { IWorkbookData } from '@univerjs/core';

/** A workbook somebody works in. */
export interface Work {
  readonly id: string;
  readonly name: string;
  /** When it was kept last, in milliseconds. */
  readonly at: number;
  readonly workbook: IWorkbookData;
  /** The id of the sheet that was shown. */
  readonly shown: string;
  /** Whether it comes from a file, which is kept beside it. */
  readonly hasFile: boolean;
  /** Whether rows, columns or sheets were moved since it was opened. */
  readonly moved: boolean;
}

/** A file on its way to the next page. */
export interface Arriving {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DATABASE = 'rzrq';
const STORES = ['works', 'files', 'arriving'] as const;
const DAY_MS = 86_400_000;
export const DAYS_KEPT = 30;

type StoreName = (typeof STORES)[number];

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function within<T>(
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (stores: Readonly<Record<StoreName, IDBObjectStore>>) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const database = await opened();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction([...names], mode);
      const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
      const request = work(stores as Record<StoreName, IDBObjectStore>);
      transaction.oncomplete = () => done(request?.result);
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

export async function keep(work: Work, file?: Uint8Array): Promise<void> {
  await within(['works', 'files'], 'readwrite', ({ works, files }) => {
    works.put(work, work.id);
    if (file) files.put(file, work.id);
    return undefined;
  });
}

/** The latest work that is not too old; what is too old goes. */
export async function latest(now: number): Promise<Work | undefined> {
  const works = ((await within(['works'], 'readonly', ({ works }) => works.getAll() as IDBRequest<Work[]>)) ?? []).sort(
    (a, b) => b.at - a.at,
  );
  for (const { id, at } of works) if (now - at > DAYS_KEPT * DAY_MS) await forget(id);
  return works.find(({ at }) => now - at <= DAYS_KEPT * DAY_MS);
}

export const workOf = (id: string): Promise<Work | undefined> =>
  within(['works'], 'readonly', ({ works }) => works.get(id) as IDBRequest<Work | undefined>);

export const fileOf = (id: string): Promise<Uint8Array | undefined> =>
  within(['files'], 'readonly', ({ files }) => files.get(id) as IDBRequest<Uint8Array | undefined>);

export async function forget(id: string): Promise<void> {
  await within(['works', 'files'], 'readwrite', ({ works, files }) => {
    works.delete(id);
    files.delete(id);
    return undefined;
  });
}

export async function forgetAll(): Promise<void> {
  await within(STORES, 'readwrite', (stores) => {
    Object.values(stores).forEach((store) => store.clear());
    return undefined;
  });
}

export async function send(arriving: Arriving): Promise<void> {
  await within(['arriving'], 'readwrite', ({ arriving: store }) => store.put(arriving, 'file'));
}

/** Taken once. */
export async function arrived(): Promise<Arriving | undefined> {
  const found = await within(['arriving'], 'readonly', ({ arriving }) => arriving.get('file') as IDBRequest<Arriving>);
  if (found) await within(['arriving'], 'readwrite', ({ arriving }) => arriving.delete('file'));
  return found;
}
