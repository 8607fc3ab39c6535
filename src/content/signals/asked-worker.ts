import type { Say, Signals } from './signals';

/**
 * Says of each request that the document's service worker was asked about that a response came. Timing is
 * looked at only where there is such a worker.
 */
export function observeAskedWorker(say: Say): Signals {
  const workers = workersOfDocument();
  const observer = new PerformanceObserver((list) => {
    const atMs = Date.now();
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const { name: url, initiatorType: by, responseStatus: status, startTime, workerStart } = entry;
      const startedAtMs = atMs - performance.now() + startTime;
      if (workerStart && status) say({ type: 'asked-worker', atMs, url, by, startedAtMs, status });
    }
  });
  /** A worker can take a document over at any time. To observe twice is to observe. */
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

/** undefined where the document can have no service worker: a sandboxed one throws, an insecure one has no such thing. */
function workersOfDocument(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}
