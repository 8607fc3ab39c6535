export type { FindingContext, FindingProse } from './finding-prose';
export {
  isLanguage,
  type Language,
  languageFor,
  languageName,
  languages,
  loadLanguage,
  type Prose,
  proseFor,
} from './languages';
