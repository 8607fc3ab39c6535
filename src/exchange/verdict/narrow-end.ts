import { type FindingCode, isMixedContent } from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { ReportedCall } from '../../protocol/page-hints';
import { callOptions, callsBehind, enforced, pageEndOf, reportedCall } from '../calls/page-report';
import { lastHop } from '../facts/facts';
import type { ObservedEnd } from './end-kinds';
import { refusedHandshake } from './socket-end';
import type { Candidate } from './verdict';

/**
 * Narrows an observed end by the page's report if the events leave several possibilities. The page can narrow
 * a choice but never reverse an observation.
 */
export function narrowedEnd(observed: ObservedEnd, facts: ExchangeFacts): ObservedEnd {
  if (facts.kind === 'websocket') return narrowedSocketEnd(observed, facts);
  if (observed.kind === 'unfollowed') return ofUnfollowed(observed, facts);
  if (observed.kind === 'refused' && isOpen(observed.otherwise)) {
    return { ...observed, otherwise: notFollowed(observed.otherwise, facts) };
  }
  if (observed.kind !== 'one-of') return observed;
  const { codes, error } = observed;
  if (isOpen(codes)) {
    const left = notFollowed(codes, facts);
    const [code] = left;
    if (left.length > 1 || code === undefined) return { ...observed, codes: left };
    // Events show no difference; the options of the call decide, unless the browser reported a violation.
    if (code === 'none') return { kind: 'delivered', cutShort: false, isComputed: true };
    const evidence = evidenceOf(code, facts);
    if (enforced(facts, 'csp-violation')) return { kind: 'failed', code, error, evidence };
    return { kind: 'failed', code, error, evidence, isComputed: true };
  }
  const isServed = facts.end?.how === 'closed' && facts.end.because === 'service-worker';
  if (isServed) return ofServiceWorker(observed, facts);
  const end = pageEndOf(facts);
  if (codes.includes('orb') && end === 'error') return { kind: 'failed', code: 'orb', error };
  if (!codes.includes('coep-require-corp')) return observed;
  if (enforced(facts, 'coep-violation')) return { kind: 'failed', code: 'coep-require-corp', error };
  return enforced(facts, 'dip-violation')
    ? { kind: 'failed', code: 'document-isolation-policy', error }
    : observed;
}

/** Firefox reports no end of a handshake that the page gave up, and completes a 101 that it rejects. */
function narrowedSocketEnd(observed: ObservedEnd, facts: ExchangeFacts): ObservedEnd {
  if (pageEndOf(facts) !== 'error') return observed;
  const hop = lastHop(facts);
  if (observed.kind === 'silent') return refusedHandshake(hop, null);
  return observed.kind === 'running'
    ? { kind: 'one-of', codes: ['aborted', 'socket-handshake', 'network-other'], error: null }
    : observed;
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
  return codes.includes('redirect-blocked-after') && codes.length > 1;
}

/** For a redirect that it did not follow, Firefox only reports that the response arrived. */
function ofUnfollowed(observed: ObservedEnd, facts: ExchangeFacts): ObservedEnd {
  const modes = new Set(callsBehind(facts).map(({ call }) => callOptions(call).redirectMode));
  const [redirectMode] = modes;
  if (modes.size !== 1) return observed;
  if (redirectMode === 'manual') return { kind: 'silent' };
  return redirectMode === 'error'
    ? { kind: 'refused', on: 'response', otherwise: ['redirect-mode-error'], isComputed: true }
    : observed;
}

/** Narrows the reasons for not following a redirect by the page's report. */
function notFollowed(codes: readonly Candidate[], facts: ExchangeFacts): readonly Candidate[] {
  if (enforced(facts, 'csp-violation')) return ['redirect-blocked-after'];
  const calls = callsBehind(facts);
  if (calls.length === 0) return codes;
  return [...new Set(calls.flatMap((reported) => notFollowedBy(reported, codes, facts)))];
}

/** Returns the reasons that remain if that call made the exchange. */
function notFollowedBy(
  reported: ReportedCall,
  codes: readonly Candidate[],
  facts: ExchangeFacts,
): readonly Candidate[] {
  const without = (...others: readonly Candidate[]) => codes.filter((code) => !others.includes(code));
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
