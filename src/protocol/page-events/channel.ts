import * as v from 'valibot';
import { described, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, direction, maxName, maxOrigin, maxUrl, textOrNull } from './parts';

/** What messages go through, besides windows and sockets. */
const channel = v.picklist(['message-port', 'broadcast-channel', 'worker', 'shared-worker']);

const kinds = {
  'message-port': 'message-port',
  'broadcast-channel': 'broadcast-channel',
  worker: 'worker-message',
  'shared-worker': 'worker-message',
} as const satisfies Readonly<Record<v.InferOutput<typeof channel>, string>>;

/** The schema of `ChannelTraffic`. */
export const channelTraffic = described(
  v.object({
    ...base.entries,
    kind: described(
      v.picklist(['message-port', 'broadcast-channel', 'worker-message']),
      'The one of its channel.',
    ),
    direction,
    channel,
    end: described(textUpTo(maxName), 'Unique in its document.'),
    name: described(textUpTo(maxUrl), "A broadcast channel's name, a worker's URL; empty for a port."),
    from: described(
      textOrNull(maxOrigin),
      "A port's: the origin that it came from with a message; null if it was made here, or that was not seen.",
    ),
    callSite: described(callSiteOrNull, 'Of the first message that was sent; not of received ones.'),
  }),
  'The `count` messages that went one way through one end of a channel, in the time of one look.',
);
export type ChannelTraffic = TypeOf<typeof channelTraffic>;

/** The facts of what a frame tells, which says the channel alone. */
export function channelFacts(told: Readonly<Record<string, unknown>>): unknown {
  return { ...told, kind: v.is(channel, told.channel) ? kinds[told.channel] : null };
}
