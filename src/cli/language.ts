import { isLanguage, type Language, languageFor, languages, loadLanguage } from '../prose';
import { adviceWords } from '../prose/advice';
import { causeProse } from '../prose/causes';
import { cliWords } from '../prose/cli-words';
import { comparisonWords } from '../prose/comparison';
import { questionProse } from '../prose/questions';
import { stackWords } from '../prose/stacks';
import { UsageError } from './usage-error';

/** Returns the language that was asked for, or that of the terminal. @throws UsageError if there is no such language */
export function languageOf(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked !== undefined) {
    if (!isLanguage(asked)) throw new UsageError(`--language ${asked}: ${languages.join(', ')}`);
    return asked;
  }
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return languageFor([named.replace(/[.@].*/, '').replace('_', '-')]);
}

/** Loads all that the command line says. */
export async function loadWords(language: Language): Promise<void> {
  await loadLanguage(language);
  const parts = [adviceWords, causeProse, questionProse, stackWords, cliWords, comparisonWords];
  await Promise.all(parts.map((part) => part.load(language)));
}
