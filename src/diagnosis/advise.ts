import type { Advice, AdviceKind, AdviceMatch, Severity } from './advice';
import { type AdvisableRecording, adviceContext } from './advice-context';
import { type AdviceCode, advice } from './advice-table';
import type { Confidence } from './cause';

/** A piece of advice that fits a recording, with what it rests on. */
export interface GivenAdvice extends AdviceMatch {
  /** The code, and the number of the match if there are several: unique in a recording. */
  readonly id: string;
  readonly code: AdviceCode;
  readonly kind: AdviceKind;
  readonly severity: Severity;
  readonly certainty: Confidence;
  /** How many requests and page events it rests on; the lists contain at most `maxListed` of each. */
  readonly total: number;
}

/** How many requests, and how many page events, a piece of advice lists. */
const maxListed = 100;

const table = Object.entries(advice) as readonly (readonly [AdviceCode, Advice])[];
const rank: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };

/** Returns the advice that fits a recording, the most severe first. */
export function advise(recording: AdvisableRecording): readonly GivenAdvice[] {
  const context = adviceContext(recording);
  return table
    .flatMap(([code, { kind, severity, certainty, find }]) =>
      find(context).map((match, index): GivenAdvice => {
        const { exchanges, pageEvents = [] } = match;
        return {
          ...match,
          id: index === 0 ? code : `${code} ${index + 1}`,
          code,
          kind,
          severity,
          certainty,
          exchanges: exchanges.slice(0, maxListed),
          pageEvents: pageEvents.slice(0, maxListed),
          total: exchanges.length + pageEvents.length,
        };
      }),
    )
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
}
