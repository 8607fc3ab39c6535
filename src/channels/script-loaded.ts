import { originOf } from '../engine';
import type { PageEventFacts, ScriptLoaded } from '../protocol/page-events';
import type { ScriptFacts } from '../protocol/script-facts';
import { own, type Reading, type RelationOf, type RiskCode, relationBetween, unknown } from './reading';

/** The rule that JSONP falls under, with its risk. */
export const scriptRules = {
  'script-called-back': 'runs-as-page',
} as const satisfies Readonly<Record<string, RiskCode | null>>;

/** Under which rule a script that loaded falls. */
export type ScriptRule = keyof typeof scriptRules;

/** Whether an event crossed anything: a script that called no function with data did not. */
export function isCrossing(event: PageEventFacts): boolean {
  return event.kind !== 'jsonp' || crossingCalls(event.script).length > 0;
}

/** The calls with data of a script, of functions that its URL names. */
export function crossingCalls({ functions, calls }: ScriptFacts): ScriptFacts['calls'] {
  return calls.filter(({ name, holds }) => holds === 'data' && functions.includes(name));
}

/** What is made of a script of another origin that called a function which its URL names. */
export function readScriptLoaded(event: ScriptLoaded, relationOf: RelationOf): Reading<ScriptRule> {
  const from = originOf(event.script.url);
  const rule: ScriptRule = 'script-called-back';
  return {
    from: unknown('server', from),
    to: own(event),
    relation: relationBetween(from, event.frame.origin, relationOf),
    rule,
    risk: scriptRules[rule],
    unseen: [],
  };
}

/** What the page's world said of the script that a request loaded; null if nothing, or of several that differ. */
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

/** How long after a request's end its script's load event comes at most. */
const tellsWithinMs = 2_000;
