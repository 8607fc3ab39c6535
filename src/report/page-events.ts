import { type Derived, type EventOf, isCrossing, kindOf } from '../channels/kinds';
import type { Around } from '../channels/kinds/kind';
import { readPageEvent } from '../channels/read-page-event';
import type { RelationOf } from '../channels/reading';
import { type Relay, relayParts } from '../channels/relays';
import type { BrowserName } from '../engine';
import { channelOf, relayChannelOf, relayLoads } from '../map/channel-of';
import { channelsIn } from '../map/map-source';
import type { Language } from '../prose';
import { type MessagesProse, messagesProseFor } from '../prose/messages';
import type { ExchangeFacts } from '../protocol/facts';
import type { PageEventFacts, PageEventKind, ReportFacts } from '../protocol/page-events';
import type { ReportChannel } from './crossing-model';
import { crossingsInRequests } from './crossings-in-requests';
import type { PageEvent, ReportReading } from './page-event-model';
import { toReading } from './to-reading';

/** Returns page events for a report, in order of time. `events` may be a part of `recorded`. */
export function toPageEvents(
  events: readonly PageEventFacts[],
  language: Language,
  relationOf: RelationOf,
  exchanges: readonly ExchangeFacts[],
  browser: BrowserName,
  recorded: readonly PageEventFacts[] = events,
): readonly PageEvent[] {
  const prose = messagesProseFor(language);
  const sockets = exchanges.filter(({ kind }) => kind === 'websocket');
  const around = { events: recorded, exchanges, sockets, browser, relationOf };
  const fromPage = events.filter(isCrossing).map((event) => toPageEvent(event, prose, around));
  const openedTabs = new Set(recorded.map(({ openedTabId }) => openedTabId));
  const fromRequests = crossingsInRequests(exchanges, { prose, relationOf, openedTabs });
  return [...fromPage, ...fromRequests].sort((a, b) => a.atMs - b.atMs);
}

/** Returns who reached whom by page events, in the order of their first event. */
export function toChannels(
  events: readonly PageEventFacts[],
  relationOf: RelationOf,
  relays: readonly Relay[],
): readonly ReportChannel[] {
  const parts = relayParts(relays);
  const channels = events.flatMap((event): ReportChannel | readonly [] => {
    const part = parts.get(event.id);
    return (
      (part ? relayChannelOf(part, event.count) : channelOf(event, readPageEvent(event, relationOf))) ?? []
    );
  });
  return channelsIn([...channels, ...relayLoads(relays)]);
}

/** A page event of one kind as built here. The compiler checks it against the report's schema. */
type Made<K extends PageEventKind = PageEventKind> = K extends PageEventKind
  ? ReportFacts<EventOf<K>> & {
      readonly kind: K;
      readonly reading: ReportReading;
      readonly derived: Derived<K>;
    }
  : never;

function toPageEvent(event: PageEventFacts, prose: MessagesProse, around: Around): PageEvent {
  const reading = toReading(readPageEvent(event, around.relationOf), prose);
  // The compiler cannot see that the facts and the derived value have the same kind.
  return { ...withoutTexts(event), reading, derived: kindOf(event).derive(event, around) } as Made;
}

/** Removes the texts of listeners: they can be long, and the report describes the check instead. */
function withoutTexts(event: PageEventFacts): ReportFacts {
  if (!('listeners' in event)) return event;
  return { ...event, listeners: event.listeners?.map(({ text: _, ...kept }) => kept) ?? null };
}
