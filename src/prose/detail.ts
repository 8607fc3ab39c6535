import { type Language, type Prose, proseFor } from './languages';

/** The words about a request beyond its verdict. */
export type DetailProse = Prose['detail'];

/** The words about a request beyond its verdict, in a language that was loaded. */
export function detailProseFor(language: Language): DetailProse {
  return proseFor(language).detail;
}
