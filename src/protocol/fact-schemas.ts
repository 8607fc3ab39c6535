import * as v from 'valibot';
import { findingCodes, modes } from '../engine';
import {
  flag,
  integer,
  longText,
  longTextOrNull,
  shortText,
  shortTextOrNull,
  strictListOf,
  timeMs,
  timeMsOrNull,
  wholeNumber,
} from './bounded-schemas';
import type { PageReport } from './page-hints';

// Facts as they are sent through a port. Fields that are not listed here are removed.

const maxHops = 100;
const maxHeaders = 10_000;
const maxDepth = 1_000;

const headers = strictListOf(v.tuple([longText, longText]), maxHeaders);
const headersOrNull = v.nullable(headers);

/** The class of an exchange; `exchange/verdict` is the one place that chooses it. */
export const requestClass = v.picklist([
  'same-origin',
  'simple',
  'preflighted',
  'preflight',
  'no-cors',
  'navigation',
  'websocket',
  'webtransport',
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

/**
 * What a request is for. `resource`: a part of a document that has no kind of its own, such as a manifest.
 */
export const requestKind = v.picklist([
  'document',
  'frame',
  'fetch',
  'beacon',
  'ping',
  'report',
  'image',
  'script',
  'style',
  'media',
  'font',
  'embed',
  'websocket',
  'webtransport',
  'resource',
  'other',
]);

/** How an exchange ended. */
export const end = v.variant('how', [
  v.object({ how: v.literal('completed'), atMs: timeMs, status: wholeNumber }),
  v.object({ how: v.literal('failed'), atMs: timeMs, error: shortText }),
  v.object({
    how: v.literal('closed'),
    atMs: timeMs,
    because: v.picklist([
      'document-gone',
      'request-ended',
      'service-worker',
      'redirect-scheme',
      'background-stopped',
      'never-seen',
      // It was read from a file of another tool.
      'not-shown',
    ]),
  }),
  // Only a message of its console was read, which names what it can mean, the most likely first.
  v.object({
    how: v.literal('printed'),
    atMs: timeMs,
    codes: v.array(v.picklist(findingCodes)),
    /** The value of the response header that it is about. */
    value: longTextOrNull,
    /** The name of a request header. */
    header: shortTextOrNull,
    status: v.nullable(wholeNumber),
  }),
]);

/** The facts of one request of a redirect chain. null means not seen, which is not "none". */
export const hopFacts = v.object({
  url: longText,
  method: longText,
  startedAtMs: timeMs,
  requestHeaders: headersOrNull,
  /** When the browser reported its headers as sent. Firefox does so before it sends the preflight. */
  sentAtMs: timeMsOrNull,
  /** null if the browser showed none, or redirected the request before it was sent. */
  response: v.nullable(v.object({ status: wholeNumber, headerList: headers })),
  /** The status of a response that only Resource Timing shows, without its headers. */
  timedStatus: v.nullable(wholeNumber),
  headersAtMs: timeMsOrNull,
  /** The redirect target that the browser reported. */
  redirectedTo: longTextOrNull,
  internal: v.nullable(internalRedirect),
  responseStartedAtMs: timeMsOrNull,
  fromCache: v.nullable(flag),
  serverIp: shortTextOrNull,
  /** The browser asked the user for a name and a password. */
  askedForLogin: flag,
  /** The id of the exchange that is this hop's CORS-preflight request. */
  preflight: shortTextOrNull,
});

/** One permission in a frame: whether the policies allow it, and its state; null if the browser does not show it. */
const permission = v.object({
  isAllowed: v.nullable(flag),
  state: v.nullable(v.picklist(['granted', 'denied', 'prompt'])),
});

/** What a frame may do in the local network, after a request of its document was denied. */
export const networkPermissions = v.object({
  frameId: wholeNumber,
  origin: longText,
  isSecureContext: flag,
  /** `loopback-network`: this machine. */
  loopback: permission,
  /** `local-network`: other machines. */
  local: permission,
});

/** What decides about the connections of a document before webRequest shows the result. */
export const documentPolicies = v.object({
  /** The origin of its response. */
  origin: longText,
  /**
   * Its Connection-Allowlist and its Integrity-Policy, enforced and report-only; its Permissions-Policy if that names
   * sync-xhr; of its Content-Security-Policy only treat-as-public-address. In Firefox its Integrity-Policy only.
   */
  headerList: headers,
});

/** The facts of an exchange. Facts are added, never edited, and a verdict is not a fact. */
export const exchangeFacts = v.object({
  /** Unique in a log. */
  id: shortText,
  /** The browser's own id; '' if the request never reached webRequest. */
  requestId: shortText,
  /** −1 for a request of a shared or service worker. */
  tabId: integer,
  frameId: integer,
  documentId: shortTextOrNull,
  initiator,
  kind: requestKind,
  /** webRequest's resource type, as this browser names it. Only shown; `kind` decides. */
  type: shortText,
  /** The request's origin; null if there is none, as for an address typed by the user. */
  origin: longTextOrNull,
  /**
   * For the document of a frame: the origins of its ancestors when it was requested, the nearest first. null
   * if they were not known, and for all other requests.
   */
  ancestors: v.nullable(strictListOf(longText, maxDepth)),
  /** For a request that Local Network Access denied: the frame that made it, and its ancestors. */
  localNetwork: v.nullable(strictListOf(networkPermissions, maxDepth)),
  /**
   * For a script and for the document of a frame: the embedder policy of the document that requested it. null if
   * its headers were not seen, and for all other requests.
   */
  embedderPolicy: v.nullable(v.picklist(['unsafe-none', 'credentialless', 'require-corp'])),
  /** Those of the document that requested it; in Firefox for scripts and frames only. null if its headers were not seen. */
  documentPolicies: v.nullable(documentPolicies),
  startedAtMs: timeMs,
  /** First to last, never empty. */
  hops: v.pipe(strictListOf(hopFacts, maxHops), v.minLength(1)),
  end: v.nullable(end),
  /** The hop whose CORS-preflight request this exchange is. */
  preflightFor: v.nullable(v.object({ exchange: shortText, hop: wholeNumber })),
  /** What the page reported about it; null if nothing. Joined in the log, never in the background. */
  page: v.fallback(
    v.custom<PageReport | null>((value) => value === null),
    null,
  ),
});

/** The current state of a classified exchange: first a new row, then its progress, then its end. */
export const classifiedExchange = v.object({
  facts: exchangeFacts,
  requestClass,
  outcome,
  /** The request's mode, as its verdict has it. */
  mode: v.picklist(modes),
});

/** A frame of a watched tab. */
export const frameFacts = v.object({
  frameId: wholeNumber,
  parentFrameId: integer,
  documentId: longTextOrNull,
  url: longText,
  origin: longText,
});
