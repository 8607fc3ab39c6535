import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';

// As in `report/schema`, only scripts and tests run the schemas of this folder; the programs use only their
// types.

/** The schema of `EventRelation`. */
export const eventRelation = v.picklist(['same-origin', 'same-site', 'cross-site', 'opaque']);

/** The schema of `End`. */
export const end = described(
  v.object({
    frameId: described(v.nullable(v.number()), 'null if no frame is known.'),
    documentId: v.nullable(v.string()),
    tabId: described(v.nullable(v.number()), "The frame's tab; null for the recorded tab."),
    origin: v.nullable(v.string()),
  }),
  'One end of a page event: a frame, as far as it is known.',
);

/** The schema of `Party`. */
export const party = described(
  v.object({
    who: v.picklist([
      'frame',
      'some-frame',
      'earlier-document',
      'next-document',
      'not-visible',
      'server',
      'worker',
      'other-end',
      'store',
    ]),
    ...end.entries,
  }),
  'One end of a page event, and what it is.',
);

/** The schema of `RiskCode`. */
export const riskCode = v.picklist([
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

/** The schema of `Unseen`. */
export const unseenCode = v.picklist([
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
