export { languageFor, languages, proseFor } from './languages';
export type { FindingContext, FindingProse, Language, Prose } from './prose';
