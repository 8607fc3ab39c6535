import { UsageError } from './usage-error';

/** Returns the value of an option that must be one of some words. @throws UsageError if it is not */
export function oneOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new UsageError(`--${option} ${value}: ${words.join(', ')}`);
  return word;
}
