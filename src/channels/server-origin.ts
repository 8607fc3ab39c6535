import { originOf, type SerializedOrigin } from '../engine';

/** The origin of the server that a URL names: that of a WebSocket's handshake, too, is one of HTTP. */
export function serverOriginOf(url: string): SerializedOrigin {
  return originOf(url).replace(/^ws(s?):\/\//, 'http$1://');
}
