import { en } from './en';
import type { Language, Prose } from './prose';
import { zhCn } from './zh-cn';

/** The languages there are, each in its own name. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** The prose of a language. */
export function proseFor(language: Language): Prose {
  return language === 'zh-CN' ? zhCn : en;
}

/** The language for a reader whose browser asks for these, in order of preference. */
export function languageFor(preferred: readonly string[]): Language {
  const [first = 'en'] = preferred.filter((tag) => /^(en|zh)\b/i.test(tag));
  return /^zh/i.test(first) ? 'zh-CN' : 'en';
}
