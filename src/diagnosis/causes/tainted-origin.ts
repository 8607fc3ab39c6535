import { getHeader } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, redirectLine } from '../evidence';

/** A redirect between two other origins makes the Origin header `null`. */
export const taintedOrigin: Cause = {
  actor: 'api',
  match({ subject, finding }) {
    const hop = finding ? subject.facts.hops[finding.hop] : undefined;
    if (!finding || finding.hop === 0 || !hop?.requestHeaders) return null;
    if (subject.facts.origin === 'null' || getHeader(hop.requestHeaders, 'Origin') !== 'null') return null;
    const redirects = answersOf(subject)
      .slice(0, finding.hop)
      .flatMap((answer) => redirectLine(answer) ?? []);
    if (redirects.length === 0) return null;
    return {
      confidence: 'certain',
      evidence: [
        {
          exchange: subject.facts.id,
          hop: finding.hop,
          kind: 'header',
          on: 'request',
          name: 'Origin',
          value: 'null',
        },
        ...redirects,
      ],
    };
  },
};
