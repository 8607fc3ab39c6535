import { getHeader } from '../../engine';
import type { Cause, CauseEvidence } from '../cause';
import { headerLine } from '../evidence';

/** The page includes credentials, and the server allows any origin by `*`, which excludes credentials. */
export const wildcardWithCredentials: Cause = {
  actor: 'api',
  match({ answer, finding, subject, isPreflight }) {
    if (!answer || !finding?.code.endsWith('allow-origin-wildcard-with-credentials')) return null;
    const hop = subject.facts.hops[finding.hop];
    const cookie = hop?.requestHeaders ? getHeader(hop.requestHeaders, 'Cookie') : null;
    const sent: readonly CauseEvidence[] =
      cookie === null || isPreflight
        ? []
        : [
            {
              exchange: subject.facts.id,
              hop: finding.hop,
              kind: 'header',
              on: 'request',
              name: 'Cookie',
              value: cookie,
            },
          ];
    return { confidence: 'certain', evidence: [headerLine(answer, 'Access-Control-Allow-Origin'), ...sent] };
  },
};
