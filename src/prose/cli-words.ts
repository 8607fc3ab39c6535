import { apart } from './apart';
import type { cli } from './en/cli';
import { type Language, partsOf } from './languages';
import type { Translation } from './shapes';

/** The words of the command line and of imported files, in one language. */
export type CliWords = Translation<typeof cli>;

/** The words of the command line: the panel loads them with the first imported file. */
export const cliWords = apart((language: Language) => partsOf(language).cli());
