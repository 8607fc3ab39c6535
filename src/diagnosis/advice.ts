import type { AdviceContext } from './advice-context';
import type { Confidence } from './cause';

/** What advice is about: who can abuse something, or what costs time. */
export const adviceKinds = ['security', 'cost'] as const;

/** What advice is about. */
export type AdviceKind = (typeof adviceKinds)[number];

/** How much it matters, the worst first. */
export const severities = ['high', 'medium', 'low'] as const;

/** How much it matters. */
export type Severity = (typeof severities)[number];

/** One place in the recording that has what a piece of advice is about. */
export interface AdviceMatch {
  /** The ids of the requests that it rests on, in order of start. */
  readonly exchanges: readonly string[];
  /** The ids of the page events that it rests on. */
  readonly pageEvents?: readonly string[];
  /** Quoted facts: lines of headers, or a place in a script. */
  readonly evidence?: readonly string[];
  /** The values that its sentences name, such as a server. */
  readonly values: Readonly<Record<string, string>>;
}

/** A piece of advice about a whole recording. Its code is the key in the table of advice. */
export interface Advice {
  readonly kind: AdviceKind;
  readonly severity: Severity;
  readonly certainty: Confidence;
  /** Returns each place that has it; empty if the recording lacks the evidence. */
  find(context: AdviceContext): readonly AdviceMatch[];
}
