import { type BrowserName, type Evidence, getHeader, isLoopbackUrl } from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { lastHop } from '../facts/facts';
import type { Candidate } from './verdict';

/** How an opening handshake ended, as an `ObservedEnd`. */
type SocketEnd =
  | (ReturnType<typeof refusedHandshake> & { readonly isComputed?: true })
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
function unseenEnds({ origin, hops }: ExchangeFacts): readonly Candidate[] {
  const [hop] = hops;
  const isLocal = isLoopbackUrl(origin ?? '') && isLoopbackUrl(hop?.url ?? '');
  const local: readonly Candidate[] = isLocal ? [] : ['local-network-denied'];
  // Nothing answers a handshake that was not sent.
  return hop?.requestHeaders === null
    ? ['aborted', 'network-other', ...local]
    : ['socket-handshake', 'network-other', 'aborted', ...local];
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
