import type { ListenerAudit } from '../channels/audit-listener';
import { type ReportedListener, reportedListeners } from '../channels/reported-listeners';
import type { Language } from '../prose';
import { type ListenersProse, listenersProseFor } from '../prose/listeners';
import type { PageEventFacts } from '../protocol/page-events';
import type { FoundStar } from '../reading/find-stars';
import type { ReportMessageListener, ReportStarTarget } from './crossing-model';

/** Returns the listeners that ran in a recording, as the report lists them; none without an audit. */
export function toMessageListeners(
  events: readonly PageEventFacts[],
  audit: ((reported: ReportedListener) => ListenerAudit) | null,
  language: Language,
): readonly ReportMessageListener[] {
  const prose = listenersProseFor(language);
  return audit
    ? [...reportedListeners(events).values()].map((reported) => toListener(reported, audit(reported), prose))
    : [];
}

function toListener(
  reported: ReportedListener,
  audit: ListenerAudit,
  prose: ListenersProse,
): ReportMessageListener {
  const { frame, id, name, registeredAt, messages, reads, readLate } = reported;
  const { verdict, because, run, risk, reading } = audit;
  return {
    frame,
    id,
    name,
    registeredAt: registeredAt?.stack ?? null,
    messages,
    reads,
    readLate,
    run,
    verdict,
    because,
    reach: reading?.reach ?? null,
    example: reading?.example ?? null,
    supposed: reading?.supposed ?? null,
    loophole: reading?.loophole ?? null,
    restsOn: reading?.text ?? null,
    at: reading?.at ?? null,
    decidedBy: reading?.to ?? null,
    risk: risk && { code: risk, title: prose.risks[risk].label, remedy: prose.risks[risk].sentence },
  };
}

/** Returns the calls written with `'*'`, as the report lists them. */
export function toStarTargets(found: readonly FoundStar[]): readonly ReportStarTarget[] {
  return found.map((star) => ({ ...star, certainty: 'possible' }));
}
