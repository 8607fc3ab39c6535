import { apart, loadUsed } from './apart';
import type { en } from './en';
import type { Translation } from './shapes';

/** Everything that a person reads, in one language. */
export type Prose = Translation<typeof en>;

/** The languages there are: what each is called by its own speakers, and its words, loaded when they are read. */
const table = {
  en: { name: 'English', load: async (): Promise<Prose> => (await import('./en')).en },
  'zh-CN': { name: '简体中文', load: async (): Promise<Prose> => (await import('./zh-cn')).zhCn },
};

/** The languages of everything that a person reads. */
export type Language = keyof typeof table;

/** All of them, in the order in which they are offered. */
export const languages = Object.keys(table) as readonly Language[];

/** A language in its own name. */
export function languageName(language: Language): string {
  return table[language].name;
}

/** Whether there is such a language. */
export function isLanguage(tag: string | null): tag is Language {
  return tag !== null && Object.hasOwn(table, tag);
}

/** The language for a reader whose browser asks for these, in order of preference: another Chinese is Chinese. */
export function languageFor(preferred: readonly string[]): Language {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  const spoken = preferred.map((tag) => languages.find((language) => primary(language) === primary(tag)));
  return spoken.find((language) => language !== undefined) ?? 'en';
}

const words = apart<Language, Prose>({ en: table.en.load, 'zh-CN': table['zh-CN'].load });

/** Loads the words of a language, and those kept apart that another language was read in. */
export async function loadLanguage(language: Language): Promise<void> {
  await words.load(language);
  await loadUsed(language);
}

/** The words of a language that was loaded. @throws if it was not, which is our mistake */
export const proseFor: (language: Language) => Prose = words.in;
