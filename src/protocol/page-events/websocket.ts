import * as v from 'valibot';
import { described, type TypeOf, wholeNumber } from '../bounded-schemas';
import { base, callSiteOrNull, direction, maxName, textOrNull, url } from './parts';

/** The schema of `SocketTraffic`. */
export const socketTraffic = described(
  v.object({
    ...base.entries,
    kind: v.literal('websocket'),
    direction,
    call: described(textOrNull(maxName), 'The id of the call that opened it; null if that was not seen.'),
    url,
    characters: described(wholeNumber, 'Of texts, in UTF-16 code units.'),
    bytes: described(wholeNumber, 'Of everything except texts.'),
    callSite: described(callSiteOrNull, 'Of the first message that was sent; not of received ones.'),
  }),
  'The `count` messages that went one way through a WebSocket, in the time of one look.',
);
export type SocketTraffic = TypeOf<typeof socketTraffic>;
