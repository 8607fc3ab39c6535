import { type Language, type Prose, proseFor } from './languages';

/** The words about hidden headers and of cookies. */
export type ReasonsProse = Prose['reasons'];

/** The words about hidden headers and of cookies, in a language that was loaded. */
export function reasonsProseFor(language: Language): ReasonsProse {
  return proseFor(language).reasons;
}
