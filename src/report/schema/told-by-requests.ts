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
  'A request of a document that violates a policy of that document, as the browser reported it to the document.',
);

/** The schema of `ReportServerProxy`. */
export const reportServerProxy = described(
  v.object({
    ...base.entries,
    kind: v.literal('server-proxy'),
    reading: reportReading,
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
  "Responses of a document's own origin with the same marks of a proxy in between: `count` of them.",
);
