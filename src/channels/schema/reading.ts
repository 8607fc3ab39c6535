import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';

// Like those of a report, the schemas in this folder are run by scripts and tests; programs use only their types.

/** The schema of `EventRelation`. */
export const eventRelation = v.picklist(['same-origin', 'same-site', 'cross-site', 'opaque']);

/** The schema of `End`. */
export const end = described(
  v.object({
    frameId: described(v.nullable(v.number()), 'null where no frame is known.'),
    documentId: v.nullable(v.string()),
    tabId: described(v.nullable(v.number()), "The frame's tab, where it is another than the recorded one."),
    origin: v.nullable(v.string()),
  }),
  'One end of what goes between two: a frame, or as much of it as is known.',
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
  'One end of a page event, and who it is.',
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
