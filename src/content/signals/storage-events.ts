import type { Signals } from './signals';

/** A change of a store that another document of the origin made. */
export interface StoreChange {
  readonly what: 'local-storage' | 'session-storage';
  /** null where the store was emptied. */
  readonly key: string | null;
  /** Of the document that did it. */
  readonly url: string;
}

const maxKey = 200;

/** Calls back with each; values are not read. It does not listen yet. */
export function observeStoreChanges(changed: (change: StoreChange) => void): Signals {
  const onStorage = ({ isTrusted, key, url, storageArea }: StorageEvent) => {
    if (!isTrusted) return;
    let isSession = false;
    try {
      isSession = storageArea === sessionStorage;
    } catch {
      // Where there is none of the one, the other has changed.
    }
    changed({
      what: isSession ? 'session-storage' : 'local-storage',
      key: key?.slice(0, maxKey) ?? null,
      url,
    });
  };
  return {
    listen: () => window.addEventListener('storage', onStorage, true),
    stop: () => window.removeEventListener('storage', onStorage, true),
  };
}
