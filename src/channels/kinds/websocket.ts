import type { ExchangeFacts } from '../../protocol/facts';
import type { SocketTraffic } from '../../protocol/page-events';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from '../reading';
import type { SocketDerived } from '../schema/derived';
import { serverOriginOf } from '../server-origin';
import { type ContentWords, type Kind, text, textRow, words, wordsRow } from './kind';
import { redactCallSite } from './replaced';
import { short } from './short-text';

/** Every rule of WebSocket messages, with its risk. */
const webSocketRules = {
  'socket-same-origin': null,
  'socket-other-origin': 'handshake-origin',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of WebSocket messages. */
type WebSocketRule = keyof typeof webSocketRules;

/** Returns the request that opened the socket; null if it is not known. */
function openingHandshake(
  { call, frame }: Pick<SocketTraffic, 'call' | 'frame'>,
  exchanges: Iterable<ExchangeFacts>,
): ExchangeFacts | null {
  if (call === null) return null;
  for (const facts of exchanges) {
    const reported = facts.page?.call?.call;
    if (reported?.id === call && reported.frame.documentId === frame.documentId) return facts;
  }
  return null;
}

/**
 * Interprets the messages of a WebSocket. Its server is compared by its HTTP origin, because the handshake is
 * HTTP.
 *
 * @see https://websockets.spec.whatwg.org/#opening-handshake
 */
function readSocketTraffic(event: SocketTraffic, relationOf: RelationOf): Reading<WebSocketRule> {
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

/** The texts that this kind needs. */
export interface WebSocketWords {
  readonly what: Pick<ContentWords, 'size'>;
  readonly detail: {
    readonly url: string;
    readonly size: string;
    readonly handshake: string;
    handshakeStatus(status: number): string;
    readonly handshakeFailed: string;
    readonly handshakeUnknown: string;
  };
}

/** The kind of the messages in one direction through a WebSocket. */
export const webSocket: Kind<SocketTraffic, WebSocketRule, SocketDerived, WebSocketWords> = {
  rules: webSocketRules,
  isOnMap: true,
  read: readSocketTraffic,
  otherOrigin: ({ url }) => serverOriginOf(url),
  searchTexts: ({ url }) => [url],
  size: ({ characters, bytes }) => characters + bytes,
  line: ({ characters, bytes, url }, words) => `${words.size(characters, bytes)} · ${short(url)}`,
  derive(event, { sockets }) {
    const facts = openingHandshake(event, sockets);
    const status = facts?.hops.at(-1)?.response?.status ?? null;
    return { exchange: facts?.id ?? null, status, hasFailed: facts?.end?.how === 'failed' };
  },
  rows: ({ url, characters, bytes }, { status, hasFailed }, { what, detail }) => [
    textRow(detail.url, url),
    wordsRow(
      detail.handshake,
      status === null
        ? hasFailed
          ? detail.handshakeFailed
          : detail.handshakeUnknown
        : detail.handshakeStatus(status),
    ),
    wordsRow(detail.size, what.size(characters, bytes)),
  ],
  brief: ({ url, characters, bytes }, _, { what }) => [text(url), words(what.size(characters, bytes))],
  redact: ({ kind, direction, call, url, characters, bytes, callSite }, rules) => ({
    kind,
    direction,
    call,
    url: rules.url(url),
    characters,
    bytes,
    callSite: redactCallSite(callSite, rules),
  }),
};
