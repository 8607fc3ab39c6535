import { findRelays } from '../channels/find-relays';
import type { Relay } from '../channels/relays';
import { advise, type GivenAdvice } from '../diagnosis/advise';
import { auditedListeners } from '../diagnosis/audited';
import type { BrowserName } from '../engine';
import type { Sites } from '../exchange/explained/cookie-context';
import type { Verdict } from '../exchange/verdict/verdict';
import type { ExchangeFacts } from '../protocol/facts';
import type { PageEventFacts } from '../protocol/page-events';
import type { SinceReload } from './log/since-reload';
import type { Recorded } from './redaction/recorded';
import { type ExplainedExchange, openExplanations } from './requests/explain-exchanges';
import type { RecordingConditions } from './requests/page-side';
import { openVerdicts } from './requests/verdicts';

/** The part of a recording to explain. */
export interface Selection {
  /** Ids of exchanges; null selects all. */
  readonly ids?: ReadonlySet<string> | null;
  /** Ids of page events; null selects all. */
  readonly eventIds?: ReadonlySet<string> | null;
}

/** The surroundings that an explanation needs. */
export interface ExplainingContext {
  readonly browser: BrowserName;
  readonly listening: RecordingConditions;
  /** The public suffix list is large, so the caller loads it. */
  readonly sites: Sites;
  sinceReload(id: string): SinceReload | null;
}

/** The selected part of a recording, explained with all of it. */
export interface ExplainedRecording<
  Exchanges extends Iterable<ExplainedExchange> = readonly ExplainedExchange[],
> {
  /** The selected exchanges. */
  readonly facts: readonly ExchangeFacts[];
  readonly exchanges: Exchanges;
  /** Explains one of the selected exchanges. */
  explain(facts: ExchangeFacts): ExplainedExchange;
  verdictOf(facts: ExchangeFacts): Verdict;
  readonly pageEvents: readonly PageEventFacts[];
  /** Relays with at least one selected step. */
  readonly relays: readonly Relay[];
  /** Advice that rests on something selected, or on scripts alone. Only selected ids are listed. */
  readonly advice: readonly GivenAdvice[];
}

/**
 * Explains a recording. Everything is explained with the whole recording before the selection applies, so a
 * filtered export contains as much as the panel.
 */
export function explainRecording(
  recorded: Recorded,
  context: ExplainingContext,
  selection: Selection = {},
): ExplainedRecording {
  return explained(recorded, context, selection, (facts, explain) => facts.map(explain));
}

/** The same for a recording that may be large: each exchange is explained when it is read, and not kept. */
export function explainLater(
  recorded: Recorded,
  context: ExplainingContext,
  selection: Selection = {},
): ExplainedRecording<Iterable<ExplainedExchange>> {
  return explained(recorded, context, selection, (facts, explain) => ({
    *[Symbol.iterator]() {
      for (const each of facts) yield explain(each);
    },
  }));
}

function explained<Exchanges extends Iterable<ExplainedExchange>>(
  { page, exchanges, pageEvents, audit, stars, storedCookies, answers = [] }: Recorded,
  { browser, listening, sites, sinceReload }: ExplainingContext,
  { ids = null, eventIds = null }: Selection,
  collect: (
    facts: readonly ExchangeFacts[],
    explain: (facts: ExchangeFacts) => ExplainedExchange,
  ) => Exchanges,
): ExplainedRecording<Exchanges> {
  const byId = new Map(exchanges.map((facts) => [facts.id, facts]));
  const lookup = (id: string) => byId.get(id);
  const verdictOf = openVerdicts({ browser, exchanges, frames: page.frames, sites, lookup });
  const wanted = exchanges.filter(({ id }) => !ids || ids.has(id));
  const isWantedStep = ({ kind: of, id }: Relay['rounds'][number][number]) =>
    of === 'exchange' ? !ids || ids.has(id) : !eventIds || eventIds.has(id);
  const explain = openExplanations(wanted, {
    browser,
    exchanges,
    frames: page.frames,
    pageEvents,
    listening,
    storedCookies,
    answers,
    sites,
    lookup,
    verdictOf,
    sinceReload,
  });
  return {
    facts: wanted,
    exchanges: collect(wanted, explain),
    explain,
    verdictOf,
    pageEvents: pageEvents.filter(({ id }) => !eventIds || eventIds.has(id)),
    relays: findRelays({ events: pageEvents, exchanges, frames: page.frames }).filter(({ rounds }) =>
      rounds.some((round) => round.some(isWantedStep)),
    ),
    // Only reports need it, and it looks at everything.
    get advice() {
      const listeners = auditedListeners(pageEvents, audit);
      const given = advise({ browser, exchanges, pageEvents, listeners, stars, lookup, verdictOf });
      return given.flatMap((each) => selected(each, ids, eventIds));
    },
  };
}

function selected(
  given: GivenAdvice,
  ids: ReadonlySet<string> | null,
  eventIds: ReadonlySet<string> | null,
): readonly GivenAdvice[] {
  if (!ids && !eventIds) return [given];
  const exchanges = given.exchanges.filter((id) => !ids || ids.has(id));
  const pageEvents = (given.pageEvents ?? []).filter((id) => !eventIds || eventIds.has(id));
  const isKept = given.total === 0 || exchanges.length + pageEvents.length > 0;
  return isKept ? [{ ...given, exchanges, pageEvents }] : [];
}
