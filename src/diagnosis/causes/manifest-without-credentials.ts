import { isSameOrigin, originOf } from '../../engine';
import type { Cause } from '../cause';
import { answersOf, redirectLine, sentHeader, sentLine, statusLine } from '../evidence';

/** Browsers request a manifest without credentials, so an access proxy redirects it to its login. */
export const manifestWithoutCredentials: Cause = {
  actor: 'front-end',
  covers: ['login-redirect', 'tainted-origin', 'route-without-cors'],
  match({ finding, subject }) {
    const [first] = answersOf(subject);
    if (!finding || finding.hop === 0 || !first || sentHeader(first, 'Cookie') !== null) return null;
    const isManifest = sentHeader(first, 'Sec-Fetch-Dest') === 'manifest';
    if (!isManifest || !isSameOrigin(originOf(first.request.url), subject.facts.origin ?? 'null'))
      return null;
    const redirect = redirectLine(first);
    return (
      redirect && {
        confidence: 'certain',
        evidence: [sentLine(first, 'Cookie'), statusLine(first), redirect],
      }
    );
  },
};
