const databaseName = 'corscope';
const storeName = 'settings';
const key = 'current';

/** Where the settings are kept from one session to the next. */
export interface SettingsStore {
  /** What was last written; undefined if nothing was. */
  read(): Promise<unknown>;
  /** Replaces what is stored. */
  write(value: unknown): Promise<void>;
}

/**
 * This extension's own database. Content scripts can reach `storage.local` (Firefox has no way to forbid that), but
 * never this: their IndexedDB is the page's.
 */
export const settingsStore: SettingsStore = {
  read: () => inStore('readonly', (store) => store.get(key)),
  async write(value) {
    await inStore('readwrite', (store) => store.put(value, key));
  },
};

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
