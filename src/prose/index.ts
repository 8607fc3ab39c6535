export {
  languageFor,
  languages,
  loadLanguage,
  loadProse,
  proseFor,
  rowProseFor,
  uiProseFor,
} from './languages';
export type { FindingContext, FindingProse, Language, Prose, RowProse } from './prose';
