import {
  type BrowserName,
  type Evidence,
  type FindingCode,
  getHeader,
  isRedirectStatus,
  locationUrl,
  originOf,
} from '../../engine';
import { type ExchangeFacts, type HopFacts, statusOf } from '../../protocol/facts';
import { callsBehind, reportedCall } from '../calls/page-report';
import { isTimedAnswer, lastHop } from '../facts/facts';
import { isFollowed } from '../facts/request-url';
import { withoutDocument } from '../facts/without-document';
import type { ObservedEnd } from './end-kinds';
import { codeOfError } from './errors';
import { localNetworkEvidence, mayDeclareSpace, mismatchEnd } from './local-network';
import { notFollowed } from './not-followed';
import { notShownEnd } from './not-shown-end';
import { refusedStyle } from './not-usable';
import { redirectedFrameEnd } from './own-policies';
import { chromeFrame, isFramed, workerPolicyEnd } from './policy-end';
import { destinationOf, evidenceOf as evidenceOfUse } from './script-use';
import { socketEnd } from './socket-end';
import type { Candidate } from './verdict';

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
  const ofSocket = facts.kind === 'websocket' ? socketEnd(browser, facts) : null;
  if (ofSocket) return ofSocket;
  if (end?.how === 'printed') return printedEnd(end);
  if (end?.how === 'closed') return closedEnd(browser, facts, end.because, preflight);
  if (end === null && hop.responseStartedAtMs === null) {
    return hop.askedForLogin ? { kind: 'failed', code: 'login-prompt', error: null } : { kind: 'running' };
  }
  if (end?.how === 'failed') {
    return browser === 'chrome'
      ? chromeFailure(facts, preflight, end.error)
      : firefoxFailure(facts, preflight, end.error);
  }
  const worker = workerPolicyEnd(facts);
  if (worker) return worker;
  if (browser === 'chrome' && isFramed(facts)) return chromeFrame(facts);
  if (browser === 'chrome' || isWorkersFetch(facts)) return { kind: 'delivered', cutShort: false };
  if (hop.response === null) return { kind: 'failed', code: 'ended-unseen', error: null };
  const isUnfollowed =
    isRedirectStatus(hop.response.status) && getHeader(hop.response.headerList, 'Location') !== null;
  if (!isUnfollowed || facts.kind !== 'fetch') return { kind: 'silent' };
  return facts.initiator === 'document' ? { kind: 'unfollowed' } : { kind: 'delivered', cutShort: false };
}

type Because = Extract<ExchangeFacts['end'], { how: 'closed' }>['because'];

function closedEnd(
  browser: BrowserName,
  facts: ExchangeFacts,
  because: Because,
  preflight: ExchangeFacts | undefined,
): ObservedEnd {
  switch (because) {
    case 'document-gone':
      if (isKeptAlive(facts)) return { kind: 'running' };
      if (mayBeKeptAlive(facts)) return { kind: 'one-of', codes: ['aborted', 'none'], error: null };
      return { kind: 'failed', code: 'aborted', error: null, isComputed: true };
    case 'request-ended':
      return { kind: 'failed', code: 'aborted', error: null, isComputed: true };
    case 'redirect-scheme':
      return { kind: 'failed', code: 'redirect-scheme', error: null, isComputed: true };
    case 'service-worker':
      if (isTimedAnswer(facts)) return { kind: 'delivered', cutShort: isGivenUp(facts) };
      return { kind: 'one-of', codes: serviceWorkerCodes(facts), error: null };
    case 'background-stopped':
      return { kind: 'failed', code: 'ended-unseen', error: null };
    case 'never-seen':
      return { kind: 'failed', code: 'never-seen', error: null, on: 'request' };
    case 'not-shown':
      return notShownEnd(browser, facts, preflight);
  }
}

/** Returns the end that a message of the console names. */
function printedEnd({
  codes,
  value,
  header,
  status,
}: Extract<ExchangeFacts['end'], { how: 'printed' }>): ObservedEnd {
  const [code] = codes;
  if (code === undefined) return { kind: 'failed', code: 'ended-unseen', error: null };
  const evidence = {
    ...(value === null ? {} : { [code.includes('credentials-') ? 'credentials' : 'origin']: value }),
    ...(header === null ? {} : { missingNames: header }),
    ...(status === null ? {} : { status: String(status) }),
  };
  if (codes.length > 1) return { kind: 'one-of', codes, error: null, evidence };
  const on = code.startsWith('preflight-') ? ({ on: 'preflight' } as const) : {};
  return { kind: 'failed', code, error: null, evidence, ...on };
}

/** Whether a request outlives its document, whose end it need not share. */
function isKeptAlive(facts: ExchangeFacts): boolean {
  const calls = callsBehind(facts);
  return calls.length > 0 && calls.every(({ call }) => call.keepalive === true || call.api === 'fetchLater');
}

/** Whether a fetch() of the page may have made it, whose options are not known. */
function mayBeKeptAlive(facts: ExchangeFacts): boolean {
  const calls = callsBehind(facts);
  const isHidden =
    calls.length === 0 || calls.some(({ call }) => call.api === 'fetch' && call.keepalive !== false);
  return facts.kind === 'fetch' && isHidden;
}

/** Resource Timing has an entry as soon as the headers arrive, even if the body fails later. */
function isGivenUp(facts: ExchangeFacts): boolean {
  const reported = reportedCall(facts);
  return reported?.call.element === null && (reported.end === 'error' || reported.end === 'aborted');
}

function serviceWorkerCodes({ kind }: ExchangeFacts): readonly Candidate[] {
  return kind === 'fetch' ? ['none', 'service-worker-opaque', 'service-worker-failed'] : ['none'];
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
    if (error.startsWith('net::ERR_CONTENT_DECODING_')) return byError('chrome', facts, error);
    const refused = isGeneral || isAborted ? refusedStyle(facts) : null;
    if (refused) return { kind: 'failed', code: 'nosniff', error, evidence: refused, isComputed: true };
    const worker = workerPolicyEnd(facts);
    if (worker) return worker;
    const cutShort = canHaveBody(hop);
    return isFramed(facts) ? chromeFrame(facts, cutShort) : { kind: 'delivered', cutShort };
  }
  const ofFrame = isAborted ? redirectedFrameEnd(facts, error) : null;
  if (ofFrame) return ofFrame;
  if (hop.redirectedTo !== null && isAborted && !isFollowed(hop.redirectedTo))
    return { kind: 'failed', code: 'redirect-scheme', error, isComputed: true };
  if (hop.redirectedTo !== null && isAborted)
    return { kind: 'one-of', codes: notFollowed(facts, hop.redirectedTo), error };
  // A request with a response was sent, even if a stop of the background hid that.
  const isUnsent = hop.requestHeaders === null && hop.response === null;
  if (preflight && isUnsent) return chromePreflightFailure(preflight, error);
  if (isGeneral && hop.response !== null)
    return { kind: 'refused', on: 'response', otherwise: ['unexplained'] };
  if (isGeneral && hop.requestHeaders === null && !isFollowed(hop.url))
    return { kind: 'failed', code: 'scheme-not-http', error };
  if (isGeneral) return mismatchEnd(facts, error) ?? { kind: 'one-of', codes: generalCodes(facts), error };
  return byError('chrome', facts, error);
}

function generalCodes(facts: ExchangeFacts): readonly Candidate[] {
  const { kind } = facts;
  const codes: readonly Candidate[] = ['network-other', 'local-network-denied'];
  // Chrome shows the target of a worker's redirect as a request of its own, also if another origin is not allowed.
  if (kind === 'script') return [...codes, 'mode-same-origin'];
  return mayDeclareSpace(facts) ? [...codes, 'local-network-mismatch'] : codes;
}

/** The request was never sent; its preflight or its own error shows why. */
function chromePreflightFailure({ end }: ExchangeFacts, error: string): ObservedEnd {
  if (error === 'net::ERR_ABORTED') return { kind: 'failed', code: 'aborted', error };
  if (error !== 'net::ERR_FAILED')
    return { kind: 'failed', code: 'preflight-network-error', error, on: 'preflight' };
  if (end?.how === 'completed') return { kind: 'refused', on: 'preflight', otherwise: ['unexplained'] };
  if (end?.how === 'failed' && end.error === 'net::ERR_BLOCKED_BY_CLIENT') {
    return { kind: 'failed', code: 'blocked-by-extension', error: end.error, on: 'preflight' };
  }
  return {
    kind: 'one-of',
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
  if (hop.responseStartedAtMs !== null && isOfBody.test(error)) {
    const isEmpty = isFramed(facts) && withoutDocument(facts) !== null;
    return { kind: 'delivered', cutShort: canHaveBody(hop) && !isEmpty };
  }
  const location = unfollowedLocation(hop);
  if (location !== null && error === 'NS_ERROR_CORRUPTED_CONTENT') {
    return { kind: 'failed', code: refusedLocation(location), error };
  }
  // The script of a service worker is requested with redirect mode error.
  const isServiceWorker = error === 'NS_ERROR_REDIRECT_LOOP' && destinationOf(facts) === 'serviceworker';
  if (location !== null && (error === 'NS_BINDING_FAILED' || isServiceWorker)) {
    return { kind: 'failed', code: 'redirect-mode-error', error };
  }
  if (error === 'NS_ERROR_DOM_BAD_URI') {
    if (location !== null) {
      // A navigation may lead to any origin, so a policy of the page blocked it.
      if (isFramed(facts)) return { kind: 'failed', code: 'redirect-blocked-after', error };
      const isForeign = originOf(location) !== facts.origin;
      return { kind: 'refused', on: 'response', otherwise: [isForeign ? 'mode-same-origin' : 'unexplained'] };
    }
    if (hop.response !== null) return { kind: 'refused', on: 'response', otherwise: ['unexplained'] };
    const wasAnswered = preflight !== undefined && lastHop(preflight).response !== null;
    // It counts lines that it does not show, such as an empty one.
    const hidden = ['preflight-allow-origin-multiple', 'unexplained'] as const;
    if (wasAnswered) return { kind: 'refused', on: 'preflight', otherwise: hidden };
    if (preflight) {
      const why = preflight.end?.how === 'failed' ? preflight.end.error : error;
      return { kind: 'failed', code: 'preflight-network-error', error: why, on: 'preflight' };
    }
  }
  if (hop.redirectedTo !== null && /^NS_ERROR_(UNEXPECTED|NET_ON_RECEIVING_FROM|DOM_BAD_URI)$/.test(error)) {
    return { kind: 'refused', on: 'response', otherwise: notFollowed(facts, hop.redirectedTo) };
  }
  // Beacons are delivered, and then the browser does not wait for the response.
  if (error === 'NS_ERROR_FAILURE' && facts.kind === 'beacon' && hop.response !== null) {
    return { kind: 'silent' };
  }
  // An EventSource ends like this after all checks if the page closes it or Firefox rejects its response.
  if (error === 'NS_ERROR_ABORT' && facts.kind === 'fetch' && hop.response !== null) {
    return { kind: 'silent' };
  }
  return byError('firefox', facts, error);
}

/** Whether a response can have a body. A navigation that is answered with 204 or 205 ends as if it were aborted. */
function canHaveBody(hop: HopFacts): boolean {
  return !/^(204|205|304)$/.test(String(statusOf(hop)));
}

/** Returns the target of a redirect that the browser did not announce to follow; null if there is none. */
function unfollowedLocation({ url, response, redirectedTo }: HopFacts) {
  return response === null || redirectedTo !== null ? null : locationUrl(response, url);
}

/**
 * Whether a worker's fetch() made the request. Firefox shows its CORS failures, but not those of a worker's
 * XMLHttpRequest or import, which send Referer and Origin in another order (measured).
 */
function isWorkersFetch(facts: ExchangeFacts): boolean {
  if (facts.initiator === 'document' || facts.kind !== 'fetch') return false;
  const names = lastHop(facts).requestHeaders?.map(([name]) => name.toLowerCase()) ?? [];
  const [referrer, origin] = [names.indexOf('referer'), names.indexOf('origin')];
  return referrer !== -1 && referrer < origin;
}

/** Firefox refuses a redirect target of another scheme, and another origin for a worker's script. */
function refusedLocation(location: string): FindingCode {
  if (location === 'failure') return 'redirect-location-invalid';
  return isFollowed(location) ? 'mode-same-origin' : 'redirect-scheme';
}

function byError(browser: BrowserName, facts: ExchangeFacts, error: string): ObservedEnd {
  const codes = codeOfError(browser, facts, error);
  const [code] = codes;
  const evidence = code ? evidenceOf(browser, code, facts) : {};
  if (codes.length === 1 && code) return { kind: 'failed', code, error, evidence };
  return { kind: 'one-of', codes, error, evidence };
}

function evidenceOf(browser: BrowserName, code: FindingCode, facts: ExchangeFacts): Evidence {
  if (code === 'local-network-denied') return localNetworkEvidence(browser, facts);
  if (/^(nosniff|response-unusable|.*-mime-type)$/.test(code)) return evidenceOfUse(facts);
  const { response, url } = lastHop(facts);
  const target = code === 'connection-allowlist' && response ? locationUrl(response, url) : null;
  return target === null ? {} : { locationUrl: target };
}
