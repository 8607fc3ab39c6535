import type { ChannelTraffic, PageEventFacts } from '../../protocol/page-events';
import { type PartyWords, partyLabel } from '../party-label';
import {
  own,
  type Party,
  type Reading,
  type RelationOf,
  type RiskCode,
  relationBetween,
  unknown,
} from '../reading';
import type { ChannelDerived } from '../schema/derived';
import { type ContentWords, type Kind, type Part, text, words } from './kind';
import { orNull, redactCallSite } from './replaced';
import { onOneLine, short } from './short-text';

/** Every rule of channel messages, with its risk. */
const channelRules = {
  'port-from-other-origin': 'port-has-no-origin',
  'port-same-origin': null,
  'port-made-here': null,
  'broadcast-same-origin': null,
  'worker-of-this-origin': null,
  'worker-of-opaque-origin': null,
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** The rule of channel messages. */
type ChannelRule = keyof typeof channelRules;

/** Returns one event of each other document in which an end of the same broadcast channel was seen. */
function otherEndsSeen(event: ChannelTraffic, events: readonly PageEventFacts[]): readonly PageEventFacts[] {
  if (event.channel !== 'broadcast-channel') return [];
  const found = new Map<string, PageEventFacts>();
  for (const other of events) {
    if (other.kind !== 'broadcast-channel' || other.channel !== event.channel || other.name !== event.name)
      continue;
    const { origin, documentId } = other.frame;
    if (origin !== event.frame.origin || origin === 'null' || documentId === null) continue;
    if (documentId !== event.frame.documentId && !found.has(documentId)) found.set(documentId, other);
  }
  return [...found.values()];
}

/**
 * Interprets the messages of a port, a broadcast channel or a worker, at the end that was observed.
 *
 * @see https://html.spec.whatwg.org/#message-ports
 */
function readChannelTraffic(event: ChannelTraffic, relationOf: RelationOf): Reading<ChannelRule> {
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
      ...(isWorkerRule(rule) ? (['inside-worker'] as const) : []),
      ...(count > 1 ? (['counted'] as const) : []),
    ],
  };
}

function isWorkerRule(rule: ChannelRule): boolean {
  return rule === 'worker-of-this-origin' || rule === 'worker-of-opaque-origin';
}

/** Whether a worker's script is a data: URL, which gives the worker an opaque origin. */
function isOpaqueWorker({ channel, name }: Pick<ChannelTraffic, 'channel' | 'name'>): boolean {
  return /worker$/.test(channel) && /^data:/i.test(name);
}

function channelRule(event: ChannelTraffic): ChannelRule {
  const { channel, from, frame } = event;
  if (channel === 'broadcast-channel') return 'broadcast-same-origin';
  if (isOpaqueWorker(event)) return 'worker-of-opaque-origin';
  if (channel !== 'message-port') return 'worker-of-this-origin';
  if (from === null) return 'port-made-here';
  return from === frame.origin && from !== 'null' ? 'port-same-origin' : 'port-from-other-origin';
}

/**
 * Returns the end that was not observed. Broadcast channels and workers have the origin that uses them, except
 * workers with an opaque origin.
 */
function otherEnd({ channel, from, frame, name }: ChannelTraffic): Party {
  if (channel === 'message-port') return unknown('other-end', from);
  if (isOpaqueWorker({ channel, name })) return unknown('worker', 'null');
  return unknown(channel === 'broadcast-channel' ? 'other-end' : 'worker', frame.origin);
}

/** The texts that this kind needs. */
export interface ChannelWords extends PartyWords {
  readonly what: Pick<ContentWords, 'channels'>;
  readonly detail: { readonly channel: string; readonly otherEnds: string; readonly noOtherEnds: string };
}

/** The kind of the messages in one direction through one end of a port, a broadcast channel or a worker. */
export const channel: Kind<ChannelTraffic, ChannelRule, ChannelDerived, ChannelWords> = {
  rules: channelRules,
  isOnMap: true,
  read: readChannelTraffic,
  otherOrigin: ({ from }) => from,
  searchTexts: ({ channel, name }) => ['channel', channel, name],
  size: ({ count }) => count,
  line: ({ channel, name }, words) => onOneLine([words.channels[channel], short(name)]),
  derive: (event, { events }) => ({ otherEnds: otherEndsSeen(event, events).map(own) }),
  rows: (event, { otherEnds }, texts) => [
    { label: texts.detail.channel, parts: named(event, texts.what) },
    {
      label: texts.detail.otherEnds,
      parts:
        otherEnds.length === 0
          ? [words(texts.detail.noOtherEnds)]
          : otherEnds.map((party) => ({ type: 'line', parts: [words(partyLabel(party, texts))] })),
    },
  ],
  brief: (event, _, { what }) => named(event, what),
  redact: ({ kind, direction, channel, end, name, from, callSite }, rules) => ({
    kind,
    direction,
    channel,
    end,
    // The name of a worker is its URL.
    name: channel === 'broadcast-channel' ? rules.text(name) : rules.url(name),
    from: orNull(from, rules.origin),
    callSite: redactCallSite(callSite, rules),
  }),
};

function named({ channel, name }: ChannelTraffic, { channels }: ChannelWords['what']): readonly Part[] {
  return [words(channels[channel]), ...(name === '' ? [] : [text(name)])];
}
