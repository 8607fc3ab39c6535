import { apart } from './apart';
import type { whatIf } from './en/what-if';
import { type Language, partsOf } from './languages';
import type { Translation } from './shapes';

/** The words of the dialog for what would be, in one language. */
export type WhatIfWords = Translation<typeof whatIf>;

/** The words of the dialog for what would be: only the dialog needs them. */
export const whatIfWords = apart((language: Language) => partsOf(language).whatIf());
