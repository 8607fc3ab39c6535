import { type Evidence, type FindingCode, isBlockedByPort, isMixedContent, route } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { askedBy, callOf, enforced } from '../calls/page-report';
import { hasThrown } from '../calls/reported-call';
import { isHttpUrl, lastHop } from '../facts/facts';
import type { ObservedEnd } from './observed-end';

type Failed = Extract<ObservedEnd, { is: 'failed' }>;

/** Why a call became no request: by what the page was told, else by a rule on what is known, else unknown. */
export function noRequestReason(facts: ExchangeFacts): Failed {
  const failed = (code: FindingCode, evidence: Evidence = {}, error: string | null = null): Failed => ({
    is: 'failed',
    code,
    error,
    on: 'request',
    evidence,
  });
  const heard = callOf(facts);
  const threw = heard ? hasThrown(heard) : false;
  /** By a rule; that it failed was seen nevertheless where it threw. */
  const computed = (code: FindingCode, evidence: Evidence): Failed => ({
    ...failed(code, evidence),
    ...(!threw && { isComputed: true }),
  });
  const { url, method } = lastHop(facts);
  const violation = enforced(facts, 'csp-violation');
  if (violation) {
    return failed('csp', { directive: violation.directive, blockedUrl: violation.blockedUrl });
  }
  const { mode, redirectMode, credentialsMode } = heard
    ? askedBy(heard.call)
    : { mode: null, redirectMode: null, credentialsMode: null };
  const origin = facts.origin ?? 'null';
  if (isMixedContent(url, origin) && !isUpgraded(facts)) return computed('mixed-content', { url, origin });
  if (isBlockedByPort(url)) return computed('bad-port', { url });
  // Nobody stops a call by a mode that it may not have.
  if (mode !== null) {
    const ruled = route({
      method,
      mode,
      credentialsMode: credentialsMode ?? 'same-origin',
      redirectMode: redirectMode ?? 'follow',
      origin,
      urlList: [url],
      unsafeHeaderNames: [],
      useCorsPreflight: false,
      responseTainting: 'basic',
    });
    if (ruled.finding) return computed(ruled.finding, ruled.evidence);
  }
  if (!isHttpUrl(url) && heard?.end !== 'load') return computed('scheme-not-http', { url });
  if (heard && threw) return failed('call-threw', {}, heard.threw);
  return failed('never-seen');
}

/** Pictures, sound and film are requested over TLS instead of being blocked. */
function isUpgraded({ type }: ExchangeFacts): boolean {
  return type === 'image' || type === 'media';
}
