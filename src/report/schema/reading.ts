import * as v from 'valibot';
import { type PageEventRule, pageEventRules } from '../../channels/read-page-event';
import { eventRelation, party, riskCode, unseenCode } from '../../channels/schema/reading';
import { described } from '../../protocol/bounded-schemas';
import { text } from './values';

const rule = v.picklist([
  ...(Object.keys(pageEventRules) as PageEventRule[]),
  'policy-enforced',
  'policy-reported',
  'answer-through-proxy',
]);

/** The schema of `ReportReading`. */
export const reportReading = described(
  v.object({
    from: party,
    to: party,
    relation: described(
      v.nullable(eventRelation),
      'The relation between the two origins; null if one of them is not known.',
    ),
    rule: v.object({ code: rule, title: text }),
    risk: v.nullable(v.object({ code: riskCode, title: text })),
    unseen: described(v.array(unseenCode), 'The parts that no browser shows.'),
  }),
  'The reading of a page event: sender and receiver, rule, risk, and what no browser shows.',
);
