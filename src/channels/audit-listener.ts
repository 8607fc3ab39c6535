import type { ListenerReading, OriginVerdict, UnknownBecause } from '../reading/listener';
import type { ReportedListener } from './reported-listeners';

/** What a listener read of its messages: `data-only` is data, and never origin nor source. */
export type ListenerRun = 'data-only' | 'looked' | 'looked-late' | 'nothing' | 'not-seen';

/** Why nothing is said of a listener's check. */
export type AuditBecause =
  | UnknownBecause
  /** Its text was not looked at. */
  | 'no-text'
  /** Its text touches neither origin nor source, but one of them was read. */
  | 'read-elsewhere'
  /** Its text touches neither, and what was read while it ran is not known. */
  | 'run-not-seen';

/** What may go wrong with a listener. */
export type ListenerRisk =
  | 'no-check'
  | 'anyone-passes'
  | 'subdomains-pass'
  | 'scheme-or-port-passes'
  | 'source-only'
  | 'data-only';

/** What text and run say of a listener together. */
export interface ListenerAudit {
  /** `none` only where neither text nor run touches origin or source, and the event is passed to no other function. */
  readonly verdict: OriginVerdict;
  /** Why it is `unknown`; else null. */
  readonly because: AuditBecause | null;
  readonly run: ListenerRun;
  /** null where nothing is known to be wrong. */
  readonly risk: ListenerRisk | null;
  /** What its text says; null where there is none. */
  readonly reading: ListenerReading | null;
}

/** What text and run say of a listener together. `reading` is what its text says. */
export function auditListener(reported: ReportedListener, reading: ListenerReading | null): ListenerAudit {
  const run = runOf(reported);
  const judged = verdictOf(reading, run);
  return { ...judged, run, risk: riskOf(judged.verdict, reading, run), reading };
}

function runOf({ reads, readLate }: ReportedListener): ListenerRun {
  if (!reads) return 'not-seen';
  if (reads.some((field) => field !== 'data')) return 'looked';
  if (readLate.some((field) => field !== 'data')) return 'looked-late';
  return reads.length > 0 ? 'data-only' : 'nothing';
}

function verdictOf(
  reading: ListenerReading | null,
  run: ListenerRun,
): Pick<ListenerAudit, 'verdict' | 'because'> {
  if (!reading) return { verdict: 'unknown', because: 'no-text' };
  const { verdict, because } = reading;
  if (verdict !== 'none') return { verdict, because };
  if (run === 'not-seen') return { verdict: 'unknown', because: 'run-not-seen' };
  if (run === 'looked' || run === 'looked-late') return { verdict: 'unknown', because: 'read-elsewhere' };
  return { verdict, because: null };
}

function riskOf(
  verdict: OriginVerdict,
  reading: ListenerReading | null,
  run: ListenerRun,
): ListenerRisk | null {
  if (verdict === 'none') return 'no-check';
  if (reading?.reach === 'anyone') return 'anyone-passes';
  if (reading?.reach === 'subdomains') return 'subdomains-pass';
  if (reading?.reach === 'scheme-or-port') return 'scheme-or-port-passes';
  if (verdict === 'source') return 'source-only';
  // A check that the text has may stand in a branch that was not taken.
  const isOpen = verdict === 'unknown' || verdict === 'delegated';
  return isOpen && run === 'data-only' ? 'data-only' : null;
}
