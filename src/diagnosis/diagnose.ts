import type { ExchangeFacts } from '../protocol/facts';
import type { Actor, Cause, CauseMatch, Confidence } from './cause';
import { type CauseCode, causes } from './causes';
import { type DiagnosableRecording, type DiagnosisContext, openContexts } from './context';

/** A cause that fits a request, with its evidence. */
export interface Diagnosis extends CauseMatch {
  readonly code: CauseCode;
  readonly actor: Actor;
  /** The hop of the request that it is about. */
  readonly hop: number;
  /** Whether it is about the preflight of that hop. */
  readonly isPreflight: boolean;
}

const all = Object.entries(causes) as readonly (readonly [CauseCode, Cause])[];
const none: readonly Diagnosis[] = [];
const ranks: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };
const rankOf = ({ code, confidence }: Diagnosis) =>
  (causes[code] as Cause).isBeside ? ranks.possible : ranks[confidence];

/** Returns a function that finds the causes of a request of a recording, the best first. */
export function openDiagnosis(
  recording: DiagnosableRecording,
): (facts: ExchangeFacts) => readonly Diagnosis[] {
  const contextOf = openContexts(recording);
  const known = new Map<ExchangeFacts, readonly Diagnosis[]>();
  return (facts) => {
    const causes = known.get(facts) ?? diagnose(contextOf(facts));
    known.set(facts, causes);
    return causes;
  };
}

/** A cause that another one explains better is left out, unless that one is only possible. */
function diagnose(context: DiagnosisContext): readonly Diagnosis[] {
  const { isPreflight, finding, subject } = context;
  const hop = finding?.hop ?? subject.facts.hops.length - 1;
  const found: Diagnosis[] = [];
  for (const [code, { match, actor }] of all) {
    const matched = match(context);
    if (matched) found.push({ code, actor, hop, isPreflight, ...matched });
  }
  if (found.length === 0) return none;
  const isCovered = (other: Diagnosis) =>
    found.some(
      ({ code, confidence }) =>
        (causes[code] as Cause).covers?.includes(other.code) &&
        (confidence !== 'possible' || other.confidence === 'possible'),
    );
  return found.filter((diagnosis) => !isCovered(diagnosis)).sort((a, b) => rankOf(a) - rankOf(b));
}

/** The cause to begin with: certain or likely; undefined if there is none. */
export function leadingCause(causes: readonly Diagnosis[]): Diagnosis | undefined {
  return causes.find(({ confidence }) => confidence !== 'possible');
}
