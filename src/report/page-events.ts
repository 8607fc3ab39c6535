import { readImage } from '../channels/canvas';
import { sameOriginDomain } from '../channels/document-domain';
import { openerStory } from '../channels/opener-story';
import { channelKind, type PageEventReading, readPageEvent, storageKind } from '../channels/read-page-event';
import type { RelationOf } from '../channels/reading';
import { type Relay, relayParts } from '../channels/relays';
import { crossingCalls, isCrossing } from '../channels/script-loaded';
import { writtenCookie } from '../channels/storage';
import { openingHandshake } from '../channels/web-socket';
import type { BrowserName } from '../engine';
import { channelOf, relayChannelOf, relayLoads } from '../map/channel-of';
import { channelsIn } from '../map/map-source';
import type { Language } from '../prose';
import { type MessagesProse, messagesProseFor } from '../prose/messages';
import { openersProseFor } from '../prose/openers';
import type { ExchangeFacts } from '../protocol/facts';
import type { CallSite, PageEventFacts } from '../protocol/page-events';
import type { ReportChannel } from './crossing-model';
import type { PageEvent } from './page-event-model';
import { toldByRequests } from './told-by-requests';

/** What was recorded, all of it. */
interface Recorded {
  readonly events: readonly PageEventFacts[];
  /** Those that are left out of the report, too. */
  readonly recorded: readonly PageEventFacts[];
  readonly exchanges: readonly ExchangeFacts[];
  /** Of them, those that opened a WebSocket. */
  readonly sockets: readonly ExchangeFacts[];
  readonly browser: BrowserName;
  readonly language: Language;
  readonly relationOf: RelationOf;
}

/** Page events as a report has them, in order of time. `recorded`: all that there were, of which they may be some. */
export function toPageEvents(
  events: readonly PageEventFacts[],
  language: Language,
  relationOf: RelationOf,
  exchanges: readonly ExchangeFacts[],
  browser: BrowserName,
  recorded: readonly PageEventFacts[] = events,
): readonly PageEvent[] {
  const prose = messagesProseFor(language);
  const sockets = exchanges.filter(({ type }) => type === 'websocket');
  const all = { events, recorded, exchanges, sockets, browser, language, relationOf };
  const own = events
    .filter(isCrossing)
    .sort((a, b) => a.atMs - b.atMs)
    .map((event) => toPageEvent(event, readPageEvent(event, relationOf), prose, all));
  const openedTabs = new Set(recorded.map(({ openedTabId }) => openedTabId));
  const told = toldByRequests(exchanges, { prose, relationOf, openedTabs });
  return told.length === 0 ? own : [...own, ...told].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** Who reached whom by page events, in the order in which they first did. */
export function toChannels(
  events: readonly PageEventFacts[],
  relationOf: RelationOf,
  relays: readonly Relay[],
): readonly ReportChannel[] {
  const parts = relayParts(relays);
  const own = events.flatMap((event): ReportChannel | readonly [] => {
    const part = parts.get(event.id);
    return (
      (part ? relayChannelOf(part, event.count) : channelOf(event, readPageEvent(event, relationOf))) ?? []
    );
  });
  return channelsIn([...own, ...relayLoads(relays)]);
}

function toPageEvent(
  event: PageEventFacts,
  reading: PageEventReading,
  prose: MessagesProse,
  all: Recorded,
): PageEvent {
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
      const { senderOrigin, from, fromTabId = null, isTrusted, data, listeners, readLate } = event;
      const ran = listeners?.map(({ id, name, registeredAt, reads }) => ({
        id,
        name,
        registeredAt: stackOf(registeredAt),
        reads,
      }));
      const sender = { senderOrigin, from, fromTabId, isTrusted };
      return { kind, direction: 'received', ...base, ...sender, data, listeners: ran ?? null, readLate };
    }
    case 'window-name': {
      const { kind, action, value, callSite, before } = event;
      return { kind, ...base, action, value, stack: stackOf(callSite), before };
    }
    case 'jsonp': {
      const { url, isInjected, isRemoved } = event.script;
      const calls = crossingCalls(event.script).map(({ name, size }) => ({ name, size }));
      return { kind: event.kind, ...base, url, isInjected, isRemoved, calls };
    }
    case 'websocket': {
      const { kind, direction, url, characters, bytes, callSite } = event;
      const exchange = openingHandshake(event, all.sockets)?.id ?? null;
      return { kind, ...base, direction, url, exchange, characters, bytes, stack: stackOf(callSite) };
    }
    case 'channel': {
      const { direction, channel, end, name, from: portFrom, callSite } = event;
      const kind = channelKind(channel);
      return { kind, ...base, direction, channel, end, name, portFrom, stack: stackOf(callSite) };
    }
    case 'document-domain': {
      const { kind, value: assigned, before, after, errorName, isOriginKeyed, callSite } = event;
      const others = sameOriginDomain(event, all.events).map((other) => other.frame);
      const said = { assigned, domainBefore: before, domainAfter: after, errorName, isOriginKeyed };
      return { kind, ...base, ...said, sameOriginDomain: others, stack: stackOf(callSite) };
    }
    case 'dom-access': {
      const { kind, what, url, property, callSite } = event;
      return { kind, ...base, what, url, property, stack: stackOf(callSite) };
    }
    case 'canvas-read': {
      const { kind, method, callSite } = event;
      const images = event.images.map((image) => {
        const { exchange, lacks, isTrap } = readImage(image, event, all.exchanges);
        return { ...image, exchange: exchange?.id ?? null, lacks, isCacheTrap: isTrap };
      });
      return { kind, ...base, method, images, stack: stackOf(callSite) };
    }
    case 'storage': {
      const { what: storage, outcome, name: said, path, top: topOrigin, callSite } = event;
      const byUrl = outcome === 'changed' ? path : null;
      const computed = writtenCookie(event, all.browser, all.relationOf);
      return {
        kind: storageKind(storage),
        ...base,
        storage,
        outcome,
        said,
        byUrl,
        computed,
        topOrigin,
        stack: stackOf(callSite),
      };
    }
    case 'opener': {
      const { kind, url, isFirst, hasOpener, from } = event;
      const fromTabId = event.isFromOpened ? event.fromTabId : null;
      const story = openerStory(event, all.exchanges, all.recorded, all.browser);
      const { because: code, exchange, openedPolicy, openerPolicy } = story;
      const because = code && { code, title: openersProseFor(all.language).because[code] };
      const link = { hasOpener, because, openedPolicy, openerPolicy };
      return { kind, ...base, url, isFirst, from, fromTabId, ...link, exchange: exchange?.id ?? null };
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
