import type { SeveredBecause } from '../channels/opener-story';
import type { ChannelKind, PageEventRule, StorageKind, ToldRule } from '../channels/read-page-event';
import type { EventRelation, RiskCode, Unseen } from '../channels/reading';
import type { ProxyEvidence } from '../channels/server-proxy';
import type { OpenerPolicyValue } from '../engine';
import type { EventField } from '../protocol/page-events';
import type { PolicyViolation } from '../protocol/page-hints';

/** Something that crossed a boundary inside the page, or could have. */
export type PageEvent =
  | ReportMessage
  | ReportMessageCall
  | ReportWindowName
  | ReportLocationHash
  | ReportJsonpCall
  | ReportSocketTraffic
  | ReportChannelTraffic
  | ReportDomainAssigned
  | ReportDomAccess
  | ReportCanvasRefused
  | ReportStorageUse
  | ReportOpenedDocument
  | ReportPolicyViolation
  | ReportServerProxy;

interface PageEventBase {
  readonly id: string;
  readonly at: string;
  /** Whose document it happened in. */
  readonly frame: ReportFrameRef;
  /** A tab that the recorded one opened: the frame is of that tab. */
  readonly openedTabId: number | null;
  /** Seen from beside the page, or the page's own word. */
  readonly source: 'extension' | 'page';
  /** More than 1 where so many came that they were only counted. */
  readonly count: number;
  /** Between the two ends; null where one is not known. */
  readonly relation: EventRelation | null;
  readonly rule: { readonly code: PageEventRule | ToldRule; readonly title: string };
  readonly risk: { readonly code: RiskCode; readonly title: string } | null;
  /** What no browser shows of it. */
  readonly unseen: readonly Unseen[];
}

/** A message that reached a window. */
export interface ReportMessage extends PageEventBase {
  readonly kind: 'post-message';
  readonly direction: 'received';
  /** As `event.origin` has it. */
  readonly senderOrigin: string;
  readonly from: ReportFrameRef | null;
  /** The sender's tab, where it is another than the frame's. */
  readonly fromTabId: number | null;
  readonly isTrusted: boolean;
  /** null unless it was asked for while recording. */
  readonly data: ReportPreview | null;
  /** null where they were not looked at. */
  readonly listeners: readonly ReportListener[] | null;
  /** What of it was read while none of them was known to run. */
  readonly readLate: readonly EventField[];
}

/** A call of `postMessage()` on a window by a script of its own origin. */
export interface ReportMessageCall extends PageEventBase {
  readonly kind: 'post-message';
  readonly direction: 'sent';
  readonly stack: readonly string[] | null;
}

/** What was done with `window.name`. */
export interface ReportWindowName extends PageEventBase {
  readonly kind: 'window-name';
  readonly action: 'written' | 'survived';
  readonly value: ReportPreview;
  readonly stack: readonly string[] | null;
  /** The document before in this window, if it was seen. */
  readonly before: { readonly origin: string; readonly hadSameValue: boolean } | null;
}

/** A change of the fragment of a document's URL. */
export interface ReportLocationHash extends PageEventBase {
  readonly kind: 'location-hash';
  readonly oldUrl: string;
  readonly newUrl: string;
  readonly by: 'own-realm' | 'not-visible';
  readonly stack: readonly string[] | null;
}

/** A script of another origin that called, with data, functions that its URL names. */
export interface ReportJsonpCall extends PageEventBase {
  readonly kind: 'jsonp';
  readonly url: string;
  readonly isInjected: boolean;
  /** Whether its element was out of the document soon after. */
  readonly isRemoved: boolean;
  /** `size`: of the data, in characters of JSON; null where that was not measured. */
  readonly calls: readonly { readonly name: string; readonly size: number | null }[];
}

/** What went through a WebSocket one way, in the time of one look: `count` messages. */
export interface ReportSocketTraffic extends PageEventBase {
  readonly kind: 'websocket';
  readonly direction: 'sent' | 'received';
  readonly url: string;
  /** The request that opened it; null if that is not known. */
  readonly exchange: string | null;
  /** Of texts, in UTF-16 code units. */
  readonly characters: number;
  /** Of all that is no text. */
  readonly bytes: number;
  readonly stack: readonly string[] | null;
}

/** What went through one end of a channel one way, in the time of one look: `count` messages. */
export interface ReportChannelTraffic extends PageEventBase {
  readonly kind: ChannelKind;
  readonly direction: 'sent' | 'received';
  readonly channel: 'message-port' | 'broadcast-channel' | 'worker' | 'shared-worker';
  /** Unique in its document. */
  readonly end: string;
  /** A broadcast channel's name, a worker's URL; empty for a port. */
  readonly name: string;
  /** A port's: the origin that it came from with a message. */
  readonly portFrom: string | null;
  readonly stack: readonly string[] | null;
}

/** An assignment of `document.domain`. */
export interface ReportDomainAssigned extends PageEventBase {
  readonly kind: 'document-domain';
  /** null where it was no text. */
  readonly assigned: string | null;
  readonly domainBefore: string;
  readonly domainAfter: string;
  /** What was thrown; null if nothing was. */
  readonly errorName: string | null;
  readonly isOriginKeyed: boolean | null;
  /** The other documents that set the same value. */
  readonly sameOriginDomain: readonly ReportFrameRef[];
  readonly stack: readonly string[] | null;
}

/** What a script wanted of another origin's document or window, and did not get. */
export interface ReportDomAccess extends PageEventBase {
  readonly kind: 'dom-access';
  readonly what: 'content-document' | 'property';
  /** The frame's `src`; empty of a window's property. */
  readonly url: string;
  readonly property: string | null;
  readonly stack: readonly string[] | null;
}

/** A canvas or player that a script may not read. */
export interface ReportCanvasRefused extends PageEventBase {
  readonly kind: 'canvas-read';
  readonly method: string;
  /** What of other origins was drawn there, as far as it was seen. */
  readonly images: readonly ReportDrawnImage[];
  readonly stack: readonly string[] | null;
}

/** A use of cookies or storage. */
export interface ReportStorageUse extends PageEventBase {
  readonly kind: StorageKind;
  readonly storage: 'cookie' | 'local-storage' | 'session-storage' | 'indexed-db' | 'storage-access';
  readonly outcome: 'written' | 'refused' | 'used' | 'asked' | 'changed';
  /** written: the cookie with its attributes, without its value; asked: the method; changed: the key. */
  readonly said: string;
  /** changed: the document that did it. */
  readonly byUrl: string | null;
  /** written: whether the browser takes it, by its rules, and why. */
  readonly computed: { readonly isTaken: boolean; readonly because: string } | null;
  /** Of the page at the top, where a frame is told it. */
  readonly topOrigin: string | null;
  readonly stack: readonly string[] | null;
}

/** A document that began in a tab which the page opened. */
export interface ReportOpenedDocument extends PageEventBase {
  readonly kind: 'opener';
  readonly url: string;
  /** Whether it is the first one there. */
  readonly isFirst: boolean;
  /** Whose window opened the tab, as far as it is known, and its tab; null: the recorded one. */
  readonly from: ReportFrameRef | null;
  readonly fromTabId: number | null;
  /** Whether its `window.opener` was no null: seen. */
  readonly hasOpener: boolean;
  /** Why it has none, by the answers of both documents: computed; null where it has one. */
  readonly because: { readonly code: SeveredBecause; readonly title: string } | null;
  /** Its own policy; null if its request was not recorded. */
  readonly openedPolicy: OpenerPolicyValue | null;
  /** Of its opener's page, or of the document before it in its tab. */
  readonly openerPolicy: OpenerPolicyValue | null;
  /** Its request; null if that was not recorded. */
  readonly exchange: string | null;
}

/** A policy of a document against a request of its own, as the browser told the document. */
export interface ReportPolicyViolation extends PageEventBase {
  readonly kind: PolicyViolation['type'];
  /** Before any redirect. */
  readonly blockedUrl: string;
  /** CSP: the effective directive, such as `connect-src`; COEP: the request's destination. */
  readonly directive: string;
  /** report: it was only reported, and the request went on. */
  readonly disposition: PolicyViolation['disposition'];
  /** The first request that it is about. */
  readonly exchange: string;
}

/** Answers of a document's own origin with the same marks of a proxy in between: `count` of them. */
export interface ReportServerProxy extends PageEventBase {
  readonly kind: 'server-proxy';
  /** Of the first of them. */
  readonly url: string;
  /** The strongest first. */
  readonly marks: readonly ProxyEvidence[];
  /** The first of them, at most 100. */
  readonly exchanges: readonly string[];
}

/** A picture on a canvas, and what it lacks so that it could be read. */
export interface ReportDrawnImage {
  readonly url: string;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | null;
  /** The request that brought it; null if it was not recorded. */
  readonly exchange: string | null;
  readonly lacks: 'attribute' | 'attribute-and-header' | 'nothing' | 'not-known';
  /** Whether the cache may give its answer again where it is asked for with CORS. */
  readonly isCacheTrap: boolean;
}

/** A frame, named so that it is known again. */
export interface ReportFrameRef {
  readonly frameId: number;
  readonly documentId: string | null;
  readonly origin: string | null;
}

/** The beginning of a text, and the length of the whole; null where that was not looked at. */
export interface ReportPreview {
  readonly text: string;
  readonly length: number | null;
}

/** A listener that ran for a message. */
export interface ReportListener {
  readonly id: number;
  readonly name: string;
  readonly registeredAt: readonly string[] | null;
  /** What of this event was read while it ran; null where that cannot be told. */
  readonly reads: readonly EventField[] | null;
}
