import type { CauseCode } from '../diagnosis/causes';
import { apart, loadUsed } from './apart';
import type { CauseProse } from './cause-prose';
import type { en } from './en';
import type { advice } from './en/advice';
import type { cli } from './en/cli';
import type { compare } from './en/compare';
import type { consoleMessages } from './en/console-messages';
import type { origins } from './en/origins';
import type { stacks } from './en/stacks';
import type { whatIf } from './en/what-if';
import type { QuestionTexts, QuestionWords } from './question-prose';
import type { Translation } from './shapes';

/** Everything that a person reads, in one language. */
export type Prose = Translation<typeof en>;

/** One language: what its own speakers call it, and how its words are loaded. */
interface LanguageRow {
  readonly name: string;
  readonly words: () => Promise<Prose>;
  /** What is loaded apart from the other words, once it is needed. */
  readonly causes: () => Promise<Readonly<Record<CauseCode, CauseProse>>>;
  readonly questions: () => Promise<{
    readonly questions: QuestionTexts;
    readonly questionWords: QuestionWords;
  }>;
  readonly advice: () => Promise<Translation<typeof advice>>;
  readonly comparison: () => Promise<Translation<typeof compare>>;
  readonly consoleMessages: () => Promise<Translation<typeof consoleMessages>>;
  readonly stacks: () => Promise<Translation<typeof stacks>>;
  readonly origins: () => Promise<Translation<typeof origins>>;
  readonly whatIf: () => Promise<Translation<typeof whatIf>>;
  readonly cli: () => Promise<Translation<typeof cli>>;
}

/** The languages there are. */
const table = {
  en: {
    name: 'English',
    words: async () => (await import('./en')).en,
    causes: async () => (await import('./en/causes')).causes,
    questions: () => import('./en/questions'),
    advice: async () => (await import('./en/advice')).advice,
    comparison: async () => (await import('./en/compare')).compare,
    consoleMessages: async () => (await import('./en/console-messages')).consoleMessages,
    stacks: async () => (await import('./en/stacks')).stacks,
    origins: async () => (await import('./en/origins')).origins,
    whatIf: async () => (await import('./en/what-if')).whatIf,
    cli: async () => (await import('./en/cli')).cli,
  },
  'zh-CN': {
    name: '简体中文',
    words: async () => (await import('./zh-cn')).zhCn,
    causes: async () => (await import('./zh-cn/causes')).causes,
    questions: () => import('./zh-cn/questions'),
    advice: async () => (await import('./zh-cn/advice')).advice,
    comparison: async () => (await import('./zh-cn/compare')).compare,
    consoleMessages: async () => (await import('./zh-cn/console-messages')).consoleMessages,
    stacks: async () => (await import('./zh-cn/stacks')).stacks,
    origins: async () => (await import('./zh-cn/origins')).origins,
    whatIf: async () => (await import('./zh-cn/what-if')).whatIf,
    cli: async () => (await import('./zh-cn/cli')).cli,
  },
} satisfies Readonly<Record<string, LanguageRow>>;

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

/** How the words of a language are loaded, part by part. */
export function partsOf(language: Language): Omit<LanguageRow, 'name'> {
  return table[language];
}

/** The language for a reader whose browser asks for these, in order of preference: another Chinese is Chinese. */
export function languageFor(preferred: readonly string[]): Language {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  const spoken = preferred.map((tag) => languages.find((language) => primary(language) === primary(tag)));
  return spoken.find((language) => language !== undefined) ?? 'en';
}

const words = apart((language: Language) => partsOf(language).words());

/** Loads the words of a language, and those kept apart that another language was read in. */
export async function loadLanguage(language: Language): Promise<void> {
  await words.load(language);
  await loadUsed(language);
}

/** The words of a language that was loaded. @throws if it was not, which is our mistake */
export const proseFor: (language: Language) => Prose = words.in;
