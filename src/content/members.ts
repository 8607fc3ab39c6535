// How values of the page are read in its own world without running its code: by their descriptors, and by the
// browser's own accessors, captured before the page's first script.

import { apply, getOwnPropertyDescriptor, getPrototypeOf } from './natives';

const { hasOwnProperty: hasOwn } = Object.prototype;

/** What only the page's code could tell. */
export const hidden = Symbol('hidden');

const maxDepth = 20;

/** A member of a dictionary, its own or inherited; undefined if it has none, `hidden` behind an accessor. */
export function memberOf(object: object, key: PropertyKey): unknown {
  let holder: object | null = object;
  for (let depth = 0; holder !== null; depth++) {
    if (depth === maxDepth) return hidden;
    const descriptor = getOwnPropertyDescriptor(holder, key);
    if (descriptor) return apply(hasOwn, descriptor, ['value']) ? descriptor.value : hidden;
    holder = getPrototypeOf(holder);
  }
  return undefined;
}

/** A value as the text that a browser makes of it; null if the page's code makes that text, or nothing can. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) || typeof value === 'symbol' ? null : `${value}`;
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Reads an attribute by the browser's own accessor; throws where the object has no such thing. */
export type Reader = (object: object) => unknown;

/** The accessor of an attribute; one that gives `hidden` where this browser has none. */
export function readerOf(prototype: object, name: string): Reader {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  return (object) => (get ? apply(get, object, []) : hidden);
}

/** The same, giving null in place of throwing. */
export function tryReader(read: Reader): Reader {
  return (object) => {
    try {
      return read(object);
    } catch {
      return null;
    }
  };
}

/** Whether an object was made in this realm, by that class or one derived from it. */
export function isMadeBy(prototype: object, object: unknown): object is object {
  let holder = isObject(object) ? getPrototypeOf(object) : null;
  for (let depth = 0; holder !== null && depth < maxDepth; depth++) {
    if (holder === prototype) return true;
    holder = getPrototypeOf(holder);
  }
  return false;
}
