import { originOf, type SerializedOrigin } from '../engine';

/**
 * Returns the origin of the server in a URL. For a WebSocket it is the HTTP origin, because the handshake is
 * HTTP.
 */
export function serverOriginOf(url: string): SerializedOrigin {
  return originOf(url).replace(/^ws(s?):\/\//, 'http$1://');
}
