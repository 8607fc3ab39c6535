import type { ExchangeFacts } from '../../protocol/facts';
import type { ReportedCall, WorkerTiming } from '../../protocol/page-hints';
import { isOfCall } from './join-hints';
import { skewMs } from './reported-call';

/** The answers of service workers with the call behind each; null if the call is unknown. */
export type Answers = ReadonlyMap<WorkerTiming, ReportedCall | null>;

/**
 * Returns the requests that a service worker answered, out of those it was asked about for one document and
 * one URL: all except as many as went to the network. Each gets the nearest call that has no request. Pure;
 * the order of the input does not matter.
 */
export function joinAnswers(
  timings: readonly WorkerTiming[],
  exchanges: readonly ExchangeFacts[],
  alone: readonly ReportedCall[],
): Answers {
  const left = [...timings].sort((a, b) => a.startedAtMs - b.startedAtMs || a.atMs - b.atMs);
  const requests = exchanges.filter(isOfCall).sort((a, b) => a.startedAtMs - b.startedAtMs);
  for (const { startedAtMs } of requests) {
    // A navigation gets a document, not a request made by a document.
    const index = left.findIndex((timing) => !isNavigation(timing) && spans(timing, startedAtMs));
    if (index !== -1) left.splice(index, 1);
  }
  const calls = new Set(alone);
  return new Map(
    left.map((timing) => {
      const call = isNavigation(timing) ? null : nearest(timing, calls);
      if (call) calls.delete(call);
      return [timing, call];
    }),
  );
}

/** Whether the service worker was asked for a document. */
export function isNavigation({ by }: WorkerTiming): boolean {
  return by === 'navigation';
}

/** Whether a request that began at that time can be the one that went to the network instead. */
export function spans({ startedAtMs, atMs }: WorkerTiming, moment: number): boolean {
  return moment >= startedAtMs - skewMs && moment <= atMs + skewMs;
}

/**
 * Returns the call nearest in time. A script makes its call when the request starts; an element reports it
 * after the end.
 */
function nearest(timing: WorkerTiming, calls: ReadonlySet<ReportedCall>): ReportedCall | null {
  const distance = ({ call }: ReportedCall) =>
    Math.abs(call.atMs - (call.element ? timing.atMs : timing.startedAtMs));
  const [first = null] = [...calls].sort((a, b) => distance(a) - distance(b));
  return first && distance(first) <= nearMs ? first : null;
}

/** The largest gap between the browser's timing of a request and its call; a busy page can delay both. */
const nearMs = 2_000;
