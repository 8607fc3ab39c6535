import type { ListenerAudit, ListenerRisk } from '../channels/audit-listener';
import { type ReportedListener, reportedListeners } from '../channels/reported-listeners';
import type { PageEventFacts } from '../protocol/page-events';
import type { AdviceMatch } from './advice';
import type { AdviceContext, AuditedListener } from './advice-context';

/** Returns the listeners that ran with their audits; none if nothing can audit them. */
export function auditedListeners(
  pageEvents: readonly PageEventFacts[],
  audit: ((reported: ReportedListener) => ListenerAudit) | null,
): readonly AuditedListener[] {
  if (!audit) return [];
  return Array.from(reportedListeners(pageEvents).values(), (reported) => ({
    reported,
    audit: audit(reported),
  }));
}

/** Returns one match for each listener that has one of these risks, with the messages for which it ran. */
export function audited(
  { listeners, pageEvents }: AdviceContext,
  risks: readonly ListenerRisk[],
): readonly AdviceMatch[] {
  return listeners.flatMap(({ reported, audit }) => {
    const { risk, reading } = audit;
    if (risk === null || !risks.includes(risk)) return [];
    const { frame, id, name, registeredAt } = reported;
    const events = pageEvents.filter(
      (event) =>
        event.kind === 'post-message' &&
        event.direction === 'received' &&
        event.frame.frameId === frame.frameId &&
        event.frame.documentId === frame.documentId &&
        event.listeners?.some((listener) => listener.id === id),
    );
    return [
      {
        exchanges: [],
        pageEvents: events.map((event) => event.id),
        evidence: [
          ...(registeredAt?.stack.slice(0, 1) ?? []),
          ...(reading?.text ? [reading.text] : []),
          ...(reading?.example ? [`event.origin: ${reading.example}`] : []),
        ],
        values: { server: frame.origin ?? 'null', name, risk },
      },
    ];
  });
}
