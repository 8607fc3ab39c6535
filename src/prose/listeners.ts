import { type Language, type Prose, proseFor } from './languages';

/** The words about message listeners. */
export type ListenersProse = Prose['listeners'];

/** The words about message listeners, in a language that was loaded. */
export function listenersProseFor(language: Language): ListenersProse {
  return proseFor(language).listeners;
}
