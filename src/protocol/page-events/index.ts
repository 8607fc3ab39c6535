import type { TypeOf } from '../bounded-schemas';
import { canvasFacts, canvasRefused } from './canvas-read';
import { channelFacts, channelTraffic } from './channel';
import { domainAssigned } from './document-domain';
import { domAccess, domAccessFacts } from './dom-access';
import { scriptLoaded } from './jsonp';
import { fragmentChanged } from './location-hash';
import { openedDocument, openerFacts } from './opener';
import type { base, callSite, frameRef, preview } from './parts';
import { type keptListener, type MessageReceived, postMessage } from './post-message';
import { storageFacts, storageUse } from './storage';
import { socketTraffic } from './websocket';
import { windowName } from './window-name';

export type { EventField } from '../page-bounds';
export type { CanvasRefused, DrawnImage } from './canvas-read';
export type { ChannelTraffic } from './channel';
export type { DomainAssigned } from './document-domain';
export type { DomAccess } from './dom-access';
export type { GlobalCall, ScriptFacts, ScriptLoaded } from './jsonp';
export type { FragmentChanged } from './location-hash';
export type { OpenedDocument } from './opener';
export type { MessageReceived, MessageSent, RanListener } from './post-message';
export type { StorageUse } from './storage';
export type { SocketTraffic } from './websocket';
export type { WindowName } from './window-name';

/**
 * For each kind that frames and the background report: the schema of the facts, and the function that
 * converts a report to facts if they differ.
 */
export const reportedKinds = {
  'post-message': { schema: postMessage },
  'window-name': { schema: windowName },
  'location-hash': { schema: fragmentChanged },
  jsonp: { schema: scriptLoaded },
  websocket: { schema: socketTraffic },
  channel: { schema: channelTraffic, toFacts: channelFacts },
  'document-domain': { schema: domainAssigned },
  'dom-access': { schema: domAccess, toFacts: domAccessFacts },
  'canvas-read': { schema: canvasRefused, toFacts: canvasFacts },
  storage: { schema: storageUse, toFacts: storageFacts },
  opener: { schema: openedDocument, toFacts: openerFacts },
} as const;

/** Data or access that crossed an origin boundary inside a page, or could have. */
export type PageEventFacts = TypeOf<(typeof reportedKinds)[keyof typeof reportedKinds]['schema']>;

export type PageEventKind = PageEventFacts['kind'];

/** The facts that a report contains: all except the source text of listeners, which can be long. */
export type ReportFacts<Event extends PageEventFacts = PageEventFacts> = Event extends MessageReceived
  ? Omit<Event, 'listeners'> & { readonly listeners: readonly TypeOf<typeof keptListener>[] | null }
  : Event;

/** The facts common to all page events. */
export type PageEventBase = TypeOf<typeof base>;

/** The source of the facts: our isolated world, or the page's own world, which the page can forge. */
export type PageEventSource = PageEventBase['source'];

/** A reference to a frame, in the form used in reports. */
export type FrameRef = TypeOf<typeof frameRef>;

/** A place in the page's scripts. */
export type CallSite = TypeOf<typeof callSite>;

/** A text from the page: its beginning and its full length. */
export type Preview = TypeOf<ReturnType<typeof preview>>;

/**
 * A page event as the background relays it. Its other fields come from the frame and are parsed by the log.
 */
export interface RelayedPageEvent
  extends Pick<PageEventBase, 'id' | 'frame' | 'openedTabId' | 'atMs' | 'count'> {
  readonly kind: string;
}
