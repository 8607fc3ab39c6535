import { isObject, memberOf } from './members';
import { apply, openNotes, textOfFunctions } from './natives';
import { entered } from './observed';
import type { Lookup, PageEnd } from './page-end';
import { patch } from './patch';
import { originalOf } from './stand-in';
import type { Trap } from './traps';

type Callable = (...args: readonly unknown[]) => unknown;

interface Known {
  readonly __proto__: null;
  readonly lookup: Lookup;
  readonly next: Known | null;
}

const maxLookups = 50;

/**
 * Gives observed functions the source text of their originals. Libraries check this text to find out whether
 * a function is the browser's own, and leave other functions alone. This lasts as long as the document,
 * because the page may have stored an observed function. Returns a function that does the same in another
 * same-origin window in which our scripts may not have run: the first, empty document of a frame that is
 * loading.
 */
export function keepTexts(page: PageEnd): (inner: object) => void {
  const originalsElsewhere = openNotes<Callable>();
  let lookups: Known | null = null;
  const nativeText = (value: Callable): string => apply(textOfFunctions, value, []);
  const textOfProxies = nativeText(new Proxy(textOfFunctions, {}));

  const remember = (lookup: Lookup) => {
    let count = 0;
    for (let known = lookups; known; known = known.next)
      if (known.lookup === lookup || ++count === maxLookups) return;
    lookups = { __proto__: null, lookup, next: lookups };
  };
  /**
   * The original of a proxy from another same-origin document; the value itself if no document of ours knows
   * it.
   */
  const originalElsewhere = (value: Callable): Callable => {
    const known = originalsElsewhere.of(value);
    if (known) return known;
    let original: Callable | undefined;
    for (let other = lookups; other && !original; other = other.next) original = other.lookup(value);
    if (!original) {
      const lookup = page.askElsewhere(value, originalOf);
      if (lookup) remember(lookup);
      original = lookup?.(value) ?? value;
    }
    originalsElsewhere.put(value, original);
    return original;
  };
  const textOf = (value: Callable): string => {
    const original = originalOf(value);
    const text = nativeText(original ?? value);
    return original || text !== textOfProxies ? text : nativeText(originalElsewhere(value));
  };

  let asked: Callable | null = null;
  const enter: Trap = (_, self, args) => {
    if (typeof self !== 'function') return args;
    asked = self as Callable;
    return null;
  };
  const leave = (_: boolean, text: unknown) => (asked ? textOf(asked) : text);

  const keepIn = (functions: object) => {
    patch(functions, 'toString', 'value', (original) => {
      if (nativeText(original) !== textOfProxies) return entered(original, enter, leave);
      // Our script runs there. Its lookup stays known even if its frame goes away.
      originalElsewhere(original);
      return original;
    }).put();
  };

  page.onAskedElsewhere(originalOf, (value, asker) => {
    remember(asker);
    return originalOf(value) !== undefined;
  });
  keepIn(Function.prototype);
  // A popup cannot be found by asking, so it announces itself.
  if (window.opener) page.askElsewhere(Function.prototype.toString, originalOf);
  return (inner) => {
    const functions = memberOf(inner, 'Function');
    const prototype = isObject(functions) ? memberOf(functions, 'prototype') : null;
    if (isObject(prototype)) keepIn(prototype);
  };
}
