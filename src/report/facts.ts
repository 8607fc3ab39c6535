import type { ExchangeFacts, HopFacts } from '../protocol/facts';
import type { ReportExchangeFacts } from './model';

/** Returns the facts of an exchange that the other members of its report do not show. */
export function toFacts(facts: ExchangeFacts): ReportExchangeFacts {
  const { tabId, initiator, ancestors, localNetwork, embedderPolicy, documentPolicies } = facts;
  const { startedAtMs, end, page, hops } = facts;
  return {
    tabId,
    initiator,
    ancestors,
    localNetwork,
    embedderPolicy,
    documentPolicies,
    startedAtMs,
    end,
    page,
    hops: hops.map(toHopFacts),
  };
}

function toHopFacts(hop: HopFacts): ReportExchangeFacts['hops'][number] {
  const { startedAtMs, sentAtMs, timedStatus, headersAtMs, redirectedTo } = hop;
  const { responseStartedAtMs, fromCache, askedForLogin } = hop;
  return {
    startedAtMs,
    sentAtMs,
    timedStatus,
    headersAtMs,
    redirectedTo,
    responseStartedAtMs,
    fromCache,
    askedForLogin,
  };
}
