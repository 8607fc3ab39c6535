import { normalizeMethod } from '../../engine';
import type { HintApi, PageCall, ReportedCall } from '../../protocol/page-hints';
import { bareUrl } from '../facts/request-url';

/** How long after its call a request may begin; a call without one by then made no request. */
export const promptMs = 2_000;

/** The largest difference between the clocks of page and browser. */
export const skewMs = 50;

/**
 * Returns the URL that a browser may request instead: without fragment and userinfo, and over TLS because of HSTS or CSP.
 */
export function upgradedUrl(url: string): string {
  return bareUrl(url).replace(/^(http|ws):/, '$1s:');
}

const methods: Readonly<Partial<Record<HintApi, string>>> = {
  beacon: 'POST',
  'event-source': 'GET',
  websocket: 'GET',
  worker: 'GET',
  'shared-worker': 'GET',
  element: 'GET',
};

/** Returns the method of a call's request; null if it is hidden. */
export function methodOf({ api, method }: PageCall): string | null {
  return methods[api] ?? (method === null ? null : normalizeMethod(method));
}

/** Whether a call threw before it made a request. A synchronous XMLHttpRequest throws afterwards. */
export function hasThrown({ threw }: ReportedCall): boolean {
  return threw !== null && !/^(Network|Timeout|Abort)Error$/.test(threw);
}
