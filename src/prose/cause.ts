import type { CauseEvidence } from '../diagnosis/cause';
import type { Diagnosis } from '../diagnosis/diagnose';
import { reportedCall } from '../exchange/calls/page-report';
import type { ExchangeFacts } from '../protocol/facts';
import type { CauseContext } from './cause-prose';
import { causeProse } from './causes';
import { type Language, proseFor } from './languages';
import { bounded, hostOf, shortUrl } from './short-url';

const maxValueLength = 120;
/** Headers whose values are never quoted. */
const isSecret = /^(cookie|set-cookie|(proxy-)?authorization)$/i;
const isUrl = /^https?:\/\//;

/** A cause in words. */
export interface CauseText {
  readonly title: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly evidence: readonly string[];
}

/** What the sentences about a cause of a request name: its values bounded, its URLs without secrets. */
function causeContext(
  facts: ExchangeFacts,
  { evidence, values = {}, isPreflight, hop }: Diagnosis,
): CauseContext {
  // What a cause is about comes first in its evidence; a preflight or another request is not in this chain.
  const own = evidence.find(({ exchange, isPasted }) => exchange === facts.id && !isPasted);
  const requested = facts.hops[own?.hop ?? hop] ?? facts.hops.at(-1);
  const status = evidence.find((line) => line.kind === 'status' && !line.isPasted);
  const shown = ([name, value]: [string, string]) =>
    [name, isUrl.test(value) && name === 'url' ? shortUrl(value) : bounded(value, maxValueLength)] as const;
  return {
    method: bounded(requested?.method ?? '', maxValueLength),
    url: shortUrl(requested?.url ?? ''),
    host: hostOf(requested?.url ?? ''),
    page: facts.origin ?? 'null',
    status: status?.kind === 'status' ? status.status : null,
    isPreflight,
    kind: facts.kind,
    api: reportedCall(facts)?.call.api ?? null,
    values: Object.fromEntries(Object.entries(values).map(shown)),
  };
}

/** Returns a cause of a request in words. */
export function causeText(facts: ExchangeFacts, cause: Diagnosis, language: Language): CauseText {
  const { title, sentence, remedy } = causeProse.in(language)[cause.code];
  const context = causeContext(facts, cause);
  return {
    title,
    sentence: sentence(context),
    remedy: remedy(context),
    evidence: cause.evidence.map((line) => evidenceText(line, language)),
  };
}

/** Quotes a line of evidence, in the notation of HTTP. */
function evidenceText(line: CauseEvidence, language: Language): string {
  const text = quotedText(line, language);
  return line.isPasted ? proseFor(language).causeWords.evidence.pasted(text) : text;
}

/** Quotes a line of evidence without saying where it is from. */
export function quotedText(line: CauseEvidence, language: Language): string {
  const { evidence } = proseFor(language).causeWords;
  switch (line.kind) {
    case 'status':
      return evidence.status(line.status);
    case 'header':
      if (line.value === null) return evidence.missing(line.name);
      return `${line.name}: ${isSecret.test(line.name) ? '…' : bounded(line.value, maxValueLength)}`;
    case 'redirect':
      return `Location: ${shortUrl(line.to)}`;
    case 'error':
      return bounded(line.error, maxValueLength);
  }
}
