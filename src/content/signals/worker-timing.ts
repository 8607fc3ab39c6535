import type { Say, Signals } from './signals';

/**
 * Reports each request that the document's service worker received and that got a response. Resource timing
 * is read only if the document has such a worker.
 */
export function observeWorkerTimings(say: Say): Signals {
  const workers = workersOfDocument();
  const observer = new PerformanceObserver((list) => {
    const atMs = Date.now();
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const { name: url, initiatorType: by, responseStatus: status, startTime, workerStart } = entry;
      const startedAtMs = atMs - performance.now() + startTime;
      if (workerStart && status) say({ type: 'worker-timing', atMs, url, by, startedAtMs, status });
    }
  });
  /** A worker can take control of a document at any time. Observing twice has no further effect. */
  const listen = () => {
    if (workers?.controller) observer.observe({ entryTypes: ['resource', 'navigation'] });
  };
  workers?.addEventListener('controllerchange', listen);
  return {
    listen,
    stop() {
      workers?.removeEventListener('controllerchange', listen);
      observer.disconnect();
    },
  };
}

/**
 * undefined if the document can have no service worker: a sandboxed document throws, and an insecure one
 * lacks the property.
 */
function workersOfDocument(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}
