import { asRecord, asText } from './bounded';

/** What the user chose, kept from one session to the next. */
export interface StoredSettings {
  /** A language tag; null: the browser's own language. */
  readonly language: string | null;
  readonly preserveLog: boolean;
  /** Whether scripts may run in the page's own world, which sees more. */
  readonly pageWorld: boolean;
}

/** What a page of ours asks the background, which keeps the settings. */
export type FromSettingsPage =
  /** What are they? Answered with all of them. */
  | { readonly type: 'settings' }
  /** Somebody chose this. */
  | { readonly type: 'change-settings'; readonly change: Partial<StoredSettings> };

/** What the background tells all pages of ours. */
export interface SettingsChanged {
  readonly type: 'settings-changed';
  readonly change: Partial<StoredSettings>;
}

const defaults: StoredSettings = { language: null, preserveLog: false, pageWorld: true };
const maxTag = 35;

/** Settings out of whatever was kept: what is not understood is the default. */
export function parseSettings(value: unknown): StoredSettings {
  return { ...defaults, ...parseChange(value) };
}

/** The part of the settings that is understood. */
function parseChange(value: unknown): Partial<StoredSettings> {
  const { language, preserveLog, pageWorld } = asRecord(value) ?? {};
  return {
    ...((language === null || typeof language === 'string') && { language: asText(language, maxTag) }),
    ...(typeof preserveLog === 'boolean' && { preserveLog }),
    ...(typeof pageWorld === 'boolean' && { pageWorld }),
  };
}

/** What a page of ours asks; null if it is something else. */
export function parseFromSettingsPage(value: unknown): FromSettingsPage | null {
  const raw = asRecord(value);
  if (raw?.type === 'settings') return { type: 'settings' };
  return raw?.type === 'change-settings'
    ? { type: 'change-settings', change: parseChange(raw.change) }
    : null;
}

/** What changed; null if the message says something else. */
export function parseSettingsChanged(value: unknown): SettingsChanged | null {
  const raw = asRecord(value);
  return raw?.type === 'settings-changed'
    ? { type: 'settings-changed', change: parseChange(raw.change) }
    : null;
}
