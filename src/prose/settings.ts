import { type Language, type Prose, proseFor } from './languages';

/** The words about the settings. */
export type SettingsProse = Prose['settings'];

/** The words about the settings, in a language that was loaded. */
export function settingsProseFor(language: Language): SettingsProse {
  return proseFor(language).settings;
}
