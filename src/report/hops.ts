import { getHeader } from '../engine';
import { type HopFacts, statusOf } from '../protocol/facts';
import type { ReportHop } from './model';

/** Returns one request of a redirect chain, for the report. */
export function toHop(hop: HopFacts): ReportHop {
  const { url, method, requestHeaders, response, serverIp, preflight, internal } = hop;
  return {
    url,
    method,
    origin: requestHeaders && getHeader(requestHeaders, 'Origin'),
    status: statusOf(hop),
    requestHeaders,
    responseHeaders: response?.headerList ?? null,
    reachedServer: reachedServer(hop),
    serverIp,
    preflight,
    internal,
  };
}

/** Whether the request of this hop reached a server; null if the facts do not show it. */
function reachedServer({
  internal,
  fromCache,
  response,
  preflight,
  requestHeaders,
}: HopFacts): boolean | null {
  if (internal !== null || fromCache) return false;
  if (response !== null) return true;
  return preflight !== null && requestHeaders === null ? false : null;
}
