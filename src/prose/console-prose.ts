import { apart } from './apart';
import { type Language, partsOf } from './languages';

/** The words of the dialog that explains console messages. */
export const consoleProse = apart((language: Language) => partsOf(language).consoleMessages());
