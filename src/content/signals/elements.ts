import type { ElementDetails, PageCall } from '../../protocol/page-hints';
import { absolute } from './absolute';
import { listening } from './listening';
import type { Say, Signals } from './signals';

/** Where an element names what it loads. */
interface Loading extends Element {
  readonly currentSrc?: unknown;
  readonly src?: unknown;
  readonly href?: unknown;
  readonly data?: unknown;
  readonly crossOrigin?: unknown;
  readonly integrity?: unknown;
  readonly type?: unknown;
  readonly relList?: DOMTokenList;
}

/** What is loaded without any request. */
const isWithoutRequest = (url: string) => url === '' || /^(data|blob|about|javascript):/i.test(url);

/** Says of each element in the document that it has loaded, or failed to. One in no document is not seen. */
export function observeElements(say: Say): Signals {
  let last = 0;

  const tell = (element: Loading, how: 'load' | 'error') => {
    const url = urlOf(element);
    if (isWithoutRequest(url)) return;
    const integrity = typeof element.integrity === 'string' ? element.integrity : null;
    sayEnd(say, `element-${++last}`, { url, integrity, element: detailsOf(element), how });
  };
  // A script's own errors reach the window too; and what a component dispatches itself is no end of a request.
  const on =
    (how: 'load' | 'error') =>
    ({ target, isTrusted }: Event) =>
      isTrusted && target instanceof Element && tell(target, how);
  const [onLoad, onError] = [on('load'), on('error')];
  return listening(
    [document, 'load', onLoad],
    [document, 'loadedmetadata', onLoad],
    [window, 'error', onError],
  );
}

/** How something of a document's own loaded. */
export interface ElementEnd extends Pick<PageCall, 'url' | 'integrity' | 'element'> {
  readonly how: 'load' | 'error';
}

/** Says of something in the document, by an id of its own, that it was to load, and how that ended. */
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

/** What an element loads, absolute; '' where it loads nothing. */
function urlOf({ currentSrc, src, href, data }: Loading): string {
  for (const value of [currentSrc, src, href, data]) {
    if (typeof value === 'string' && value !== '') return value;
    if (value instanceof SVGAnimatedString) return absolute(value.baseVal, document.baseURI);
  }
  return '';
}

function detailsOf(element: Loading): ElementDetails {
  const name = element.localName;
  // A source and a track are loaded as their player says.
  const { crossOrigin } = /^(source|track)$/.test(name)
    ? ((element.parentElement ?? element) as Loading)
    : element;
  const isScript = name === 'script' && /^module$/i.test(String(element.type));
  return {
    name,
    crossOrigin: crossOrigin === 'anonymous' || crossOrigin === 'use-credentials' ? crossOrigin : null,
    isModule: isScript || (name === 'link' && element.relList?.contains('modulepreload') === true),
  };
}
