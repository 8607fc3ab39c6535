import { type EventKind, eventKind } from '../../channels/read-page-event';
import { serverOriginOf } from '../../channels/server-origin';
import { originOf, type SerializedOrigin } from '../../engine';
import type { CallSite, PageEventFacts } from '../../protocol/page-events';

/** Which page events are let through; an empty set, and null, let everything through. */
export interface MessagesFilter {
  readonly text: string;
  readonly kinds: ReadonlySet<EventKind>;
  /** At either end. */
  readonly origin: SerializedOrigin | null;
  /** Those that a line of the map stands for. */
  readonly on: { readonly label: string; includes(event: PageEventFacts): boolean } | null;
}

/** Lets everything through. */
export const noMessagesFilter: MessagesFilter = { text: '', kinds: new Set(), origin: null, on: null };

/** Whether a filter holds anything back. */
export function isFiltering({ text, kinds, origin, on }: MessagesFilter): boolean {
  return text.trim() !== '' || kinds.size > 0 || origin !== null || on !== null;
}

/** The test of a filter. */
export function passes({ text, kinds, origin, on }: MessagesFilter): (event: PageEventFacts) => boolean {
  const words = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const isLeftOut = word.length > 1 && word.startsWith('-');
      return { isLeftOut, word: isLeftOut ? word.slice(1) : word };
    });
  return (event) => {
    if (kinds.size > 0 && !kinds.has(eventKind(event))) return false;
    if (origin !== null && !originsOf(event).includes(origin)) return false;
    if (on && !on.includes(event)) return false;
    if (words.length === 0) return true;
    const seen = searchText(event);
    return words.every(({ word, isLeftOut }) => seen.includes(word) !== isLeftOut);
  };
}

/** The origins at the ends of an event, as far as they are known. */
export function originsOf(event: PageEventFacts): readonly SerializedOrigin[] {
  const { origin } = event.frame;
  const other = otherOrigin(event);
  if (origin === null) return other === null ? [] : [other];
  return other === null || other === origin ? [origin] : [other, origin];
}

function otherOrigin(event: PageEventFacts): SerializedOrigin | null {
  if (event.kind === 'window-name') return event.before?.origin ?? null;
  if (event.kind === 'jsonp') return originOf(event.script.url);
  if (event.kind === 'websocket') return serverOriginOf(event.url);
  if (event.kind === 'channel') return event.from;
  if (event.kind === 'opener') return event.from?.origin ?? null;
  return event.kind === 'post-message' && event.direction === 'received' ? event.senderOrigin : null;
}

const searchTexts = new WeakMap<PageEventFacts, string>();

/** All that the filter looks at of an event, made when it is first looked at. */
function searchText(event: PageEventFacts): string {
  const known = searchTexts.get(event);
  if (known !== undefined) return known;
  const parts = [event.kind, eventKind(event), ...originsOf(event), ...textsOf(event)];
  const text = parts.join('\n').toLowerCase();
  searchTexts.set(event, text);
  return text;
}

function textsOf(event: PageEventFacts): readonly string[] {
  switch (event.kind) {
    case 'post-message':
      if (event.direction === 'sent') return stackOf(event.callSite);
      return [
        event.data?.text ?? '',
        ...(event.listeners ?? []).flatMap(({ name, registeredAt }) => [name, ...stackOf(registeredAt)]),
      ];
    case 'window-name':
      return [event.value.text, ...stackOf(event.callSite)];
    case 'websocket':
      return [event.url, ...stackOf(event.callSite)];
    case 'channel':
      return [event.channel, event.name, ...stackOf(event.callSite)];
    case 'document-domain':
      return [event.value ?? '', event.before, event.after, ...stackOf(event.callSite)];
    case 'dom-access':
      return [event.url, event.property ?? '', ...stackOf(event.callSite)];
    case 'canvas-read':
      return [event.method, ...event.images.map(({ url }) => url), ...stackOf(event.callSite)];
    case 'storage':
      return [event.what, event.outcome, event.name, ...stackOf(event.callSite)];
    case 'location-hash':
      return [event.oldUrl, event.newUrl, ...stackOf(event.callSite)];
    case 'opener':
      return [event.url];
    case 'jsonp':
      return [event.script.url, ...event.script.functions];
  }
}

function stackOf(site: CallSite | null): readonly string[] {
  return site?.stack ?? [];
}
