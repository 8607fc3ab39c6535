import { type BrowserName, type Header, originOf, parseUrl } from '../engine';
import type { RequestEvent } from '../exchange/facts/facts';
import type { RawHeader, RequestDetails, RequestEventName } from '../platform/web-request';
import type { Initiator, InternalRedirect } from '../protocol/facts';
import { requestKind } from './request-kind';

/** The types of what a frame shows. */
const ofFrames = /^(sub_frame|object)$/;

/** How much of a URL or of a header is kept: the first 64 kB; the full length is appended. */
const maxLength = 64 * 1024;

/**
 * Returns the event in one form for both browsers; null for requests that are not the page's, such as our own
 * files. `isScript`: whether a URL was loaded as a script before.
 */
export function toRequestEvent(
  browser: BrowserName,
  name: RequestEventName,
  details: RequestDetails,
  isScript: (url: string) => boolean = () => false,
): RequestEvent | null {
  if (/^(chrome|moz)-extension:/.test(details.url)) return null;
  const { requestId, timeStamp: atMs, statusCode: status = 0 } = details;
  const base = { requestId, atMs, url: bounded(details.url) };
  switch (name) {
    case 'onBeforeRequest':
      return {
        ...base,
        type: 'started',
        method: details.method,
        tabId: details.tabId,
        frameId: details.tabId === -1 ? -1 : details.frameId,
        // A frame's document is requested by the document around it, also for an object.
        documentId:
          details.documentId ?? (ofFrames.test(details.type) ? details.parentDocumentId : null) ?? null,
        initiator: initiatorOf(browser, details, isScript),
        kind: requestKind(details.type),
        resourceType: details.type,
        origin: requestOrigin(browser, details),
        ancestors: null,
        embedderPolicy: null,
        documentPolicies: null,
      };
    case 'onSendHeaders':
      return { ...base, type: 'headers-sent', headerList: sentHeaders(browser, details.requestHeaders) };
    case 'onHeadersReceived':
      return { ...base, type: 'headers-received', status, headerList: toHeaderList(details.responseHeaders) };
    case 'onBeforeRedirect': {
      const to = bounded(details.redirectUrl ?? '');
      const internal = internalRedirect(browser, details, to);
      const { responseHeaders } = details;
      const response =
        responseHeaders && internal === null ? { status, headerList: toHeaderList(responseHeaders) } : null;
      return { ...base, type: 'redirected', to, internal, response };
    }
    case 'onAuthRequired':
      return { ...base, type: 'login-asked' };
    case 'onResponseStarted': {
      const { fromCache = false, ip, responseHeaders } = details;
      const headerList = responseHeaders ? toHeaderList(responseHeaders) : null;
      return { ...base, type: 'response-started', status, headerList, fromCache, serverIp: ip ?? null };
    }
    case 'onCompleted': {
      const { fromCache = false, ip } = details;
      return { ...base, type: 'completed', status, fromCache, serverIp: ip ?? null };
    }
    case 'onErrorOccurred':
      return { ...base, type: 'failed', error: details.error ?? '' };
  }
}

/**
 * Returns the request's origin. Firefox reports none for requests from opaque origins and for addresses that
 * the user typed: the former are sent with `null`, the latter have no origin.
 */
function requestOrigin(browser: BrowserName, { initiator, originUrl, type }: RequestDetails): string | null {
  if (browser === 'chrome') return initiator ?? null;
  if (originUrl !== undefined) return originOf(originUrl);
  return type === 'main_frame' ? null : 'null';
}

const ofDocumentsOnly: ReadonlySet<string> = new Set([
  'main_frame',
  'sub_frame',
  'stylesheet',
  'image',
  'imageset',
  'font',
  'object',
  'media',
  'ping',
  'beacon',
  'csp_report',
]);

/**
 * Returns what made the request. Chrome attributes a worker's requests to its document, so they may be
 * either's. Firefox reports no document for a worker's requests, whose origin and document URLs are the
 * worker's, nor for requests that outlive their page (keepalive), whose URLs are the page's.
 */
function initiatorOf(
  browser: BrowserName,
  details: RequestDetails,
  isScript: (url: string) => boolean,
): Initiator {
  const { tabId, type, documentId, originUrl, documentUrl } = details;
  if (tabId === -1) return 'unknown';
  if (ofDocumentsOnly.has(type)) return 'document';
  if (browser === 'chrome') return 'unknown';
  if (documentId !== undefined) return 'document';
  const isOfPage = originUrl !== undefined && originUrl === documentUrl && !isScript(originUrl);
  return isOfPage ? 'unknown' : 'dedicated-worker';
}

/** What redirected the request before it was sent; null for a redirect by a server. */
function internalRedirect(
  browser: BrowserName,
  { url, statusCode, statusLine }: RequestDetails,
  to: string,
): InternalRedirect | null {
  const isInternal =
    browser === 'firefox' ? statusCode === 0 : /\bInternal Redirect\b/i.test(statusLine ?? '');
  if (!isInternal) return null;
  if (url === to) return 'service-worker';
  const [from, target] = [parseUrl(url), parseUrl(to)];
  const isUpgrade =
    from?.protocol === 'http:' && target?.protocol === 'https:' && from.hostname === target.hostname;
  if (!isUpgrade) return 'extension';
  return browser === 'firefox' ? 'upgrade-insecure' : 'hsts';
}

function toHeaderList(headers: readonly RawHeader[] = []): readonly Header[] {
  return headers.map(({ name, value, binaryValue }) => [
    bounded(name),
    bounded(value ?? decode(binaryValue)),
  ]);
}

/**
 * Returns the headers of a request with one character per byte of a value, as in pages and in the standard.
 * Chrome decodes values that happen to be valid UTF-8; Firefox decodes none.
 */
function sentHeaders(browser: BrowserName, headers: readonly RawHeader[] | undefined): readonly Header[] {
  if (browser === 'firefox') return toHeaderList(headers);
  return toHeaderList(
    headers?.map((header) =>
      header.value !== undefined && /[^\0-\x7f]/.test(header.value)
        ? { ...header, value: decode([...new TextEncoder().encode(header.value)]) }
        : header,
    ),
  );
}

function decode(bytes: readonly number[] = []): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

function bounded(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}… (${text.length})`;
}
