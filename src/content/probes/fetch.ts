import type { Calls } from '../calls';
import { hidden, isObject, memberOf, type Reader, readerOf, textOf, tryReader } from '../members';
import { apply, getOwnPropertyDescriptor, ownKeys } from '../natives';
import { type Patch, watched } from '../patch';

/**
 * Observes the request of each fetch() and fetchLater(), in the page's world: the init through descriptors, the Request
 * through the browser's own accessors, and never a body. The result is not observed, because any handler on
 * the promise would change what the page sees.
 */
export function observeFetch(calls: Calls): readonly Patch[] {
  const { isArray } = Array;
  const { forEach, [Symbol.iterator]: walk } = Headers.prototype;
  const { iterator } = Symbol;
  const isStream = tryReader(readerOf(ReadableStream.prototype, 'locked'));
  const readers: Record<string, Reader> = Object.create(null);
  // Each member of a RequestInit that is read has the same name as an attribute of Request.
  for (const name in Request.prototype) readers[name] = readerOf(Request.prototype, name);
  const urlOfRequest = tryReader(readers.url as Reader);

  /** Header names, one a line; null if only the page's code can list them. */
  const namesIn = (headers: unknown): string | null => {
    if (headers === undefined) return '';
    if (!isObject(headers)) return null;
    const walked = memberOf(headers, iterator);
    let names = '';
    if (walked === walk) {
      apply(forEach, headers, [
        (_: string, name: string) => {
          names += `${name}\n`;
        },
      ]);
      return names;
    }
    if (isArray(headers)) {
      const length = memberOf(headers, 'length') as number;
      for (let index = 0; index < length && index < 100; index++) {
        const pair = memberOf(headers, index);
        const name = isObject(pair) ? textOf(memberOf(pair, 0)) : null;
        if (name === null) return null;
        names += `${name}\n`;
      }
      return names;
    }
    if (walked !== undefined) return null;
    const keys = ownKeys(headers);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as PropertyKey;
      const isName = typeof key === 'string' && getOwnPropertyDescriptor(headers, key)?.enumerable;
      if (isName) names += `${key}\n`;
    }
    return names;
  };

  const observed = (name: 'fetch' | 'fetchLater') =>
    watched(window, name, {
      before(self, args) {
        // A call on another window makes a request of that window.
        const moment = self === undefined || self === null || self === window ? calls.moment() : null;
        if (!moment || args.length === 0) return null;
        const input = args[0];
        const request = isObject(input) && typeof urlOfRequest(input) === 'string' ? input : null;
        const init = args.length > 1 && isObject(args[1]) ? args[1] : null;
        const url = calls.absolute(request ? urlOfRequest(request) : input);
        if (url === null) return null;

        const inInit = (name: string) => (init ? memberOf(init, name) : undefined);
        const either = (name: string, otherwise: unknown): unknown => {
          const value = inInit(name);
          if (value !== undefined) return value;
          return request ? (readers[name] as Reader)(request) : otherwise;
        };
        const text = (name: string, otherwise: string) => textOf(either(name, otherwise));
        const keepalive = either('keepalive', false);
        const signal = inInit('signal');
        const body = inInit('body');
        const unlessUnknown = (result: boolean, value: unknown) =>
          value === hidden || (request && value === undefined) ? null : result;
        calls.tell(moment, {
          api: name,
          url,
          method: text('method', 'GET'),
          mode: text('mode', 'cors'),
          credentialsMode: text('credentials', 'same-origin'),
          redirectMode: text('redirect', 'follow'),
          integrity: text('integrity', ''),
          keepalive: keepalive === hidden ? null : !!keepalive,
          hasSignal: unlessUnknown(isObject(signal), signal),
          isStreamingBody: unlessUnknown(isObject(body) && isStream(body) !== null, body),
          // That of a Request has no effect (measured).
          targetAddressSpace: textOf(inInit('targetAddressSpace') ?? ''),
          headerNames: namesIn(either('headers', undefined)),
        });
        return null;
      },
    });
  return [observed('fetch'), observed('fetchLater')];
}
