import { parseUrl } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import { serverOriginOf } from './server-origin';

/** A transport of Socket.IO. */
export type SocketIoTransport = 'polling' | 'websocket' | 'webtransport';

/** The purpose of a Socket.IO request. */
export type SocketIoStep = 'open' | 'receive' | 'send' | 'upgrade';

/** A request of the Socket.IO client. */
export interface SocketIoRequest {
  /** The version of the underlying Engine.IO protocol. */
  readonly protocol: '3' | '4';
  readonly transport: SocketIoTransport;
  readonly step: SocketIoStep;
  readonly isCrossOrigin: boolean;
}

const transports: readonly SocketIoTransport[] = ['polling', 'websocket', 'webtransport'];

/**
 * Returns the Socket.IO details of a request; null for any other request. Polling is HTTP and subject to
 * CORS. The WebSocket to which Socket.IO upgrades is not subject to the same-origin policy.
 */
export function readSocketIo({ hops, origin }: ExchangeFacts): SocketIoRequest | null {
  const hop = hops[0];
  const url = hop && parseUrl(hop.url);
  if (!hop || !url) return null;
  const query = new Map(
    url.search
      .slice(1)
      .split('&')
      .map((pair) => {
        const [name = '', value = ''] = pair.split('=', 2);
        return [name, value] as const;
      }),
  );
  const protocol = query.get('EIO');
  const transport = transports.find((name) => name === query.get('transport'));
  // The path can differ from /socket.io/, but these two parameters are always present.
  if (!transport || (protocol !== '3' && protocol !== '4')) return null;
  const isCrossOrigin = origin !== null && serverOriginOf(hop.url) !== origin;
  return { protocol, transport, step: stepOf(hop.method, transport, query.has('sid')), isCrossOrigin };
}

function stepOf(method: string, transport: SocketIoTransport, hasSession: boolean): SocketIoStep {
  if (!hasSession) return 'open';
  if (transport !== 'polling') return 'upgrade';
  return method === 'POST' ? 'send' : 'receive';
}
