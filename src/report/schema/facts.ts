import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';
import { exchangeFacts, hopFacts } from '../../protocol/fact-schemas';
import { pageReport } from '../../protocol/page-report';

const { tabId, initiator, ancestors, localNetwork, embedderPolicy, documentPolicies, startedAtMs, end } =
  exchangeFacts.entries;
const { startedAtMs: hopStartedAtMs, sentAtMs, timedStatus, headersAtMs, redirectedTo } = hopFacts.entries;
const { responseStartedAtMs, fromCache, askedForLogin } = hopFacts.entries;

/** The schema of the facts of a hop that the other members of `ReportHop` do not show. */
const hop = v.object({
  startedAtMs: hopStartedAtMs,
  sentAtMs,
  timedStatus,
  headersAtMs,
  redirectedTo,
  responseStartedAtMs,
  fromCache,
  askedForLogin,
});

/** The schema of `ReportExchangeFacts`. */
export const reportExchangeFacts = described(
  v.object({
    tabId,
    initiator,
    ancestors,
    localNetwork,
    embedderPolicy,
    documentPolicies,
    startedAtMs,
    end,
    page: described(v.nullable(pageReport), 'What the page reported about it; null if nothing.'),
    hops: described(v.array(hop), 'Parallel to the hops of the exchange.'),
  }),
  'What the browser and the page reported, as far as the other members do not show it: enough to judge the exchange again.',
);
