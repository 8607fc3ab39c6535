import { apart } from './apart';
import type { stacks } from './en/stacks';
import { type Language, partsOf } from './languages';
import type { Translation } from './shapes';

/** The words about policies and configurations, in one language. */
export type StackWords = Translation<typeof stacks>;

/** The words about policies and configurations: only a fix needs them. */
export const stackWords = apart((language: Language) => partsOf(language).stacks());
