import { type Language, type Prose, proseFor } from './languages';

/** The words about techniques that one request shows. */
export type CrossingProse = Prose['crossing'];

/** The words about techniques that one request shows, in a language that was loaded. */
export function crossingProseFor(language: Language): CrossingProse {
  return proseFor(language).crossing;
}
