import {
  type BrowserName,
  contentTypeOf,
  type Evidence,
  embedderPolicyOf,
  type FetchResponse,
  type FindingCode,
  getHeader,
  isPotentiallyTrustworthy,
  nosniffCheck,
} from '../../engine';
import { type ExchangeFacts, statusOf } from '../../protocol/facts';
import type { ElementDetails, PageCall, ReportedCall } from '../../protocol/page-hints';
import { pageEndOf, reportedCall } from '../calls/page-report';
import { isTimedAnswer, lastHop } from '../facts/facts';
import {
  evidenceOf,
  isBlocked,
  isModuleType,
  type NotUsable,
  neverUsed,
  possibleTypeFailure,
  typeFinding,
} from './script-use';
import type { Candidate } from './verdict';

/**
 * Returns why the page could not use a response that it received; null if nothing shows that it could not.
 * `isCut`: its body is incomplete, so that only the page's own report and its headers count. `mayBeOf`: whether a
 * possible call agrees with the observed end.
 */
export function notUsable(
  facts: ExchangeFacts,
  browser: BrowserName,
  {
    isOpaque,
    isCut,
    mayBeOf,
  }: { readonly isOpaque: boolean; readonly isCut: boolean; mayBeOf(call: PageCall): boolean },
): NotUsable | null {
  const reported = reportedCall(facts);
  const end = pageEndOf(facts);
  const errors = reported ? [] : elementErrors(facts).filter(({ call }) => mayBeOf(call));
  const ruled = end === 'load' ? null : neverUsed(facts, browser);
  if (errors.length > 0) {
    if (ruled) return ruled;
    const codes = errors.flatMap(({ call, element }) => ofElement(call, element, facts, isOpaque).codes);
    return {
      codes: [...new Set(end === 'error' ? codes : [...codes, 'none' as const])],
      evidence: evidenceOf(facts),
    };
  }
  if (reported && end === 'error') {
    const { api, element } = reported.call;
    if (element) return ofElement(reported.call, element, facts, isOpaque);
    if (api === 'worker' || api === 'shared-worker') return ofWorker(facts, browser);
    if (api === 'event-source' && !isEventStream(facts))
      return { codes: ['response-unusable'], evidence: ofEventSource(facts) };
  }
  if (end === 'load') return null;
  if (ruled || isCut) return ruled;
  if (reported?.call.api === 'fetch') return isTimedAnswer(facts) ? null : ofFetch(reported, isOpaque);
  // A fetch() can look like an EventSource.
  const isRefused = !reported && isEventSource(facts) && !isEventStream(facts);
  return isRefused ? { codes: ['response-unusable', 'none'], evidence: ofEventSource(facts) } : null;
}

/** Returns the errors of elements that possibly made a request. */
function elementErrors({ page }: ExchangeFacts) {
  return (page?.possible ?? []).flatMap(({ call, end }) =>
    call.element !== null && end === 'error' ? [{ call, element: call.element }] : [],
  );
}

function unusable(facts: ExchangeFacts): NotUsable {
  return { codes: ['response-unusable'], evidence: evidenceOf(facts) };
}

/**
 * Returns the evidence that the headers of a style sheet forbid its use; null if they allow it, and for all other
 * requests. Chromium checks this before the body arrives; it checks a script's type after the body (measured).
 */
export function refusedStyle(facts: ExchangeFacts): Evidence | null {
  const { response } = lastHop(facts);
  const isRefused = facts.kind === 'style' && response !== null && isBlocked(nosniffCheck('style', response));
  return isRefused ? evidenceOf(facts) : null;
}

/** Whether an EventSource made the request, according to the page or else to the Accept header. */
export function isEventSource(facts: ExchangeFacts): boolean {
  const reported = reportedCall(facts);
  if (reported) return reported.call.api === 'event-source';
  const [{ requestHeaders } = { requestHeaders: null }] = facts.hops;
  const accepted = requestHeaders && getHeader(requestHeaders, 'Accept');
  return facts.kind === 'fetch' && accepted === 'text/event-stream';
}

function ofEventSource(facts: ExchangeFacts): Evidence {
  return { ...evidenceOf(facts), requestedBy: 'event-source' };
}

function isEventStream(facts: ExchangeFacts): boolean {
  const { response } = lastHop(facts);
  return response?.status === 200 && contentTypeOf(response.headerList) === 'text/event-stream';
}

/**
 * Returns why the page may have been unable to use a response that passed all checks, if nothing shows how it
 * ended for the page and nothing excludes these reasons.
 */
export function possibleUseFailures(facts: ExchangeFacts, browser: BrowserName): readonly FindingCode[] {
  // Resource Timing has no entry for a response with another hash.
  if (isTimedAnswer(facts)) return [];
  const type = contentTypeOf(lastHop(facts).response?.headerList ?? []);
  const isOddStyle = facts.kind === 'style' && type !== null && type !== 'text/css';
  const mistyped = pageEndOf(facts) === null ? possibleTypeFailure(facts, browser) : null;
  if (mistyped) return [mistyped];
  // Whether it is used depends on the mode of the document (quirks or not).
  if (isOddStyle && pageEndOf(facts) === null) return ['response-unusable'];
  if (facts.kind === 'font') return pageEndOf(facts) === null ? ['response-unusable'] : [];
  // A file shows no elements.
  const isElement = facts.kind === 'script' || facts.kind === 'style';
  if (isElement && facts.initiator === 'unknown' && pageEndOf(facts) === null) return ['integrity'];
  if (facts.kind !== 'fetch') return [];
  const { call = null, possible = [] } = facts.page ?? {};
  const calls = (call ? [call] : possible).map((reported) => reported.call);
  // Integrity is settled if the call is known, because its options were checked.
  const isSettled = ({ api, integrity }: PageCall) =>
    api !== 'fetch' || integrity === '' || (call !== null && integrity !== null);
  return calls.length > 0 && calls.every(isSettled) ? [] : ['integrity'];
}

/** How a fetch settles is not observed, so a mismatch with its integrity metadata remains possible. */
function ofFetch({ call: { integrity } }: ReportedCall, isOpaque: boolean): NotUsable | null {
  if (!integrity) return null;
  return { codes: isOpaque ? ['integrity'] : ['integrity', 'none'], evidence: { integrity } };
}

function ofElement(
  { integrity }: PageCall,
  element: ElementDetails,
  facts: ExchangeFacts,
  isOpaque: boolean,
): NotUsable {
  const evidence = evidenceOf(facts);
  const status = statusOf(lastHop(facts)) ?? 0;
  const response: FetchResponse = lastHop(facts).response ?? { status, headerList: [] };
  const finding = typeFinding(facts, response);
  if (finding) return { codes: [finding], evidence };
  if (facts.kind !== 'script' && facts.kind !== 'style') return unusable(facts);
  if (integrity && isOpaque) return { codes: ['integrity'], evidence: { integrity } };
  if (status < 200 || status > 299) return unusable(facts);
  if (element.isModule && !isModuleType('javascript', response))
    return { codes: ['module-mime-type'], evidence };
  // A module and a style sheet also fire error for what they import.
  const codes: Candidate[] = imports(element, facts, response) ? ['import-failed'] : [];
  if (integrity) return { codes: ['integrity', ...codes], evidence: { integrity } };
  return codes.length > 0 ? { codes, evidence } : unusable(facts);
}

/** Whether an element was able to use a response, so that its error can only be about what the response imports. */
function imports(
  { name, isModule }: ElementDetails,
  { kind }: ExchangeFacts,
  response: FetchResponse,
): boolean {
  if (kind === 'script') return isModule && name === 'script';
  const type = contentTypeOf(response.headerList);
  return name === 'link' && (type === 'text/css' || type === null);
}

/**
 * A worker whose script could not be loaded fires an event that is not the one of an error inside the script. Firefox
 * fires it for a script with a syntax error too (measured).
 */
function ofWorker(facts: ExchangeFacts, browser: BrowserName): NotUsable | null {
  const { response } = lastHop(facts);
  if (response === null || response.status < 200 || response.status > 299) return unusable(facts);
  const evidence = evidenceOf(facts);
  const finding = typeFinding(facts, response);
  if (finding) return { codes: [finding], evidence };
  const isTyped = isModuleType('javascript', response);
  const byItself = browser === 'chrome' ? 'import-failed' : 'none';
  const code: Candidate = isTyped ? byItself : 'module-mime-type';
  const isSecure = isPotentiallyTrustworthy(facts.origin ?? '');
  const lacksPolicy = embedderPolicyOf(response, isSecure).value === 'unsafe-none';
  const isPolicyOpen = facts.embedderPolicy === null && isSecure && lacksPolicy;
  if (isPolicyOpen) return { codes: ['coep-worker', code], evidence };
  return code === 'none' ? null : { codes: [code], evidence };
}
