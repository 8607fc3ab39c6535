import type { Actor, Cause, CauseMatch, Confidence } from './cause';
import { type CauseCode, causes } from './causes';
import type { DiagnosisContext } from './context';

/** A cause that fits a request, with its evidence. */
export interface Diagnosis extends CauseMatch {
  readonly code: CauseCode;
  readonly actor: Actor;
}

const all = Object.entries(causes) as readonly (readonly [CauseCode, Cause])[];
const rank: Readonly<Record<Confidence, number>> = { certain: 0, likely: 1, possible: 2 };

/** Returns the causes that fit, the best first. A cause that another one explains better is left out. */
export function diagnose(context: DiagnosisContext): readonly Diagnosis[] {
  const found = all.flatMap(([code, { match, actor }]) => {
    const matched = match(context);
    return matched ? [{ code, actor, ...matched }] : [];
  });
  const covered = new Set<string>(found.flatMap(({ code }) => (causes[code] as Cause).covers ?? []));
  return found
    .filter(({ code }) => !covered.has(code))
    .sort((a, b) => rank[a.confidence] - rank[b.confidence]);
}
