import { getHeader, type Header, type HeaderList } from '../../engine';

/**
 * Headers that browsers add themselves, so their presence proves nothing about the page. A page can set some
 * of them too; then the preflight announces them, or the preflight cache hides it.
 */
const addedByBrowsers: ReadonlySet<string> = new Set([
  'alt-used',
  'cache-control',
  'device-memory',
  'downlink',
  'dpr',
  'ect',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'pragma',
  'priority',
  'purpose',
  'rtt',
  'save-data',
  'service-worker',
  'upgrade-insecure-requests',
  'user-agent',
  'viewport-width',
  'width',
  'x-client-data',
]);

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
const forbidden: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** Whether a page cannot set a header of this name, in lower case, or not with every value. */
export function isForbiddenName(name: string): boolean {
  return forbidden.has(name) || /^(sec-|proxy-|access-control-request-|x-(http-)?method)/.test(name);
}

const httpAuthentication = /^(basic|digest|negotiate|ntlm) /i;

/**
 * Returns the headers of a sent request that its page set, as far as the sent headers show it.
 *
 * Divergence (observability): the standard's header list is not visible before the browser adds to it.
 */
export function authorHeaders(sent: HeaderList): HeaderList {
  const isEventSource = getHeader(sent, 'Accept') === 'text/event-stream';
  return sent.filter(([name, value]: Header) => {
    const lowerName = name.toLowerCase();
    if (forbidden.has(lowerName) || addedByBrowsers.has(lowerName)) return false;
    if (lowerName.startsWith('sec-') || lowerName.startsWith('proxy-')) return false;
    if (lowerName === 'authorization') return !httpAuthentication.test(value);
    return !(isEventSource && lowerName === 'last-event-id');
  });
}
