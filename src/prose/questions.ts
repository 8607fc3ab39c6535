import { apart } from './apart';
import { type Language, partsOf } from './languages';

/** The sentences and words of questions: nothing needs them before the first failure is looked at. */
export const questionProse = apart((language: Language) => partsOf(language).questions());
