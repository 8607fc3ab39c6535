import { type Language, type Prose, proseFor } from './languages';

/** The words about opened windows. */
export type OpenersProse = Prose['openers'];

/** The words about opened windows, in a language that was loaded. */
export function openersProseFor(language: Language): OpenersProse {
  return proseFor(language).openers;
}
