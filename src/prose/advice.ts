import type { GivenAdvice } from '../diagnosis/advise';
import { apart } from './apart';
import type { advice } from './en/advice';
import { type Language, partsOf } from './languages';
import type { Translation } from './shapes';
import { bounded, shortUrl } from './short-url';

const maxValueLength = 200;

/** The words about advice, in one language. */
export type AdviceWords = Translation<typeof advice>;

/** The words about advice: only the Advice view and reports need them. */
export const adviceWords = apart((language: Language) => partsOf(language).advice());

/** A piece of advice in words. */
export interface AdviceText {
  readonly title: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly evidence: readonly string[];
}

/** Returns a piece of advice in words. */
export function adviceText({ code, values, evidence = [] }: GivenAdvice, { texts }: AdviceWords): AdviceText {
  const { title, sentence, remedy } = texts[code];
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'url' ? shortUrl(value) : bounded(value, maxValueLength),
    ]),
  );
  return {
    title,
    sentence: sentence(shown),
    remedy: remedy(shown),
    evidence: evidence.map((line) => bounded(line, maxValueLength)),
  };
}

/** What a piece of advice is about: a server, or what else it names; '' if it is about the whole recording. */
export function adviceSubject({ values }: GivenAdvice): string {
  if (values.name) return `${bounded(values.name, 40)} · ${bounded(values.server ?? '', 80)}`;
  return values.url === undefined ? bounded(values.server ?? '', 80) : shortUrl(values.url);
}
