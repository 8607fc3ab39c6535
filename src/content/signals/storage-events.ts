import type { BudgetedEvent } from '../budget';
import { isFirefox } from '../extension';
import type { Signals } from './signals';

const maxKey = 200;
const maxUrl = 65_536;
const maxWaitMs = 1_000;

/**
 * Tells of each change of a store that another document of the origin made, not of values. It does not listen yet.
 * Firefox opens the store for whoever listens, and in a frame of another site its console says so: there it never
 * listens in a frame whose top document is of another origin.
 */
export function observeStoreChanges(tell: (event: BudgetedEvent) => void): Signals {
  const onStorage = ({ isTrusted, key, url, storageArea }: StorageEvent) => {
    if (!isTrusted) return;
    let isSession = false;
    try {
      isSession = storageArea === sessionStorage;
    } catch {
      // Where there is none of the one, the other has changed.
    }
    tell({
      kind: 'storage',
      what: isSession ? 'session-storage' : 'local-storage',
      outcome: 'changed',
      source: 'extension',
      atMs: Date.now(),
      count: 1,
      name: key?.slice(0, maxKey) ?? '',
      path: url.slice(0, maxUrl),
      isFramed: false,
    });
  };
  const add = () => window.addEventListener('storage', onStorage, true);
  let idle = 0;
  return {
    listen() {
      if (isFirefox && !isOfTopOrigin()) return;
      // It opens the store, which takes milliseconds. Frames come in hundreds, and are often gone in a moment.
      if (window === window.top) add();
      else idle = requestIdleCallback(add, { timeout: maxWaitMs });
    },
    stop() {
      cancelIdleCallback(idle);
      window.removeEventListener('storage', onStorage, true);
    },
  };
}

function isOfTopOrigin(): boolean {
  try {
    return window.top?.document !== undefined;
  } catch {
    return false;
  }
}
