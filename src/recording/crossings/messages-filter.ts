import { kindOf } from '../../channels/kinds';
import { type EventKind, eventKind } from '../../channels/read-page-event';
import type { SerializedOrigin } from '../../engine';
import type { PageEventFacts } from '../../protocol/page-events';

/** The criteria of the filter for page events; an empty set or null matches everything. */
export interface MessagesFilter {
  readonly text: string;
  readonly kinds: ReadonlySet<EventKind>;
  /** The origin at either end. */
  readonly origin: SerializedOrigin | null;
  /** The events that one line of the map represents. */
  readonly on: { readonly label: string; includes(event: PageEventFacts): boolean } | null;
}

/** Matches everything. */
export const noMessagesFilter: MessagesFilter = { text: '', kinds: new Set(), origin: null, on: null };

/** Whether a filter can exclude anything. */
export function isFiltering({ text, kinds, origin, on }: MessagesFilter): boolean {
  return text.trim() !== '' || kinds.size > 0 || origin !== null || on !== null;
}

/** Returns the test that a filter applies to page events. */
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

/** Returns the origins at the ends of an event, as far as they are known. */
export function originsOf(event: PageEventFacts): readonly SerializedOrigin[] {
  const { origin } = event.frame;
  const other = kindOf(event).otherOrigin(event);
  if (origin === null) return other === null ? [] : [other];
  return other === null || other === origin ? [origin] : [other, origin];
}

const searchTexts = new WeakMap<PageEventFacts, string>();

/** Returns the text of an event that the filter searches; computed on first use. */
function searchText(event: PageEventFacts): string {
  const known = searchTexts.get(event);
  if (known !== undefined) return known;
  const stack = ('callSite' in event && event.callSite?.stack) || [];
  const parts = [
    event.kind,
    eventKind(event),
    ...originsOf(event),
    ...kindOf(event).searchTexts(event),
    ...stack,
  ];
  const text = parts.join('\n').toLowerCase();
  searchTexts.set(event, text);
  return text;
}
