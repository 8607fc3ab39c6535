import type { WriteClientFix } from '../client-fix';

/** A worker from a data: URL, whose origin is opaque. */
export const workerFromBlob: WriteClientFix = ({ causes }) =>
  causes.has('worker-from-data-url')
    ? {
        before: `new Worker('data:text/javascript,…')`,
        after: `new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))`,
        changed: null,
      }
    : null;
