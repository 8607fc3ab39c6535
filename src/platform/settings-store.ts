const databaseName = 'corscope';
const storeName = 'settings';
const key = 'current';

/**
 * What was last written to this extension's own database; undefined if nothing was. Content scripts reach
 * `storage.local` (Firefox has no way to forbid that), and never this: their IndexedDB is the page's.
 */
export async function readStored(): Promise<unknown> {
  return inStore('readonly', (store) => store.get(key));
}

/** Replaces what is stored. */
export async function writeStored(value: unknown): Promise<void> {
  await inStore('readwrite', (store) => store.put(value, key));
}

async function inStore<T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  const database = await settled(opening);
  try {
    return await settled(run(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
