import type { Verdict } from '../exchange/verdict/verdict';
import type { ExchangeFacts } from '../protocol/facts';
import { type AskedQuestion, type Decision, decisionsOf, type PastedAnswer, questionsFor } from './answers';
import type { Actor, Cause, CauseMatch, Confidence } from './cause';
import { type CauseCode, causes } from './causes';
import { type DiagnosableRecording, type DiagnosisContext, openContexts } from './context';
import { statusLine } from './evidence';

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

/** The recording that causes are looked for in, with what was answered about it. */
export interface AnsweredRecording extends DiagnosableRecording {
  readonly answers?: readonly PastedAnswer[];
}

/** The causes of a request, the best first, and the questions that would tell them apart. */
export interface OpenDiagnosis {
  causesOf(facts: ExchangeFacts): readonly Diagnosis[];
  questionsOf(facts: ExchangeFacts): readonly AskedQuestion[];
}

/** Returns what finds the causes of the requests of a recording. */
export function openDiagnosis({ answers = [], ...recording }: AnsweredRecording): OpenDiagnosis {
  const contextOf = openContexts(recording);
  const known = new Map<ExchangeFacts, readonly Diagnosis[]>();
  const decided = (context: DiagnosisContext) => (answers.length === 0 ? [] : decisionsOf(context, answers));
  const causesOf = (facts: ExchangeFacts) => {
    const causes = known.get(facts) ?? diagnose(contextOf(facts), decided);
    known.set(facts, causes);
    return causes;
  };
  return {
    causesOf,
    questionsOf(facts) {
      const context = contextOf(facts);
      return questionsFor(context, causesOf(facts), decided(context));
    },
  };
}

function diagnose(
  context: DiagnosisContext,
  decided: (context: DiagnosisContext) => readonly Decision[],
): readonly Diagnosis[] {
  const { isPreflight, finding, subject } = context;
  const hop = finding?.hop ?? subject.facts.hops.length - 1;
  const matched: Diagnosis[] = [];
  for (const [code, { match, actor }] of all) {
    const fit = match(context);
    if (fit) matched.push({ code, actor, hop, isPreflight, ...fit });
  }
  const found = decided(context).reduce(
    (causes, decision) => decide(causes, decision, context, { hop, isPreflight }),
    matched as readonly Diagnosis[],
  );
  if (found.length === 0) return none;
  const isProven = ({ evidence }: Diagnosis) => evidence.some(({ isPasted }) => isPasted);
  // A cause that another one explains better is left out, unless that one is only possible.
  const isCovered = (other: Diagnosis) =>
    found.some(
      ({ code, confidence }) =>
        (causes[code] as Cause).covers?.includes(other.code) &&
        (confidence !== 'possible' || other.confidence === 'possible'),
    );
  return found
    .filter((diagnosis) => isProven(diagnosis) || !isCovered(diagnosis))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** Returns the causes that fit once a question is answered: the one that the answer proves comes first. */
function decide(
  found: readonly Diagnosis[],
  { proves, between, evidence }: Decision,
  { answer }: DiagnosisContext,
  place: Pick<Diagnosis, 'hop' | 'isPreflight'>,
): readonly Diagnosis[] {
  const others = found.filter(({ code }) => !between.includes(code));
  if (!proves) return others;
  const { code, confidence, isComparison, values } = proves;
  const known = found.find((cause) => cause.code === code);
  if (!known && isComparison) return others;
  const seen = known?.evidence ?? (answer ? [statusLine(answer)] : []);
  const proven: Diagnosis = {
    ...place,
    code,
    actor: causes[code].actor,
    ...known,
    confidence,
    evidence: [...seen, ...evidence],
    ...(values && { values }),
  };
  return [proven, ...others];
}

/**
 * Returns the cause that the headline and the row of an exchange name: a certain or likely one. undefined if there is
 * none, and for preflights, because their causes are those of their requests.
 */
export function leadingCause(
  causes: readonly Diagnosis[],
  { requestClass }: Pick<Verdict, 'requestClass'>,
): Diagnosis | undefined {
  if (requestClass === 'preflight') return undefined;
  return causes.find(({ confidence }) => confidence !== 'possible');
}
