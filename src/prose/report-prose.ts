import { type Language, type Prose, proseFor } from './languages';

/** The words about a report and its export. */
export type ReportProse = Prose['report'];

/** The words about a report and its export, in a language that was loaded. */
export function reportProseFor(language: Language): ReportProse {
  return proseFor(language).report;
}
