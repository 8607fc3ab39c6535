import * as v from 'valibot';
import {
  base,
  callSiteOrNull,
  direction,
  maxName,
  maxOrigin,
  maxUrl,
  type TypeOf,
  text,
  textOrNull,
} from './parts';

/** What messages go through, besides windows and sockets. */
const channel = v.picklist(['message-port', 'broadcast-channel', 'worker', 'shared-worker']);

const kinds = {
  'message-port': 'message-port',
  'broadcast-channel': 'broadcast-channel',
  worker: 'worker-message',
  'shared-worker': 'worker-message',
} as const satisfies Readonly<Record<v.InferOutput<typeof channel>, string>>;

/** The `count` messages that went one way through one end of a channel, in the time of one look. */
export const channelTraffic = v.object({
  ...base.entries,
  /** The one of its channel. */
  kind: v.picklist(['message-port', 'broadcast-channel', 'worker-message']),
  direction,
  channel,
  /** Unique in its document. */
  end: text(maxName),
  /** A broadcast channel's name, a worker's URL; empty for a port. */
  name: text(maxUrl),
  /** A port's: the origin that it came from with a message; null if it was made here, or that was not seen. */
  from: textOrNull(maxOrigin),
  /** Of the first message that was sent; not of received ones. */
  callSite: callSiteOrNull,
});
export type ChannelTraffic = TypeOf<typeof channelTraffic>;

/** The facts of what a frame tells, which says the channel alone. */
export function channelFacts(told: Readonly<Record<string, unknown>>): unknown {
  return { ...told, kind: v.is(channel, told.channel) ? kinds[told.channel] : null };
}
