import * as v from 'valibot';
import { type PageEventRule, pageEventRules } from '../../channels/read-page-event';
import { described } from '../../protocol/bounded-schemas';
import { frameRef } from '../../protocol/page-events/parts';
import { numberOrNull, relation, text, textOrNull } from './values';

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
    frame: v.nullable(frameRef),
    tabId: described(numberOrNull, "The frame's tab, where it is another than the recorded one."),
    origin: textOrNull,
  }),
  'One end of a page event, as far as it is known.',
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

/** The schema of `ReportReading`. */
export const reportReading = described(
  v.object({
    from: party,
    to: party,
    relation: described(
      v.nullable(v.picklist([...relation.options, 'opaque'])),
      'Between the two ends; null where one is not known.',
    ),
    rule: v.object({ code: rule, title: text }),
    risk: v.nullable(v.object({ code: risk, title: text })),
    unseen: described(v.array(unseen), 'What no browser shows of it.'),
  }),
  'What follows from a page event: who reached whom, by which rule, and what no browser shows.',
);
