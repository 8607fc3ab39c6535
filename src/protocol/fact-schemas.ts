import * as v from 'valibot';
import { modes } from '../engine';
import {
  integer,
  long,
  longOrNull,
  short,
  shortOrNull,
  time,
  timeOrNull,
  whole,
  wholeListOf,
  yesOrNo,
} from './bounded-schemas';
import type { PageWord } from './page-hints';

// Facts as they are sent through a port. Fields that are not listed here are removed.

const maxHops = 100;
const maxHeaders = 10_000;
const maxDepth = 1_000;

const headersOrNull = v.nullable(wholeListOf(v.tuple([long, long]), maxHeaders));

/** The class of an exchange; `exchange/verdict` is the one place that chooses it. */
export const exchangeClass = v.picklist([
  'same-origin',
  'simple',
  'preflighted',
  'preflight',
  'no-cors',
  'navigation',
  'websocket',
]);

export const outcome = v.picklist(['allowed', 'blocked', 'opaque', 'failed', 'pending', 'unknown']);
export const initiator = v.picklist([
  'document',
  'dedicated-worker',
  'shared-worker',
  'service-worker',
  'unknown',
]);
export const internalRedirect = v.picklist(['hsts', 'upgrade-insecure', 'service-worker', 'extension']);

/** How an exchange ended. */
export const end = v.variant('how', [
  v.object({ how: v.literal('completed'), atMs: time, status: whole }),
  v.object({ how: v.literal('failed'), atMs: time, error: short }),
  v.object({
    how: v.literal('closed'),
    atMs: time,
    because: v.picklist([
      'document-gone',
      'request-ended',
      'service-worker',
      'redirect-scheme',
      'background-stopped',
      'never-seen',
    ]),
  }),
]);

/** The facts of one request of a redirect chain. null means not seen, which is not "none". */
export const hopFacts = v.object({
  url: long,
  method: long,
  startedAtMs: time,
  requestHeaders: headersOrNull,
  /** When the browser reported its headers as sent. Firefox does so before its preflight goes out. */
  sentAtMs: timeOrNull,
  status: v.nullable(whole),
  responseHeaders: headersOrNull,
  headersAtMs: timeOrNull,
  /** The redirect target that the browser reported. */
  redirectedTo: longOrNull,
  internal: v.nullable(internalRedirect),
  responseStartedAtMs: timeOrNull,
  fromCache: v.nullable(yesOrNo),
  serverIp: shortOrNull,
  /** The browser asked the user for a name and a password. */
  askedForLogin: yesOrNo,
  /** The id of the exchange that is this hop's CORS-preflight request. */
  preflight: shortOrNull,
});

/** The facts of an exchange. Facts are added, never edited, and a verdict is not a fact. */
export const exchangeFacts = v.object({
  /** Unique in a log. */
  id: short,
  /** The browser's own id; '' if the request never reached webRequest. */
  requestId: short,
  /** −1 for a request of a shared or service worker. */
  tabId: integer,
  frameId: integer,
  documentId: shortOrNull,
  initiator,
  /** webRequest's resource type, as this browser names it. */
  type: short,
  /** The request's origin; null if there is none, as for an address typed by the user. */
  origin: longOrNull,
  /**
   * For the document of a frame: the origins of its ancestors when it was requested, the nearest first. null
   * if they were not known, and for all other requests.
   */
  ancestors: v.nullable(wholeListOf(long, maxDepth)),
  startedAtMs: time,
  /** First to last, never empty. */
  hops: v.pipe(wholeListOf(hopFacts, maxHops), v.minLength(1)),
  end: v.nullable(end),
  /** The hop whose CORS-preflight request this exchange is. */
  preflightFor: v.nullable(v.object({ exchange: short, hop: whole })),
  /** What the page reported about it; null if nothing. Joined in the log, never in the background. */
  page: v.fallback(
    v.custom<PageWord | null>((value) => value === null),
    null,
  ),
});

/** The current state of a classified exchange: first a new row, then its progress, then its end. */
export const classifiedExchange = v.object({
  facts: exchangeFacts,
  class: exchangeClass,
  outcome,
  /** The request's mode, as its verdict has it. */
  mode: v.picklist(modes),
});

/** A frame of a watched tab. */
export const frameFacts = v.object({
  frameId: whole,
  parentFrameId: integer,
  documentId: longOrNull,
  url: long,
  origin: long,
});
