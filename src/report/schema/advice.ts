import * as v from 'valibot';
import { adviceKinds, severities } from '../../diagnosis/advice';
import { adviceCodes } from '../../diagnosis/advice-table';
import { described } from '../../protocol/bounded-schemas';
import { number, text, texts } from './values';

/** The schema of `ReportAdvice`. */
export const reportAdvice = described(
  v.object({
    code: v.picklist(adviceCodes),
    kind: described(v.picklist(adviceKinds), 'security: who can abuse something; cost: what takes time.'),
    severity: v.picklist(severities),
    certainty: described(
      v.picklist(['certain', 'likely', 'possible']),
      'possible: the recording does not contain what would decide it.',
    ),
    title: text,
    sentence: described(text, 'What the recording shows, and what it means.'),
    remedy: text,
    evidence: described(texts, 'Quoted facts: lines of headers, or places in scripts.'),
    exchanges: described(texts, 'The ids of the requests that it rests on, at most 100.'),
    pageEvents: described(texts, 'The ids of the page events that it rests on, at most 100.'),
    total: described(number, 'How many requests and page events it rests on.'),
  }),
  'Something to improve, found in the whole recording.',
);
