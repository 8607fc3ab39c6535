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
import type { ExchangeFacts } from '../../protocol/facts';
import type { HeardCall, PageCall } from '../../protocol/page-hints';
import { callOf, pageEndOf } from '../calls/page-report';
import { isTimedAnswer, lastHop } from '../facts/facts';
import type { Candidate } from './verdict';

/** Why the page could not use a response that passed every check, as far as it can be told. */
export interface NotUsable {
  readonly codes: readonly Candidate[];
  readonly evidence: Evidence;
}

/** What kept the page from a response that reached it; null if nothing says that it did not get it. */
export function notUsable(facts: ExchangeFacts, isOpaque: boolean): NotUsable | null {
  const heard = callOf(facts);
  if (!heard) {
    // A fetch() can look like an EventSource, too.
    const isRefused = isEventSource(facts) && !isEventStream(facts);
    return isRefused ? { codes: ['response-unusable', 'none'], evidence: evidenceOf(facts) } : null;
  }
  const { api, element } = heard.call;
  if (api === 'fetch') return isTimedAnswer(facts) ? null : ofFetch(heard, isOpaque);
  if (pageEndOf(facts) !== 'error') return null;
  if (element) return ofElement(heard, facts, isOpaque);
  if (api !== 'event-source' || isEventStream(facts)) return null;
  return { codes: ['response-unusable'], evidence: evidenceOf(facts) };
}

/** Whether an EventSource made the request: as the page says, else by what it accepts. */
export function isEventSource(facts: ExchangeFacts): boolean {
  const heard = callOf(facts);
  if (heard) return heard.call.api === 'event-source';
  const [{ requestHeaders } = { requestHeaders: null }] = facts.hops;
  const accepted = requestHeaders && getHeader(requestHeaders, 'Accept');
  return facts.type === 'xmlhttprequest' && accepted === 'text/event-stream';
}

function isEventStream(facts: ExchangeFacts): boolean {
  const { status, responseHeaders } = lastHop(facts);
  return status === 200 && contentTypeOf(responseHeaders ?? []) === 'text/event-stream';
}

/**
 * Why the page may yet have been unable to use what passed every check, where nothing tells how it ended for
 * the page, nor that it could not end so.
 */
export function unheardUses(facts: ExchangeFacts): readonly FindingCode[] {
  // Timing tells of no response whose hash is another.
  if (isTimedAnswer(facts)) return [];
  if (facts.type === 'font') return pageEndOf(facts) === null ? ['response-unusable'] : [];
  if (facts.type !== 'xmlhttprequest') return [];
  const { call = null, possible = [] } = facts.page ?? {};
  const calls = call ? [call.call] : possible;
  // What is demanded of a call's response was looked at, if it is known which call that is.
  const isSettled = ({ api, integrity }: PageCall) =>
    api !== 'fetch' || integrity === '' || (call !== null && integrity !== null);
  return calls.length > 0 && calls.every(isSettled) ? [] : ['integrity'];
}

/** How a fetch is settled is not looked at: whether it matches its integrity metadata stays open. */
function ofFetch({ call: { integrity } }: HeardCall, isOpaque: boolean): NotUsable | null {
  if (!integrity) return null;
  return { codes: isOpaque ? ['integrity'] : ['integrity', 'none'], evidence: { integrity } };
}

function ofElement({ call }: HeardCall, facts: ExchangeFacts, isOpaque: boolean): NotUsable {
  const { integrity, element } = call;
  const { status, responseHeaders } = lastHop(facts);
  const response: FetchResponse = { status: status ?? 0, headerList: responseHeaders ?? [] };
  const evidence = evidenceOf(facts);
  const destination = facts.type === 'script' ? 'script' : facts.type === 'stylesheet' ? 'style' : null;
  if (destination) {
    if (isBlocked(nosniffCheck(destination, response)) || isBlocked(mimeTypeCheck(destination, response))) {
      return { codes: ['nosniff'], evidence };
    }
    const isOk = status !== null && status >= 200 && status < 300;
    const hasModuleType = !element?.isModule || !isBlocked(moduleTypeCheck('javascript', response));
    if (integrity && isOpaque) return { codes: ['integrity'], evidence: { integrity } };
    if (isOk && !hasModuleType) return { codes: ['module-mime-type'], evidence };
    // A module reports an error for what it imports, too.
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
  const { status, responseHeaders } = lastHop(facts);
  return {
    status: status === null ? null : String(status),
    contentType: getHeader(responseHeaders ?? [], 'Content-Type'),
  };
}
