import { type Language, type Prose, proseFor } from '../../prose';

/** The texts of the panel in one language. */
export interface Words {
  readonly language: Language;
  readonly prose: Prose;
  /** The texts of the interface. */
  readonly ui: Prose['ui'];
}

const made = new Map<Language, Words>();

/** Returns the texts of a language. The object is always the same, so memoized components can compare it. */
export function wordsOf(language: Language): Words {
  const known = made.get(language);
  if (known) return known;
  const prose = proseFor(language);
  const words: Words = { language, prose, ui: prose.ui };
  made.set(language, words);
  return words;
}
