import type { AskedQuestion } from '../diagnosis/answers';
import { placeholdersIn } from '../diagnosis/ask';
import type { ExchangeFacts } from '../protocol/facts';
import { quotedText } from './cause';
import type { Language } from './languages';
import { questionProse } from './questions';
import { bounded, hostOf, shortUrl } from './short-url';

/** A question in words. */
export interface QuestionText {
  /** The heading above it. */
  readonly title: string;
  readonly ask: string;
  /** What to replace in its command before it is run; null if there is nothing. */
  readonly replace: string | null;
  /** What the pasted answer is, and what it means; null if there is none. */
  readonly answer: { readonly said: readonly string[]; readonly meaning: string } | null;
}

/** Returns a question about a request in words. */
export function questionText(
  facts: ExchangeFacts,
  { code, hop, between, curl, answer }: AskedQuestion,
  language: Language,
): QuestionText {
  const { questions, questionWords: words } = questionProse.in(language);
  const { url = '', method = '' } = facts.hops[hop] ?? facts.hops.at(-1) ?? {};
  const names = curl ? placeholdersIn(curl) : [];
  const { ask, answers } = questions[code];
  return {
    title: answer ? words.settled : between.length > 1 ? words.apart : words.sure,
    ask: ask({
      host: hostOf(url),
      url: shortUrl(url),
      method: bounded(method, 40),
      page: facts.origin ?? 'null',
    }),
    replace: names.length > 0 ? words.replace(names) : null,
    answer: answer && {
      said: answer.evidence.map((line) => quotedText(line, language)),
      meaning: (answers as Readonly<Record<string, string>>)[answer.name] ?? '',
    },
  };
}
