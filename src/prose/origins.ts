import { apart } from './apart';
import type { origins } from './en/origins';
import { type Language, partsOf } from './languages';
import type { Translation } from './shapes';

/** The words about two origins, in one language. */
export type OriginsProse = Translation<typeof origins>;

/** The words about two origins: only the Origins view needs them. */
export const originsProse = apart((language: Language) => partsOf(language).origins());
