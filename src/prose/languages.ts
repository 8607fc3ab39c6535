import type { Language, Prose } from './prose';
import type { UiProse } from './ui';

/** The languages there are, each in its own name. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

interface Loaded {
  readonly prose: Prose;
  readonly ui: UiProse;
}

const loaded = new Map<Language, Loaded>();

/** Loads what is said in a language. A reader has one, so the others stay where they are. */
export async function loadLanguage(language: Language): Promise<void> {
  if (loaded.has(language)) return;
  if (language === 'zh-CN') {
    const [{ zhCn }, { uiZhCn }] = await Promise.all([import('./zh-cn'), import('./ui-zh-cn')]);
    loaded.set(language, { prose: zhCn, ui: uiZhCn });
  } else {
    const [{ en }, { uiEn }] = await Promise.all([import('./en'), import('./ui-en')]);
    loaded.set(language, { prose: en, ui: uiEn });
  }
}

/** The prose of a language that was loaded. @throws if it was not, which is our mistake */
export function proseFor(language: Language): Prose {
  return of(language).prose;
}

/** What the interface says in a language that was loaded. @throws if it was not, which is our mistake */
export function uiProseFor(language: Language): UiProse {
  return of(language).ui;
}

function of(language: Language): Loaded {
  const said = loaded.get(language);
  if (!said) throw new Error(`prose: language not loaded "${language}"`);
  return said;
}

/** The language for a reader whose browser asks for these, in order of preference. */
export function languageFor(preferred: readonly string[]): Language {
  const [first = 'en'] = preferred.filter((tag) => /^(en|zh)\b/i.test(tag));
  return /^zh/i.test(first) ? 'zh-CN' : 'en';
}
