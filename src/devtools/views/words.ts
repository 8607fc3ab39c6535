import { type Language, type Prose, proseFor, type RowProse, rowProseFor, uiProseFor } from '../../prose';
import type { UiProse } from '../../prose/ui';

/** All that the panel says in one language. */
export interface Words {
  readonly language: Language;
  readonly ui: UiProse;
  readonly row: RowProse;
  /** Only where it was loaded: in the detail of a request. */
  readonly prose: Prose;
}

const made = new Map<Language, Words>();

/** The words of a language: the same object each time, so that identity tells of change. */
export function wordsOf(language: Language): Words {
  const known = made.get(language);
  if (known) return known;
  const words: Words = {
    language,
    ui: uiProseFor(language),
    row: rowProseFor(language),
    get prose() {
      return proseFor(language);
    },
  };
  made.set(language, words);
  return words;
}
