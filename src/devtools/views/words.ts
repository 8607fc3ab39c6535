import { type Language, type Prose, proseFor, uiProseFor } from '../../prose';
import type { UiProse } from '../../prose/ui';

/** All that the panel says in one language. */
export interface Words {
  readonly language: Language;
  readonly ui: UiProse;
  readonly prose: Prose;
}

const made = new Map<Language, Words>();

/** The words of a language: the same object each time, so that identity tells of change. */
export function wordsOf(language: Language): Words {
  const known = made.get(language);
  if (known) return known;
  const words = { language, ui: uiProseFor(language), prose: proseFor(language) };
  made.set(language, words);
  return words;
}
