import { parseUrl } from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import { serverOriginOf } from './server-origin';

/** By what Socket.IO carries its packets. */
export type SocketIoTransport = 'polling' | 'websocket' | 'webtransport';

/** What a request of Socket.IO is for. */
export type SocketIoStep = 'open' | 'receive' | 'send' | 'upgrade';

/** A request that Socket.IO makes. */
export interface SocketIoRequest {
  /** The version of the Engine.IO protocol below it. */
  readonly protocol: '3' | '4';
  readonly transport: SocketIoTransport;
  readonly step: SocketIoStep;
  readonly isCrossOrigin: boolean;
}

const transports: readonly SocketIoTransport[] = ['polling', 'websocket', 'webtransport'];

/**
 * What a request is to Socket.IO; null of any other. Polling is HTTP, and CORS holds for it; the WebSocket that it
 * changes to is not under the same-origin rule at all.
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
  const transport = transports.find((each) => each === query.get('transport'));
  // The path may be another than /socket.io/; these two parameters are always there.
  if (!transport || (protocol !== '3' && protocol !== '4')) return null;
  const isCrossOrigin = origin !== null && serverOriginOf(hop.url) !== origin;
  return { protocol, transport, step: stepOf(hop.method, transport, query.has('sid')), isCrossOrigin };
}

function stepOf(method: string, transport: SocketIoTransport, hasSession: boolean): SocketIoStep {
  if (!hasSession) return 'open';
  if (transport !== 'polling') return 'upgrade';
  return method === 'POST' ? 'send' : 'receive';
}
