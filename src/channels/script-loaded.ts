import type { PageEventFacts, ScriptFacts } from '../protocol/page-events';

/**
 * Returns the page's report of the script that a request loaded; null if there is none, or several that
 * differ.
 */
export function scriptFactsOf(
  {
    documentId,
    hops,
    startedAtMs,
    end,
  }: {
    readonly documentId: string | null;
    readonly hops: readonly { readonly url: string }[];
    readonly startedAtMs: number;
    readonly end: { readonly atMs: number } | null;
  },
  events: readonly PageEventFacts[],
): ScriptFacts | null {
  const url = hops[0]?.url.replace(/#.*/s, '');
  const untilMs = (end?.atMs ?? Number.POSITIVE_INFINITY) + tellsWithinMs;
  const [found = null, ...others] = events.flatMap((event) =>
    event.kind === 'jsonp' &&
    event.frame.documentId === documentId &&
    event.script.url.replace(/#.*/s, '') === url &&
    event.atMs >= startedAtMs &&
    event.atMs <= untilMs
      ? event.script
      : [],
  );
  const text = JSON.stringify(found);
  return others.every((other) => JSON.stringify(other) === text) ? found : null;
}

/** The longest time from the end of a request to the load event of its script, in milliseconds. */
const tellsWithinMs = 2_000;
