import type { FindingCode } from './findings';
import type { SectionId } from './spec';

/** One step of an algorithm as a row: its condition and what the algorithm returns if it holds. */
export interface Rule<Result> {
  /** The step's number in the standard, such as `4` or `7.5`. */
  readonly step: string;
  /** Whether the step's own condition holds, independent of the rules above it. */
  readonly when: boolean;
  readonly returns: Result;
  /** Why it failed. Only failing rules have one. */
  readonly finding?: FindingCode;
}

/** The values that the steps read, by the standard's variable name; null if absent. */
export type Evidence = Readonly<Record<string, string | null>>;

/** A failing step whose condition holds. */
export interface FailedStep {
  readonly step: string;
  readonly finding: FindingCode;
}

/** The record of one run of an algorithm: the steps it passed over and the step at which it returned. */
export interface Trace<Result> {
  readonly section: SectionId;
  readonly result: Result;
  readonly step: string;
  readonly finding: FindingCode | null;
  readonly evidence: Evidence;
  readonly passedOver: readonly string[];
  /** Later failing steps: what would fail next after the first problem is fixed. */
  readonly failsToo: readonly FailedStep[];
}

/**
 * Returns the trace of the first rule whose condition holds, as the standard's steps do.
 *
 * @throws if no rule holds, which is our mistake: an algorithm always returns.
 */
export function decide<Result>(
  section: SectionId,
  evidence: Evidence,
  rules: readonly Rule<Result>[],
): Trace<Result> {
  const index = rules.findIndex(({ when }) => when);
  const rule = rules[index];
  if (!rule) throw new Error(`engine: ${section} has no rule that returns`);
  const { step, returns: result, finding = null } = rule;
  const passedOver: string[] = [];
  const failsToo: FailedStep[] = [];
  for (let other = 0; other < rules.length; other++) {
    const { when, step, finding } = rules[other] as Rule<Result>;
    if (other < index) passedOver.push(step);
    else if (other > index && when && finding) failsToo.push({ step, finding });
  }
  return { section, result, step, finding, evidence, passedOver, failsToo };
}

/** Returns all failing steps of a trace, starting with the one at which it returned. */
export function failedSteps({ step, finding, failsToo }: Trace<unknown>): readonly FailedStep[] {
  return finding ? [{ step, finding }, ...failsToo] : [];
}
