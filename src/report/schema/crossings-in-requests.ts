import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';
import { base } from '../../protocol/page-events/parts';
import { reportReading } from './reading';
import { text, textOrNull, texts } from './values';

/** The schema of `ReportPolicyViolation`. */
export const reportPolicyViolation = described(
  v.object({
    ...base.entries,
    kind: v.picklist(['coep-violation', 'csp-violation']),
    reading: reportReading,
    blockedUrl: described(text, 'The URL before any redirect.'),
    directive: described(
      text,
      "CSP: the effective directive, such as `connect-src`; COEP: the request's destination.",
    ),
    disposition: described(
      v.picklist(['enforce', 'report']),
      'report: the violation was only reported, and the request continued.',
    ),
    exchange: described(text, 'The id of the first request that violated the policy.'),
  }),
  'A request that violates a policy of its document, as the browser reported it to the document.',
);

/** The schema of `ReportServerProxy`. */
export const reportServerProxy = described(
  v.object({
    ...base.entries,
    kind: v.literal('server-proxy'),
    reading: reportReading,
    url: described(text, 'The URL of the first response.'),
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
            'The header name as received, or two names joined by a plus; `:status` for the status.',
          ),
          value: described(text, 'The value; for a cookie, only its name.'),
          by: described(textOrNull, 'The product or service that sets it; null if not known.'),
        }),
      ),
      'The signs, strongest first.',
    ),
    exchanges: described(texts, 'The ids of the first exchanges, at most 100.'),
  }),
  "Responses from a document's own origin with the same signs of a proxy. `count`: how many.",
);
