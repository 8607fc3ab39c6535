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

/** Why a document in an opened tab knows no opener. */
export type SeveredBecause =
  /** It, or its answer alone, has a policy that who opened it has not. */
  | 'opened-policy'
  /** Who opened it has one, and it has none. */
  | 'opener-policy'
  /** Both have one, and the two do not go together. */
  | 'both-policies'
  /** An answer that redirected it had one. */
  | 'redirect-policy'
  /** A frame of another origin opened it, in a page whose policy gives such windows no opener. */
  | 'framed-opener'
  /** The document before it in the tab had none either. */
  | 'severed-before'
  /** By the policies it would have one: none was given, or a script gave it up. */
  | 'no-policy'
  | 'not-known';

/** What the answers of two documents say of the link between their windows. */
export interface OpenerDetails {
  /** The request of the document; null if it was not recorded. */
  readonly exchange: ExchangeFacts | null;
  readonly openedPolicy: OpenerPolicyValue | null;
  /** Of the document before it: the opener's page, for the first in a tab. */
  readonly openerPolicy: OpenerPolicyValue | null;
  readonly isFirst: boolean;
  /** null where it has an opener. */
  readonly because: SeveredBecause | null;
}

/** Why a document in an opened tab knows its opener or not, as far as the answers that were recorded say so. */
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
  const [own, last] = [lastPoliced(exchange, browser), lastPoliced(previous, browser)];
  const story = {
    exchange,
    openedPolicy: own?.policy ?? null,
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

/** The same of a document's request; null where no document in an opened tab began by it. */
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

/** The request of the page that opened a window; null where it was not recorded, or another page is there by now. */
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

/** The document that was in the same tab before, if it was told of. */
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
  // A new window begins with an empty document, of the origin of the frame that opened it.
  const isFramed = isFirst && before !== null && origin !== null && origin !== before.origin;
  const isIsolated = before?.policy === 'same-origin' || before?.policy === 'same-origin-plus-coep';
  if (isFramed && isIsolated) return 'framed-opener';
  const active = isFramed ? ({ origin, policy: 'unsafe-none' } as const) : before;
  if (active) return switchOf(active, chain, isFirst);
  // What was not seen may be anything; where all comes to the same, that is it.
  const fitting = new Set(
    openerPolicyValues.map((policy) => switchOf({ origin: origin ?? 'null', policy }, chain, isFirst)),
  );
  const [only = 'not-known', ...others] = fitting;
  return others.length === 0 ? only : 'not-known';
}

/** By which answer of a chain the group is switched, and for whose policy. */
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

/** An answer's opener policy; null where its headers were not seen. */
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

/** Whether a request is that of a document. */
function isOf({ url }: OpenedDocument): (facts: ExchangeFacts) => boolean {
  return (facts) => withoutFragment(lastUrl(facts)) === withoutFragment(url);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/s, '');
}
