import * as v from 'valibot';
import { base, callSiteOrNull, direction, maxName, type TypeOf, textOrNull, url, whole } from './parts';

/** The `count` messages that went one way through a WebSocket, in the time of one look. */
export const socketTraffic = v.object({
  ...base.entries,
  kind: v.literal('websocket'),
  direction,
  /** The id of the call that opened it; null if that was not seen. */
  call: textOrNull(maxName),
  url,
  /** Of texts, in UTF-16 code units. */
  characters: whole,
  /** Of everything except texts. */
  bytes: whole,
  /** Of the first message that was sent; not of received ones. */
  callSite: callSiteOrNull,
});
export type SocketTraffic = TypeOf<typeof socketTraffic>;
