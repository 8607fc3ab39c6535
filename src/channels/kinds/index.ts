import type { PageEventFacts, PageEventKind } from '../../protocol/page-events';
import { type CanvasReadWords, canvasRead } from './canvas-read';
import { type ChannelWords, channel } from './channel';
import { type DocumentDomainWords, documentDomain } from './document-domain';
import { type DomAccessWords, domAccess } from './dom-access';
import { type JsonpWords, jsonp } from './jsonp';
import type { Kind } from './kind';
import { type LocationHashWords, locationHash } from './location-hash';
import { type OpenedDocumentWords, opener } from './opener';
import { type PostMessageWords, postMessage } from './post-message';
import { type StorageWords, storage } from './storage';
import { type WebSocketWords, webSocket } from './websocket';
import { type WindowNameWords, windowName } from './window-name';

/** Every kind of page event, in display order. */
export const kinds = {
  'post-message': postMessage,
  'window-name': windowName,
  'location-hash': locationHash,
  jsonp,
  websocket: webSocket,
  'message-port': channel,
  'broadcast-channel': channel,
  'worker-message': channel,
  'document-domain': documentDomain,
  'dom-access': domAccess,
  'canvas-read': canvasRead,
  cookie: storage,
  storage,
  'storage-access': storage,
  opener,
} satisfies { readonly [K in PageEventKind]: Kind<EventOf<K>, string, unknown, KindWords> };

/** The facts of a kind of page event. */
export type EventOf<K extends PageEventKind, Event = PageEventFacts> = Event extends PageEventFacts
  ? K extends Event['kind']
    ? Event
    : never
  : never;

/** All texts that the kinds need, in one language. */
export type KindWords = PostMessageWords &
  WindowNameWords &
  LocationHashWords &
  JsonpWords &
  WebSocketWords &
  ChannelWords &
  DocumentDomainWords &
  DomAccessWords &
  CanvasReadWords &
  StorageWords &
  OpenedDocumentWords;

type RuleIn<Table> = Table extends { readonly rules: infer Rules } ? keyof Rules & string : never;

/** A rule of page events. */
export type PageEventRule = RuleIn<(typeof kinds)[PageEventKind]>;

/** The derived data of an event of a kind. */
export type Derived<K extends PageEventKind> = ReturnType<(typeof kinds)[K]['derive']>;

/** Returns the definition of a page event's kind, without its rules. */
export function kindOf(
  event: Pick<PageEventFacts, 'kind'>,
): Omit<Kind<PageEventFacts, PageEventRule, unknown, KindWords>, 'rules'> {
  return kinds[event.kind];
}

/** Whether an event crossed a boundary. A script that called no function with data did not. */
export function isCrossing(event: PageEventFacts): boolean {
  return kindOf(event).isCrossing?.(event) ?? true;
}
