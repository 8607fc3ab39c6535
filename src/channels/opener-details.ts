import {
  type BrowserName,
  browserRules,
  isPotentiallyTrustworthy,
  type OpenerPolicyValue,
  openerPolicyOf,
  openerPolicyValues,
  originOf,
  type PolicedDocument,
  requiresGroupSwitch,
} from '../engine';
import type { ExchangeFacts, HopFacts } from '../protocol/facts';
import type { OpenedDocument, PageEventFacts } from '../protocol/page-events';

/** Why a document in an opened tab has no opener. */
export type SeveredBecause =
  /** Only the opened document has a policy, or its `noopener-allow-popups` applies by itself. */
  | 'opened-policy'
  /** Only the opener has a policy. */
  | 'opener-policy'
  /** Both have a policy, and the two do not match. */
  | 'both-policies'
  /** A redirect response on the way to it had a policy. */
  | 'redirect-policy'
  /** A cross-origin frame opened it, in a page whose policy severs such windows. */
  | 'framed-opener'
  /** The previous document in the tab already had no opener. */
  | 'severed-before'
  /** The policies allow an opener: it was opened with `noopener`, or a script removed the opener. */
  | 'no-policy'
  | 'not-known';

/** How the opener policies of two documents affect the link between their windows. */
export interface OpenerDetails {
  /** The request of the document; null if it was not recorded. */
  readonly exchange: ExchangeFacts | null;
  readonly openedPolicy: OpenerPolicyValue | null;
  /** The policy of the previous document: for the first document in a tab, that of the opener's page. */
  readonly openerPolicy: OpenerPolicyValue | null;
  readonly isFirst: boolean;
  /** null if it has an opener. */
  readonly because: SeveredBecause | null;
}

/** Returns why a document in an opened tab has an opener or not, as far as the recorded responses show it. */
export function openerDetails(
  event: OpenedDocument,
  exchanges: readonly ExchangeFacts[],
  events: readonly PageEventFacts[],
  browser: BrowserName,
): OpenerDetails {
  const documents = exchanges.filter(
    ({ kind, startedAtMs }) => kind === 'document' && startedAtMs <= event.atMs,
  );
  const inTab = documents.filter(({ tabId }) => tabId === event.openedTabId);
  const index = inTab.findLastIndex(isOf(event));
  const exchange = inTab[index] ?? null;
  const before = event.isFirst ? null : documentBefore(event, events);
  const previous = event.isFirst
    ? openerOf(event, exchange, documents)
    : before && (inTab.slice(0, Math.max(0, index)).findLast(isOf(before)) ?? null);
  const [opened, last] = [lastPoliced(exchange, browser), lastPoliced(previous, browser)];
  const story = {
    exchange,
    openedPolicy: opened?.policy ?? null,
    openerPolicy: last?.policy ?? null,
    isFirst: event.isFirst,
  };
  if (event.hasOpener) return { ...story, because: null };
  if (before && !before.hasOpener) return { ...story, because: 'severed-before' };
  const chain = exchange?.hops.flatMap((hop) => policed(hop, browser) ?? []);
  const isSeen = exchange && chain?.length === exchange.hops.length && (event.isFirst || before);
  if (!isSeen) return { ...story, because: 'not-known' };
  return { ...story, because: severedBecause(chain, last, exchange, event.isFirst) };
}

/** Returns the same for a document's request; null if it loaded no document in an opened tab. */
export function openerDetailsOf(
  { id, tabId }: ExchangeFacts,
  exchanges: readonly ExchangeFacts[],
  events: readonly PageEventFacts[],
  browser: BrowserName,
): OpenerDetails | null {
  for (const event of events) {
    if (event.kind !== 'opener' || event.openedTabId !== tabId) continue;
    const details = openerDetails(event, exchanges, events, browser);
    if (details.exchange?.id === id) return details;
  }
  return null;
}

/**
 * Returns the request of the page that opened a window; null if it was not recorded, or if another page has
 * replaced it since.
 */
function openerOf(
  { from, fromTabId, atMs }: OpenedDocument,
  opened: ExchangeFacts | null,
  documents: readonly ExchangeFacts[],
): ExchangeFacts | null {
  const untilMs = opened?.startedAtMs ?? atMs;
  const page = documents.findLast((facts) => facts.tabId === fromTabId && facts.startedAtMs < untilMs);
  const isAnother = page && from?.frameId === 0 && from.origin !== originOf(lastUrl(page));
  return page && !isAnother ? page : null;
}

/** Returns the previous document in the same tab; null if it was not reported. */
function documentBefore(
  { openedTabId, atMs }: OpenedDocument,
  events: readonly PageEventFacts[],
): OpenedDocument | null {
  const isBefore = (other: PageEventFacts): other is OpenedDocument =>
    other.kind === 'opener' && other.openedTabId === openedTabId && other.atMs < atMs;
  return events.findLast(isBefore) ?? null;
}

function severedBecause(
  chain: readonly PolicedDocument[],
  before: PolicedDocument | null,
  { origin }: ExchangeFacts,
  isFirst: boolean,
): SeveredBecause {
  // A new window starts with an empty document, which has the origin of the frame that opened the window.
  const isFramed = isFirst && before !== null && origin !== null && origin !== before.origin;
  const isIsolated = before?.policy === 'same-origin' || before?.policy === 'same-origin-plus-coep';
  if (isFramed && isIsolated) return 'framed-opener';
  const active = isFramed ? ({ origin, policy: 'unsafe-none' } as const) : before;
  if (active) return switchOf(active, chain, isFirst);
  // The policy was not seen, so try all of them: if all have the same result, that is the reason.
  const fitting = new Set(
    openerPolicyValues.map((policy) => switchOf({ origin: origin ?? 'null', policy }, chain, isFirst)),
  );
  const [only = 'not-known', ...others] = fitting;
  return others.length === 0 ? only : 'not-known';
}

/**
 * Returns which response of a redirect chain switches the browsing context group, and whose policy causes it.
 */
function switchOf(
  first: PolicedDocument,
  chain: readonly PolicedDocument[],
  isFirst: boolean,
): SeveredBecause {
  let active = first;
  for (const [index, response] of chain.entries()) {
    if (requiresGroupSwitch(active, response, isFirst)) {
      if (index < chain.length - 1) return 'redirect-policy';
      const isOpenedAlone = active.policy === 'unsafe-none' || response.policy === 'noopener-allow-popups';
      if (isOpenedAlone) return 'opened-policy';
      return response.policy === 'unsafe-none' ? 'opener-policy' : 'both-policies';
    }
    active = response;
  }
  return 'no-policy';
}

/** Returns a response's opener policy; null if its headers were not seen. */
function policed({ url, response }: HopFacts, browser: BrowserName): PolicedDocument | null {
  if (!response) return null;
  const policy = openerPolicyOf(response, isPotentiallyTrustworthy(url), browserRules[browser]);
  return { origin: originOf(url), policy };
}

function lastPoliced(facts: ExchangeFacts | null, browser: BrowserName): PolicedDocument | null {
  const hop = facts?.hops.at(-1);
  return hop ? policed(hop, browser) : null;
}

function lastUrl({ hops }: ExchangeFacts): string {
  return hops.at(-1)?.url ?? '';
}

/** Returns a test for the requests that loaded a document. */
function isOf({ url }: OpenedDocument): (facts: ExchangeFacts) => boolean {
  return (facts) => withoutFragment(lastUrl(facts)) === withoutFragment(url);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/s, '');
}
