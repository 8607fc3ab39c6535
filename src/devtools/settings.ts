import { type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../prose';
import { parsePageWorld, settingsKey } from '../protocol/messages';

/** What the user chose, kept from one session to the next. */
export interface Settings {
  /** null: the browser's own language. */
  readonly language: Language | null;
  readonly preserveLog: boolean;
  /** Whether scripts may run in the page's own world, which sees more. */
  readonly pageWorld: boolean;
}

/** The settings as they are, and the way to change them. */
export interface SettingsStore {
  readonly current: ReadonlySignal<Settings>;
  change(part: Partial<Settings>): void;
}

/** The part of `storage.local` that settings use. */
export interface Storage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  readonly onChanged: { addListener(listener: (changes: StorageChanges) => void): void };
}

type StorageChanges = Readonly<
  Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown } | undefined>
>;

const defaults: Settings = { language: null, preserveLog: false, pageWorld: true };

/** The settings kept in `storage`, whoever changes them; the defaults if it has none, or none that can be read. */
export async function openSettings(storage: Storage): Promise<SettingsStore> {
  const stored = await storage.get(settingsKey).catch(() => ({}) as Record<string, unknown>);
  const current = signal(parseSettings(stored[settingsKey]));
  storage.onChanged.addListener(({ [settingsKey]: change }) => {
    if (change) current.value = { ...current.value, ...changedIn(change.oldValue, change.newValue) };
  });
  return {
    current,
    change(part) {
      current.value = { ...current.value, ...part };
      storage.set({ [settingsKey]: current.value }).catch(console.error);
    },
  };
}

/** What another panel has chosen, and nothing besides: what was chosen here meanwhile stays. */
function changedIn(oldValue: unknown, newValue: unknown): Partial<Settings> {
  const [before, after] = [parseSettings(oldValue), parseSettings(newValue)];
  return {
    ...(before.language !== after.language && { language: after.language }),
    ...(before.preserveLog !== after.preserveLog && { preserveLog: after.preserveLog }),
    ...(before.pageWorld !== after.pageWorld && { pageWorld: after.pageWorld }),
  };
}

/** Settings out of whatever was stored: what is not understood is the default. */
export function parseSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return defaults;
  const { language, preserveLog } = value as Partial<Record<keyof Settings, unknown>>;
  return {
    language: language === 'en' || language === 'zh-CN' ? language : defaults.language,
    preserveLog: typeof preserveLog === 'boolean' ? preserveLog : defaults.preserveLog,
    pageWorld: parsePageWorld(value),
  };
}
