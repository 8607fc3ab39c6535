import type { SerializedOrigin } from '../engine';
import type { ScriptFacts } from './script-facts';

/** A frame, named so that it is known again: the report's own form. */
export interface FrameRef {
  readonly frameId: number;
  readonly documentId: string | null;
  /** Serialised; 'null' if opaque; null if not known. */
  readonly origin: SerializedOrigin | null;
}

/** Who says so: our own world beside the page, or the page's own world, which can say anything. */
export type PageEventSource = 'extension' | 'page';

/** Some text of the page: what there was of it, and as much as is kept. */
export interface Preview {
  readonly text: string;
  /** In UTF-16 code units, of the whole; exact. null where only the kept part was looked at. */
  readonly length: number | null;
}

/** A place in the page's scripts. */
export interface CallSite {
  /** As the browser wrote it, innermost first; at most 20 frames, none of them ours. */
  readonly stack: readonly string[];
}

/** What of a message event matters to who checks where it came from. */
export type EventField = 'data' | 'origin' | 'source';

/** A listener that ran for a message. */
export interface RanListener {
  /** Unique in its document: the same listener has the same id for each message. */
  readonly id: number;
  readonly name: string;
  /** Where it was registered; null if that was not looked at. */
  readonly registeredAt: CallSite | null;
  /** Its source: with the first message that it ran for; null with the others, beyond the bounds, and in a report. */
  readonly text: string | null;
  /** What of the event was read while it ran; null where that cannot be told. */
  readonly reads: readonly EventField[] | null;
}

/** What the facts of each page event have. */
export interface PageEventBase {
  /** Unique in a log. */
  readonly id: string;
  readonly atMs: number;
  /** Whose document it happened in. */
  readonly frame: FrameRef;
  /** A tab that the watched one opened: its frame ids are of that tab. null: the watched tab itself. */
  readonly openedTabId: number | null;
  readonly source: PageEventSource;
  /** 1, or more for what came beyond the bounds and was only counted: then its details are of none. */
  readonly count: number;
}

/** A message that reached a window. */
export interface MessageReceived extends PageEventBase {
  readonly kind: 'post-message';
  readonly direction: 'received';
  /** The sender's origin, as the event has it. */
  readonly senderOrigin: SerializedOrigin;
  /** The frame whose window `event.source` is; null where it matches no frame that is watched. */
  readonly from: FrameRef | null;
  /** The tab of `from`, if it is another than this frame's; else null. */
  readonly fromTabId: number | null;
  /** Whether the browser dispatched it, and not the page itself with `dispatchEvent()`. */
  readonly isTrusted: boolean;
  /** null unless somebody asked for data before it came. */
  readonly data: Preview | null;
  /** null where they were not looked at: the page's own world is off, or it came beyond the bounds. */
  readonly listeners: readonly RanListener[] | null;
  /** What of the event was read while none of them was known to run, as after an `await`, before this was told. */
  readonly readLate: readonly EventField[];
}

/** A call of `postMessage()` on the window of this frame, by a script of its own origin. */
export interface MessageSent extends PageEventBase {
  readonly kind: 'post-message';
  readonly direction: 'sent';
  /** The first 20 a second have one. */
  readonly callSite: CallSite | null;
}

/** What was done with `window.name`. */
export interface WindowName extends PageEventBase {
  readonly kind: 'window-name';
  /** `written` by a script of this realm; `survived` a navigation, or was given by whoever made the frame. */
  readonly action: 'written' | 'survived';
  readonly value: Preview;
  readonly callSite: CallSite | null;
  /** survived: the document before it in this frame, if it was seen, and whether it left that very value. */
  readonly before: { readonly origin: SerializedOrigin; readonly hadSameValue: boolean } | null;
}

/** A change of the fragment of a document's URL. */
export interface FragmentChanged extends PageEventBase {
  readonly kind: 'location-hash';
  readonly oldUrl: string;
  readonly newUrl: string;
  /** `own-realm`: a script of this document did it; `not-visible`: the user or another window. */
  readonly by: 'own-realm' | 'not-visible';
  readonly callSite: CallSite | null;
}

/** A script of another origin has loaded whose URL names functions: JSONP, if it called one with data. */
export interface ScriptLoaded extends PageEventBase {
  readonly kind: 'jsonp';
  readonly script: ScriptFacts;
}

/** What went through a WebSocket one way, in the time of one look: `count` messages. */
export interface SocketTraffic extends PageEventBase {
  readonly kind: 'websocket';
  readonly direction: 'sent' | 'received';
  /** The hint that tells of the call that opened it; null if that was not seen. */
  readonly call: string | null;
  readonly url: string;
  /** Of texts, in UTF-16 code units. */
  readonly characters: number;
  /** Of all that is no text. */
  readonly bytes: number;
  /** Of the first message that was sent; not of those that came. */
  readonly callSite: CallSite | null;
}

/** What messages go through beside windows and sockets, with the kind of page event that they are. */
export const channelKinds = {
  'message-port': 'message-port',
  'broadcast-channel': 'broadcast-channel',
  worker: 'worker-message',
  'shared-worker': 'worker-message',
} as const;

/** What went through one end of a channel one way, in the time of one look: `count` messages. */
export interface ChannelTraffic extends PageEventBase {
  /** The one that `channelKinds` has for its channel. */
  readonly kind: (typeof channelKinds)[keyof typeof channelKinds];
  readonly direction: 'sent' | 'received';
  readonly channel: keyof typeof channelKinds;
  /** Unique in its document. */
  readonly end: string;
  /** A broadcast channel's name, a worker's URL; empty for a port. */
  readonly name: string;
  /** A port's: the origin that it came from with a message; null if it was made here, or that was not seen. */
  readonly from: SerializedOrigin | null;
  /** Of the first message that was sent; not of those that came. */
  readonly callSite: CallSite | null;
}

/** An assignment of `document.domain`. */
export interface DomainAssigned extends PageEventBase {
  readonly kind: 'document-domain';
  /** null where the page's code makes the text, or nothing can. */
  readonly value: string | null;
  readonly before: string;
  readonly after: string;
  /** What was thrown; null if nothing was. */
  readonly errorName: string | null;
  /** Whether the origin has an agent cluster of its own; null where the browser does not say. */
  readonly isOriginKeyed: boolean | null;
  readonly callSite: CallSite | null;
}

/** What a script wanted of another origin's document or window, and did not get. */
export interface DomAccess extends PageEventBase {
  readonly kind: 'dom-access';
  /** A frame's `contentDocument` that was null, or a window's property that only an uncaught error tells of. */
  readonly what: 'content-document' | 'property';
  /** The frame's `src`; empty of a window's property, of which nothing says what it shows. */
  readonly url: string;
  /** null where the browser does not name it. */
  readonly property: string | null;
  readonly callSite: CallSite | null;
}

/** A picture or video of another origin on a canvas. */
export interface DrawnImage {
  readonly url: string;
  /** Its element's `crossorigin`; null for none. */
  readonly crossOrigin: 'anonymous' | 'use-credentials' | null;
}

/** A canvas or player that a script may not read: the call threw a SecurityError. */
export interface CanvasRefused extends PageEventBase {
  readonly kind: 'canvas-read';
  readonly method: string;
  /** Of other origins, as far as they were seen: at most 8, the last first. */
  readonly images: readonly DrawnImage[];
  readonly callSite: CallSite | null;
}

/** What keeps data, or is asked for access to it, with the kind of page event that its use is. */
export const storageKinds = {
  cookie: 'cookie',
  'local-storage': 'storage',
  'session-storage': 'storage',
  'indexed-db': 'storage',
  'storage-access': 'storage-access',
} as const;
export const storageOutcomes = ['written', 'refused', 'used', 'asked', 'changed'] as const;

/** A use of cookies or storage. `used`: the first in a frame; `changed`: by another document of the origin. */
export interface StorageUse extends PageEventBase {
  /** The one that `storageKinds` has for `what`. */
  readonly kind: (typeof storageKinds)[keyof typeof storageKinds];
  readonly what: keyof typeof storageKinds;
  readonly outcome: (typeof storageOutcomes)[number];
  /** written: the cookie with its attributes, without its value; asked: the method; changed: the key. */
  readonly name: string;
  /** The document's; changed: the URL of the other. */
  readonly path: string;
  readonly isFramed: boolean;
  /** Of the page at the top, where the browser says it to a frame. */
  readonly top: SerializedOrigin | null;
  readonly callSite: CallSite | null;
}

/** A document that began in a tab which the page opened, and whether it knows the window that opened it. */
export interface OpenedDocument extends PageEventBase {
  readonly kind: 'opener';
  readonly url: string;
  /** Whether it is the first one there. */
  readonly isFirst: boolean;
  /** Whether its `window.opener` was no null when it began. */
  readonly hasOpener: boolean;
  /** Whose window opened the tab, as it is by now; null if that is not known. */
  readonly from: FrameRef | null;
  readonly fromTabId: number;
  /** Whether that is an opened tab itself, and not the watched one. */
  readonly isFromOpened: boolean;
}

/** Something that crossed a boundary inside a page, or could have. */
export type PageEventFacts =
  | MessageReceived
  | MessageSent
  | WindowName
  | FragmentChanged
  | SocketTraffic
  | ChannelTraffic
  | DomainAssigned
  | DomAccess
  | CanvasRefused
  | StorageUse
  | OpenedDocument
  | ScriptLoaded;

export type PageEventKind = PageEventFacts['kind'];

/** A page event as the background relays it: the rest of it is what its frame tells, parsed where it is shown. */
export interface RelayedPageEvent
  extends Pick<PageEventBase, 'id' | 'frame' | 'openedTabId' | 'atMs' | 'count'> {
  readonly kind: string;
}
