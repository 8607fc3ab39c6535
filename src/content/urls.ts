import { hidden, isObject, memberOf, type Reader, readerOf, textOf, tryReader } from './members';
import { apply, getOwnPropertyDescriptor, slice } from './natives';

const maxUrl = 65_536;

/** Resolves URLs as the page's calls do, in the page's world. */
export interface Urls {
  /**
   * The absolute URL; null if the value is not a URL, if the page's code makes its text, or if it loads
   * without a request.
   */
  absolute(value: unknown): string | null;
}

interface UrlLike {
  readonly read: Reader;
  readonly toString: unknown;
}

/** Opens the resolver. Call it before the page's own scripts run, because it captures browser functions. */
export function openUrls(): Urls {
  const PageUrl = URL;
  const base = readerOf(Node.prototype, 'baseURI');
  const href = readerOf(URL.prototype, 'href');
  const { toString: textOfUrls } = URL.prototype;
  const hrefOfLocation = getOwnPropertyDescriptor(location, 'href')?.get;
  const { toPrimitive } = Symbol;
  const trusted = (window as { readonly TrustedScriptURL?: { readonly prototype: object } }).TrustedScriptURL;
  const trustedToString = trusted?.prototype.toString;
  const kinds: readonly UrlLike[] = [
    { read: tryReader(href), toString: textOfUrls },
    {
      read: tryReader((object) => (trustedToString ? apply(trustedToString, object, []) : null)),
      toString: trustedToString,
    },
  ];

  /** The text of an object that is a URL; null if it is none or the page gave it another `toString`. */
  const textOfUrl = (object: object): string | null => {
    if (object === location) return hrefOfLocation ? apply(hrefOfLocation, location, []) : null;
    for (let index = 0; index < kinds.length; index++) {
      const { read, toString: nativeToString } = kinds[index] as UrlLike;
      const text = read(object);
      if (typeof text !== 'string') continue;
      const isPlain =
        memberOf(object, 'toString') === nativeToString && memberOf(object, toPrimitive) === undefined;
      return isPlain ? text : null;
    }
    return null;
  };

  return {
    absolute(value) {
      const text = isObject(value) ? textOfUrl(value) : textOf(value);
      if (text === null) return null;
      const start = (length: number) => apply(slice, text, [0, length]);
      if (start(5) === 'data:' || start(5) === 'blob:') return null;
      let url: unknown;
      try {
        url = href(new PageUrl(text, base(document) as string));
      } catch {
        return null;
      }
      return url === hidden ? null : apply(slice, url as string, [0, maxUrl]);
    },
  };
}
