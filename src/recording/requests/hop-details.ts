import { type FindingCode, getHeader, originOf, serializeRequestOrigin } from '../../engine';
import type { Sourced } from '../../exchange/verdict/infer-request';
import type { Verdict } from '../../exchange/verdict/verdict';
import { type ExchangeFacts, type HopFacts, statusOf } from '../../protocol/facts';

/** The result of the CORS check on a hop's response, or why it did not run. */
export type HopCheck =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly finding: FindingCode }
  /**
   * `own`: still same-origin. `no-cors`: the mode needs no check. `unseen`: no response, or the evaluation
   * did not reach it.
   */
  | { readonly kind: 'none'; readonly because: 'own' | 'no-cors' | 'unseen' };

/** One request of a redirect chain, as shown to the user. */
export interface HopDetails extends Pick<HopFacts, 'url' | 'method' | 'internal'> {
  readonly status: number | null;
  /** The origin of the URL; for a WebSocket, that of its handshake. */
  readonly origin: string;
  /** The Origin header; null if none was sent. It is computed if the browser did not show the headers. */
  readonly sentOrigin: Sourced<string | null>;
  /** Whether the request sends the origin `null` because of earlier redirects. */
  readonly isTainted: boolean;
  readonly corsCheck: HopCheck;
  /** The redirect's target as the server wrote it; null on the last hop. */
  readonly location: string | null;
  readonly preflight: { readonly status: number | null; readonly tookMs: number | null } | null;
  /** The time until the next hop began or the exchange ended. */
  readonly tookMs: number | null;
}

/** Returns the requests of an exchange, in order, with all that is known about them. */
export function hopDetails(
  facts: ExchangeFacts,
  verdict: Verdict,
  lookup: (id: string) => ExchangeFacts | undefined,
): readonly HopDetails[] {
  const { hops, end } = facts;
  const origin = facts.origin ?? 'null';
  return hops.map((hop, index): HopDetails => {
    const { url, method, internal, requestHeaders, response, redirectedTo, startedAtMs } = hop;
    const urlList = hops.slice(0, index + 1).map(({ url }) => url);
    const presented = serializeRequestOrigin({ origin, urlList });
    const preflight = hop.preflight === null ? undefined : lookup(hop.preflight);
    const isCors = verdict.mode.value === 'cors';
    const endsAtMs = hops[index + 1]?.startedAtMs ?? end?.atMs ?? null;
    return {
      url,
      method,
      status: statusOf(hop),
      internal,
      origin: originOf(url.replace(/^ws/, 'http')),
      sentOrigin: requestHeaders
        ? { value: getHeader(requestHeaders, 'Origin'), basis: 'observed' }
        : { value: isCors ? presented : null, basis: 'computed' },
      isTainted: origin !== 'null' && presented === 'null' && (isCors || method !== 'GET'),
      corsCheck: checkOf(index, hop, verdict),
      location:
        index === hops.length - 1
          ? null
          : ((response && getHeader(response.headerList, 'Location')) ?? redirectedTo),
      preflight: preflight
        ? { status: preflight.hops[0]?.response?.status ?? null, tookMs: durationOf(preflight) }
        : null,
      tookMs: endsAtMs === null ? null : endsAtMs - startedAtMs,
    };
  });
}

function checkOf(index: number, { response, internal }: HopFacts, { traces, mode }: Verdict): HopCheck {
  const located = traces.find(
    ({ hop, on, trace }) => hop === index && on === 'response' && trace.section === 'corsCheck',
  );
  if (located) {
    const { finding } = located.trace;
    return finding === null ? { kind: 'passed' } : { kind: 'failed', finding };
  }
  if (mode.value !== 'cors') return { kind: 'none', because: 'no-cors' };
  const isReached = traces.some(({ hop, on }) => hop === index && on === 'request');
  return { kind: 'none', because: response === null || internal !== null || !isReached ? 'unseen' : 'own' };
}

/** Returns the duration of an exchange; null while it is running. */
function durationOf({ startedAtMs, end }: ExchangeFacts): number | null {
  return end && end.atMs - startedAtMs;
}

/** The time that a request's preflights took. */
export interface PreflightCost {
  readonly preflightsMs: number;
  /** The whole request including preflights; null while it is running. */
  readonly allMs: number | null;
  /** Whether no response followed the last preflight. */
  readonly isAlone: boolean;
}

/** Returns the time that the preflights of a request took; null if it sent none or they are still running. */
export function preflightCost(
  { hops, startedAtMs, end }: ExchangeFacts,
  lookup: (id: string) => ExchangeFacts | undefined,
): PreflightCost | null {
  const preflights = hops.flatMap(({ preflight }) => (preflight === null ? [] : (lookup(preflight) ?? [])));
  const times = preflights.map(durationOf);
  if (times.length === 0 || times.includes(null)) return null;
  return {
    preflightsMs: times.reduce<number>((sum, ms) => sum + (ms ?? 0), 0),
    allMs: end && end.atMs - startedAtMs,
    isAlone: hops.at(-1)?.response === null && hops.at(-1)?.preflight !== null,
  };
}
