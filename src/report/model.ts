import type { JsonpRisk } from '../channels/jsonp';
import type { BrowserName, CredentialsMode, Evidence, FindingCode, Header, Mode } from '../engine';
import type { Relation } from '../engine/site';
import type { Kept } from '../exchange/explained/cookie-sight';
import type { OtherBrowser } from '../exchange/explained/other-browser';
import type { Access } from '../exchange/verdict/classify';
import type { Sourced } from '../exchange/verdict/infer-request';
import type { Language } from '../prose';
import type { ExchangeClass, Initiator, InternalRedirect, Outcome } from '../protocol/facts';
import type { Redaction } from '../recording/redaction/rules';
import type { ReportChannel, ReportMessageListener, ReportRelay, ReportStarTarget } from './crossing-model';
import type { PageEvent } from './page-event-model';

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
      /** Requests of shared and service workers that may belong to a private window. */
      readonly workerRequests: number;
      readonly bytes: number;
    };
    /** Requests that began before the recording. */
    readonly begunBefore: number;
    /** Stops of the background that were seen. */
    readonly stops: number;
  };
  /** Whether anything was replaced: true unless `redaction` is `everything`. */
  readonly redacted: boolean;
  /** minimal: only what explains is kept; readable: what looks like a secret is replaced; everything: nothing is. */
  readonly redaction: Redaction;
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
  /** How long its preflights took; null if it sent none, or they still run. */
  readonly preflightCost: ReportPreflightCost | null;
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

/** How long the preflights of a request took. */
export interface ReportPreflightCost {
  readonly preflightsMs: number;
  /** The whole request, preflights included; null while it runs. */
  readonly allMs: number | null;
  /** No response came after the last preflight. */
  readonly isAlone: boolean;
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
