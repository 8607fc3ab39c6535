import { type Language, type Prose, proseFor } from './languages';

/** The words about the page’s side of a request. */
export type PageSideProse = Prose['pageSide'];

/** The words about the page’s side of a request, in a language that was loaded. */
export function pageSideProseFor(language: Language): PageSideProse {
  return proseFor(language).pageSide;
}
