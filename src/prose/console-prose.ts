import { consoleMessages as en } from './en/console-messages';
import type { Language } from './languages';
import type { Translation } from './shapes';
import { consoleMessages as zhCn } from './zh-cn/console-messages';

const table: Readonly<Record<Language, Translation<typeof en>>> = { en, 'zh-CN': zhCn };

/** Returns the words of the dialog that explains console messages. They are loaded with it, in all languages. */
export function consoleProseFor(language: Language): Translation<typeof en> {
  return table[language];
}
