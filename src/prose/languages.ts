import type { Language, Prose, RowProse } from './prose';
import type { UiProse } from './ui';

/** The languages there are, each in its own name. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

interface First {
  readonly row: RowProse;
  readonly ui: UiProse;
}

// A reader has one language, and looks at rows before looking at one closely: the rest stays where it is.
const first = new Map<Language, First>();
const whole = new Map<Language, Prose>();

/** Loads what rows and the interface say in a language; if the whole was wanted before, the whole. */
export async function loadLanguage(language: Language): Promise<void> {
  await Promise.all([loadFirst(language), whole.size > 0 ? loadProse(language) : null]);
}

async function loadFirst(language: Language): Promise<void> {
  if (first.has(language)) return;
  if (language === 'zh-CN') {
    const [{ rowZhCn }, { uiZhCn }] = await Promise.all([import('./zh-cn/row'), import('./zh-cn/ui')]);
    first.set(language, { row: rowZhCn, ui: uiZhCn });
  } else {
    const [{ rowEn }, { uiEn }] = await Promise.all([import('./en/row'), import('./en/ui')]);
    first.set(language, { row: rowEn, ui: uiEn });
  }
}

/** Loads everything that is said in a language. */
export async function loadProse(language: Language): Promise<void> {
  const load = async () =>
    whole.set(language, language === 'zh-CN' ? (await import('./zh-cn')).zhCn : (await import('./en')).en);
  await Promise.all([loadFirst(language), whole.has(language) ? null : load()]);
}

/** What rows say in a language that was loaded. @throws if it was not, which is our mistake */
export function rowProseFor(language: Language): RowProse {
  return loaded(first, language).row;
}

/** What the interface says in a language that was loaded. @throws if it was not, which is our mistake */
export function uiProseFor(language: Language): UiProse {
  return loaded(first, language).ui;
}

/** Everything that is said in a language that was loaded whole. @throws if it was not, which is our mistake */
export function proseFor(language: Language): Prose {
  return loaded(whole, language);
}

function loaded<T>(from: ReadonlyMap<Language, T>, language: Language): T {
  const said = from.get(language);
  if (!said) throw new Error(`prose: language not loaded "${language}"`);
  return said;
}

/** The language for a reader whose browser asks for these, in order of preference. */
export function languageFor(preferred: readonly string[]): Language {
  const [tag = 'en'] = preferred.filter((each) => /^(en|zh)\b/i.test(each));
  return /^zh/i.test(tag) ? 'zh-CN' : 'en';
}
