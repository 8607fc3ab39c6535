import type { BudgetedEvent } from '../budget';
import { isFirefox } from '../extension';
import type { Signals } from './signals';

const maxKey = 200;
const maxUrl = 65_536;
const maxWaitMs = 1_000;

/**
 * Reports each change of a store by another same-origin document, without values. It does not listen yet.
 * Firefox opens the store for each listener, and in a third-party frame logs that to the console, so there it
 * never listens in a frame whose top document has another origin.
 */
export function observeStoreChanges(tell: (event: BudgetedEvent) => void): Signals {
  const onStorage = ({ isTrusted, key, url, storageArea }: StorageEvent) => {
    if (!isTrusted) return;
    let isSession = false;
    try {
      isSession = storageArea === sessionStorage;
    } catch {
      // If sessionStorage is not available, localStorage has changed.
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
      // Listening opens the store, which takes milliseconds. Pages create hundreds of frames that are often
      // gone in a moment.
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
