import { getHeader } from '../engine';
import { curlRequest, originIn } from './ask';
import type { CauseEvidence } from './cause';
import type { CauseCode } from './causes';
import type { DiagnosisContext } from './context';
import type { CurlRequest, FoundCause, PossibleAnswer, Question, Sign } from './question';
import { type QuestionCode, questions } from './questions';
import { type SignContext, shows } from './signs';
import { firstAnswer, type HttpTranscript } from './transcript';

/** What the user pasted as the answer to a question about a request. The panel itself sends nothing. */
export interface PastedAnswer {
  readonly exchange: string;
  readonly question: QuestionCode;
  readonly transcript: HttpTranscript;
}

/** A question about one request. */
export interface AskedQuestion {
  readonly code: QuestionCode;
  /** The hop of the request that it is about. */
  readonly hop: number;
  /** Those of its causes that fit, the best first. */
  readonly between: readonly CauseCode[];
  /** null if it is something to look at. */
  readonly curl: CurlRequest | null;
  /** The pasted answer, with its name in the question; null if there is none. */
  readonly answer: { readonly name: string; readonly evidence: readonly CauseEvidence[] } | null;
  /** What the signs of an answer are compared with. */
  readonly compared: SignContext;
}

/** What a pasted answer decides. */
export interface Decision {
  readonly question: QuestionCode;
  /** The name of the answer. */
  readonly name: string;
  readonly proves: PossibleAnswer['proves'];
  /** The causes that the question is about. */
  readonly between: readonly CauseCode[];
  readonly evidence: readonly CauseEvidence[];
}

const all = Object.entries(questions) as readonly (readonly [QuestionCode, Question])[];

/** Returns what pasted answers to questions about a request decide. */
export function decisionsOf(
  context: DiagnosisContext,
  answers: readonly PastedAnswer[],
): readonly Decision[] {
  return answers.flatMap(({ exchange, question: code, transcript }) => {
    if (exchange !== context.subject.facts.id) return [];
    const question: Question = questions[code];
    const found = answerOf(question, transcript, signContext(question, context));
    if (!found) return [];
    const [name, { proves, when }] = found;
    const evidence = quoted(when, transcript, context);
    return [{ question: code, name, proves, between: question.between, evidence }];
  });
}

/** Returns the questions that arise for a request with these causes, and those that are answered. */
export function questionsFor(
  context: DiagnosisContext,
  found: readonly FoundCause[],
  decisions: readonly Decision[],
): readonly AskedQuestion[] {
  return all.flatMap(([code, question]) => {
    const decision = decisions.find((each) => each.question === code);
    if (!decision && !question.isAsked(context, found)) return [];
    const curl = question.request && curlRequest(question.request, context);
    if (question.request && !curl) return [];
    const fitting = found.map((cause) => cause.code);
    return [
      {
        code,
        hop: context.finding?.hop ?? context.subject.facts.hops.length - 1,
        between: fitting.filter((each) => question.between.includes(each)),
        curl,
        answer: decision ? { name: decision.name, evidence: decision.evidence } : null,
        compared: signContext(question, context),
      },
    ];
  });
}

/** Returns the name of the answer that pasted text gives to a question; null if it decides nothing. */
export function nameOfAnswer(
  { code, compared }: Pick<AskedQuestion, 'code' | 'compared'>,
  transcript: HttpTranscript,
): string | null {
  return answerOf(questions[code], transcript, compared)?.[0] ?? null;
}

function answerOf(question: Question, transcript: HttpTranscript, context: SignContext) {
  return Object.entries(question.answers).find(([, { when }]) =>
    when.every((sign) => shows(sign, transcript, context)),
  );
}

function signContext({ request }: Question, context: DiagnosisContext): SignContext {
  const { subject, finding, answer } = context;
  const hop = subject.facts.hops[finding?.hop ?? subject.facts.hops.length - 1];
  return {
    recorded: answer,
    pageMethod: hop?.method ?? '',
    sentOrigin: request && hop ? originIn(request, context, hop.url) : null,
  };
}

/** Quotes the status of a pasted answer and the headers that its signs are about. */
function quoted(
  signs: readonly Sign[],
  transcript: HttpTranscript,
  { subject }: DiagnosisContext,
): readonly CauseEvidence[] {
  const place = { exchange: subject.facts.id, hop: 0, isPasted: true } as const;
  const answer = firstAnswer(transcript);
  if (!answer) return [{ ...place, kind: 'error', error: `curl: (${transcript.curlError})` }];
  const names = signs.flatMap((sign) =>
    'header' in sign ? sign.header : 'allows' in sign ? 'Access-Control-Allow-Origin' : [],
  );
  return [
    { ...place, kind: 'status', status: answer.status },
    ...[...new Set(names)].map(
      (name) =>
        ({ ...place, kind: 'header', on: 'response', name, value: getHeader(answer.headers, name) }) as const,
    ),
  ];
}
