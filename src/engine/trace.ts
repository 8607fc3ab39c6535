import type { FindingCode } from './findings';
import type { SectionId } from './spec';

/** One step of an algorithm, as a row: when this holds, the algorithm returns that. */
export interface Rule<Result> {
  /** The step's number in the standard, such as `4` or `7.5`. */
  readonly step: string;
  /** Whether the step's condition holds by itself, whatever the rules above it did. */
  readonly when: boolean;
  readonly returns: Result;
  /** Why it failed. Every failing rule has one; no other rule does. */
  readonly finding?: FindingCode;
}

/** The values that steps looked at, by the standard's variable name; null is absent. */
export type Evidence = Readonly<Record<string, string | null>>;

/** A step that holds and fails. */
export interface FailedStep {
  readonly step: string;
  readonly finding: FindingCode;
}

/** What an algorithm did: the steps it passed over, then the one at which it returned. */
export interface Trace<Result> {
  readonly section: SectionId;
  readonly result: Result;
  readonly step: string;
  readonly finding: FindingCode | null;
  readonly evidence: Evidence;
  readonly passedOver: readonly string[];
  /** Failing steps below the one at which it returned: what would fail next, were that one mended. */
  readonly failsToo: readonly FailedStep[];
}

/**
 * Runs rules in order and returns at the first that holds, as the standard's steps do.
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

/** Every failing step of a trace, the one at which it returned first. */
export function failedSteps({ step, finding, failsToo }: Trace<unknown>): readonly FailedStep[] {
  return finding ? [{ step, finding }, ...failsToo] : [];
}
