import { type FindingCode, isMixedContent } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { ReportedCall } from '../../protocol/page-hints';
import { type CallOptions, callOptions, enforced, pageEndOf, reportedCall } from '../calls/page-report';
import { lastHop } from '../facts/facts';
import type { ObservedEnd } from './end-kinds';
import type { Candidate } from './verdict';

/**
 * Narrows an observed end by the page's report if the events leave several possibilities. The page can narrow
 * a choice but never reverse an observation.
 */
export function narrowedEnd(observed: ObservedEnd, facts: ExchangeFacts): ObservedEnd {
  const reported = reportedCall(facts);
  if (observed.kind === 'unfollowed')
    return reported ? ofUnfollowed(observed, callOptions(reported.call)) : observed;
  if (observed.kind === 'refused' && isOpen(observed.otherwise)) {
    return { ...observed, otherwise: notFollowed(observed.otherwise, facts) };
  }
  if (observed.kind !== 'one-of') return observed;
  const { codes, error } = observed;
  if (codes.includes('redirect-mode-error')) {
    const left = notFollowed(codes, facts);
    const [code] = left;
    if (left.length > 1 || code === undefined) return { ...observed, codes: left };
    if (code === 'none') return { kind: 'delivered', cutShort: false };
    return { kind: 'failed', code, error, evidence: evidenceOf(code, facts) };
  }
  const isServed = facts.end?.how === 'closed' && facts.end.because === 'service-worker';
  if (isServed) return ofServiceWorker(observed, facts);
  const end = pageEndOf(facts);
  if (codes.includes('orb') && end === 'error') return { kind: 'failed', code: 'orb', error };
  const isEmbedder = codes.includes('coep-require-corp') && enforced(facts, 'coep-violation') !== undefined;
  return isEmbedder ? { kind: 'failed', code: 'coep-require-corp', error } : observed;
}

/** Narrows the possible answers of a service worker by the page's call and how it ended. */
function ofServiceWorker(
  observed: Extract<ObservedEnd, { kind: 'one-of' }>,
  facts: ExchangeFacts,
): ObservedEnd {
  const reported = reportedCall(facts);
  const end = pageEndOf(facts);
  if (!reported || end === 'aborted') return observed;
  if (end === 'load') return { kind: 'delivered', cutShort: false };
  const failures: readonly Candidate[] = ['service-worker-opaque', 'service-worker-failed'];
  // An element may be unable to use the response.
  const unusable: readonly Candidate[] = reported.call.element ? ['response-unusable'] : [];
  const codes = end === 'error' ? [...failures, ...unusable] : observed.codes;
  const takesOpaque = callOptions(reported.call).mode === 'no-cors';
  return { ...observed, codes: codes.filter((code) => !takesOpaque || code !== 'service-worker-opaque') };
}

function isOpen(codes: readonly Candidate[]): boolean {
  return codes.includes('redirect-mode-error') && codes.length > 1;
}

/** For a redirect that it did not follow, Firefox only reports that the response arrived. */
function ofUnfollowed(observed: ObservedEnd, { redirectMode }: CallOptions): ObservedEnd {
  if (redirectMode === 'manual') return { kind: 'silent' };
  return redirectMode === 'error'
    ? { kind: 'refused', on: 'response', otherwise: ['redirect-mode-error'] }
    : observed;
}

/** Narrows the reasons for not following a redirect by the page's report. */
function notFollowed(codes: readonly Candidate[], facts: ExchangeFacts): readonly Candidate[] {
  const reported = reportedCall(facts);
  const without = (...others: readonly Candidate[]) => codes.filter((code) => !others.includes(code));
  if (enforced(facts, 'csp-violation')) return ['redirect-blocked-after'];
  if (!reported) return codes;
  const { mode, redirectMode } = callOptions(reported.call);
  if (redirectMode === 'manual') return ['none'];
  if (redirectMode === 'error') return ['redirect-mode-error'];
  const isReported = mode !== null;
  if (mode === 'same-origin' && codes.includes('mode-same-origin')) {
    return redirectMode === null ? without('redirect-blocked-after') : ['mode-same-origin'];
  }
  const left = isReported ? without('mode-same-origin') : codes;
  if (redirectMode === null) return left;
  const followed = left.filter((code) => code !== 'redirect-mode-error' && code !== 'none');
  const target = lastHop(facts).redirectedTo ?? '';
  if (isMixedContent(target, facts.origin ?? 'null')) return ['redirect-blocked-after'];
  // The page can also abort at that very moment if it kept a way to do so.
  return mayGiveUp(reported) ? [...followed, 'aborted'] : followed;
}

function mayGiveUp({ call: { api, hasSignal }, end }: ReportedCall): boolean {
  return api === 'fetch' ? hasSignal !== false : end === null || end === 'aborted';
}

function evidenceOf(code: FindingCode, facts: ExchangeFacts) {
  const violation = code === 'redirect-blocked-after' ? enforced(facts, 'csp-violation') : undefined;
  return violation ? { directive: violation.directive, blockedUrl: violation.blockedUrl } : {};
}
