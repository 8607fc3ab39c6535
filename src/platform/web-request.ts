import type { Browser, WebRequest } from 'webextension-polyfill';
import type { OfKind } from './tab-kind';

/** A header as webRequest reports it: bytes that are not text come as numbers. */
export interface RawHeader {
  readonly name: string;
  readonly value?: string;
  readonly binaryValue?: readonly number[];
}

/** The details of webRequest events in either browser; each event has some of them. */
export interface RequestDetails extends OfKind {
  readonly requestId: string;
  readonly timeStamp: number;
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly type: string;
  readonly documentId?: string;
  /** Chrome: for the request of a frame's document, the document around it. */
  readonly parentDocumentId?: string;
  /** Chrome: the origin that made the request. */
  readonly initiator?: string;
  /** Firefox: the URL of the document or worker that made it. */
  readonly originUrl?: string;
  /** Firefox: the URL of the document that it is loaded into. */
  readonly documentUrl?: string;
  readonly statusCode?: number;
  readonly statusLine?: string;
  readonly fromCache?: boolean;
  readonly ip?: string | null;
  readonly redirectUrl?: string;
  readonly error?: string;
  readonly requestHeaders?: readonly RawHeader[];
  readonly responseHeaders?: readonly RawHeader[];
}

/** The events that the background listens to. Each one has a cost, so all of them are used. */
export type RequestEventName =
  | 'onBeforeRequest'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onBeforeRedirect'
  | 'onAuthRequired'
  | 'onResponseStarted'
  | 'onCompleted'
  | 'onErrorOccurred';

/**
 * Chrome needs `extraHeaders` to show preflights, the Origin, Cookie and Sec-Fetch headers, and the headers of a
 * response that CORS blocks. Firefox shows all of them, and throws for this option. Chrome shows the headers of
 * a response that follows a login only when it starts or redirects.
 */
function extra(event: RequestEventName, isFirefox: boolean): readonly string[] {
  const headers = isFirefox ? [] : ['extraHeaders'];
  switch (event) {
    case 'onSendHeaders':
      return ['requestHeaders', ...headers];
    case 'onHeadersReceived':
      return ['responseHeaders', ...headers];
    case 'onBeforeRedirect':
    case 'onResponseStarted':
      return isFirefox ? [] : ['responseHeaders', ...headers];
    default:
      return [];
  }
}

/**
 * The types of requests for which Firefox can ask for a password. A WebSocket cannot ask, and if an extension
 * listens, it fails only after 20 s (measured).
 */
const askingTypes = [
  'main_frame',
  'sub_frame',
  'xmlhttprequest',
  'stylesheet',
  'script',
  'image',
  'imageset',
  'font',
  'media',
  'object',
  'web_manifest',
  'xslt',
  'other',
] as const;

interface Registrar {
  addListener(
    listener: (details: RequestDetails) => void,
    filter: WebRequest.RequestFilter,
    extra?: string[],
  ): void;
  removeListener(listener: (details: RequestDetails) => void): void;
}

/** Listens to one webRequest event for every request. Returns the function that stops it. */
export function onRequest(
  browser: Pick<Browser, 'webRequest'>,
  event: RequestEventName,
  isFirefox: boolean,
  listener: (details: RequestDetails) => void,
): () => void {
  const registrar = browser.webRequest[event] as unknown as Registrar;
  const words = extra(event, isFirefox);
  const isLogin = event === 'onAuthRequired' && isFirefox;
  const filter = { urls: ['<all_urls>'], ...(isLogin && { types: [...askingTypes] }) };
  if (words.length > 0) registrar.addListener(listener, filter, [...words]);
  else registrar.addListener(listener, filter);
  return () => registrar.removeListener(listener);
}
