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
    characters: described(wholeNumber, 'The size of text messages, in UTF-16 code units.'),
    bytes: described(wholeNumber, 'The size of binary messages.'),
    callSite: described(callSiteOrNull, 'The call that sent the first message; null for received messages.'),
  }),
  'The `count` messages in one direction through a WebSocket since its last report.',
);
export type SocketTraffic = TypeOf<typeof socketTraffic>;
