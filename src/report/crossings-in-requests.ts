import { documentHeaders } from '../channels/document-headers';
import { type Part, text } from '../channels/kinds/kind';
import { policyRule } from '../channels/policy-violation';
import type { RequestsRule } from '../channels/read-page-event';
import { own, type Party, type RelationOf, relationBetween, unknown } from '../channels/reading';
import { type ProxyEvidence, proxyEvidence } from '../channels/server-proxy';
import { originOf } from '../engine';
import type { MessagesProse } from '../prose/messages';
import type { ExchangeFacts } from '../protocol/facts';
import type { FrameRef, PageEventBase } from '../protocol/page-events';
import type { PageEvent, ReportPolicyViolation, ReportReading, ReportServerProxy } from './page-event-model';
import { toReading } from './to-reading';

const mostExchanges = 100;

/** The context for making page events from requests. */
interface Making {
  readonly prose: MessagesProse;
  readonly relationOf: RelationOf;
  /** The ids of the tabs that the recorded tab opened. */
  readonly openedTabs: ReadonlySet<number | null>;
}

/** Returns the page events that requests show, not sorted: policy violations and signs of a proxy. */
export function crossingsInRequests(
  exchanges: readonly ExchangeFacts[],
  making: Making,
): readonly PageEvent[] {
  return [...violations(exchanges, making), ...proxies(exchanges, making)];
}

/** Returns each violation once, with the first request that caused it. */
function violations(exchanges: readonly ExchangeFacts[], making: Making): readonly ReportPolicyViolation[] {
  const found = new Map<string, ReportPolicyViolation>();
  for (const facts of exchanges) {
    for (const violation of facts.page?.violations ?? []) {
      const { type, atMs, frame, blockedUrl, directive, disposition } = violation;
      if (type !== 'csp-violation' && type !== 'coep-violation') continue;
      const key = JSON.stringify([type, atMs, frame.documentId, blockedUrl, directive, disposition]);
      if (found.has(key)) continue;
      const id = `violation ${found.size + 1}`;
      const base = baseOf(id, atMs, frame, facts, making);
      const to = unknown('server', originOf(blockedUrl));
      const reading = readingOf(own(base), to, policyRule(violation), making);
      found.set(key, {
        kind: type,
        ...base,
        reading,
        blockedUrl,
        directive,
        disposition,
        exchange: facts.id,
      });
    }
  }
  return [...found.values()];
}

/**
 * Returns one event for all responses of a document with the same signs of a proxy. Responses with only weak
 * signs are skipped, because those appear without a proxy too.
 */
function proxies(exchanges: readonly ExchangeFacts[], making: Making): readonly ReportServerProxy[] {
  const documents = exchanges.filter(({ kind }) => kind === 'document');
  const found = new Map<
    string,
    { readonly first: ReportServerProxy; readonly exchanges: string[]; count: number }
  >();
  for (const facts of exchanges) {
    const marks = proxyEvidence(facts, documentHeaders(facts, documents));
    if (marks.every(({ strength }) => strength === 'weak')) continue;
    const { id, tabId, frameId, documentId, origin, startedAtMs } = facts;
    const key = JSON.stringify([tabId, frameId, documentId, origin, marks.map(nameOf)]);
    const group = found.get(key);
    if (group) {
      group.count++;
      if (group.exchanges.length < mostExchanges) group.exchanges.push(id);
      continue;
    }
    const frame = { frameId, documentId, origin };
    const base = baseOf(`proxy ${found.size + 1}`, startedAtMs, frame, facts, making);
    const reading = readingOf(unknown('server', origin), own(base), 'answer-through-proxy', making);
    const url = facts.hops.at(-1)?.url ?? '';
    const first = { kind: 'server-proxy', ...base, reading, url, marks, exchanges: [] } as const;
    found.set(key, { first, exchanges: [id], count: 1 });
  }
  return [...found.values()].map(({ first, exchanges, count }) => ({ ...first, count, exchanges }));
}

/** Returns a sign without its value, because the value may differ on every response. */
function nameOf({ mark, header, by }: ProxyEvidence): readonly unknown[] {
  return [mark, header.toLowerCase(), by];
}

function baseOf(
  id: string,
  atMs: number,
  { frameId, documentId, origin }: FrameRef,
  { tabId }: ExchangeFacts,
  { openedTabs }: Making,
): PageEventBase {
  return {
    id,
    atMs,
    frame: { frameId, documentId, origin },
    openedTabId: openedTabs.has(tabId) ? tabId : null,
    source: 'extension',
    count: 1,
  };
}

function readingOf(from: Party, to: Party, rule: RequestsRule, { prose, relationOf }: Making): ReportReading {
  const relation = relationBetween(from.origin, to.origin, relationOf);
  return toReading({ from, to, relation, rule, risk: null, unseen: [] }, prose);
}

/** Returns the content of an event that requests showed, short enough for a ticket. */
export function briefInRequests(event: ReportPolicyViolation | ReportServerProxy): readonly Part[] {
  return event.kind === 'server-proxy'
    ? event.marks.slice(0, 5).map(({ header, value }) => text(`${header}: ${value}`))
    : [text(event.directive), text(event.blockedUrl)];
}
