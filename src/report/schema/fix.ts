import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';
import { findingCode, number, numberOrNull, text, texts, yesOrNo } from './values';

const policy = described(
  v.object({
    server: text,
    origins: described(texts, 'The allowed origins. ["*"] stands for every origin, without credentials.'),
    methods: texts,
    requestHeaders: texts,
    exposedHeaders: texts,
    credentials: yesOrNo,
    maxAgeSeconds: numberOrNull,
    requests: described(number, 'How many recorded requests to the server pass with it.'),
  }),
  'The smallest CORS policy of the server with which its recorded requests pass.',
);

const change = described(
  v.object({
    id: described(text, 'Such as method-case or credentials.'),
    sentence: text,
    before: text,
    after: described(text, 'Empty: the code is removed.'),
    proof: described(
      v.picklist(['passes', 'further', 'not-enough', 'not-computed']),
      'What the rules of both browsers say of the changed request. passes: it is allowed; further: this failure is gone, and what decides then was not recorded; not-enough: the server has to change too; not-computed: no rule reads what changes.',
    ),
    next: described(v.nullable(findingCode), 'What blocks the changed request if that is not enough.'),
  }),
  'A change of the page’s own code.',
);

/** The schema of `ReportFix`. */
export const reportFix = described(
  v.object({
    policy: described(v.nullable(policy), 'null if a CORS policy is not the right fix.'),
    changes: v.array(change),
  }),
  'What to change: the policy of the server, or the code of the page.',
);
