import { promptMs, skewMs } from '../../exchange/calls/reported-call';
import { servedByOf } from '../../exchange/explained/describe';
import { isOfSharedWorker } from '../../exchange/facts/facts';
import { withoutFragment } from '../../exchange/facts/request-url';
import type { Verdict } from '../../exchange/verdict/verdict';
import type { ExchangeFacts } from '../../protocol/facts';

/** How a page's request and what its service worker requested for it belong together. */
export interface WorkerLink {
  /** The ids of the requests that its service worker probably made for this one. */
  readonly made: readonly string[];
  /** The ids of the page's requests for which a service worker probably made this one. */
  readonly madeFor: readonly string[];
  /** Whether the page's request had mode no-cors and the service worker's has mode cors. */
  readonly isModeChanged: boolean;
}

/** How long a request can take that an element reports at its end. */
const elementMs = 30_000;

/**
 * Returns a lookup for the requests of service workers: those of no tab, for the URL and origin of a page's request
 * that a service worker answered, in its time. null if there are none.
 */
export function workerLinksIn(
  exchanges: readonly ExchangeFacts[],
  verdictOf: (facts: ExchangeFacts) => Verdict,
): (facts: ExchangeFacts) => WorkerLink | null {
  const ofWorkers = exchanges.filter(isOfSharedWorker);
  const modeOf = (facts: ExchangeFacts) => verdictOf(facts).mode.value;
  return (facts) => {
    const isOfWorker = isOfSharedWorker(facts);
    const others = isOfWorker
      ? exchanges.filter((other) => isMadeFor(facts, other))
      : ofWorkers.filter((other) => isMadeFor(other, facts));
    if (others.length === 0) return null;
    const ids = others.map(({ id }) => id);
    const isModeChanged = others.every((other) => {
      const [own, page] = isOfWorker ? [facts, other] : [other, facts];
      return modeOf(own) === 'cors' && modeOf(page) === 'no-cors';
    });
    return { made: isOfWorker ? [] : ids, madeFor: isOfWorker ? ids : [], isModeChanged };
  };
}

function urlOf({ hops: [hop] }: ExchangeFacts): string {
  return withoutFragment(hop?.url ?? '');
}

function isMadeFor(own: ExchangeFacts, page: ExchangeFacts): boolean {
  if (!mayBeServed(page) || isOfSharedWorker(page)) return false;
  if (own.origin !== page.origin || urlOf(own) !== urlOf(page)) return false;
  const isElement = page.page?.call?.call.element != null && page.requestId === '';
  const fromMs = page.startedAtMs - (isElement ? elementMs : skewMs);
  const untilMs =
    page.requestId === ''
      ? page.startedAtMs + promptMs
      : (page.end?.atMs ?? Number.POSITIVE_INFINITY) + skewMs;
  return own.startedAtMs >= fromMs && own.startedAtMs <= untilMs;
}

/** Whether a service worker answered, or an element reported an error without a request. */
function mayBeServed(facts: ExchangeFacts): boolean {
  return facts.requestId === '' || servedByOf(facts) === 'service-worker';
}
