/** Words that are loaded in one language when they are first read. */
export interface ApartWords<Language, Words> {
  load(language: Language): Promise<Words>;
  /** The words of a language that was loaded. @throws if it was not, which is our mistake */
  in(language: Language): Words;
}

const used = new Set<(language: string) => Promise<unknown>>();

/** Keeps words apart from others. `loadWords` loads those of a language. */
export function apart<Language extends string, Words>(
  loadWords: (language: Language) => Promise<Words>,
): ApartWords<Language, Words> {
  const loaded = new Map<string, Words>();
  const load = async (language: Language) => {
    used.add(load as (language: string) => Promise<unknown>);
    const words = loaded.get(language) ?? (await loadWords(language));
    loaded.set(language, words);
    return words;
  };
  return {
    load,
    in(language) {
      const words = loaded.get(language);
      if (!words) throw new Error(`prose: language not loaded "${language}"`);
      return words;
    },
  };
}

/** Loads in a language all words that were loaded before, in any language. */
export async function loadUsed(language: string): Promise<void> {
  await Promise.all(Array.from(used, (load) => load(language)));
}
