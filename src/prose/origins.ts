import { type Language, type Prose, proseFor } from './languages';

/** The words about two origins. */
export type OriginsProse = Prose['origins'];

/** The words about two origins, in a language that was loaded. */
export function originsProseFor(language: Language): OriginsProse {
  return proseFor(language).origins;
}
