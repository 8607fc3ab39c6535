import { apart } from './apart';
import { type Language, partsOf } from './languages';

/** The sentences about causes: nothing needs them before the first failure. */
export const causeProse = apart((language: Language) => partsOf(language).causes());
