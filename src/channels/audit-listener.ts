import type { ListenerReading, LoopholeKind, OriginVerdict, UnknownBecause } from '../reading/listener';
import type { ReportedListener } from './reported-listeners';

/** What a listener was seen to read of its messages. `data-only`: data, but never `origin` or `source`. */
export type ListenerRun = 'data-only' | 'looked' | 'looked-late' | 'nothing' | 'not-seen';

/** Why the origin check of a listener is unknown. */
export type AuditBecause =
  | UnknownBecause
  /** Its source text was not recorded. */
  | 'no-text'
  /** Its text reads neither `origin` nor `source`, but one of them was read while it ran. */
  | 'read-elsewhere'
  /** Its text reads neither, and it is unknown what was read while it ran. */
  | 'run-not-seen';

/** The risk of a listener. */
export type ListenerRisk =
  | 'no-check'
  | 'anyone-passes'
  | 'subdomains-pass'
  | 'scheme-or-port-passes'
  | 'source-only'
  | LoopholeKind
  | 'data-only';

/** The result of auditing a listener by its source text and by the fields that it was seen to read. */
export interface ListenerAudit {
  /**
   * `none` only if neither the text nor the run reads `origin` or `source`, and the text passes the event to
   * no other function.
   */
  readonly verdict: OriginVerdict;
  /** Why the verdict is `unknown`; null for other verdicts. */
  readonly because: AuditBecause | null;
  readonly run: ListenerRun;
  /** null if no risk is known. */
  readonly risk: ListenerRisk | null;
  /** The result of reading its text; null if the text was not recorded. */
  readonly reading: ListenerReading | null;
}

/** Audits a listener. `reading` is the result of reading its source text; null if that was not recorded. */
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
  // Any sender uses it, whatever the check allows.
  if (reading?.loophole?.kind === 'unchecked-use') return 'unchecked-use';
  if (reading?.reach === 'subdomains') return 'subdomains-pass';
  if (reading?.reach === 'scheme-or-port') return 'scheme-or-port-passes';
  if (reading?.loophole) return reading.loophole.kind;
  if (verdict === 'source') return 'source-only';
  // The text can contain a check in a branch that did not run.
  const isOpen = verdict === 'unknown' || verdict === 'delegated';
  return isOpen && run === 'data-only' ? 'data-only' : null;
}
