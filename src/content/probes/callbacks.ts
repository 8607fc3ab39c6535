import type { GlobalCall } from '../../protocol/page-events';
import { hidden, isMadeBy, isObject, memberOf, readerOf } from '../members';
import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  listen,
  now,
  openNotes,
  ownKeys,
  setPrototypeOf,
  slice,
  textOfFunctions,
} from '../natives';
import { observed } from '../observed';
import type { Flat, Naming, PageEnd } from '../page-end';
import { originalOf } from '../stand-in';

type Callable = (...args: readonly unknown[]) => unknown;

/** A function of the page that is watched while scripts load that name it. */
interface Watched {
  readonly holder: object;
  readonly key: string;
  readonly original: Callable;
  readonly ours: Callable;
  uses: number;
}

/** A script that is loading, and the calls that it made. */
interface Loading {
  readonly __proto__: null;
  readonly script: object;
  readonly naming: Naming;
  /** The names, one a line. */
  functions: string;
  /** One call a line: the name, what its arguments hold, and their size. */
  calls: string;
  count: number;
  atMs: number;
  isOver: boolean;
  next: Loading | null;
}

const maxCalls = 20;
const maxNodes = 1_000;
const maxDepth = 8;

/**
 * Observes calls of page functions by the scripts whose URLs name them, in the page's world: a proxy replaces
 * the function while such a script loads. The browser's own functions are not replaced.
 */
export function observeCallbacks(page: PageEnd): void {
  const watched = openNotes<Watched>();
  const loading = openNotes<Loading>();
  const currentScript = readerOf(Document.prototype, 'currentScript');
  const isConnected = readerOf(Node.prototype, 'isConnected');
  const { endsWith } = String.prototype;
  let ended: Loading | null = null;

  /**
   * Whether a function is the browser's own: its source text contains its name, while the text of a function
   * bound by the page does not.
   */
  const isNative = (value: Callable) => {
    if (originalOf(value)) return true;
    const text: string = apply(textOfFunctions, value, []);
    const start: string = apply(slice, text, [0, 10]);
    const isWithoutText =
      apply(endsWith, text, ['[native code] }']) || apply(endsWith, text, ['[native code]\n}']);
    return isWithoutText && start !== 'function (' && start !== 'function()';
  };

  /** Records a call by the current script, under a name from its URL. */
  const called = (name: string, args: readonly unknown[]) => {
    const by = loading.of(currentScript(document));
    if (!by || !page.isOn || by.count++ >= maxCalls) return;
    by.calls += `${name} ${measure(args)}\n`;
  };

  const replace = ({ holder, key }: Watched, from: Callable, to: Callable): boolean => {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    if (!descriptor || descriptor.value !== from) return false;
    descriptor.value = to;
    setPrototypeOf(descriptor, null);
    return defineProperty(holder, key, descriptor);
  };

  const watch = (holder: object, key: string, original: Callable, name: string): Watched => {
    const before = (_: unknown, args: readonly unknown[]) => {
      called(name, args);
      return null;
    };
    const ours = observed(original, { before }, { isLasting: false });
    const target: Watched = { holder, key, original, ours, uses: 0 };
    watched.put(ours, target);
    return target;
  };

  const release = (target: Watched) => {
    if (--target.uses === 0) replace(target, target.ours, target.original);
  };

  page.onScript((script, naming) => {
    const { names, paths } = naming;
    const open: Loading = {
      __proto__: null,
      script,
      naming,
      functions: '',
      calls: '',
      count: 0,
      atMs: 0,
      isOver: false,
      next: null,
    };
    const uses: Watched[] = [];
    let isWhole = true;
    const releaseAll = () => {
      for (let index = 0; index < uses.length; index++) release(uses[index] as Watched);
    };
    for (let index = 0; index < names.length; index++) {
      try {
        const found = look(paths[index] as readonly string[]);
        if (!found) continue;
        const { holder, key, value } = found;
        const known = watched.of(value);
        if (!known && isNative(value)) continue;
        const target = known ?? watch(holder, key, value, names[index] as string);
        if (target.uses === 0 && !replace(target, target.original, target.ours)) {
          isWhole = false;
          continue;
        }
        target.uses++;
        open.functions += `${names[index]}\n`;
        defineProperty(uses, uses.length, { __proto__: null, value: target } as PropertyDescriptor);
      } catch {
        // A proxy of the page can throw at any access.
      }
    }
    // If a function cannot be watched, the script is not reported.
    if (!isWhole || (open.functions === '' && !naming.isLikely)) return releaseAll();
    loading.put(script, open);
    const done = (event: Event) => {
      if (open.isOver || !event.isTrusted) return;
      open.isOver = true;
      releaseAll();
      if (!page.isOn) return;
      open.atMs = now();
      open.next = ended;
      ended = open;
      page.note();
    };
    // These run before the page's own listeners, which find the function as it was.
    listen(script, 'load', done, true);
    listen(script, 'error', done, true);
  });

  page.on('flush', () => {
    for (let loaded = ended; loaded; loaded = loaded.next) {
      const { script, naming, functions, calls, atMs } = loaded;
      const { url, isInjected } = naming;
      const isRemoved = !isConnected(script);
      const fields = { functions, calls, isInjected, isRemoved, url, atMs };
      page.hand({ ...fields, __proto__: null, kind: 'script' } satisfies Flat);
    }
    ended = null;
  });
}

/** Finds the function at a path from the window, and the object that holds it; null if there is none. */
function look(path: readonly string[]): { holder: object; key: string; value: Callable } | null {
  let holder: unknown = window;
  const last = path.length - 1;
  for (let index = 0; index < last; index++) {
    if (!isObject(holder)) return null;
    holder = memberOf(holder, path[index] as string);
  }
  const key = path[last] as string;
  const value = isObject(holder) ? memberOf(holder, key) : hidden;
  if (typeof value !== 'function') return null;
  return { holder: holder as object, key, value: value as Callable };
}

/**
 * What the arguments of a call hold, and about how many characters of JSON they are, without running the
 * page's code. Each object is measured once, however often it occurs.
 */
function measure(args: readonly unknown[]): string {
  const sizes = openNotes<number>();
  let holds: GlobalCall['holds'] = 'nothing';
  let size = 0;
  let left = maxNodes;
  let isWhole = true;
  const walk = (value: unknown, depth: number) => {
    if (left-- <= 0 || depth > maxDepth) {
      isWhole = false;
      return;
    }
    if (typeof value === 'function') {
      if (depth <= 1) holds = 'functions';
    } else if (typeof value === 'string') {
      size += value.length + 2;
    } else if (!isObject(value)) {
      size += typeof value === 'symbol' || typeof value === 'undefined' ? 0 : `${value}`.length;
    } else {
      const known = sizes.of(value);
      // A cyclic object has no JSON.
      if (known === -1) isWhole = false;
      else if (known !== undefined) size += known;
      if (known !== undefined) return;
      sizes.put(value, -1);
      const before = size;
      const keys = ownKeys(value);
      if (keys.length > maxNodes) isWhole = false;
      const isList = isMadeBy(Array.prototype, value);
      size += 2;
      let members = 0;
      for (let index = 0; index < keys.length && isWhole; index++) {
        const key = keys[index] as string;
        if (typeof key === 'symbol' || (isList && key === 'length')) continue;
        if (members++ > 0) size++;
        if (!isList) size += key.length + 3;
        const member: unknown = getOwnPropertyDescriptor(value, key)?.value;
        walk(member, depth + 1);
      }
      sizes.put(value, size - before);
    }
  };
  for (let index = 0; index < args.length; index++) {
    if (holds === 'nothing' && args[index] !== undefined && args[index] !== null) holds = 'data';
    walk(args[index], 0);
  }
  return `${holds} ${isWhole ? size : ''}`;
}
