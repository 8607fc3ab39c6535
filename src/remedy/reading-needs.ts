import {
  extractTokens,
  type FetchResponse,
  type FilteredRequest,
  type FilteredResponse,
  filteredResponse,
  getHeader,
} from '../engine';
import { type Need, withHeader } from './need';

/**
 * Response headers that scripts hardly ever read: about the connection, the server, caches and the browser's
 * own policies.
 */
const rarelyRead =
  /^(accept-ch|access-control-.*|activate-storage-access|age|alt-svc|attribution-reporting-.*|cf-.*|clear-site-data|connection|content-encoding|content-security-policy.*|critical-ch|cross-origin-.*|date|document-policy.*|expect-ct|feature-policy|integrity-policy.*|keep-alive|nel|no-vary-search|observe-browsing-topics|origin-agent-cluster|p3p|permissions-policy.*|priority|proxy-.*|referrer-policy|report-to|reporting-endpoints|sec-.*|server|server-timing|service-worker-allowed|set-login|sourcemap|speculation-rules|strict-transport-security|supports-loading-mode|timing-allow-origin|trailer|transfer-encoding|upgrade|vary|via|x-amz-cf-.*|x-amz-id-2|x-amzn-trace-id|x-cache.*|x-cloud-trace-context|x-content-type-options|x-dns-prefetch-control|x-download-options|x-envoy-.*|x-frame-options|x-permitted-cross-domain-policies|x-powered-by|x-robots-tag|x-served-by|x-sourcemap|x-timer|x-varnish|x-xss-protection)$/i;

/** Whether scripts hardly ever read a response header of that name. */
export function isRarelyRead(name: string): boolean {
  return rarelyRead.test(name);
}

const byExposing: ReadonlySet<string> = new Set([
  'not-exposed',
  'wildcard-with-credentials',
  'expose-headers-invalid',
]);

/**
 * Returns the Access-Control-Expose-Headers that shows script the hidden headers, without those that scripts
 * hardly ever read; empty if no header that matters is hidden.
 */
export function readingNeeds(
  request: FilteredRequest,
  hop: number,
  response: FetchResponse,
  { hidden }: FilteredResponse,
): readonly Need[] {
  const names = hidden
    .filter(({ name, because }) => byExposing.has(because) && !isRarelyRead(name))
    .map(({ name }) => response.headerList.find(([other]) => other.toLowerCase() === name)?.[0] ?? name);
  if (names.length === 0) return [];
  const header = 'Access-Control-Expose-Headers';
  const listed = extractTokens(response.headerList, header);
  const kept = listed === null || listed === 'failure' ? [] : listed.filter((item) => item !== '*');
  const required = [...kept, ...names].join(', ');
  const left = filteredResponse(request, withHeader(response, [header, required])).hidden;
  const isEnough = !left.some(({ name }) => names.some((other) => other.toLowerCase() === name));
  const current = getHeader(response.headerList, header);
  return isEnough ? [{ purpose: 'read', hop, on: 'response', header, current, required, isSeen: true }] : [];
}
