import {
  contentTypeOf,
  type Evidence,
  type FetchResponse,
  type FindingCode,
  getHeader,
  mimeTypeCheck,
  moduleTypeCheck,
  nosniffCheck,
  type Trace,
} from '../../engine';
import { type ExchangeFacts, statusOf } from '../../protocol/facts';
import type { PageCall, ReportedCall } from '../../protocol/page-hints';
import { pageEndOf, reportedCall } from '../calls/page-report';
import { isTimedAnswer, lastHop } from '../facts/facts';
import type { Candidate } from './verdict';

/** Why the page could not use a response that passed all checks, as far as known. */
export interface NotUsable {
  readonly codes: readonly Candidate[];
  readonly evidence: Evidence;
}

/**
 * Returns why the page could not use a response that it received; null if nothing shows that it could not.
 * `mayBeOf`: whether a possible call agrees with the observed end.
 */
export function notUsable(
  facts: ExchangeFacts,
  isOpaque: boolean,
  mayBeOf: (call: PageCall) => boolean = () => true,
): NotUsable | null {
  const reported = reportedCall(facts);
  const errors = reported ? [] : elementErrors(facts).filter(({ call }) => mayBeOf(call));
  if (errors.length > 0) {
    const codes = errors.flatMap((report) => ofElement(report, facts, isOpaque).codes);
    const isCertain = pageEndOf(facts) === 'error';
    return {
      codes: [...new Set(isCertain ? codes : [...codes, 'none' as const])],
      evidence: evidenceOf(facts),
    };
  }
  if (!reported) {
    // A fetch() can look like an EventSource.
    const isRefused = isEventSource(facts) && !isEventStream(facts);
    return isRefused ? { codes: ['response-unusable', 'none'], evidence: evidenceOf(facts) } : null;
  }
  const { api, element } = reported.call;
  if (api === 'fetch') return isTimedAnswer(facts) ? null : ofFetch(reported, isOpaque);
  if (pageEndOf(facts) !== 'error') return null;
  if (element) return ofElement(reported, facts, isOpaque);
  if (api !== 'event-source' || isEventStream(facts)) return null;
  return { codes: ['response-unusable'], evidence: evidenceOf(facts) };
}

/** Returns the errors of elements that possibly made a request. */
function elementErrors({ page }: ExchangeFacts): readonly ReportedCall[] {
  return (page?.possible ?? []).filter(({ call, end }) => call.element !== null && end === 'error');
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

function isEventStream(facts: ExchangeFacts): boolean {
  const { response } = lastHop(facts);
  return response?.status === 200 && contentTypeOf(response.headerList) === 'text/event-stream';
}

/**
 * Returns why the page may have been unable to use a response that passed all checks, if nothing shows how it
 * ended for the page and nothing excludes these reasons.
 */
export function possibleUseFailures(facts: ExchangeFacts): readonly FindingCode[] {
  // Resource Timing has no entry for a response with another hash.
  if (isTimedAnswer(facts)) return [];
  if (facts.kind === 'font') return pageEndOf(facts) === null ? ['response-unusable'] : [];
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

function ofElement({ call }: ReportedCall, facts: ExchangeFacts, isOpaque: boolean): NotUsable {
  const { integrity, element } = call;
  const hop = lastHop(facts);
  const status = statusOf(hop) ?? 0;
  const response: FetchResponse = hop.response ?? { status, headerList: [] };
  const evidence = evidenceOf(facts);
  const destination = facts.kind === 'script' ? 'script' : facts.kind === 'style' ? 'style' : null;
  if (destination) {
    if (isBlocked(nosniffCheck(destination, response)) || isBlocked(mimeTypeCheck(destination, response))) {
      return { codes: ['nosniff'], evidence };
    }
    const isOk = status >= 200 && status < 300;
    const hasModuleType = !element?.isModule || !isBlocked(moduleTypeCheck('javascript', response));
    if (integrity && isOpaque) return { codes: ['integrity'], evidence: { integrity } };
    if (isOk && !hasModuleType) return { codes: ['module-mime-type'], evidence };
    // A module also fires error for a failed import.
    if (integrity && isOk) {
      const codes: Candidate[] = element?.isModule ? ['integrity', 'response-unusable'] : ['integrity'];
      return { codes, evidence: { integrity } };
    }
  }
  return { codes: ['response-unusable'], evidence };
}

function isBlocked({ result }: Trace<'allowed' | 'blocked'>): boolean {
  return result === 'blocked';
}

function evidenceOf(facts: ExchangeFacts): Evidence {
  const hop = lastHop(facts);
  const status = statusOf(hop);
  return {
    status: status === null ? null : String(status),
    contentType: getHeader(hop.response?.headerList ?? [], 'Content-Type'),
  };
}
