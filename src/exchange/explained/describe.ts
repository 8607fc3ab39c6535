import { isCorsSafelistedMethod } from '../../engine';
import type { ExchangeFacts, RequestClass } from '../../protocol/facts';
import type { Verdict } from '../verdict/verdict';
import { isOpaqueRedirect } from '../verdict/verdict-of';

/** Returns the reasons why a request needed a preflight; empty if it needed none. */
export function preflightTriggers(
  facts: ExchangeFacts,
  { exchange, requestClass }: Verdict,
): readonly string[] {
  if (requestClass !== 'preflighted') return [];
  const triggers = exchange.hops.flatMap(({ method, unsafeHeaderNames, useCorsPreflight }, index) => [
    ...(isCorsSafelistedMethod(method) ? [] : [`method ${method}`]),
    ...unsafeHeaderNames.map((name) => headerTrigger(name, facts, index)),
    ...(useCorsPreflight ? [bodyTrigger(facts, index)] : []),
  ]);
  return [...new Set(triggers)];
}

function headerTrigger(name: string, { hops }: ExchangeFacts, index: number): string {
  const sent = hops[index]?.requestHeaders?.find(([other]) => other.toLowerCase() === name);
  return name === 'content-type' && sent ? `content-type ${sent[1]}` : `header ${name}`;
}

/**
 * Returns the trigger for the use-CORS-preflight flag. A streaming body needs HTTP/2, so TLS; without it, the
 * request fails with one of these errors.
 */
function bodyTrigger({ hops, end, page }: ExchangeFacts, index: number): string {
  const isStreaming = page?.call?.call.isStreamingBody ?? null;
  if (isStreaming !== null) return isStreaming ? 'streaming body' : 'upload listener';
  if (end?.how === 'failed' && /ALPN_NEGOTIATION_FAILED|H2_OR_QUIC_REQUIRED/.test(end.error)) {
    return 'streaming body';
  }
  return hops[index]?.url.startsWith('http:') ? 'upload listener' : 'upload listener or streaming body';
}

/** Whether the preflight cache answered for a request; null if it needed no preflight. */
export function preflightCacheOf(
  facts: ExchangeFacts,
  requestClass: RequestClass,
): 'hit' | 'miss' | 'unknown' | null {
  if (requestClass !== 'preflighted') return null;
  if (facts.hops.some(({ preflight }) => preflight !== null)) return 'miss';
  return facts.hops.some(({ response }) => response !== null) ? 'hit' : 'unknown';
}

/** Returns who served the response, as far as the browser shows it. */
export function servedByOf({
  hops,
  end,
}: ExchangeFacts): 'network' | 'http-cache' | 'service-worker' | 'unknown' {
  if (end?.how === 'closed' && end.because === 'service-worker') return 'service-worker';
  const last = hops.at(-1);
  if (last?.fromCache) return 'http-cache';
  // Chrome does not show whether a blocked response came from the cache.
  return last?.fromCache === false && last.serverIp !== null ? 'network' : 'unknown';
}

/**
 * Returns the type of the response that script received; null if unknown, because a service worker can answer
 * with any type.
 */
export function responseTypeOf(
  facts: ExchangeFacts,
  { outcome, requestClass, exchange }: Verdict,
): 'basic' | 'cors' | 'opaque' | 'opaqueredirect' | 'error' | null {
  if (
    requestClass === 'navigation' ||
    requestClass === 'websocket' ||
    requestClass === 'preflight' ||
    requestClass === 'webtransport'
  )
    return null;
  if (outcome === 'blocked' || outcome === 'failed') return 'error';
  if (outcome === 'opaque') return isOpaqueRedirect(exchange) ? 'opaqueredirect' : 'opaque';
  if (outcome !== 'allowed' || servedByOf(facts) === 'service-worker') return null;
  return requestClass === 'same-origin' ? 'basic' : 'cors';
}
