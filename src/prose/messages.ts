import { type Language, type Prose, proseFor } from './languages';

/** The words about page events. */
export type MessagesProse = Prose['messages'];

/** A heading of the Messages table. */
export type MessageColumn = keyof MessagesProse['table']['columns'];

/** The words about page events, in a language that was loaded. */
export function messagesProseFor(language: Language): MessagesProse {
  return proseFor(language).messages;
}
