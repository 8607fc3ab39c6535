import type { ElementDetails, PageCall } from '../../protocol/page-hints';
import { absolute } from './absolute';
import { listening } from './listening';
import type { Say, Signals } from './signals';

/** The attributes in which an element names what it loads. */
interface Loading extends Element {
  readonly currentSrc?: unknown;
  readonly src?: unknown;
  readonly href?: unknown;
  readonly data?: unknown;
  readonly crossOrigin?: string | null;
  readonly integrity?: string;
  readonly type?: string;
  readonly relList?: DOMTokenList;
}

/** Whether a URL loads without a request. */
const isWithoutRequest = (url: string) => /^($|(data|blob|about|javascript):)/i.test(url);

/**
 * Reports each element in the document that has loaded or failed to load. An element outside the document is
 * not seen.
 */
export function observeElements(say: Say): Signals {
  let last = 0;

  const reported = new WeakSet<Element>();
  /** The images that were reported without an event, with their URLs. The event may still follow. */
  const early = new WeakMap<Element, string>();

  const tell = (element: Loading, how: 'load' | 'error') => {
    reported.add(element);
    const url = urlOf(element);
    const isKnown = early.get(element) === url;
    early.delete(element);
    if (isKnown || isWithoutRequest(url)) return;
    const integrity = element.integrity ?? null;
    sayEnd(say, `element-${++last}`, { url, integrity, element: detailsOf(element), how });
  };
  // A script's own errors reach the window too, and an event that a component dispatches itself is not the
  // end of a request.
  const on =
    (how: 'load' | 'error') =>
    ({ target, isTrusted }: Event) =>
      isTrusted && target instanceof Element && tell(target, how);
  const [onLoad, onError] = [on('load'), on('error')];
  // On a busy machine Firefox sometimes shows no event of an image that it loads while the document begins.
  const onPage = ({ isTrusted }: Event) => {
    if (!isTrusted) return;
    for (const image of document.images) {
      if (reported.has(image) || !image.complete || !image.naturalWidth) continue;
      tell(image, 'load');
      early.set(image, urlOf(image));
    }
  };
  return listening(
    [document, 'load', onLoad],
    [document, 'loadedmetadata', onLoad],
    [window, 'error', onError],
    [window, 'load', onPage],
  );
}

/** The end of the load of an element or a font. */
export interface ElementEnd extends Pick<PageCall, 'url' | 'integrity' | 'element'> {
  readonly how: 'load' | 'error';
}

/** Reports a load in the document as a call and its end, under the given id. */
export function sayEnd(say: Say, id: string, { url, integrity, element, how }: ElementEnd): void {
  const atMs = Date.now();
  say({
    type: 'call',
    id,
    atMs,
    api: 'element',
    url,
    integrity,
    element,
  });
  say({ type: 'ended', call: id, atMs, how });
}

/** The absolute URL that an element loads; '' if it loads nothing. */
function urlOf({ currentSrc, src, href, data }: Loading): string {
  for (const value of [currentSrc, src, href, data]) {
    if (value && typeof value === 'string') return value;
    if (value instanceof SVGAnimatedString) return absolute(value.baseVal, document.baseURI);
  }
  return '';
}

function detailsOf(element: Loading): ElementDetails {
  const name = element.localName;
  // A source or track is loaded with the `crossorigin` of its media element.
  const { crossOrigin } = /source|track/.test(name)
    ? ((element.parentElement ?? element) as Loading)
    : element;
  const isScript = name === 'script' && /^module$/i.test(element.type ?? '');
  return {
    name,
    crossOrigin: (crossOrigin ?? null) as ElementDetails['crossOrigin'],
    isModule: isScript || !!element.relList?.contains('modulepreload'),
  };
}
