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

/**
 * Returns the page events of a report in Markdown: first grouped by their ends, then the first 100 in a list.
 */
export function pageEventsMarkdown(
  events: readonly PageEvent[],
  words: EventWords,
  markdownProse: ReportProse['markdown'],
): readonly string[] {
  const listed = events.slice(0, mostListed);
  return [
    markdownTable(markdownProse.pageEventColumns, groups(events, words)),
    ...(events.length > mostListed
      ? [escapeMarkdown(markdownProse.pageEventsMore(mostListed, events.length))]
      : []),
    markdownTable(
      markdownProse.pageEventList,
      listed.map((event) => [
        new Date(event.atMs).toISOString(),
        kindLabel(event, words),
        ...ends(event, words),
        [...(event.count > 1 ? [words.table.times(event.count)] : []), ...brief(event, words)].join(' '),
      ]),
    ),
  ];
}

/** Returns one row for all events of one kind with the same ends and rule. The most frequent comes first. */
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

/** Returns the kind for the reader: sent and received messages are two kinds. */
function kindName(event: PageEvent): EventKind | CrossingInRequests {
  return event.kind === 'post-message' ? event.direction : event.kind;
}

/** Returns sender and receiver, by origin if it is known. */
function ends({ reading }: PageEvent, words: EventWords): readonly [from: string, to: string] {
  return [end(reading.from, words), end(reading.to, words)];
}

function end({ who, origin }: Party, { parties, frame }: EventWords): string {
  // A store always belongs to the origin at the other end, so its origin adds nothing.
  if (origin !== null && who !== 'store') return inlineCode(bounded(origin, maxLength));
  return escapeMarkdown(who === 'frame' || who === 'some-frame' ? frame.unknownOrigin : parties[who].label);
}

/** Returns the content of an event, short enough for a ticket. */
function brief(event: PageEvent, words: EventWords): readonly string[] {
  const parts =
    'derived' in event ? kindOf(event).brief(event, event.derived, words) : briefInRequests(event);
  return parts.flatMap((part) => inMarkdown(part));
}

function inMarkdown(part: Part): readonly string[] {
  if ('parts' in part) return part.parts.flatMap(inMarkdown);
  return [part.type === 'words' ? escapeMarkdown(part.text) : inlineCode(bounded(part.text, maxLength))];
}
