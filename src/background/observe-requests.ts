import type { Browser } from 'webextension-polyfill';
import type { BrowserName } from '../engine';
import type { RequestEvent } from '../exchange/facts/facts';
import { kindOf, type TabKind } from '../platform/tab-kind';
import { onRequest, type RequestEventName } from '../platform/web-request';
import { toRequestEvent } from './to-request-event';

/** How many URLs of scripts are remembered, because any of them may be a worker's. */
const maxScripts = 1_000;

/**
 * Takes an event and its tab; −1 for shared and service workers. `kind`: whose cookies the request has; null in
 * Chromium, which does not report it.
 */
export type TabEvent = (event: RequestEvent, tabId: number, kind: TabKind | null) => void;

/**
 * Calls back with each event of each request, in one form for both browsers. Returns the function that stops it.
 * All quirks of webRequest end here.
 */
export function observeRequests(
  browser: Pick<Browser, 'webRequest'>,
  browserName: BrowserName,
  listener: TabEvent,
): () => void {
  const isFirefox = browserName === 'firefox';
  const names: readonly RequestEventName[] = [
    'onBeforeRequest',
    'onSendHeaders',
    'onHeadersReceived',
    'onBeforeRedirect',
    'onAuthRequired',
    'onResponseStarted',
    'onCompleted',
    'onErrorOccurred',
  ];
  const scripts = new Set<string>();
  const isScript = (url: string) => scripts.has(url);
  const stops = names.map((name) =>
    onRequest(browser, name, isFirefox, (details) => {
      if (isFirefox && details.type === 'script' && name === 'onBeforeRequest') {
        if (scripts.size >= maxScripts) scripts.clear();
        scripts.add(details.url);
      }
      const event = toRequestEvent(browserName, name, details, isScript);
      if (event) listener(event, details.tabId, isFirefox ? kindOf(details) : null);
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
