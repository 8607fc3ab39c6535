import { type KindWords, kindOf } from '../channels/kinds';
import type { Part } from '../channels/kinds/kind';
import type { CrossingInRequests, EventKind } from '../channels/read-page-event';
import type { Party } from '../channels/reading';
import type { MessagesProse } from '../prose/messages';
import type { ReportProse } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import { briefInRequests } from './crossings-in-requests';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { markdownTable } from './markdown-table';
import type { PageEvent } from './page-event-model';

const mostListed = 100;
const maxLength = 160;

/** The words for page events in Markdown. */
type EventWords = MessagesProse & KindWords;

/** The page events of a report in Markdown: who reached whom and how often, then the first one by one. */
export function pageEventsMarkdown(
  events: readonly PageEvent[],
  words: EventWords,
  own: ReportProse['markdown'],
): readonly string[] {
  const listed = events.slice(0, mostListed);
  return [
    markdownTable(own.pageEventColumns, groups(events, words)),
    ...(events.length > mostListed ? [escapeMarkdown(own.pageEventsMore(mostListed, events.length))] : []),
    markdownTable(
      own.pageEventList,
      listed.map((event) => [
        new Date(event.atMs).toISOString(),
        kindLabel(event, words),
        ...ends(event, words),
        [...(event.count > 1 ? [words.table.times(event.count)] : []), ...brief(event, words)].join(' '),
      ]),
    ),
  ];
}

/** Events of one kind between the same two ends, under the same rule: one row, the most frequent first. */
function groups(events: readonly PageEvent[], words: EventWords): readonly (readonly string[])[] {
  const found = new Map<string, { readonly event: PageEvent; count: number }>();
  for (const event of events) {
    const key = [kindName(event), ...ends(event, words), event.reading.rule.code].join(' ');
    const group = found.get(key);
    if (group) group.count += event.count;
    else found.set(key, { event, count: event.count });
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ event, count }) => {
      const { relation, rule, risk } = event.reading;
      return [
        kindLabel(event, words),
        ...ends(event, words),
        relation === null ? '' : words.relations[relation].label,
        count.toLocaleString('en'),
        escapeMarkdown([rule.title, risk?.title ?? ''].join(' ').trim()),
      ];
    });
}

function kindLabel(event: PageEvent, words: EventWords): string {
  return escapeMarkdown(words.kinds[kindName(event)].label);
}

/** A received message and the call that sent one are two things. */
function kindName(event: PageEvent): EventKind | CrossingInRequests {
  return event.kind === 'post-message' ? event.direction : event.kind;
}

/** From whom to whom: by origin, or as much as is known. */
function ends({ reading }: PageEvent, words: EventWords): readonly [from: string, to: string] {
  return [end(reading.from, words), end(reading.to, words)];
}

function end({ who, origin }: Party, { parties, frame }: EventWords): string {
  // A store is always that of the origin at the other end.
  if (origin !== null && who !== 'store') return inlineCode(bounded(origin, maxLength));
  return escapeMarkdown(who === 'frame' || who === 'some-frame' ? frame.unknownOrigin : parties[who].label);
}

/** What an event brought, in as many words as a ticket needs. */
function brief(event: PageEvent, words: EventWords): readonly string[] {
  const parts =
    'derived' in event ? kindOf(event).brief(event, event.derived, words) : briefInRequests(event);
  return parts.flatMap((part) => inMarkdown(part));
}

function inMarkdown(part: Part): readonly string[] {
  if ('parts' in part) return part.parts.flatMap(inMarkdown);
  return [part.type === 'words' ? escapeMarkdown(part.text) : inlineCode(bounded(part.text, maxLength))];
}
