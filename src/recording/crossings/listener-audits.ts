import { auditListener, type ListenerAudit } from '../../channels/audit-listener';
import type { ReportedListener } from '../../channels/reported-listeners';
import type { ListenerReading } from '../../reading/listener';

/** Audits listeners. It needs a JavaScript parser to read their source texts. */
export interface Auditor {
  audit(reported: ReportedListener): ListenerAudit;
}

const maxKnown = 500;
const known = new Map<string, ListenerReading>();

/** Loads the parser and returns an auditor that analyses each text once. */
export async function loadAuditor(): Promise<Auditor> {
  const { readListener } = await import('../../reading/read-listener');
  const readingOf = (text: string): ListenerReading => {
    const reading = known.get(text) ?? readListener(text);
    if (known.size >= maxKnown) known.clear();
    known.set(text, reading);
    return reading;
  };
  return {
    audit: (reported) => auditListener(reported, reported.text === null ? null : readingOf(reported.text)),
  };
}
