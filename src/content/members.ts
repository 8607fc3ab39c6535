// Reads values of the page in the page's world without running the page's code: through property descriptors,
// and through the browser's own accessors, captured before the page's first script.

import { apply, getOwnPropertyDescriptor, getPrototypeOf } from './natives';

const { hasOwnProperty: hasOwn } = Object.prototype;

/** Stands for a value that only the page's code could return. */
export const hidden = Symbol('hidden');

const maxDepth = 20;

/**
 * A member of a dictionary, own or inherited; undefined if there is none, `hidden` if it is behind an
 * accessor.
 */
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

/**
 * A value converted to text as the browser converts it; null if the page's code would convert it, or nothing
 * can.
 */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) || typeof value === 'symbol' ? null : `${value}`;
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Reads an attribute through the browser's own accessor; throws if the object has no such attribute. */
export type Reader = (object: object) => unknown;

/** The reader of an attribute; it returns `hidden` if this browser lacks the attribute. */
export function readerOf(prototype: object, name: string): Reader {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  return (object) => (get ? apply(get, object, []) : hidden);
}

/** A reader that returns null instead of throwing. */
export function tryReader(read: Reader): Reader {
  return (object) => {
    try {
      return read(object);
    } catch {
      return null;
    }
  };
}

/** Whether an object was made in this realm by a class, given as its prototype, or by one derived from it. */
export function isMadeBy(prototype: object, object: unknown): object is object {
  let holder = isObject(object) ? getPrototypeOf(object) : null;
  for (let depth = 0; holder !== null && depth < maxDepth; depth++) {
    if (holder === prototype) return true;
    holder = getPrototypeOf(holder);
  }
  return false;
}
