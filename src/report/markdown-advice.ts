import { type Language, proseFor } from '../prose';
import { adviceWords } from '../prose/advice';
import { bounded } from '../prose/short-url';
import { escapeMarkdown, inlineCode } from './escape-markdown';
import type { Report, ReportAdvice } from './model';

const maxQuoted = 10;
const maxLength = 200;

/** Returns the advice of a report in Markdown, with the numbers of the requests that it rests on. */
export function adviceMarkdown(
  { advice, language, exchanges }: Pick<Report, 'advice' | 'language' | 'exchanges'>,
  numbersOfRequests: ReadonlyMap<string, number>,
): readonly string[] {
  if (advice.length === 0) return [];
  const numbers = new Map(numbersOfRequests);
  for (const { id, preflightFor } of exchanges) {
    // A preflight has the number of its request.
    const number = numbers.get(preflightFor?.exchange ?? '');
    if (number !== undefined) numbers.set(id, number);
  }
  const { title } = adviceWords.in(language);
  return [`## ${escapeMarkdown(title)}`, ...advice.map((each) => piece(each, language, numbers))];
}

function piece(
  { title, kind, severity, certainty, sentence, remedy, evidence, exchanges, total }: ReportAdvice,
  language: Language,
  numbers: ReadonlyMap<string, number>,
): string {
  const words = adviceWords.in(language);
  const { causeWords } = proseFor(language);
  const marks = [words.kinds[kind], words.severities[severity], causeWords.confidences[certainty]];
  const requests = [...new Set(exchanges.flatMap((id) => numbers.get(id) ?? []))].slice(0, maxQuoted);
  const quoted = evidence.slice(0, maxQuoted).map((line) => inlineCode(bounded(line, maxLength)));
  return [
    `### ${escapeMarkdown(title)} (${escapeMarkdown(marks.join(', '))})`,
    escapeMarkdown(sentence),
    escapeMarkdown(remedy),
    ...(quoted.length > 0 ? [causeWords.labelled(escapeMarkdown(words.evidence), quoted.join(', '))] : []),
    ...(requests.length > 0
      ? [causeWords.labelled(escapeMarkdown(words.requests(total)), requests.join(', '))]
      : []),
  ].join('\n\n');
}
