import { type Language, type Prose, proseFor } from '../../prose';

/** All that the panel says in one language. */
export interface Words {
  readonly language: Language;
  readonly prose: Prose;
  /** What the interface says of itself. */
  readonly ui: Prose['ui'];
}

const made = new Map<Language, Words>();

/** The words of a language: the same object each time, so that identity tells of change. */
export function wordsOf(language: Language): Words {
  const known = made.get(language);
  if (known) return known;
  const prose = proseFor(language);
  const words: Words = { language, prose, ui: prose.ui };
  made.set(language, words);
  return words;
}
