import type { GivenAdvice } from '../diagnosis/advise';
import type { en } from './en/advice';
import type { Language } from './languages';
import type { Translation } from './shapes';
import { bounded, shortUrl } from './short-url';

const maxValueLength = 200;

/** The words about advice, in one language. */
export type AdviceWords = Translation<typeof en>;

/** They are loaded apart from the rest: only the Advice view and reports need them. */
const table: Readonly<Record<Language, () => Promise<AdviceWords>>> = {
  en: async () => (await import('./en/advice')).en,
  'zh-CN': async () => (await import('./zh-cn/advice')).zhCn,
};

const loaded = new Map<Language, AdviceWords>();

/** Loads the words about advice in a language. */
export async function loadAdviceWords(language: Language): Promise<AdviceWords> {
  const words = loaded.get(language) ?? (await table[language]());
  loaded.set(language, words);
  return words;
}

/** The words about advice in a language that was loaded. @throws if it was not, which is our mistake */
export function adviceWordsFor(language: Language): AdviceWords {
  const words = loaded.get(language);
  if (!words) throw new Error(`prose: advice not loaded in "${language}"`);
  return words;
}

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
