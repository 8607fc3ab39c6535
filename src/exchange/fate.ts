import {
  type BrowserName,
  type FindingCode,
  getHeader,
  isRedirectStatus,
  originOf,
  parseUrl,
} from '../engine';
import type { ExchangeFacts } from '../protocol/facts';
import { codeOfError } from './errors';
import { lastHop } from './facts';

/** A code that fits, or that nothing went wrong. */
export type Candidate = FindingCode | 'none';

/** What the browser's events say became of an exchange, before any rule is computed. */
export type Fate =
  | { readonly is: 'running' }
  /** It reached the page's side: every check before that passed. `cutShort`: its body did not come whole. */
  | { readonly is: 'delivered'; readonly cutShort: boolean }
  /** A check failed, and the headers say which; `otherwise` is what fits if they do not. */
  | {
      readonly is: 'refused';
      readonly on: 'preflight' | 'response';
      readonly otherwise: readonly Candidate[];
    }
  /** The browser's words name the reason. */
  | { readonly is: 'failed'; readonly code: FindingCode; readonly error: string | null }
  /** Several causes show the same events. */
  | { readonly is: 'one-of'; readonly codes: readonly Candidate[]; readonly error: string | null }
  /** It ended, and whether the page got it is not shown: a document's requests in Firefox. */
  | { readonly is: 'silent' };

/** What became of an exchange by the events of that browser. `preflight` is its last hop's. */
export function fateOf(
  browser: BrowserName,
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
): Fate {
  const { end } = facts;
  const hop = lastHop(facts);
  if (end?.how === 'closed') return closedFate(facts, end.because);
  if (end === null && hop.askedForLogin) return { is: 'failed', code: 'login-prompt', error: null };
  if (end === null && hop.responseStartedAtMs === null) return { is: 'running' };
  if (end?.how === 'failed') {
    return browser === 'chrome'
      ? chromeFailure(facts, preflight, end.error)
      : firefoxFailure(facts, preflight, end.error);
  }
  if (browser === 'chrome' || facts.initiator !== 'document') return { is: 'delivered', cutShort: false };
  const isUnfollowed =
    isRedirectStatus(hop.status ?? 0) && getHeader(hop.responseHeaders ?? [], 'Location') !== null;
  if (isUnfollowed && facts.type === 'xmlhttprequest') {
    return { is: 'one-of', codes: ['redirect-mode-error', 'none'], error: null };
  }
  return { is: 'silent' };
}

type Because = Extract<ExchangeFacts['end'], { how: 'closed' }>['because'];

function closedFate(facts: ExchangeFacts, because: Because): Fate {
  switch (because) {
    case 'document-gone':
    case 'request-ended':
      return { is: 'failed', code: 'aborted', error: null };
    case 'redirect-scheme':
      return { is: 'failed', code: 'redirect-scheme', error: null };
    case 'service-worker':
      return { is: 'one-of', codes: serviceWorkerCodes(facts), error: null };
    case 'background-stopped':
      return { is: 'failed', code: 'ended-unseen', error: null };
  }
}

function serviceWorkerCodes({ type }: ExchangeFacts): readonly Candidate[] {
  return type === 'xmlhttprequest' ? ['none', 'service-worker-opaque'] : ['none'];
}

function chromeFailure(facts: ExchangeFacts, preflight: ExchangeFacts | undefined, error: string): Fate {
  const hop = lastHop(facts);
  const isGeneral = error === 'net::ERR_FAILED';
  const isAborted = error === 'net::ERR_ABORTED';
  if (hop.responseStartedAtMs !== null && (isGeneral || isAborted))
    return { is: 'delivered', cutShort: true };
  if (hop.redirectedTo !== null && isAborted) return { is: 'one-of', codes: notFollowed(facts), error };
  if (preflight && hop.requestHeaders === null) return chromePreflightFailure(preflight, error);
  if (isGeneral && hop.responseHeaders !== null)
    return { is: 'refused', on: 'response', otherwise: ['unexplained'] };
  if (isGeneral) return { is: 'one-of', codes: ['network-other', 'local-network-denied'], error };
  return byError('chrome', facts, error);
}

/** The request never went out: its preflight says why, or the error that the request itself carries. */
function chromePreflightFailure({ end }: ExchangeFacts, error: string): Fate {
  if (error === 'net::ERR_ABORTED') return { is: 'failed', code: 'aborted', error };
  if (error !== 'net::ERR_FAILED') return { is: 'failed', code: 'preflight-network-error', error };
  if (end?.how === 'completed') return { is: 'refused', on: 'preflight', otherwise: ['unexplained'] };
  if (end?.how === 'failed' && end.error === 'net::ERR_BLOCKED_BY_CLIENT') {
    return { is: 'failed', code: 'blocked-by-extension', error: end.error };
  }
  return {
    is: 'one-of',
    codes: ['preflight-network-error', 'local-network-denied', 'preflight-redirect'],
    error,
  };
}

function firefoxFailure(facts: ExchangeFacts, preflight: ExchangeFacts | undefined, error: string): Fate {
  const hop = lastHop(facts);
  if (error === 'NS_ERROR_DOM_BAD_URI') {
    if (hop.responseHeaders !== null) return { is: 'refused', on: 'response', otherwise: ['unexplained'] };
    const wasAnswered = preflight !== undefined && lastHop(preflight).responseHeaders !== null;
    if (wasAnswered) return { is: 'refused', on: 'preflight', otherwise: ['unexplained'] };
    if (preflight) {
      const why = preflight.end?.how === 'failed' ? preflight.end.error : error;
      return { is: 'failed', code: 'preflight-network-error', error: why };
    }
  }
  if (hop.redirectedTo !== null && /^NS_ERROR_(UNEXPECTED|NET_ON_RECEIVING_FROM|DOM_BAD_URI)$/.test(error)) {
    return { is: 'refused', on: 'response', otherwise: notFollowed(facts) };
  }
  // Beacons are delivered, and then nobody waits for the rest.
  if (error === 'NS_ERROR_FAILURE' && facts.type === 'beacon' && hop.responseHeaders !== null) {
    return { is: 'silent' };
  }
  return byError('firefox', facts, error);
}

/** Why a redirect that was answered was not followed: events do not tell these apart. */
function notFollowed(facts: ExchangeFacts): readonly Candidate[] {
  const { redirectedTo } = lastHop(facts);
  const target = parseUrl(redirectedTo ?? '');
  const codes: Candidate[] = ['redirect-mode-error', 'none', 'redirect-blocked-after'];
  if (target && originOf(target.href) !== facts.origin) codes.push('mode-same-origin');
  if (target && (target.username !== '' || target.password !== ''))
    codes.unshift('redirect-with-credentials');
  return codes;
}

function byError(browser: BrowserName, facts: ExchangeFacts, error: string): Fate {
  const codes = codeOfError(browser, facts, error);
  const [code] = codes;
  if (codes.length === 1 && code) return { is: 'failed', code, error };
  return { is: 'one-of', codes, error };
}
