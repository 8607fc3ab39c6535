import {
  type BrowserName,
  type Evidence,
  type FindingCode,
  frameAncestorsCheck,
  frameOptionsCheck,
  getHeader,
  isRedirectStatus,
  locationUrl,
  originOf,
  parseUrl,
} from '../../engine';
import type { ExchangeFacts, HopFacts } from '../../protocol/facts';
import { callOf } from '../calls/page-report';
import { isHttpUrl, isTimedAnswer, lastHop } from '../facts/facts';
import { codeOfError } from './errors';
import type { Candidate } from './verdict';

/** How an exchange ended according to the browser's events, before any rule is applied. */
export type ObservedEnd =
  | { readonly is: 'running' }
  /** It reached the page, so all earlier checks passed. `cutShort`: its body is incomplete. */
  | { readonly is: 'delivered'; readonly cutShort: boolean }
  /** A check failed, and the headers show which; `otherwise` lists the candidates if they do not. */
  | {
      readonly is: 'refused';
      readonly on: 'preflight' | 'response';
      readonly otherwise: readonly Candidate[];
    }
  /** The browser's error names the reason. */
  | {
      readonly is: 'failed';
      readonly code: FindingCode;
      readonly error: string | null;
      /** The place of the failure, if it is not the response. */
      readonly on?: 'preflight' | 'request';
      readonly evidence?: Evidence;
      /** The reason was not observed but computed by a rule from recorded facts. */
      readonly isComputed?: true;
    }
  /**
   * A redirect was not followed, because of its redirect mode or the CORS check; events do not show whether
   * it failed.
   */
  | { readonly is: 'unfollowed' }
  /** Several causes produce the same events. */
  | { readonly is: 'one-of'; readonly codes: readonly Candidate[]; readonly error: string | null }
  /**
   * It ended, but the events do not show whether the page received it, as with a document's requests in
   * Firefox.
   */
  | { readonly is: 'silent' };

/**
 * Returns how an exchange ended according to the events of `browser`. `preflight` is the preflight of its
 * last hop.
 */
export function observedEnd(
  browser: BrowserName,
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
): ObservedEnd {
  const { end } = facts;
  const hop = lastHop(facts);
  if (end?.how === 'closed') return closedEnd(facts, end.because);
  if (end === null && hop.askedForLogin) return { is: 'failed', code: 'login-prompt', error: null };
  if (end === null && hop.responseStartedAtMs === null) return { is: 'running' };
  if (end?.how === 'failed') {
    return browser === 'chrome'
      ? chromeFailure(facts, preflight, end.error)
      : firefoxFailure(facts, preflight, end.error);
  }
  if (facts.type === 'websocket' && hop.status !== null && hop.status !== 101) {
    return { is: 'failed', code: 'network-other', error: null };
  }
  if (browser === 'chrome' && facts.type === 'sub_frame') return chromeFrame(facts);
  if (browser === 'chrome' || facts.initiator !== 'document') return { is: 'delivered', cutShort: false };
  if (hop.responseHeaders === null) return { is: 'failed', code: 'ended-unseen', error: null };
  const isUnfollowed =
    isRedirectStatus(hop.status ?? 0) && getHeader(hop.responseHeaders, 'Location') !== null;
  return { is: isUnfollowed && facts.type === 'xmlhttprequest' ? 'unfollowed' : 'silent' };
}

/** Chrome reports a frame as loaded even if its own headers or the embedding page's policy block it. */
function chromeFrame(facts: ExchangeFacts, cutShort = false): ObservedEnd {
  const embedders = facts.page?.violations.filter(({ type }) => type === 'coep-violation') ?? [];
  if (embedders.some(({ disposition }) => disposition === 'enforce')) {
    return { is: 'failed', code: 'coep-frame', error: null };
  }
  const { responseHeaders, status, url } = lastHop(facts);
  const response = { status: status ?? 0, headerList: responseHeaders ?? [] };
  const document = { url, ancestors: facts.ancestors };
  const results = [frameAncestorsCheck, frameOptionsCheck].map((check) => check(document, response)?.result);
  if (results.includes('refused'))
    return { is: 'failed', code: 'frame-refused', error: null, isComputed: true };
  if (responseHeaders === null || results.includes('unknown'))
    return { is: 'one-of', codes: ['frame-refused', 'none'], error: null };
  return { is: 'delivered', cutShort };
}

type Because = Extract<ExchangeFacts['end'], { how: 'closed' }>['because'];

function closedEnd(facts: ExchangeFacts, because: Because): ObservedEnd {
  switch (because) {
    case 'document-gone':
    case 'request-ended':
      return { is: 'failed', code: 'aborted', error: null };
    case 'redirect-scheme':
      return { is: 'failed', code: 'redirect-scheme', error: null };
    case 'service-worker':
      if (isTimedAnswer(facts)) return { is: 'delivered', cutShort: isGivenUp(facts) };
      return { is: 'one-of', codes: serviceWorkerCodes(facts), error: null };
    case 'background-stopped':
      return { is: 'failed', code: 'ended-unseen', error: null };
    case 'never-seen':
      return { is: 'failed', code: 'never-seen', error: null, on: 'request' };
  }
}

/** Resource Timing has an entry as soon as the headers arrive, even if the body fails later. */
function isGivenUp(facts: ExchangeFacts): boolean {
  const heard = callOf(facts);
  return heard?.call.element === null && (heard.end === 'error' || heard.end === 'aborted');
}

function serviceWorkerCodes({ type }: ExchangeFacts): readonly Candidate[] {
  return type === 'xmlhttprequest' ? ['none', 'service-worker-opaque', 'service-worker-failed'] : ['none'];
}

function chromeFailure(
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
  error: string,
): ObservedEnd {
  const hop = lastHop(facts);
  const isGeneral = error === 'net::ERR_FAILED';
  const isAborted = error === 'net::ERR_ABORTED';
  if (hop.responseStartedAtMs !== null) {
    return facts.type === 'sub_frame' ? chromeFrame(facts, true) : { is: 'delivered', cutShort: true };
  }
  if (hop.redirectedTo !== null && isAborted) return { is: 'one-of', codes: notFollowed(facts), error };
  // A request with a response was sent, even if a stop of the background hid that.
  const isUnsent = hop.requestHeaders === null && hop.responseHeaders === null;
  if (preflight && isUnsent) return chromePreflightFailure(preflight, error);
  if (isGeneral && hop.responseHeaders !== null)
    return { is: 'refused', on: 'response', otherwise: ['unexplained'] };
  if (isGeneral && hop.requestHeaders === null && !isHttpUrl(hop.url))
    return { is: 'failed', code: 'scheme-not-http', error };
  if (isGeneral) return { is: 'one-of', codes: localNetworkCodes(facts), error };
  return byError('chrome', facts, error);
}

/** Only fetch() can specify an address space, and so specify a wrong one. */
function localNetworkCodes({ type }: ExchangeFacts): readonly Candidate[] {
  const codes: readonly Candidate[] = ['network-other', 'local-network-denied'];
  return type === 'xmlhttprequest' ? [...codes, 'local-network-mismatch'] : codes;
}

/** The request was never sent; its preflight or its own error shows why. */
function chromePreflightFailure({ end }: ExchangeFacts, error: string): ObservedEnd {
  if (error === 'net::ERR_ABORTED') return { is: 'failed', code: 'aborted', error };
  if (error !== 'net::ERR_FAILED')
    return { is: 'failed', code: 'preflight-network-error', error, on: 'preflight' };
  if (end?.how === 'completed') return { is: 'refused', on: 'preflight', otherwise: ['unexplained'] };
  if (end?.how === 'failed' && end.error === 'net::ERR_BLOCKED_BY_CLIENT') {
    return { is: 'failed', code: 'blocked-by-extension', error: end.error, on: 'preflight' };
  }
  return {
    is: 'one-of',
    codes: ['preflight-network-error', 'local-network-denied', 'preflight-redirect'],
    error,
  };
}

/**
 * Errors that can end a response while its body loads. By then, a failed CORS check would have ended in
 * another error.
 */
const isOfBody = /^NS_(BINDING_ABORTED|ERROR_NET_(PARTIAL_TRANSFER|RESET|INTERRUPT|TIMEOUT))$/;

function firefoxFailure(
  facts: ExchangeFacts,
  preflight: ExchangeFacts | undefined,
  error: string,
): ObservedEnd {
  const hop = lastHop(facts);
  if (hop.responseStartedAtMs !== null && isOfBody.test(error)) return { is: 'delivered', cutShort: true };
  const location = unfollowedLocation(hop);
  if (location !== null && error === 'NS_ERROR_CORRUPTED_CONTENT') {
    return {
      is: 'failed',
      code: location === 'failure' ? 'redirect-location-invalid' : 'redirect-scheme',
      error,
    };
  }
  if (location !== null && error === 'NS_BINDING_FAILED') {
    return { is: 'failed', code: 'redirect-mode-error', error };
  }
  if (error === 'NS_ERROR_DOM_BAD_URI') {
    if (location !== null) {
      const isForeign = originOf(location) !== facts.origin;
      return { is: 'refused', on: 'response', otherwise: [isForeign ? 'mode-same-origin' : 'unexplained'] };
    }
    if (hop.responseHeaders !== null) return { is: 'refused', on: 'response', otherwise: ['unexplained'] };
    const wasAnswered = preflight !== undefined && lastHop(preflight).responseHeaders !== null;
    if (wasAnswered) return { is: 'refused', on: 'preflight', otherwise: ['unexplained'] };
    if (preflight) {
      const why = preflight.end?.how === 'failed' ? preflight.end.error : error;
      return { is: 'failed', code: 'preflight-network-error', error: why, on: 'preflight' };
    }
  }
  if (hop.redirectedTo !== null && /^NS_ERROR_(UNEXPECTED|NET_ON_RECEIVING_FROM|DOM_BAD_URI)$/.test(error)) {
    return { is: 'refused', on: 'response', otherwise: notFollowed(facts) };
  }
  // Beacons are delivered, and then the browser does not wait for the response.
  if (error === 'NS_ERROR_FAILURE' && facts.type === 'beacon' && hop.responseHeaders !== null) {
    return { is: 'silent' };
  }
  // An EventSource ends like this after all checks if the page closes it or Firefox rejects its response.
  if (error === 'NS_ERROR_ABORT' && facts.type === 'xmlhttprequest' && hop.responseHeaders !== null) {
    return { is: 'silent' };
  }
  return byError('firefox', facts, error);
}

/** Returns the target of a redirect that the browser did not announce to follow; null if there is none. */
function unfollowedLocation({ url, status, responseHeaders, redirectedTo }: HopFacts) {
  if (status === null || responseHeaders === null || redirectedTo !== null) return null;
  return locationUrl({ status, headerList: responseHeaders }, url);
}

/** Returns the possible reasons why a redirect was not followed; events do not distinguish them. */
function notFollowed(facts: ExchangeFacts): readonly Candidate[] {
  const { redirectedTo } = lastHop(facts);
  const target = parseUrl(redirectedTo ?? '');
  const codes: Candidate[] = ['redirect-mode-error', 'none', 'redirect-blocked-after'];
  if (target && originOf(target.href) !== facts.origin) codes.push('mode-same-origin');
  if (target && (target.username !== '' || target.password !== ''))
    codes.unshift('redirect-with-credentials');
  return codes;
}

function byError(browser: BrowserName, facts: ExchangeFacts, error: string): ObservedEnd {
  const codes = codeOfError(browser, facts, error);
  const [code] = codes;
  if (codes.length === 1 && code) return { is: 'failed', code, error };
  return { is: 'one-of', codes, error };
}
