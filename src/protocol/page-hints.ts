import type { CredentialsMode, Mode, RedirectMode } from '../engine';
import type { CallSite, FrameRef } from './page-events';

/** What a page can ask for a request with; `element` stands for whatever markup or a font loads. */
export const hintApis = [
  'fetch',
  'xhr',
  'event-source',
  'beacon',
  'websocket',
  'worker',
  'shared-worker',
  'element',
] as const;
/** By what a page asked for a request. */
export type HintApi = (typeof hintApis)[number];

/** The modes that a page can name: the engine's own list would bring the engine into every page. */
export const requestModes = [
  'cors',
  'no-cors',
  'same-origin',
  'navigate',
  'websocket',
] as const satisfies readonly Mode[];

/** How it ended for the page, where that can be seen without changing anything. */
export const pageEnds = ['load', 'error', 'aborted'] as const;
/**
 * `load`: it got what it asked for; `error`: it did not; `aborted`: it gave up, or its time was over. An
 * EventSource's is its first event: `open` is a load, an error after that is the end of a stream.
 */
export type PageEnd = (typeof pageEnds)[number];

interface HintBase {
  readonly atMs: number;
  /** The document that it happened in. */
  readonly frame: FrameRef;
}

/** The element that loaded something. */
export interface ElementDetails {
  /** As in markup: `img`, `script`, `link`, `video`; `font` for a FontFace. */
  readonly name: string;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | null;
  readonly isModule: boolean;
}

/**
 * A call that asks for a request, with the values in force, defaults included. null: the page hides it
 * behind an accessor, or this API has no such thing. The word of the page's own world, save of elements.
 */
export interface PageCall extends HintBase {
  readonly type: 'call';
  /** Unique in its document. */
  readonly id: string;
  readonly api: HintApi;
  /** Absolute, by the page's base, before any upgrade. Of an element: when it ended, not when it asked. */
  readonly url: string;
  readonly method: string | null;
  readonly mode: Mode | null;
  readonly credentialsMode: CredentialsMode | null;
  readonly redirectMode: RedirectMode | null;
  /** The integrity metadata; '' if there is none. */
  readonly integrity: string | null;
  readonly keepalive: boolean | null;
  /** An AbortSignal came with it. */
  readonly hasSignal: boolean | null;
  readonly isStreamingBody: boolean | null;
  /** The names that the page set, in lower case. */
  readonly headerNames: readonly string[] | null;
  /** null for a call of a script. */
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

/** A policy of the page against a request: what the document itself was told. */
export interface PolicyViolation extends HintBase {
  readonly type: 'csp-violation' | 'coep-violation';
  /** The URL before any redirect. */
  readonly blockedUrl: string;
  /** CSP: the effective directive, such as `connect-src`; COEP: the request's destination. */
  readonly directive: string;
  readonly disposition: 'enforce' | 'report';
}

/**
 * A request that the document's service worker was asked about, and whose response came: the browser's own
 * timing (Chromium's; Firefox tells none). It does not say who answered: what the worker left to the network
 * has one too, and what it answered with an error or opaquely has none.
 */
export interface AskedWorker extends HintBase {
  readonly type: 'asked-worker';
  /** Before any redirect. */
  readonly url: string;
  /** By what, in the words of Resource Timing: `fetch`, `img`, `navigation`. */
  readonly by: string;
  /** `atMs` is when the browser said so: a document's own request when it has loaded. */
  readonly startedAtMs: number;
  readonly status: number;
}

/** What a document says of its requests: what it asked for, and what it got. */
export type PageHint = PageCall | CallEnded | CallThrew | PolicyViolation | AskedWorker;

/** A call, with what became of it on the page's side. */
export interface HeardCall {
  readonly call: PageCall;
  /** null: not said yet, or never. */
  readonly end: PageEnd | null;
  /** The name of the error that it threw at once. */
  readonly threw: string | null;
}

/**
 * What the page says of an exchange. It stands beside what webRequest showed and never changes it: a call
 * that was made up can only mislead about its own row, in what nobody else showed.
 */
export interface PageWord {
  /** The call behind the exchange; null where none is known, or several fit and they differ. */
  readonly call: HeardCall | null;
  /** The calls that fit where several do, or where there are fewer calls than requests. */
  readonly possible: readonly PageCall[];
  readonly violations: readonly PolicyViolation[];
}
