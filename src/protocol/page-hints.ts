import type { CredentialsMode, Mode, RedirectMode } from '../engine';
import type { CallSite, FrameRef } from './page-events';

/** The APIs through which a page can make a request. `element` stands for any markup or font. */
export const hintApis = [
  'fetch',
  'fetchLater',
  'xhr',
  'event-source',
  'beacon',
  'websocket',
  'worker',
  'shared-worker',
  'element',
] as const;
/** The API through which a page made a request. */
export type HintApi = (typeof hintApis)[number];

/** The modes that a page can name. The engine's own list would pull the engine into every page. */
export const requestModes = [
  'cors',
  'no-cors',
  'same-origin',
  'navigate',
  'websocket',
] as const satisfies readonly Mode[];

/** How a call ended for the page, if that can be observed without changing anything. */
export const pageEnds = ['load', 'error', 'aborted'] as const;
/**
 * `load`: the page got the response; `error`: it did not; `aborted`: it gave up, or a timeout ended the call.
 * The end of an EventSource is its first event: `open` counts as `load`, and an error after that is the end
 * of a stream.
 */
export type PageEnd = (typeof pageEnds)[number];

interface HintBase {
  readonly atMs: number;
  /** The document in which it happened. */
  readonly frame: FrameRef;
}

/** The element that loaded a resource. */
export interface ElementDetails {
  /** As in markup: `img`, `script`, `link`, `video`; `font` for a FontFace. */
  readonly name: string;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | null;
  readonly isModule: boolean;
}

/**
 * A call that makes a request, with the effective values, defaults included. null: the page hides the value
 * behind an accessor, or this API does not have it. Reported by the page's own world, except for elements.
 */
export interface PageCall extends HintBase {
  readonly type: 'call';
  /** Unique in its document. */
  readonly id: string;
  readonly api: HintApi;
  /**
   * Absolute, resolved against the page's base URL, before any upgrade. For an element: the URL when the load
   * ended, not when it started.
   */
  readonly url: string;
  readonly method: string | null;
  readonly mode: Mode | null;
  readonly credentialsMode: CredentialsMode | null;
  readonly redirectMode: RedirectMode | null;
  /** The integrity metadata; '' if there is none. */
  readonly integrity: string | null;
  readonly keepalive: boolean | null;
  /** Whether the call has an AbortSignal. */
  readonly hasSignal: boolean | null;
  readonly isStreamingBody: boolean | null;
  /** The address space that a fetch() declared, such as `local`; '' if it declared none. Only Chrome has it. */
  readonly targetAddressSpace: string | null;
  /** The names of the headers that the page set, in lower case. */
  readonly headerNames: readonly string[] | null;
  /** null for a call by a script. */
  readonly element: ElementDetails | null;
  readonly callSite: CallSite | null;
}

/** How a call ended for the page. */
export interface CallEnded extends HintBase {
  readonly type: 'ended';
  /** The id of the call, in the same document. */
  readonly call: string;
  readonly how: PageEnd;
}

/** A call that threw at once. */
export interface CallThrew extends HintBase {
  readonly type: 'threw';
  readonly call: string;
  /** The error's name, such as `SecurityError`. */
  readonly errorName: string;
}

/** A violation of one of the page's policies, as the browser reported it to the document. */
export interface PolicyViolation extends HintBase {
  /** Of its Content Security Policy, embedder policy, Document-Isolation-Policy or Integrity-Policy. */
  readonly type: 'csp-violation' | 'coep-violation' | 'dip-violation' | 'integrity-violation';
  /** The URL before any redirect; only its origin for a frame or plugin of another origin in Chrome. */
  readonly blockedUrl: string;
  /** CSP: the effective directive, such as `connect-src`; the others: the request's destination. */
  readonly directive: string;
  readonly disposition: 'enforce' | 'report';
}

/**
 * A request that the document's service worker received and that got a response, from the browser's own
 * resource timing (Chromium only). It does not show who answered: a request that the worker left to the
 * network also has a timing, and one that the worker answered with an error or an opaque response has none.
 */
export interface WorkerTiming extends HintBase {
  readonly type: 'worker-timing';
  /** Before any redirect. */
  readonly url: string;
  /** The initiator type of Resource Timing: `fetch`, `img`, `navigation`. */
  readonly by: string;
  /** `atMs` is when the browser reported it, which for a document's own request is after its load. */
  readonly startedAtMs: number;
  readonly status: number;
}

/** What a document reports about its requests and their ends. */
export type PageHint = PageCall | CallEnded | CallThrew | PolicyViolation | WorkerTiming;

/** A call, with its end on the page's side. */
export interface ReportedCall {
  readonly call: PageCall;
  /** null: not reported yet, or never. */
  readonly end: PageEnd | null;
  /** The name of the error that the call threw at once; null if none. */
  readonly threw: string | null;
}

/**
 * What the page reported about an exchange. It is kept beside the facts from webRequest and never changes
 * them: a forged call can only mislead about its own row, in details that no other source provides.
 */
export interface PageReport {
  /** The call that made the exchange; null if none is known, or if several fit and they differ. */
  readonly call: ReportedCall | null;
  /** The calls that fit, if there are several or there are fewer calls than requests. */
  readonly possible: readonly ReportedCall[];
  /** Whether one of `possible` made the exchange, so that what they share is known. */
  readonly isOneOfThem: boolean;
  readonly violations: readonly PolicyViolation[];
}
