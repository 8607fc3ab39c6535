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

// Facts as one end of a port gives them to the other: nothing that is not named here comes through.

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

/** What was seen of one request of a redirect chain. null: not seen, which is not "none". */
export const hopFacts = v.object({
  url: long,
  method: long,
  startedAtMs: time,
  requestHeaders: headersOrNull,
  /** When its headers were shown as sent; Firefox shows so before its preflight goes out. */
  sentAtMs: timeOrNull,
  status: v.nullable(whole),
  responseHeaders: headersOrNull,
  headersAtMs: timeOrNull,
  /** Where the browser said that it goes next. */
  redirectedTo: longOrNull,
  internal: v.nullable(internalRedirect),
  responseStartedAtMs: timeOrNull,
  fromCache: v.nullable(yesOrNo),
  serverIp: shortOrNull,
  /** The browser asked a person for a name and a password. */
  askedForLogin: yesOrNo,
  /** The exchange that is this hop's CORS-preflight request. */
  preflight: shortOrNull,
});

/** What was seen of an exchange. Facts are added, never edited, and a verdict is none of them. */
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
  /** The request's origin; null where there is none, as for an address typed by a person. */
  origin: longOrNull,
  /**
   * Of a frame's document: the origins of those around it when it was asked for, the nearest first. null where
   * they were not known, and of all other requests.
   */
  ancestors: v.nullable(wholeListOf(long, maxDepth)),
  startedAtMs: time,
  /** First to last, never empty. */
  hops: v.pipe(wholeListOf(hopFacts, maxHops), v.minLength(1)),
  end: v.nullable(end),
  /** This exchange is the CORS-preflight request of that hop. */
  preflightFor: v.nullable(v.object({ exchange: short, hop: whole })),
  /** What the page says of it; null where nothing was heard. Joined in the log, never in the background. */
  page: v.fallback(
    v.custom<PageWord | null>((value) => value === null),
    null,
  ),
});

/** An exchange as it stands, classified: the first time a row, then its progress, then its end. */
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
