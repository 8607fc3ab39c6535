import {
  type Evidence,
  type FindingCode,
  isBlockedByPort,
  isMixedContent,
  isPotentiallyTrustworthy,
  route,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import { callOptions, enforced, reportedCall } from '../calls/page-report';
import { hasThrown } from '../calls/reported-call';
import { lastHop } from '../facts/facts';
import { isHttpUrl } from '../facts/request-url';
import type { ObservedEnd } from './end-kinds';
import { allowlistResult, forbidsSyncXhr, lackingFor, requiresIntegrity } from './own-policies';
import { isFramed } from './policy-end';
import type { Candidate } from './verdict';

type Failed = Extract<ObservedEnd, { kind: 'failed' }>;

/** Returns why a call made no request: from the page's report, otherwise from a rule, otherwise unknown. */
export function noRequestReason(facts: ExchangeFacts): Failed {
  const failed = (code: FindingCode, evidence: Evidence = {}, error: string | null = null): Failed => ({
    kind: 'failed',
    code,
    error,
    on: 'request',
    evidence,
  });
  const reported = reportedCall(facts);
  const threw = reported ? hasThrown(reported) : false;
  /** The reason comes from a rule; but if the call threw, the failure itself was observed. */
  const computed = (code: FindingCode, evidence: Evidence): Failed => ({
    ...failed(code, evidence),
    ...(!threw && { isComputed: true }),
  });
  const { url, method } = lastHop(facts);
  const violation = enforced(facts, 'csp-violation');
  if (violation) {
    return failed('csp', { directive: violation.directive, blockedUrl: violation.blockedUrl });
  }
  const unverified = enforced(facts, 'integrity-violation');
  if (unverified)
    return failed('integrity-policy', { blockedUrl: unverified.blockedUrl, lacking: lackingFor(reported) });
  // Chrome shows all other requests that the list blocks.
  if (isFramed(facts) && allowlistResult(facts) === 'blocked') return computed('connection-allowlist', {});
  const lacking = lackingFor(reported);
  if (lacking !== null && requiresIntegrity(facts)) return computed('integrity-policy', { lacking });
  const isSyncXhr = reported?.call.api === 'xhr' && reported.threw === 'NetworkError';
  if (isSyncXhr && forbidsSyncXhr(facts)) return computed('permissions-policy', { feature: 'sync-xhr' });
  const { mode, redirectMode, credentialsMode } = reported
    ? callOptions(reported.call)
    : { mode: null, redirectMode: null, credentialsMode: null };
  const origin = facts.origin ?? 'null';
  if (isMixedContent(url, origin) && !isUpgraded(facts)) return computed('mixed-content', { url, origin });
  if (isBlockedByPort(url)) return computed('bad-port', { url });
  // Without a known mode, no rule can have blocked the call.
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
    const requestedBy = reported ? (reported.call.element?.name ?? reported.call.api) : null;
    const isSettled = ruled.finding !== 'scheme-not-http' || !isExtensionUrl(url);
    if (ruled.finding && isSettled) return computed(ruled.finding, { ...ruled.evidence, requestedBy });
  }
  if (!isHttpUrl(url) && !isExtensionUrl(url) && reported?.end !== 'load')
    return computed('scheme-not-http', { url });
  if (reported && threw) return failed('call-threw', {}, reported.threw);
  return failed('never-seen');
}

/**
 * Returns the findings that fit if an element reported an error and its URL was not requested: a service worker's
 * response that it could not use, which Chrome does not show, or something else that made no request. null for all
 * other calls.
 */
export function unusedAnswerCodes(facts: ExchangeFacts): readonly Candidate[] | null {
  const reported = reportedCall(facts);
  const element = reported?.call.element;
  if (
    !reported ||
    !element ||
    reported.end !== 'error' ||
    !/^(img|image|input|script|link)$/.test(element.name)
  )
    return null;
  if (!isHttpUrl(lastHop(facts).url) || !isPotentiallyTrustworthy(facts.origin ?? 'null')) return null;
  const takesOpaque = callOptions(reported.call).mode === 'no-cors';
  return [
    ...(takesOpaque ? [] : (['service-worker-opaque'] as const)),
    'service-worker-failed',
    'never-seen',
  ];
}

/** Returns how an exchange without a request ended. */
export function unseenEnd(facts: ExchangeFacts): ObservedEnd {
  const reason = noRequestReason(facts);
  const codes = reason.code === 'never-seen' ? unusedAnswerCodes(facts) : null;
  return codes ? { kind: 'one-of', codes, error: null } : reason;
}

/** Whether a URL is a file of an extension, which pages can read if it is accessible to them. */
function isExtensionUrl(url: string): boolean {
  return /^(chrome|moz)-extension:/i.test(url);
}

/** Images, audio and video are upgraded to TLS instead of being blocked. */
function isUpgraded({ kind }: ExchangeFacts): boolean {
  return kind === 'image' || kind === 'media';
}
