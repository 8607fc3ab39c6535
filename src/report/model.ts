import type { AuditBecause, ListenerRisk, ListenerRun } from '../channels/audit-listener';
import type { JsonpRisk } from '../channels/jsonp';
import type { SeveredBecause } from '../channels/opener-story';
import type { EventKind, PageEventRule } from '../channels/read-page-event';
import type { EventRelation, RiskCode, Unseen } from '../channels/reading';
import type { RelayCertainty, RelayKind, RelayStepKind, RelayUnseen } from '../channels/relays';
import type {
  BrowserName,
  CredentialsMode,
  Evidence,
  FindingCode,
  Header,
  Mode,
  OpenerPolicyValue,
} from '../engine';
import type { Relation } from '../engine/site';
import type { Access } from '../exchange/classify';
import type { Sourced } from '../exchange/infer-request';
import type { Kept } from '../exchange/kept-cookies';
import type { OtherBrowser } from '../exchange/other-browser';
import type { Language } from '../prose';
import type { ExchangeClass, Initiator, InternalRedirect, Outcome } from '../protocol/facts';
import type { EventField } from '../protocol/page-events';
import type { OriginVerdict, Reach } from '../reading/listener';

/** What the panel exports, the automation interface returns and other formats are views of. */
export interface Report {
  readonly schema: 'corscope/report@1';
  readonly generator: { readonly name: 'corscope'; readonly version: string };
  /** Of every title, remedy and evidence sentence; codes have none. */
  readonly language: Language;
  /** The browser whose rules were applied. */
  readonly browser: { readonly name: BrowserName; readonly version: string };
  /** The tab's top document when the report was made. */
  readonly page: { readonly url: string; readonly origin: string; readonly title: string | null };
  /** ISO 8601, UTC. */
  readonly recorded: { readonly from: string; readonly to: string };
  readonly recording: {
    readonly since: 'before-navigation' | 'after-load';
    /** Whether the calls of the page that is shown were observed. */
    readonly hints: boolean;
    readonly hostPermission: boolean;
    readonly dropped: {
      readonly exchanges: number;
      readonly pageEvents: number;
      readonly hints: number;
      readonly bytes: number;
    };
    /** Requests that began before the recording. */
    readonly begunBefore: number;
    /** Stops of the background that were seen. */
    readonly stops: number;
  };
  readonly redacted: boolean;
  readonly frames: readonly ReportFrame[];
  /** In order of start; one whose start was not seen is none, but counted in `recording`. */
  readonly exchanges: readonly ReportExchange[];
  /** In order of time. */
  readonly pageEvents: readonly PageEvent[];
  /** The listeners that were seen to run for messages, in the order of their first ones. */
  readonly messageListeners: readonly ReportMessageListener[];
  /** Calls of `postMessage()` that scripts have with `'*'` in writing: of listeners, and of all if they were searched. */
  readonly starTargets: readonly ReportStarTarget[];
  /** Who reached whom inside the page: the page events of one kind between the same two ends, as one. */
  readonly channels: readonly ReportChannel[];
  /** Values that went over another origin and back into the page's own, by fragments or by names. */
  readonly relays: readonly ReportRelay[];
  readonly advice: readonly Advice[];
}

/** A frame of the tab. */
export interface ReportFrame {
  readonly frameId: number;
  readonly documentId: string | null;
  /** The documentId of the frame it is in. */
  readonly parent: string | null;
  readonly url: string;
  readonly origin: string;
}

/** A request with its redirects, what became of it and why. */
export interface ReportExchange {
  readonly id: string;
  readonly requestId: string;
  readonly startedAt: string;
  readonly durationMs: number | null;
  readonly frame: {
    readonly frameId: number;
    readonly documentId: string | null;
    readonly origin: string | null;
  };
  readonly initiator: Initiator;
  readonly stack: readonly string[] | null;
  readonly type: string;
  readonly hops: readonly ReportHop[];
  readonly method: string;
  readonly url: string;
  readonly preflightFor: { readonly exchange: string; readonly hop: number } | null;
  readonly mode: Sourced<Mode>;
  readonly credentialsMode: Sourced<CredentialsMode>;
  readonly relation: Relation | null;
  readonly access: Access;
  readonly class: ExchangeClass;
  readonly preflightTriggers: readonly string[];
  readonly preflightCache: 'hit' | 'miss' | 'unknown' | null;
  readonly outcome: Outcome;
  readonly outcomeBasis: 'observed' | 'computed';
  /** One sentence: what happened and why. */
  readonly headline: string;
  readonly sinceReload: 'now-allowed' | 'still-blocked' | 'next-reason' | null;
  readonly pageSaw: Sourced<'resolved' | 'rejected' | 'load' | 'error' | 'aborted'> | null;
  readonly responseType: 'basic' | 'cors' | 'opaque' | 'opaqueredirect' | 'error' | null;
  readonly readableHeaders: readonly string[] | null;
  readonly hiddenHeaders: readonly { readonly name: string; readonly because: string }[];
  /** Whether the page sees in detail how long it took; null where no response was seen, or nothing asks. */
  readonly timing: 'shown' | 'hidden' | null;
  readonly findings: readonly ReportFinding[];
  readonly candidates: readonly (FindingCode | 'none')[];
  readonly browserReason: string | null;
  readonly browserReasonCandidates: readonly string[];
  readonly browserSays: readonly string[];
  /** What the browser that did not make it would say; null where that is not certain. */
  readonly otherBrowser: OtherBrowser | null;
  readonly error: string | null;
  readonly status: number | null;
  readonly servedBy: 'network' | 'http-cache' | 'service-worker' | 'unknown';
  readonly needs: readonly ReportNeed[];
  readonly cookies: readonly ReportCookie[];
  /** Of a script from another origin that is data; else null. */
  readonly jsonp: ReportJsonp | null;
  readonly traces: readonly ReportTrace[];
  readonly causes: readonly Cause[];
  readonly fixes: readonly Fix[];
  readonly assumptions: readonly { readonly field: string; readonly because: string }[];
}

/** One request of a redirect chain. null headers were never shown, which is not "none". */
export interface ReportHop {
  readonly url: string;
  readonly method: string;
  /** The Origin header sent; null if none was. */
  readonly origin: string | null;
  readonly status: number | null;
  readonly requestHeaders: readonly Header[] | null;
  readonly responseHeaders: readonly Header[] | null;
  readonly reachedServer: boolean | null;
  readonly serverIp: string | null;
  readonly preflight: string | null;
  readonly internal: InternalRedirect | null;
}

/** A problem or a warning, with its place in the standard. */
export interface ReportFinding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  readonly hop: number;
  readonly section: string;
  readonly step: string;
  readonly specUrl: string;
  readonly title: string;
  readonly remedy: string;
  readonly evidence: Evidence;
}

/** An algorithm as it was walked. */
export interface ReportTrace {
  readonly hop: number;
  readonly section: string;
  readonly result: string;
  readonly step: string;
  readonly finding: FindingCode | null;
  readonly passedOver: readonly string[];
  readonly evidence: Evidence;
}

/** A header that must change. */
export interface ReportNeed {
  readonly hop: number;
  readonly header: string;
  readonly has: string | null;
  readonly needs: string;
  readonly on: 'response' | 'preflight';
}

/** A cookie that went, stayed, was taken or was refused. */
export interface ReportCookie {
  readonly hop: number;
  readonly name: string;
  readonly direction: 'sent' | 'not-sent' | 'set' | 'refused';
  readonly because: string;
  readonly basis: Sourced<unknown>['basis'];
  /** Its host or Domain, its Path, and so on; null where only its name was seen. */
  readonly attributes: readonly string[] | null;
  /** What the browser kept in its place when the report was made; null where it was not asked, or nothing follows. */
  readonly kept: Kept | null;
  /** Why the other browser would do otherwise; null where it would not, or no more than the name was seen. */
  readonly otherBrowser: string | null;
}

/** Data that came as a script. `observed`: its function was called; `inferred`: from URL and answer alone. */
export interface ReportJsonp {
  readonly basis: 'observed' | 'inferred';
  readonly functionName: string;
  readonly parameter: string | null;
  readonly calls: number | null;
  readonly size: number | null;
  readonly risks: readonly JsonpRisk[];
  /** What CORS would need instead. */
  readonly instead: {
    readonly url: string;
    readonly credentialsMode: 'omit' | 'include';
    readonly responseHeaders: readonly Header[];
  };
}

/** The mistake behind a rule. */
export interface Cause {
  readonly code: string;
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly title: string;
  readonly evidence: readonly string[];
  readonly remedy: string;
}

/** A configuration that mends it. */
export interface Fix {
  readonly stack: string;
  readonly title: string;
  readonly language: string;
  readonly text: string;
}

/** A finding over the whole recording. */
export interface Advice {
  readonly code: string;
  readonly severity: 'high' | 'medium' | 'low' | 'info';
  readonly title: string;
  readonly evidence: readonly string[];
  readonly exchanges: readonly string[];
  readonly pageEvents: readonly string[];
}

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
  | ReportOpenedDocument;

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
  readonly rule: { readonly code: PageEventRule; readonly title: string };
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
  readonly kind: 'web-socket';
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
  readonly kind: 'channel';
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
  readonly kind: 'canvas';
  readonly method: string;
  /** What of other origins was drawn there, as far as it was seen. */
  readonly images: readonly ReportDrawnImage[];
  readonly stack: readonly string[] | null;
}

/** A use of cookies or storage. */
export interface ReportStorageUse extends PageEventBase {
  readonly kind: 'storage';
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

/** A relay A → B → C: one channel, however many values went through it. */
export interface ReportRelay {
  readonly kind: RelayKind;
  /** certain: each step names who did it; likely: frames, order and value fit, and somebody is not visible. */
  readonly certainty: RelayCertainty;
  readonly title: string;
  /** A, the page; B, of another origin; C, of A's origin. */
  readonly frames: readonly ReportEnd[];
  /** For each value its steps in order of time, by the `id` of the page event or of the exchange that showed it. */
  readonly rounds: readonly (readonly ReportRelayStep[])[];
  /** What no browser shows of it. */
  readonly unseen: readonly RelayUnseen[];
}

/** One step of a relay. */
export interface ReportRelayStep {
  readonly what: RelayStepKind;
  readonly of: 'page-event' | 'exchange';
  readonly id: string;
}

/** Page events of one kind that went one way between two ends; those of a relay are of its kind. */
export interface ReportChannel {
  readonly kind: EventKind | RelayKind;
  readonly from: ReportEnd;
  readonly to: ReportEnd;
  readonly count: number;
}

/** One end of a channel: a frame, or as much of it as is known. */
export interface ReportEnd {
  /** null where no frame is known. */
  readonly frameId: number | null;
  readonly documentId: string | null;
  /** The frame's tab, where it is another than the recorded one. */
  readonly tabId: number | null;
  readonly origin: string | null;
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

/** A listener for messages, over all that it was seen to run for: what its text says, and what it read. */
export interface ReportMessageListener {
  readonly frame: ReportFrameRef;
  readonly id: number;
  readonly name: string;
  readonly registeredAt: readonly string[] | null;
  readonly messages: number;
  readonly reads: readonly EventField[] | null;
  /** What was read while no listener was known to run: by this one, or by another. */
  readonly readLate: readonly EventField[];
  readonly run: ListenerRun;
  /** `none` only where neither text nor run touches origin or source, and the event is passed to nobody. */
  readonly verdict: OriginVerdict;
  readonly because: AuditBecause | null;
  readonly reach: Reach | null;
  /** An origin that gets past the check and may not be meant to. */
  readonly example: string | null;
  /** What the example takes for a value that the text does not say. */
  readonly supposed: string | null;
  /** What the verdict rests on, as written. */
  readonly restsOn: string | null;
  readonly at: ReportTextPlace | null;
  readonly decidedBy: string | null;
  readonly risk: { readonly code: ListenerRisk; readonly title: string; readonly remedy: string } | null;
}

/** A place in a listener's text, or in that of a function that it names. */
export interface ReportTextPlace {
  readonly line: number;
  readonly column: number;
  readonly of: string | null;
}

/** A call that is written with `'*'` as its target origin: no word on whether it runs, nor on any message. */
export interface ReportStarTarget {
  readonly certainty: 'possible';
  /** The file, or the document that it is written in; null in a listener's own text. */
  readonly url: string | null;
  /** Which inline script of that document, from 1; null in a file, and where the line is the document's. */
  readonly inline: number | null;
  readonly listener: string | null;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}
