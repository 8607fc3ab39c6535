import { type PageEventReading, readPageEvent } from '../channels/read-page-event';
import type { RelationOf } from '../channels/reading';
import { channelOf } from '../map/channel-of';
import { channelsIn } from '../map/map-source';
import { type MessagesProse, messagesProseFor } from '../prose/messages';
import type { Language } from '../prose/prose';
import type { CallSite, PageEventFacts } from '../protocol/page-events';
import type { PageEvent, ReportChannel } from './model';

/** Page events as a report has them, in order of time. */
export function toPageEvents(
  events: readonly PageEventFacts[],
  language: Language,
  relationOf: RelationOf,
): readonly PageEvent[] {
  const prose = messagesProseFor(language);
  return [...events]
    .sort((a, b) => a.atMs - b.atMs)
    .map((event) => toPageEvent(event, readPageEvent(event, relationOf), prose));
}

/** Who reached whom by page events, in the order in which they first did. */
export function toChannels(
  events: readonly PageEventFacts[],
  relationOf: RelationOf,
): readonly ReportChannel[] {
  return channelsIn(events.map((event) => channelOf(event, readPageEvent(event, relationOf))));
}

function toPageEvent(event: PageEventFacts, reading: PageEventReading, prose: MessagesProse): PageEvent {
  const { id, atMs, frame, openedTabId, source, count } = event;
  const { relation, rule, risk, unseen } = reading;
  const base = {
    id,
    at: new Date(atMs).toISOString(),
    frame,
    openedTabId,
    source,
    count,
    relation,
    rule: { code: rule, title: prose.rules[rule].sentence },
    risk: risk && { code: risk, title: prose.risks[risk].sentence },
    unseen,
  };
  switch (event.kind) {
    case 'post-message': {
      const { kind } = event;
      if (event.direction === 'sent') {
        return { kind, direction: 'sent', ...base, stack: stackOf(event.callSite) };
      }
      const { senderOrigin, from, fromTabId = null, isTrusted, data, listeners } = event;
      const ran = listeners?.map(({ id, name, registeredAt }) => ({
        id,
        name,
        registeredAt: stackOf(registeredAt),
      }));
      const sender = { senderOrigin, from, fromTabId, isTrusted };
      return { kind, direction: 'received', ...base, ...sender, data, listeners: ran ?? null };
    }
    case 'window-name': {
      const { kind, action, value, callSite, before } = event;
      return { kind, ...base, action, value, stack: stackOf(callSite), before };
    }
    case 'location-hash': {
      const { kind, oldUrl, newUrl, by, callSite } = event;
      return { kind, ...base, oldUrl, newUrl, by, stack: stackOf(callSite) };
    }
  }
}

function stackOf(site: CallSite | null): readonly string[] | null {
  return site?.stack ?? null;
}
