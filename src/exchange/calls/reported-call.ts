import { normalizeMethod } from '../../engine';
import type { HeardCall, HintApi, PageCall } from '../../protocol/page-hints';
import { withoutFragment } from '../facts/facts';

/** How long after its call a request begins at most; what has none by then never became one. */
export const promptMs = 2_000;

/** How far the clocks of page and browser may be apart. */
export const skewMs = 50;

/** A URL as a browser may request it instead: without fragment, over TLS. HSTS and CSP upgrade it so. */
export function upgradedUrl(url: string): string {
  return withoutFragment(url).replace(/^(http|ws):/, '$1s:');
}

const methods: Readonly<Partial<Record<HintApi, string>>> = {
  beacon: 'POST',
  'event-source': 'GET',
  websocket: 'GET',
  worker: 'GET',
  'shared-worker': 'GET',
  element: 'GET',
};

/** The method of a call's request; null where it is hidden. */
export function methodOf({ api, method }: PageCall): string | null {
  return methods[api] ?? (method === null ? null : normalizeMethod(method));
}

/** Whether a call made no request, for it threw before. A synchronous XMLHttpRequest throws after. */
export function hasThrown({ threw }: HeardCall): boolean {
  return threw !== null && !/^(Network|Timeout|Abort)Error$/.test(threw);
}
