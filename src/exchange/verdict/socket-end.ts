import { type BrowserName, type Evidence, getHeader, isLoopbackUrl } from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { publicAddress } from '../facts/document-policies';
import { lastHop } from '../facts/facts';
import type { ObservedEnd } from './end-kinds';
import { allowlistResult } from './own-policies';
import type { Candidate } from './verdict';

/** How an opening handshake ended, as an `ObservedEnd`. */
type SocketEnd =
  | Extract<ObservedEnd, { kind: 'failed' }>
  | { readonly kind: 'one-of'; readonly codes: readonly Candidate[]; readonly error: string }
  | { readonly kind: 'silent' };

/**
 * Returns how the opening handshake of a WebSocket ended, as far as its response or a general error shows it;
 * null if the browser's error or the lack of one decides. A WebSocket never follows a redirect.
 *
 * @see https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export function socketEnd(browser: BrowserName, facts: ExchangeFacts): SocketEnd | null {
  const { end } = facts;
  const hop = lastHop(facts);
  const error = end?.how === 'failed' ? end.error : null;
  const { response } = hop;
  if (response !== null && response.status !== 101) {
    // Firefox repeats a challenged handshake if the URL has a password; otherwise it gives up without an event.
    const isOver = end !== null || hop.responseStartedAtMs !== null || hop.askedForLogin;
    return isOver ? refusedHandshake(hop, error) : null;
  }
  if (error === 'net::ERR_FAILED' && hop.responseStartedAtMs === null) {
    // Such a handshake is never sent.
    const isListed = hop.requestHeaders !== null || allowlistResult(facts) !== 'blocked';
    if (!isListed)
      return { kind: 'failed', code: 'connection-allowlist', error, evidence: {}, isComputed: true };
    return { kind: 'one-of', codes: unseenEnds(facts), error };
  }
  if (browser === 'firefox' && end?.how === 'completed' && response !== null) {
    // Firefox completes a 101 that it rejects.
    return hasForeignProtocol(hop)
      ? { ...refusedHandshake(hop, null), isComputed: true }
      : { kind: 'silent' };
  }
  return null;
}

/** Returns the end of a handshake whose response the browser did not accept. */
export function refusedHandshake({ requestHeaders, response }: HopFacts, error: string | null) {
  const protocols = (headerList: HopFacts['requestHeaders']) =>
    headerList && getHeader(headerList, 'Sec-WebSocket-Protocol');
  const evidence: Evidence = {
    status: response && String(response.status),
    offered: protocols(requestHeaders),
    protocol: response && protocols(response.headerList),
  };
  return { kind: 'failed', code: 'socket-handshake', error, evidence } as const;
}

/** Chrome shows the same for every failed handshake, except one answered with 401. */
function unseenEnds(facts: ExchangeFacts): readonly Candidate[] {
  const { origin, hops } = facts;
  const [hop] = hops;
  const isLocal = isLoopbackUrl(origin ?? '') && isLoopbackUrl(hop?.url ?? '') && !isPublic(facts);
  const local: readonly Candidate[] = isLocal ? [] : ['local-network-denied'];
  // Nothing answers a handshake that was not sent.
  return hop?.requestHeaders === null
    ? ['aborted', 'network-other', ...local, ...unlisted(facts)]
    : ['socket-handshake', 'network-other', 'aborted', ...local];
}

/** Whether the document counts as one of a public address, which loopback addresses do not otherwise. */
function isPublic({ documentPolicies }: ExchangeFacts): boolean {
  const { headerList } = documentPolicies ?? { headerList: [] };
  return getHeader(headerList, 'Content-Security-Policy')?.includes(publicAddress) ?? false;
}

function unlisted(facts: ExchangeFacts): readonly Candidate[] {
  return allowlistResult(facts) === 'unknown' ? ['connection-allowlist'] : [];
}

/** Whether the response chose a subprotocol that the page did not offer. */
function hasForeignProtocol({ requestHeaders, response }: HopFacts): boolean {
  const offered = requestHeaders && getHeader(requestHeaders, 'Sec-WebSocket-Protocol');
  const chosen = response && getHeader(response.headerList, 'Sec-WebSocket-Protocol');
  if (!offered || !chosen) return false;
  return !offered
    .split(',')
    .map((name) => name.trim())
    .includes(chosen);
}
