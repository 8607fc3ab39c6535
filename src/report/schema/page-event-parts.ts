import * as v from 'valibot';
import { type PageEventRule, pageEventRules } from '../../channels/read-page-event';
import {
  described,
  eventField,
  number,
  numberOrNull,
  relation,
  text,
  textOrNull,
  textsOrNull,
  yesOrNo,
} from './values';

/** The schema of `ReportFrameRef`. */
export const reportFrameRef = described(
  v.object({ frameId: number, documentId: textOrNull, origin: textOrNull }),
  'A frame, named so that it is known again.',
);

/** The schema of `ReportPreview`. */
export const reportPreview = described(
  v.object({ text, length: numberOrNull }),
  'The beginning of a text, and the length of the whole; null where that was not looked at.',
);

/** The schema of `ReportListener`. */
export const reportListener = described(
  v.object({
    id: number,
    name: text,
    registeredAt: textsOrNull,
    reads: described(
      v.nullable(v.array(eventField)),
      'What of this event was read while it ran; null where that cannot be told.',
    ),
  }),
  'A listener that ran for a message.',
);

/** The schema of `ReportDrawnImage`. */
export const reportDrawnImage = described(
  v.object({
    url: text,
    crossOrigin: v.nullable(v.picklist(['anonymous', 'use-credentials'])),
    exchange: described(textOrNull, 'The request that brought it; null if it was not recorded.'),
    lacks: v.picklist(['attribute', 'attribute-and-header', 'not-known', 'nothing']),
    isCacheTrap: described(
      yesOrNo,
      'Whether the cache may give its answer again where it is asked for with CORS.',
    ),
  }),
  'A picture on a canvas, and what it lacks so that it could be read.',
);

const rule = v.picklist([
  ...(Object.keys(pageEventRules) as PageEventRule[]),
  'policy-enforced',
  'policy-reported',
  'answer-through-proxy',
]);
const risk = v.picklist([
  'check-origin',
  'null-origin',
  'any-document',
  'forged-event',
  'next-document',
  'name-leak',
  'name-from-outside',
  'fragment-from-outside',
  'runs-as-page',
  'handshake-origin',
  'port-has-no-origin',
  'domain-opens',
  'opener-navigable',
]);
const unseen = v.picklist([
  'target-origin',
  'sender-frame',
  'data-not-read',
  'listeners',
  'arguments',
  'calling-frame',
  'call-site',
  'document-before',
  'cause',
  'payload',
  'which-window',
  'stored-value',
  'top-origin',
  'drawn',
  'other-end',
  'inside-worker',
  'counted',
]);

/** The members that the schema of each kind of page event has. */
export const pageEventBase = {
  id: text,
  at: text,
  // By a getter: a definition that is named directly would be copied together with the sentence.
  frame: described(
    v.lazy(() => reportFrameRef),
    'Whose document it happened in.',
  ),
  openedTabId: described(numberOrNull, 'A tab that the recorded one opened: the frame is of that tab.'),
  source: described(v.picklist(['extension', 'page']), "Seen from beside the page, or the page's own word."),
  count: described(number, 'More than 1 where so many came that they were only counted.'),
  relation: described(
    v.nullable(v.picklist([...relation.options, 'opaque'])),
    'Between the two ends; null where one is not known.',
  ),
  rule: v.object({ code: rule, title: text }),
  risk: v.nullable(v.object({ code: risk, title: text })),
  unseen: described(v.array(unseen), 'What no browser shows of it.'),
};
