import * as v from 'valibot';
import { described, type TypeOf, textUpTo } from '../bounded-schemas';
import { base, callSiteOrNull, direction, maxName, maxOrigin, maxUrl, textOrNull } from './parts';

/** A channel for messages, besides windows and WebSockets. */
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
      'Follows from `channel`.',
    ),
    direction,
    channel,
    end: described(textUpTo(maxName), 'Unique in its document.'),
    name: described(textUpTo(maxUrl), "A broadcast channel's name, a worker's URL; empty for a port."),
    from: described(
      textOrNull(maxOrigin),
      'For a port: the origin whose message transferred it; null if it was created here, or that was not seen.',
    ),
    callSite: described(callSiteOrNull, 'The call that sent the first message; null for received messages.'),
  }),
  'The `count` messages in one direction through one end of a channel since its last report.',
);
export type ChannelTraffic = TypeOf<typeof channelTraffic>;

/** Converts a frame's report to facts. The report has no `kind`; it follows from the channel. */
export function channelFacts(reported: Readonly<Record<string, unknown>>): unknown {
  return { ...reported, kind: v.is(channel, reported.channel) ? kinds[reported.channel] : null };
}
