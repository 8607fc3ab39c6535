import {
  corpCheck,
  type EmbeddedLoad,
  embedderPolicyCheck,
  embedderPolicyOf,
  type FetchResponse,
  type FilteredResponse,
  filteredResponse,
  frameAncestorsCheck,
  frameOptionsCheck,
  type IsSameSite,
  isPotentiallyTrustworthy,
  isRedirectStatus,
  isSameOrigin,
  type LocatedTrace,
  mimeTypeCheck,
  moduleTypeCheck,
  nosniffCheck,
  opaqueResponseBlocking,
  originOf,
  type Trace,
  type TypedDestination,
  taoCheck,
} from '../../engine';
import type { ExchangeFacts, HopFacts, RequestKind } from '../../protocol/facts';
import { reportedCall } from '../calls/page-report';
import type { Verdict } from '../verdict/verdict';
import { isOpaqueRedirect } from '../verdict/verdict-of';
import type { Surroundings } from './surroundings';

/**
 * Returns the checks after the CORS check, as far as an exchange's headers decide: which page may embed the
 * response, which may frame it, whether its type fits, and who may see its timing. They explain what the
 * browser did; the verdict follows the browser.
 */
export function responseChecks(
  facts: ExchangeFacts,
  verdict: Verdict,
  surroundings: Surroundings,
  isSameSite: IsSameSite,
): readonly LocatedTrace[] {
  if (/^(preflight|websocket|webtransport)$/.test(verdict.requestClass)) return [];
  return facts.hops.flatMap((hop, index) => {
    const { response } = hop;
    if (!response) return [];
    const traces = [
      ...embeddingTraces(facts, verdict, index, response, surroundings, isSameSite),
      ...(index === facts.hops.length - 1 ? lastTraces(facts, verdict, hop, response, surroundings) : []),
    ];
    return traces.map((trace): LocatedTrace => ({ hop: index, on: 'response', trace }));
  });
}

/** Returns the response as script sees it; null if script gets none or that is unknown. */
export function readableResponse(facts: ExchangeFacts, verdict: Verdict): FilteredResponse | null {
  const response = facts.hops.at(-1)?.response;
  const isRead =
    verdict.outcome === 'allowed' && (verdict.requestClass === 'same-origin' || isCrossOriginRead(verdict));
  if (!response || !(isRead || verdict.outcome === 'opaque')) return null;
  const responseTainting =
    verdict.outcome === 'opaque' ? 'opaque' : verdict.requestClass === 'same-origin' ? 'basic' : 'cors';
  const credentialsMode = verdict.credentialsMode.value;
  const { redirectMode } = verdict.exchange;
  const isRedirect = isOpaqueRedirect(verdict.exchange);
  return filteredResponse({ credentialsMode, responseTainting, redirectMode }, response, isRedirect);
}

function isCrossOriginRead({ requestClass }: Verdict): boolean {
  return requestClass === 'simple' || requestClass === 'preflighted';
}

function embeddingTraces(
  facts: ExchangeFacts,
  verdict: Verdict,
  index: number,
  response: FetchResponse,
  { embedder }: Surroundings,
  isSameSite: IsSameSite,
): readonly Trace<string>[] {
  const load = embeddedLoadOf(facts, verdict, index, { embedder });
  const isOpaque = facts.hops
    .slice(0, index + 1)
    .some(({ url }) => !isSameOrigin(originOf(url), load.origin));
  if (!load.isFrame && (verdict.requestClass !== 'no-cors' || !isOpaque)) return [];
  return [corpCheck(load, response, embedder, isSameSite)];
}

/** Returns what the check of an embedded response reads of its request. */
export function embeddedLoadOf(
  { kind, origin, hops }: ExchangeFacts,
  { credentialsMode }: Verdict,
  index: number,
  { embedder }: Pick<Surroundings, 'embedder'>,
): EmbeddedLoad {
  return {
    origin: origin ?? 'null',
    url: hops[index]?.url ?? '',
    includesCredentials: credentialsMode.value === 'include' && embedder?.value !== 'credentialless',
    isFrame: kind === 'frame',
  };
}

function lastTraces(
  facts: ExchangeFacts,
  verdict: Verdict,
  { url }: HopFacts,
  response: FetchResponse,
  { embedder, ancestors }: Surroundings,
): readonly Trace<string>[] {
  if (isRedirectStatus(response.status) || facts.kind === 'document') return [];
  if (facts.kind === 'frame') {
    const document = { url, ancestors };
    const framedPolicy = embedderPolicyOf(response, isPotentiallyTrustworthy(url));
    const directive = frameAncestorsCheck(document, response);
    return [
      ...(embedder ? [embedderPolicyCheck(embedder, framedPolicy)] : []),
      ...(directive ? [directive] : []),
      frameOptionsCheck(document, response),
    ];
  }
  const destination = destinationOf(facts.kind);
  const filtered = readableResponse(facts, verdict);
  return [
    ...(verdict.requestClass === 'no-cors' ? [opaqueResponseBlocking(response)] : []),
    ...(destination === 'other'
      ? []
      : [mimeTypeCheck(destination, response), nosniffCheck(destination, response)]),
    ...(reportedCall(facts)?.call.element?.isModule ? [moduleTypeCheck('javascript', response)] : []),
    ...(filtered ? [filtered.trace] : []),
    ...(verdict.requestClass === 'same-origin' ? [] : [timingTrace(facts, verdict)]),
  ];
}

function destinationOf(kind: RequestKind): TypedDestination {
  return kind === 'script' ? 'script' : kind === 'style' ? 'style' : 'other';
}

/** Returns the TAO check of the last hop. Once a hop fails it, all later hops fail it too. */
function timingTrace({ hops }: ExchangeFacts, { exchange, requestClass }: Verdict): Trace<string> {
  const { origin, mode } = exchange;
  const traces: Trace<string>[] = [];
  for (const [index, hop] of hops.entries()) {
    const urlList = hops.slice(0, index + 1).map(({ url }) => url);
    const isOwn = urlList.every((url) => isSameOrigin(originOf(url), origin));
    const responseTainting = isOwn ? 'basic' : requestClass === 'no-cors' ? 'opaque' : 'cors';
    const { response } = hop;
    // A hop that the browser redirected internally has no response to check.
    if (!response) continue;
    const hasFailed = traces.at(-1)?.result === 'timing hidden';
    traces.push(taoCheck({ origin, urlList, mode, responseTainting }, response, hasFailed));
  }
  const last = traces.at(-1);
  if (!last) throw new Error('exchange: no response to time');
  return last;
}
