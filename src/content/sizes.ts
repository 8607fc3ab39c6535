import { type Reader, readerOf, tryReader } from './members';
import { getPrototypeOf } from './natives';

/** The size of a message, without reading it: a text in UTF-16 code units, anything else in bytes. */
export interface Sizes {
  characters(data: unknown): number;
  bytes(data: unknown): number;
}

/**
 * Opens the size readers. Call it before the page's own scripts run, because it captures browser accessors.
 */
export function openSizes(): Sizes {
  const readers: readonly Reader[] = [
    tryReader(readerOf(Blob.prototype, 'size')),
    tryReader(readerOf(ArrayBuffer.prototype, 'byteLength')),
    tryReader(readerOf(getPrototypeOf(Uint8Array.prototype) as object, 'byteLength')),
    tryReader(readerOf(DataView.prototype, 'byteLength')),
  ];
  return {
    characters: (data) => (typeof data === 'string' ? data.length : 0),
    bytes(data) {
      if (typeof data !== 'object' || data === null) return 0;
      for (let index = 0; index < readers.length; index++) {
        const size = readers[index]?.(data);
        if (typeof size === 'number') return size;
      }
      return 0;
    },
  };
}
