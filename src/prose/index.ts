export { languageFor, languages, loadLanguage, proseFor, uiProseFor } from './languages';
export type { FindingContext, FindingProse, Language, Prose } from './prose';
