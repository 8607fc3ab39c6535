import type { ChannelTraffic, PageEventFacts } from '../protocol/page-events';
import {
  own,
  type Party,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  unknown,
} from './reading';

/** Every rule that messages of a channel can fall under, with the risk that goes with it. */
export const channelRules = {
  'port-from-other-origin': 'port-has-no-origin',
  'port-same-origin': null,
  'port-made-here': null,
  'broadcast-same-origin': null,
  'worker-of-this-origin': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule messages of a channel fall. */
export type ChannelRule = keyof typeof channelRules;

/** The documents whose ends of the same broadcast channel were seen too, by what was seen there. */
export function otherEndsSeen(
  event: ChannelTraffic,
  events: readonly PageEventFacts[],
): readonly PageEventFacts[] {
  if (event.channel !== 'broadcast-channel') return [];
  const found = new Map<string, PageEventFacts>();
  for (const other of events) {
    if (other.kind !== 'channel' || other.channel !== event.channel || other.name !== event.name) continue;
    const { origin, documentId } = other.frame;
    if (origin !== event.frame.origin || origin === 'null' || documentId === null) continue;
    if (documentId !== event.frame.documentId && !found.has(documentId)) found.set(documentId, other);
  }
  return [...found.values()];
}

/**
 * What is made of what went through a port, a broadcast channel or a worker, at the end that was seen.
 *
 * @see https://html.spec.whatwg.org/#message-ports
 */
export function readChannelTraffic(event: ChannelTraffic, relationOf: RelationOf): Reading<ChannelRule> {
  const { direction, frame, from, count } = event;
  const rule = channelRule(event);
  const [here, other] = [own(event), otherEnd(event)];
  return {
    from: direction === 'sent' ? here : other,
    to: direction === 'sent' ? other : here,
    relation: relationBetween(other.origin, frame.origin, relationOf),
    rule,
    risk: channelRules[rule],
    unseen: [
      'payload',
      ...(rule === 'port-made-here' || from !== null ? (['other-end'] as const) : []),
      ...(rule === 'worker-of-this-origin' ? (['inside-worker'] as const) : []),
      ...(count > 1 ? (['counted'] as const) : []),
    ],
  };
}

function channelRule({ channel, from, frame }: ChannelTraffic): ChannelRule {
  if (channel === 'broadcast-channel') return 'broadcast-same-origin';
  if (channel !== 'message-port') return 'worker-of-this-origin';
  if (from === null) return 'port-made-here';
  return from === frame.origin && from !== 'null' ? 'port-same-origin' : 'port-from-other-origin';
}

/** The end that was not looked at. Broadcast channels and workers are of the origin that uses them. */
function otherEnd({ channel, from, frame }: ChannelTraffic): Party {
  if (channel === 'message-port') return unknown('other-end', from);
  return unknown(channel === 'broadcast-channel' ? 'other-end' : 'worker', frame.origin);
}
