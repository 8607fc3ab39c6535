import { crossingCalls } from '../../../channels/script-loaded';
import type { MessagesProse } from '../../../prose/messages';
import type { CallSite, PageEventFacts, Preview } from '../../../protocol/page-events';

const longest = 160;

/** What an event brought, on one line: how much, and how it begins. */
export function whatOf(event: PageEventFacts, { what }: MessagesProse): string {
  switch (event.kind) {
    case 'window-name':
      return previewText(event.value, what);
    case 'location-hash':
      return `${short(fragmentOf(event.oldUrl)) || '–'} → ${short(fragmentOf(event.newUrl)) || '–'}`;
    case 'jsonp':
      return crossingCalls(event.script)
        .map(({ name, size }) => what.called(name, size))
        .join(' · ');
    case 'websocket':
      return `${what.size(event.characters, event.bytes)} · ${short(event.url)}`;
    case 'channel':
      return [what.channels[event.channel], short(event.name)].filter((part) => part !== '').join(' · ');
    case 'document-domain':
      return `${event.before} = ${short(event.value ?? '?')}`;
    case 'dom-access':
      return event.what === 'property' ? (event.property ?? '') : `contentDocument · ${short(event.url)}`;
    case 'canvas-read':
      return [`${event.method}()`, ...event.images.slice(0, 1).map(({ url }) => short(url))].join(' · ');
    case 'storage':
      return [what.stores[event.what], short(event.name)].filter((part) => part !== '').join(' · ');
    case 'opener':
      return `opener ${event.hasOpener ? '≠' : '='} null · ${short(event.url)}`;
    case 'post-message': {
      if (event.direction === 'sent') return event.callSite ? placeIn(event.callSite) : '';
      const { data, listeners } = event;
      return [
        ...(listeners === null ? [] : [what.listeners(listeners.length)]),
        ...(data === null ? [] : [previewText(data, what)]),
      ].join(' · ');
    }
  }
}

function previewText({ text, length }: Preview, what: MessagesProse['what']): string {
  if (text === '') return what.empty;
  return length === null || length <= longest ? short(text) : `${what.characters(length)} · ${short(text)}`;
}

/** The fragment of a URL with its `#`; empty if it has none. */
export function fragmentOf(url: string): string {
  const start = url.indexOf('#');
  return start === -1 ? '' : url.slice(start);
}

/** Where a call was made, in a few words: the innermost line of the stack without what goes before its file. */
function placeIn({ stack }: CallSite): string {
  const [line = ''] = stack;
  const [, name = '', url = line] = /^\s*(?:at\s+)?(?:(.*?)\s*[(@])?([^()@\s]+?)\)?\s*$/.exec(line) ?? [];
  const file = url.replace(/^.*\/(?=[^/]+$)/, '').replace(/\?[^:]*/, '');
  return short(name === '' ? file : `${name} (${file})`);
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
