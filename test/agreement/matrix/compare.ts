import type { StepResult } from '../../../playground/scenario';
import type { ReportExchange } from '../../../src/report/model';
import type { Case } from './cases';

/** What a page saw of a case. `null`: no page is told, and what the browser says stands in for it. */
export type CaseResult = StepResult | { readonly c: string; readonly resolved: null };

/** What a browser did with a case's request, by its own word. */
export interface Truth {
  /** What it prints for it: a CORS error's name in Chromium, a console category in Firefox; null for nothing. */
  readonly reason: string | null;
  /** Of the network, where it failed for another reason. */
  readonly error: string | null;
}

/**
 * `right`: one claim, and it is the browser's. `candidates`: several, the browser's among them. `unknown`:
 * no claim, and the row says so. `wrong`: one claim that is not the browser's, or several without it.
 */
export type Mark = 'right' | 'candidates' | 'unknown' | 'wrong';

/** A case, and how the report's word for it stands to the browser's. */
export interface Compared {
  readonly case: Case;
  readonly seen: CaseResult | undefined;
  readonly truth: Truth;
  readonly exchange: ReportExchange | null;
  /** Whether it passed or not. */
  readonly outcome: Mark;
  /** Why not, in the browser's words. */
  readonly reason: Mark;
}

/** Makes the requests of all cases in a browser, with page hints or without, and compares the report with its word. */
export type CompareCases = (
  cases: readonly Case[],
  withHints: boolean,
) => Promise<{ readonly version: string; readonly compared: readonly Compared[] }>;

/** Holds a report's row against what the browser did and said. */
export function compare(
  one: Case,
  seen: CaseResult | undefined,
  truth: Truth,
  exchange: ReportExchange | null,
): Compared {
  const base = { case: one, seen, truth, exchange };
  // No row and nothing claimed.
  if (!exchange) return { ...base, outcome: 'unknown', reason: 'unknown' };
  return { ...base, outcome: markOutcome(seen, truth, exchange), reason: markReason(truth, exchange) };
}

function markOutcome(
  seen: CaseResult | undefined,
  truth: Truth,
  { outcome, candidates }: ReportExchange,
): Mark {
  if (outcome === 'unknown') return candidates.length > 0 ? 'candidates' : 'unknown';
  if (outcome === 'pending' || !seen) return 'unknown';
  const hasPassed = outcome === 'allowed' || outcome === 'opaque';
  const passed = seen.resolved ?? (truth.reason ?? truth.error) === null;
  if (hasPassed === passed) return 'right';
  // That the page could not use what passed may stand among the candidates, and changes no outcome.
  return hasPassed && candidates.some((code) => code !== 'none') ? 'candidates' : 'wrong';
}

function markReason({ reason }: Truth, exchange: ReportExchange): Mark {
  const { browserReason, browserReasonCandidates, outcome } = exchange;
  if (browserReasonCandidates.length > 0) {
    return browserReasonCandidates.includes(reason ?? 'none') ? 'candidates' : 'wrong';
  }
  if (outcome === 'unknown') return 'unknown';
  return browserReason === reason ? 'right' : 'wrong';
}

/** Whether what a document's script asked for had to be assumed, though one could have heard it. */
export function isUnheard({ case: { place, step }, exchange }: Compared): boolean {
  if (!exchange || place === 'dedicated-worker' || (step.via !== 'fetch' && step.via !== 'xhr')) return false;
  return exchange.credentialsMode.basis === 'assumed' && exchange.candidates.length === 0;
}

/** How many there are of each mark. */
export function countMarks(marks: readonly Mark[]): Readonly<Record<Mark, number>> {
  const counts = { right: 0, candidates: 0, unknown: 0, wrong: 0 };
  for (const mark of marks) counts[mark]++;
  return counts;
}
