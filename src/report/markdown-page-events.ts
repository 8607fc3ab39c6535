import type { EventKind, ToldByRequests } from '../channels/read-page-event';
import { serverOriginOf } from '../channels/server-origin';
import { originOf } from '../engine';
import type { MessagesProse } from '../prose/messages';
import type { ReportProse } from '../prose/report-prose';
import { bounded } from '../prose/short-url';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import { markdownTable } from './markdown-table';
import type { PageEvent } from './page-event-model';

const mostListed = 100;
const maxLength = 160;

/** The page events of a report in Markdown: who reached whom and how often, then the first one by one. */
export function pageEventsMarkdown(
  events: readonly PageEvent[],
  prose: MessagesProse,
  own: ReportProse['markdown'],
): readonly string[] {
  const listed = events.slice(0, mostListed);
  return [
    markdownTable(own.pageEventColumns, groups(events, prose)),
    ...(events.length > mostListed ? [escapeMarkdown(own.pageEventsMore(mostListed, events.length))] : []),
    markdownTable(
      own.pageEventList,
      listed.map((event) => [
        event.at,
        kindOf(event, prose),
        ...ends(event, prose),
        [...(event.count > 1 ? [prose.table.times(event.count)] : []), ...brought(event, prose)].join(' '),
      ]),
    ),
  ];
}

/** Events of one kind between the same two ends, under the same rule: one row, the most frequent first. */
function groups(events: readonly PageEvent[], prose: MessagesProse): readonly (readonly string[])[] {
  const found = new Map<string, { readonly event: PageEvent; count: number }>();
  for (const event of events) {
    const key = [kindName(event), ...ends(event, prose), event.rule.code].join(' ');
    const group = found.get(key);
    if (group) group.count += event.count;
    else found.set(key, { event, count: event.count });
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ event, count }) => [
      kindOf(event, prose),
      ...ends(event, prose),
      event.relation === null ? '' : prose.relations[event.relation].label,
      count.toLocaleString('en'),
      escapeMarkdown([event.rule.title, event.risk?.title ?? ''].join(' ').trim()),
    ]);
}

function kindOf(event: PageEvent, prose: MessagesProse): string {
  return escapeMarkdown(prose.kinds[kindName(event)].label);
}

/** A message that came and a call that sent one are two things. */
function kindName(event: PageEvent): EventKind | ToldByRequests {
  return event.kind === 'post-message' ? event.direction : event.kind;
}

/** From whom to whom, as origins. */
function ends(event: PageEvent, { parties, frame }: MessagesProse): readonly [from: string, to: string] {
  const origin = (text: string | null) =>
    text === null ? escapeMarkdown(frame.unknownOrigin) : inlineCode(bounded(text, maxLength));
  const here = origin(event.frame.origin);
  switch (event.kind) {
    case 'post-message':
      return event.direction === 'received' && event.isTrusted
        ? [origin(event.senderOrigin), here]
        : [here, here];
    case 'window-name':
      if (event.action === 'written') return [here, parties['next-document'].label];
      return [event.before ? origin(event.before.origin) : parties['not-visible'].label, here];
    case 'jsonp':
      return [origin(originOf(event.url)), here];
    case 'websocket':
      return both(event, here, origin(serverOriginOf(event.url)));
    case 'message-port':
    case 'broadcast-channel':
    case 'worker-message':
      if (event.channel !== 'message-port') return both(event, here, here);
      return both(event, here, event.portFrom === null ? parties['other-end'].label : origin(event.portFrom));
    case 'document-domain':
      return [here, parties['not-visible'].label];
    case 'dom-access':
      return [here, event.url === '' ? parties['not-visible'].label : origin(originOf(event.url))];
    case 'canvas-read': {
      const [first] = event.images;
      return [first ? origin(originOf(first.url)) : parties['not-visible'].label, here];
    }
    case 'cookie':
    case 'storage':
    case 'storage-access':
      return event.outcome === 'changed' ? [here, here] : [here, parties.store.label];
    case 'opener':
      return [event.from ? origin(event.from.origin) : parties['not-visible'].label, here];
    case 'csp-violation':
    case 'coep-violation':
      return [here, origin(originOf(event.blockedUrl))];
    case 'server-proxy':
      return [origin(originOf(event.url)), here];
    case 'location-hash':
      return [event.by === 'own-realm' ? here : parties['not-visible'].label, here];
  }
}

/** Here and there, in the direction of what went through. */
function both(
  { direction }: { readonly direction: 'sent' | 'received' },
  here: string,
  there: string,
): readonly [from: string, to: string] {
  return direction === 'sent' ? [here, there] : [there, here];
}

/** What an event brought, in as many words as a ticket needs. */
function brought(event: PageEvent, { what }: MessagesProse): readonly string[] {
  const text = (value: string) => inlineCode(bounded(value, maxLength));
  switch (event.kind) {
    case 'post-message':
      return event.direction === 'received' && event.data ? [text(event.data.text)] : [];
    case 'window-name':
      return event.value.text === '' ? [what.empty] : [text(event.value.text)];
    case 'jsonp':
      return event.calls.map(({ name, size }) => text(what.called(name, size)));
    case 'location-hash':
      return [text(event.newUrl)];
    case 'cookie':
    case 'storage':
    case 'storage-access':
      return [what.stores[event.storage], ...(event.said === '' ? [] : [text(event.said)])];
    case 'document-domain':
      return [text(`${event.domainBefore} = ${event.assigned ?? '?'}`)];
    case 'dom-access':
      return [text(event.property ?? event.url)];
    case 'canvas-read':
      return [text(`${event.method}()`), ...event.images.map(({ url }) => text(url))];
    case 'opener':
      return [text(event.url), ...(event.because ? [escapeMarkdown(event.because.title)] : [])];
    case 'csp-violation':
    case 'coep-violation':
      return [text(event.directive), text(event.blockedUrl)];
    case 'server-proxy':
      return event.marks.slice(0, 5).map(({ header, value }) => text(`${header}: ${value}`));
    case 'websocket':
      return [text(event.url), what.size(event.characters, event.bytes)];
    case 'message-port':
    case 'broadcast-channel':
    case 'worker-message':
      return [what.channels[event.channel], ...(event.name === '' ? [] : [text(event.name)])];
  }
}
