import {
  type CredentialsMode,
  type FindingCode,
  isMixedContent,
  type Mode,
  type RedirectMode,
} from '../../engine';
import type { ExchangeFacts } from '../../protocol/facts';
import type { HeardCall, PageCall, PageEnd } from '../../protocol/page-hints';
import { lastHop } from '../facts/facts';
import type { Candidate, Fate } from '../verdict/observed-end';

/** What a page asked for; null where it hides that, or it is not known. */
export interface Asked {
  readonly mode: Mode | null;
  readonly credentialsMode: CredentialsMode | null;
  readonly redirectMode: RedirectMode | null;
}

/** The call behind an exchange, if one is known and no other fits. */
export function callOf({ page }: ExchangeFacts): HeardCall | null {
  return page?.call ?? null;
}

/** What a call asked for: as it said, and what its API leaves no choice in. */
export function askedBy({ api, mode, credentialsMode, redirectMode, element }: PageCall): Asked {
  switch (api) {
    case 'fetch':
      return { mode, credentialsMode, redirectMode };
    case 'xhr':
    case 'event-source':
      return { mode: 'cors', credentialsMode, redirectMode: 'follow' };
    case 'beacon':
      return { mode: null, credentialsMode: 'include', redirectMode: 'follow' };
    case 'websocket':
      return { mode: 'websocket', credentialsMode: 'include', redirectMode: 'follow' };
    case 'worker':
    case 'shared-worker':
      return { mode: 'same-origin', credentialsMode, redirectMode: 'follow' };
    case 'element':
      return { ...askedByElement(element), redirectMode: 'follow' };
  }
}

/** @see https://html.spec.whatwg.org/#cors-settings-attribute */
function askedByElement(element: PageCall['element']): Pick<Asked, 'mode' | 'credentialsMode'> {
  if (!element) return { mode: null, credentialsMode: null };
  const { name, crossOrigin, isModule } = element;
  if (/^(iframe|frame)$/.test(name)) return { mode: 'navigate', credentialsMode: 'include' };
  if (/^(object|embed)$/.test(name)) return { mode: null, credentialsMode: null };
  if (crossOrigin === 'use-credentials') return { mode: 'cors', credentialsMode: 'include' };
  if (crossOrigin === 'anonymous' || isModule || name === 'font') {
    return { mode: 'cors', credentialsMode: 'same-origin' };
  }
  return { mode: 'no-cors', credentialsMode: 'include' };
}

/** How an exchange ended for the page, where that says something about its response. */
export function pageEndOf(facts: ExchangeFacts): PageEnd | null {
  const heard = callOf(facts);
  // A frame loads even where it may not be shown.
  const isFrame = facts.type === 'sub_frame' || facts.type === 'object';
  return heard && !isFrame ? heard.end : null;
}

/**
 * A fate by what the page said, where events alone leave several open. What events decide stays: the page
 * can narrow a choice, never reverse what was observed.
 */
export function narrowed(fate: Fate, facts: ExchangeFacts): Fate {
  const heard = callOf(facts);
  if (fate.is === 'unfollowed') return heard ? ofUnfollowed(fate, askedBy(heard.call)) : fate;
  if (fate.is === 'refused' && isOpen(fate.otherwise)) {
    return { ...fate, otherwise: notFollowed(fate.otherwise, facts) };
  }
  if (fate.is !== 'one-of') return fate;
  const { codes, error } = fate;
  if (codes.includes('redirect-mode-error')) {
    const left = notFollowed(codes, facts);
    const [code] = left;
    if (left.length > 1 || code === undefined) return { ...fate, codes: left };
    if (code === 'none') return { is: 'delivered', cutShort: false };
    return { is: 'failed', code, error, evidence: evidenceOf(code, facts) };
  }
  const isServed = facts.end?.how === 'closed' && facts.end.because === 'service-worker';
  if (isServed) return ofServiceWorker(fate, facts);
  const end = pageEndOf(facts);
  if (codes.includes('orb') && end === 'error') return { is: 'failed', code: 'orb', error };
  const isEmbedder = codes.includes('coep-require-corp') && enforced(facts, 'coep-violation') !== undefined;
  return isEmbedder ? { is: 'failed', code: 'coep-require-corp', error } : fate;
}

/** What a service worker may have answered with, knowing what the page asked for and how that ended. */
function ofServiceWorker(fate: Extract<Fate, { is: 'one-of' }>, facts: ExchangeFacts): Fate {
  const heard = callOf(facts);
  const end = pageEndOf(facts);
  if (!heard || end === 'aborted') return fate;
  if (end === 'load') return { is: 'delivered', cutShort: false };
  const failures: readonly Candidate[] = ['service-worker-opaque', 'service-worker-failed'];
  // What an element was given may be nothing for it.
  const unusable: readonly Candidate[] = heard.call.element ? ['response-unusable'] : [];
  const codes = end === 'error' ? [...failures, ...unusable] : fate.codes;
  const takesOpaque = askedBy(heard.call).mode === 'no-cors';
  return { ...fate, codes: codes.filter((code) => !takesOpaque || code !== 'service-worker-opaque') };
}

function isOpen(codes: readonly Candidate[]): boolean {
  return codes.includes('redirect-mode-error') && codes.length > 1;
}

/** Firefox says of a redirect that it did not follow only that the response came. */
function ofUnfollowed(fate: Fate, { redirectMode }: Asked): Fate {
  if (redirectMode === 'manual') return { is: 'silent' };
  return redirectMode === 'error'
    ? { is: 'refused', on: 'response', otherwise: ['redirect-mode-error'] }
    : fate;
}

/** Which reasons for not following a redirect are left, knowing what the page asked for and was told. */
function notFollowed(codes: readonly Candidate[], facts: ExchangeFacts): readonly Candidate[] {
  const heard = callOf(facts);
  const without = (...others: readonly Candidate[]) => codes.filter((code) => !others.includes(code));
  if (enforced(facts, 'csp-violation')) return ['redirect-blocked-after'];
  if (!heard) return codes;
  const { mode, redirectMode } = askedBy(heard.call);
  if (redirectMode === 'manual') return ['none'];
  if (redirectMode === 'error') return ['redirect-mode-error'];
  const isTold = mode !== null;
  if (mode === 'same-origin' && codes.includes('mode-same-origin')) {
    return redirectMode === null ? without('redirect-blocked-after') : ['mode-same-origin'];
  }
  const left = isTold ? without('mode-same-origin') : codes;
  if (redirectMode === null) return left;
  const followed = left.filter((code) => code !== 'redirect-mode-error' && code !== 'none');
  const target = lastHop(facts).redirectedTo ?? '';
  if (isMixedContent(target, facts.origin ?? 'null')) return ['redirect-blocked-after'];
  // The page can give up at that very moment, too, if it kept a way to.
  return mayGiveUp(heard) ? [...followed, 'aborted'] : followed;
}

function mayGiveUp({ call: { api, hasSignal }, end }: HeardCall): boolean {
  return api === 'fetch' ? hasSignal !== false : end === null || end === 'aborted';
}

function evidenceOf(code: FindingCode, facts: ExchangeFacts) {
  const violation = code === 'redirect-blocked-after' ? enforced(facts, 'csp-violation') : undefined;
  return violation ? { directive: violation.directive, blockedUrl: violation.blockedUrl } : {};
}

/** The violation of a policy in force that the page was told of; undefined if it was told of none. */
export function enforced({ page }: ExchangeFacts, type: 'csp-violation' | 'coep-violation') {
  return page?.violations.find((each) => each.type === type && each.disposition === 'enforce');
}
