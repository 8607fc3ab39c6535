import type { ExchangeFacts } from '../protocol/facts';
import type { SocketTraffic } from '../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from './reading';
import { serverOriginOf } from './server-origin';

/** Every rule that messages of a WebSocket can fall under, with the risk that goes with it. */
export const webSocketRules = {
  'socket-same-origin': null,
  'socket-other-origin': 'handshake-origin',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule messages of a WebSocket fall. */
export type WebSocketRule = keyof typeof webSocketRules;

/** The request that opened the socket, among those of a recording; null if that is not known. */
export function openingHandshake(
  { call, frame }: Pick<SocketTraffic, 'call' | 'frame'>,
  exchanges: Iterable<ExchangeFacts>,
): ExchangeFacts | null {
  if (call === null) return null;
  for (const facts of exchanges) {
    const heard = facts.page?.call?.call;
    if (heard?.id === call && heard.frame.documentId === frame.documentId) return facts;
  }
  return null;
}

/**
 * What is made of what went through a WebSocket. Its server is compared as the HTTP server that it asks first.
 *
 * @see https://websockets.spec.whatwg.org/#opening-handshake
 */
export function readSocketTraffic(event: SocketTraffic, relationOf: RelationOf): Reading<WebSocketRule> {
  const { direction, url, frame, count } = event;
  const relation = relationBetween(serverOriginOf(url), frame.origin, relationOf);
  const rule: WebSocketRule = relation === 'same-origin' ? 'socket-same-origin' : 'socket-other-origin';
  const [page, server] = [own(event), unknown('server', serverOriginOf(url))];
  return {
    from: direction === 'sent' ? page : server,
    to: direction === 'sent' ? server : page,
    relation,
    rule,
    risk: webSocketRules[rule],
    unseen: ['payload', ...(count > 1 ? (['counted'] as const) : [])],
  };
}
