export type { FindingContext, FindingProse, Language, Prose } from './prose';
export { languageFor, languages, proseFor } from './languages';
