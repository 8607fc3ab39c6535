import * as v from 'valibot';
import { openerPolicyValues } from '../../engine';
import { pageEventBase, reportDrawnImage, reportFrameRef } from './page-event-parts';
import { described, numberOrNull, text, textOrNull, texts, textsOrNull, yesOrNo } from './values';

const openerPolicy = v.picklist(openerPolicyValues);

/** The schema of `ReportDomainAssigned`. */
export const reportDomainAssigned = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('document-domain'),
    assigned: described(textOrNull, 'null where it was no text.'),
    domainBefore: text,
    domainAfter: text,
    errorName: described(textOrNull, 'What was thrown; null if nothing was.'),
    isOriginKeyed: v.nullable(yesOrNo),
    sameOriginDomain: described(v.array(reportFrameRef), 'The other documents that set the same value.'),
    stack: textsOrNull,
  }),
  'An assignment of `document.domain`.',
);

/** The schema of `ReportDomAccess`. */
export const reportDomAccess = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('dom-access'),
    what: v.picklist(['content-document', 'property']),
    url: described(text, "The frame's `src`; empty of a window's property."),
    property: textOrNull,
    stack: textsOrNull,
  }),
  "What a script wanted of another origin's document or window, and did not get.",
);

/** The schema of `ReportCanvasRefused`. */
export const reportCanvasRefused = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('canvas-read'),
    method: text,
    images: described(
      v.array(reportDrawnImage),
      'What of other origins was drawn there, as far as it was seen.',
    ),
    stack: textsOrNull,
  }),
  'A canvas or player that a script may not read.',
);

/** The schema of `ReportStorageUse`. */
export const reportStorageUse = described(
  v.object({
    ...pageEventBase,
    kind: v.picklist(['cookie', 'storage', 'storage-access']),
    storage: v.picklist(['cookie', 'indexed-db', 'local-storage', 'session-storage', 'storage-access']),
    outcome: v.picklist(['asked', 'changed', 'refused', 'used', 'written']),
    said: described(
      text,
      'written: the cookie with its attributes, without its value; asked: the method; changed: the key.',
    ),
    byUrl: described(textOrNull, 'changed: the document that did it.'),
    computed: described(
      v.nullable(v.object({ isTaken: yesOrNo, because: text })),
      'written: whether the browser takes it, by its rules, and why.',
    ),
    topOrigin: described(textOrNull, 'Of the page at the top, where a frame is told it.'),
    stack: textsOrNull,
  }),
  'A use of cookies or storage.',
);

/** The schema of `ReportOpenedDocument`. */
export const reportOpenedDocument = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('opener'),
    url: text,
    isFirst: described(yesOrNo, 'Whether it is the first one there.'),
    from: described(
      v.nullable(reportFrameRef),
      'Whose window opened the tab, as far as it is known, and its tab; null: the recorded one.',
    ),
    fromTabId: numberOrNull,
    hasOpener: described(yesOrNo, 'Whether its `window.opener` was no null: seen.'),
    because: described(
      v.nullable(
        v.object({
          code: v.picklist([
            'both-policies',
            'framed-opener',
            'no-policy',
            'not-known',
            'opened-policy',
            'opener-policy',
            'redirect-policy',
            'severed-before',
          ]),
          title: text,
        }),
      ),
      'Why it has none, by the answers of both documents: computed; null where it has one.',
    ),
    openedPolicy: described(
      v.nullable(openerPolicy),
      'Its own policy; null if its request was not recorded.',
    ),
    openerPolicy: described(
      v.nullable(openerPolicy),
      "Of its opener's page, or of the document before it in its tab.",
    ),
    exchange: described(textOrNull, 'Its request; null if that was not recorded.'),
  }),
  'A document that began in a tab which the page opened.',
);

/** The schema of `ReportPolicyViolation`. */
export const reportPolicyViolation = described(
  v.object({
    ...pageEventBase,
    kind: v.picklist(['coep-violation', 'csp-violation']),
    blockedUrl: described(text, 'Before any redirect.'),
    directive: described(
      text,
      "CSP: the effective directive, such as `connect-src`; COEP: the request's destination.",
    ),
    disposition: described(
      v.picklist(['enforce', 'report']),
      'report: it was only reported, and the request went on.',
    ),
    exchange: described(text, 'The first request that it is about.'),
  }),
  'A policy of a document against a request of its own, as the browser told the document.',
);

/** The schema of `ReportServerProxy`. */
export const reportServerProxy = described(
  v.object({
    ...pageEventBase,
    kind: v.literal('server-proxy'),
    url: described(text, 'Of the first of them.'),
    marks: described(
      v.array(
        v.object({
          mark: v.picklist([
            'balancer-cookie',
            'cors-granted',
            'development-server',
            'edge',
            'forwarded-echo',
            'front-server',
            'gateway',
            'gateway-status',
            'named-itself',
            'other-server',
            'rewritten',
            'shared-cache',
            'two-servers',
            'upstream',
          ]),
          strength: v.picklist(['medium', 'strong', 'weak']),
          header: described(
            text,
            'The header as it stood there, or two with a plus between; `:status` for the status.',
          ),
          value: described(text, 'Of a cookie its name alone.'),
          by: described(textOrNull, 'Whose it is, where that is known.'),
        }),
      ),
      'The strongest first.',
    ),
    exchanges: described(texts, 'The first of them, at most 100.'),
  }),
  "Answers of a document's own origin with the same marks of a proxy in between: `count` of them.",
);
