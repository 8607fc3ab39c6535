import type { StepResult } from '../../../playground/scenario';
import type { Report, ReportExchange } from '../../../src/report/model';
import { whatIfDifference } from '../../support/what-if';
import { requestsOf } from '../scenario-run';
import type { Case } from './cases';

/** The page's result of a case. `null`: the page gets no result, so the browser's own is used. */
export type CaseResult = StepResult | { readonly c: string; readonly resolved: null };

/** The browser's own result for a case's request. */
export interface Truth {
  /** The name of a CORS error in Chromium, a console category in Firefox; null if nothing is printed. */
  readonly reason: string | null;
  /** The network error, if it failed for another reason. */
  readonly error: string | null;
}

/**
 * `right`: one claim that equals the browser's. `candidates`: several that include the browser's. `unknown`:
 * no claim, and the row says so. `wrong`: one claim that differs, or several without the browser's.
 */
export type Mark = 'right' | 'candidates' | 'unknown' | 'wrong';

/** A case, and how the report compares with the browser. */
export interface Compared {
  readonly case: Case;
  readonly seen: CaseResult | undefined;
  readonly truth: Truth;
  readonly exchange: ReportExchange | null;
  /** Whether it passed. */
  readonly outcome: Mark;
  /** The reason, in the browser's words. */
  readonly reason: Mark;
  /** How what-if over the exported exchange differs from its verdict; null if it does not. */
  readonly whatIf: string | null;
}

/**
 * Makes the requests of all cases in a browser, with page hints or without, and compares the report with its
 * results.
 */
export type CompareCases = (
  cases: readonly Case[],
  withHints: boolean,
) => Promise<{ readonly version: string; readonly compared: readonly Compared[] }>;

/** Compares the row of a case in a report with the browser's result. */
export function compare(one: Case, seen: CaseResult | undefined, truth: Truth, report: Report): Compared {
  const exchange = requestsOf(report, one.id)[0] ?? null;
  const base = { case: one, seen, truth, exchange };
  // Without a row, nothing is claimed.
  if (!exchange) return { ...base, outcome: 'unknown', reason: 'unknown', whatIf: null };
  return {
    ...base,
    outcome: markOutcome(seen, truth, exchange),
    reason: markReason(truth, exchange),
    whatIf: whatIfDifference(report, exchange),
  };
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
  // A candidate that the page could not use the response does not change the outcome.
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

/** Whether a script's options had to be assumed in a document, although the page could have reported them. */
export function isUnheard({ case: { place, step }, exchange }: Compared): boolean {
  if (!exchange || place === 'dedicated-worker' || (step.via !== 'fetch' && step.via !== 'xhr')) return false;
  return exchange.credentialsMode.basis === 'assumed' && exchange.candidates.length === 0;
}

/** Counts the marks of each kind. */
export function countMarks(marks: readonly Mark[]): Readonly<Record<Mark, number>> {
  const counts = { right: 0, candidates: 0, unknown: 0, wrong: 0 };
  for (const mark of marks) counts[mark]++;
  return counts;
}
