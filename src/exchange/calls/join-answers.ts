import type { ExchangeFacts } from '../../protocol/facts';
import type { AskedWorker, HeardCall } from '../../protocol/page-hints';
import { isOfCall } from './join-hints';
import { skewMs } from './reported-call';

/** What a service worker answered, and the call behind it; null where none is known. */
export type Answers = ReadonlyMap<AskedWorker, HeardCall | null>;

/**
 * What a service worker answered of what it was asked about in one document and for one URL: all but as many
 * as went out. Each has the nearest of the calls that no request was seen for. Pure, and no order matters.
 */
export function joinAnswers(
  asked: readonly AskedWorker[],
  exchanges: readonly ExchangeFacts[],
  alone: readonly HeardCall[],
): Answers {
  const left = [...asked].sort((a, b) => a.startedAtMs - b.startedAtMs || a.atMs - b.atMs);
  const requests = exchanges.filter(isOfCall).sort((a, b) => a.startedAtMs - b.startedAtMs);
  for (const { startedAtMs } of requests) {
    // What a navigation gets is a document, not a request of one.
    const index = left.findIndex((each) => !isNavigation(each) && spans(each, startedAtMs));
    if (index !== -1) left.splice(index, 1);
  }
  const calls = new Set(alone);
  return new Map(
    left.map((each) => {
      const call = isNavigation(each) ? null : nearest(each, calls);
      if (call) calls.delete(call);
      return [each, call];
    }),
  );
}

/** Whether a document was asked for, not something in it. */
export function isNavigation({ by }: AskedWorker): boolean {
  return by === 'navigation';
}

/** Whether what began at that moment can be the request that went out instead of an answer. */
export function spans({ startedAtMs, atMs }: AskedWorker, moment: number): boolean {
  return moment >= startedAtMs - skewMs && moment <= atMs + skewMs;
}

/** A script's call is made when its request starts, an element speaks when it has ended. */
function nearest(asked: AskedWorker, calls: ReadonlySet<HeardCall>): HeardCall | null {
  const distance = ({ call }: HeardCall) =>
    Math.abs(call.atMs - (call.element ? asked.atMs : asked.startedAtMs));
  const [first = null] = [...calls].sort((a, b) => distance(a) - distance(b));
  return first && distance(first) <= nearMs ? first : null;
}

/** How far the browser's timing of a request and the call for it may be apart: a page can be busy meanwhile. */
const nearMs = 2_000;
